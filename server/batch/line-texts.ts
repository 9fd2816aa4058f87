/** Finds texts at the top of a JSON object without reading the rest of it: enough to say who a line is about. */
import { parseObject } from '../history.ts';

/** The id and the member of a line's transaction, where it has them. */
export interface LineWho {
	readonly id: string | null;
	readonly member: string | null;
}

const ID = Buffer.from('"id"');
const MEMBER = Buffer.from('"memberId"');

/** Who the line is about. The line is read whole only where something in it is escaped, or a key is there several times. */
export function whoOf(line: Buffer): LineWho {
	if (line.includes(BACKSLASH)) return readWho(line);
	const id = topText(line, ID);
	const member = topText(line, MEMBER);
	return id === undefined || member === undefined ? readWho(line) : { id, member };
}

/** The same by reading the whole line. */
function readWho(line: Buffer): LineWho {
	const record = parseObject(line.toString('utf8'));
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

/** The text of a field, by its key in quotes, in a line without escapes; null where it has none, undefined where the key is there again. */
function topText(line: Buffer, key: Buffer): string | null | undefined {
	const at = line.indexOf(key);
	if (at < 0) return null;
	if (line.includes(key, at + 1)) return undefined;
	if (!isAtTop(line, at)) return null;
	const colon = withoutSpace(line, at + key.length);
	const begin = withoutSpace(line, colon + 1);
	const end = line.indexOf(QUOTE, begin + 1);
	return line[colon] === COLON && line[begin] === QUOTE && end > 0 ? line.toString('utf8', begin + 1, end) : null;
}

/** Whether a text begins here that stands at the top of the line's object. */
function isAtTop(line: Buffer, at: number): boolean {
	let depth = 0;
	let isInText = false;
	for (let before = 0; before < at; before++) {
		const sign = line[before] ?? 0;
		if (sign === QUOTE) isInText = !isInText;
		else if (isInText) continue;
		else if ((sign | BRACE_BIT) === OPENING) depth += 1;
		else if ((sign | BRACE_BIT) === CLOSING) depth -= 1;
	}
	return depth === 1 && !isInText;
}

function withoutSpace(line: Buffer, from: number): number {
	let at = from;
	while (at < line.length && (line[at] ?? 0) <= SPACE) at += 1;
	return at;
}
