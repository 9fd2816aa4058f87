/** Finds texts at the top of a JSON object without reading the rest of it: enough to say who a line is about. */
import { parseObject } from '../history.ts';

/** The id and the member of a line's transaction, where it has them; of a line about a member, the id alone. */
export interface LineWho {
	readonly id: string | null;
	readonly member: string | null;
}

/**
 * Who is meant by the line that stands in `bytes` from `begin` to before `end`. It is gone through sign by sign, once; read whole
 * is only what has something escaped, a key several times, or no end.
 */
export function whoOf(bytes: Buffer, begin: number, end: number): LineWho {
	let id: string | null | undefined;
	let member: string | null | undefined;
	let depth = 0;
	for (let at = begin; at < end; at++) {
		const sign = bytes[at] ?? 0;
		if ((sign | BRACE_BIT) === OPENING) depth += 1;
		else if ((sign | BRACE_BIT) === CLOSING) depth -= 1;
		if (sign !== QUOTE) continue;
		const close = closeOf(bytes, at + 1, end);
		if (close === end) return readWho(bytes, begin, end);
		const key = depth === 1 ? keyAt(bytes, at + 1, close) : null;
		const colon = key === null ? end : withoutSpace(bytes, close + 1, end);
		at = close;
		if (key === null || bytes[colon] !== COLON) continue;
		const value = withoutSpace(bytes, colon + 1, end);
		const isText = bytes[value] === QUOTE;
		const valueClose = isText ? closeOf(bytes, value + 1, end) : colon;
		if (valueClose === end || (key === 'id' ? id : member) !== undefined) return readWho(bytes, begin, end);
		const text = isText ? bytes.toString('utf8', value + 1, valueClose) : null;
		if (key === 'id') id = text;
		else member = text;
		at = valueClose;
	}
	return { id: id ?? null, member: member ?? null };
}

/** The same by reading the whole line. */
function readWho(bytes: Buffer, begin: number, end: number): LineWho {
	const record = parseObject(bytes.toString('utf8', begin, end));
	const textOf = (field: string) => {
		const value = record && Object.hasOwn(record, field) ? record[field] : undefined;
		return typeof value === 'string' ? value : null;
	};
	return { id: textOf('id'), member: textOf('memberId') };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const SPACE = 0x20;
/** Sets apart, in ASCII, the braces from the brackets. */
const BRACE_BIT = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;

/** Where the quote stands that ends a text; the line's end where there is none, or something before it is escaped. */
function closeOf(bytes: Buffer, from: number, end: number): number {
	for (let at = from; at < end; at++) {
		const sign = bytes[at];
		if (sign === QUOTE) return at;
		if (sign === BACKSLASH) return end;
	}
	return end;
}

const ID = Buffer.from('id');
const MEMBER = Buffer.from('memberId');

/** Which of the two keys a text is; null where it is another. */
function keyAt(bytes: Buffer, begin: number, end: number): 'id' | 'memberId' | null {
	if (isAt(ID, bytes, begin, end)) return 'id';
	return isAt(MEMBER, bytes, begin, end) ? 'memberId' : null;
}

function isAt(key: Buffer, bytes: Buffer, begin: number, end: number): boolean {
	if (end - begin !== key.length) return false;
	for (let at = 0; at < key.length; at++) {
		if (bytes[begin + at] !== key[at]) return false;
	}
	return true;
}

function withoutSpace(bytes: Buffer, from: number, end: number): number {
	let at = from;
	while (at < end && (bytes[at] ?? 0) <= SPACE) at += 1;
	return at;
}
