import { nearest } from '#grammar';
import { type Fault, type FaultCode, pointer, shown } from './fault.ts';

/** The most UTF-16 units of an id or a name. */
export const MAX_NAME_LENGTH = 128;

/** Who sends something with more faults than this has a fault of another kind, and is not helped by the rest of the list. */
const MOST_FAULTS = 1_000;

/** An object that arrived: its own fields by name, `__proto__` being a name like any other. */
export type Fields = ReadonlyMap<string, unknown>;

/** Reads values of which nothing is known yet, and notes every fault with its place, up to a thousand. */
export class FieldReader {
	readonly faults: Fault[] = [];

	fault(path: string, code: FaultCode, message: string): void {
		if (this.faults.length < MOST_FAULTS) this.faults.push({ path, code, message });
	}

	/** The own fields of an object; null, with a fault, where it is none. Fields not in `known` are faults. */
	object(value: unknown, path: string, known: ReadonlySet<string>): Fields | null {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			this.fault(path, 'not-an-object', `Expected an object here; found ${shown(value)}.`);
			return null;
		}
		// JSON knows no undefined, but callers within this process do: it is as good as absent.
		const fields = new Map(Object.entries(value).filter(([, inside]) => inside !== undefined));
		for (const name of fields.keys()) {
			if (known.has(name) || this.faults.length === MOST_FAULTS) continue;
			const close = nearest(name, known);
			const fix = close === undefined ? `The fields here are ${[...known].join(', ')}.` : `Did you mean ${shown(close)}?`;
			this.fault(
				path + pointer(name.slice(0, MAX_NAME_LENGTH)),
				'unknown-field',
				`There is no field ${shown(name)}. ${fix}`,
			);
		}
		return fields;
	}

	/** A required id or name; null with a fault where it is missing or unfit. */
	requiredName(fields: Fields, name: string, path: string): string | null {
		if (!fields.has(name)) {
			this.fault(path + pointer(name), 'missing', `\`${name}\` is missing here. Send it as text.`);
			return null;
		}
		return this.name(fields, name, path);
	}

	/** An id or a name; null where it is absent, and null with a fault where it is unfit. */
	name(fields: Fields, name: string, path: string): string | null {
		const value = fields.get(name);
		if (value === undefined) return null;
		const at = path + pointer(name);
		if (typeof value !== 'string') {
			const hint = value === null ? 'Leave it out.' : 'Put it in quotes.';
			this.fault(at, 'wrong-type', `\`${name}\` must be text; found ${shown(value)}. ${hint}`);
			return null;
		}
		const wrong = faultOfName(value);
		if (wrong) this.fault(at, wrong.code, `\`${name}\` ${wrong.why}`);
		return wrong ? null : value;
	}
}

/** What makes a text unfit to be an id or a name, in words that follow the field's name; null where it is fit. */
export function faultOfName(text: string): { readonly code: FaultCode; readonly why: string } | null {
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
