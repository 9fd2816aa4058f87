/** The smallest parts of a tree: names, numbers, dates, texts, and the holes where one is missing. */
import type { Expectation } from '../diagnostics/phrases/expectations.ts';
import type { Span } from '../text.ts';

/** What every part of a tree has. */
export interface NodeBase {
	readonly span: Span;
}

/** A place where something was expected and nothing usable stands. Its span is empty or covers what stands there instead. */
export interface Missing extends NodeBase {
	readonly kind: 'missing';
	/** What belongs here, in the user's words: `a name`, `a number`, `a date`. */
	readonly expected: Expectation;
}

/** A name as the user wrote it, bare or quoted. `text` is without the quotes and with escapes undone. */
export interface Name extends NodeBase {
	readonly kind: 'name';
	readonly text: string;
	readonly quoted: boolean;
}

/** A number as written. `digits` has no group marks: `1_000.50` gives `1000.50`. `percent` is true for `5%`. */
export interface NumberLiteral extends NodeBase {
	readonly kind: 'number';
	readonly digits: string;
	readonly percent: boolean;
}

/** A calendar date, always a day that exists. */
export interface DateLiteral extends NodeBase {
	readonly kind: 'date';
	readonly year: number;
	/** 1 to 12. */
	readonly month: number;
	/** 1 to 31. */
	readonly day: number;
}

/** A time of day in minutes from midnight, 0 to 1440 (`24:00`). */
export interface TimeLiteral extends NodeBase {
	readonly kind: 'time';
	readonly minute: number;
}

/** A quoted text that is not a name (`about`, `timezone`). */
export interface TextLiteral extends NodeBase {
	readonly kind: 'text';
	readonly text: string;
}

/** A colour as written, `#` and six hexadecimal digits. */
export interface ColorLiteral extends NodeBase {
	readonly kind: 'color';
	readonly text: string;
}

/** A fixed word of the language where the user chose one of several (`down`, `enabled`, `Monday`). */
export interface Word<T extends string = string> extends NodeBase {
	readonly kind: 'word';
	readonly text: T;
}

/** A comment, from `//` to the end of its line (line break excluded). */
export interface Comment extends NodeBase {
	readonly text: string;
}
