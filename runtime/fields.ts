import { nearest } from '#grammar';
import { type Fault, type FaultCode, pointer, shown } from './fault.ts';

/** The most UTF-16 units of an id or a name. */
export const MAX_NAME_LENGTH = 128;

/** Who sends something with more faults than this has a fault of another kind, and is not helped by the rest of the list. */
const MOST_FAULTS = 1_000;

/** An object that arrived, with the fields that are its own; one that is undefined is as good as absent. */
export type Fields = Readonly<Record<string, unknown>>;

/** Where an object stands: the whole (null), or the line at an index. It becomes a pointer only where there is a fault. */
export type Place = number | null;

/** The JSON pointer of a field, or of the object at a place itself. */
export function pointerAt(place: Place, ...field: readonly string[]): string {
	return place === null ? pointer(...field) : pointer('items', place, ...field);
}

/** Reads values of which nothing is known yet, and notes every fault with its place, up to a thousand. */
export class FieldReader {
	readonly faults: Fault[] = [];

	fault(path: string, code: FaultCode, message: string): void {
		if (this.faults.length < MOST_FAULTS) this.faults.push({ path, code, message });
	}

	/** The own fields of an object; null, with a fault, where it is none. Fields not in `known` are faults. */
	object(value: unknown, place: Place, known: ReadonlySet<string>): Fields | null {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			this.fault(pointerAt(place), 'not-an-object', `Expected an object here; found ${shown(value)}.`);
			return null;
		}
		const fields = ownFields(value);
		for (const name in fields) {
			// JSON knows no undefined, but callers within this process do.
			if (!known.has(name) && fields[name] !== undefined) this.#unknownField(name, place, known);
		}
		return fields;
	}

	#unknownField(name: string, place: Place, known: ReadonlySet<string>): void {
		if (this.faults.length === MOST_FAULTS) return;
		const close = nearest(name, known);
		const fix = close === undefined ? `The fields here are ${[...known].join(', ')}.` : `Did you mean ${shown(close)}?`;
		const path = pointerAt(place, name.slice(0, MAX_NAME_LENGTH));
		this.fault(path, 'unknown-field', `There is no field ${shown(name)}. ${fix}`);
	}

	/** A required id or name; null with a fault where it is missing or unfit. */
	requiredName(value: unknown, name: string, place: Place): string | null {
		if (value !== undefined) return this.name(value, name, place);
		this.fault(pointerAt(place, name), 'missing', `\`${name}\` is missing here. Send it as text.`);
		return null;
	}

	/** The id or the name in a field `name`; null where it is absent, and null with a fault where it is unfit. */
	name(value: unknown, name: string, place: Place): string | null {
		if (value === undefined) return null;
		if (typeof value !== 'string') {
			const hint = value === null ? 'Leave it out.' : 'Put it in quotes.';
			this.fault(pointerAt(place, name), 'wrong-type', `\`${name}\` must be text; found ${shown(value)}. ${hint}`);
			return null;
		}
		const wrong = faultOfName(value);
		if (wrong) this.fault(pointerAt(place, name), wrong.code, `\`${name}\` ${wrong.why}`);
		return wrong ? null : value;
	}
}

/** What came from JSON has no fields but its own, `__proto__` being a name like any other; of anything else its own are taken. */
function ownFields(value: object): Fields {
	const prototype: unknown = Object.getPrototypeOf(value);
	if (prototype === Object.prototype || prototype === null) return value as Fields;
	return Object.fromEntries(Object.entries(value));
}

/** What makes a text unfit to be an id or a name, in words that follow the field's name; null where it is fit. */
export function faultOfName(text: string): { readonly code: FaultCode; readonly why: string } | null {
	if (isPlain(text)) return null;
	if (text.trim() === '') return { code: 'empty-text', why: 'is empty. Give it at least one character.' };
	if (text.length > MAX_NAME_LENGTH) {
		return { code: 'too-long', why: `has ${text.length} characters; at most ${MAX_NAME_LENGTH} are allowed.` };
	}
	// A lone surrogate would be stored as U+FFFD, and two ids would become one.
	if (/\p{Cs}/u.test(text)) {
		return {
			code: 'ill-formed-text',
			why: `(${shown(text)}) is not well-formed Unicode: half of a surrogate pair is missing.`,
		};
	}
	if (/[\p{Cc}\u2028\u2029]/u.test(text)) {
		return { code: 'control-character', why: `(${shown(text)}) contains a control character or a line break. Remove it.` };
	}
	return null;
}

/** What most names are: of a fit length, and in plain letters, of which none can be wrong. */
function isPlain(text: string): boolean {
	const { length } = text;
	if (length === 0 || length > MAX_NAME_LENGTH || text[0] === ' ') return false;
	for (let at = 0; at < length; at++) {
		const sign = text.charCodeAt(at);
		if (sign < FIRST_PLAIN || sign > LAST_PLAIN) return false;
	}
	return true;
}

const FIRST_PLAIN = 0x20;
const LAST_PLAIN = 0x7e;
