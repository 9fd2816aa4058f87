import type { Level, Span } from '#grammar';
import { lineEnd, lineStart } from '../../edits/layout.ts';
import { follow, type Situation } from '../shape/follow.ts';
import { declarationStart, type Word, wordsOf } from '../shape/words.ts';

export type { Word } from '../shape/words.ts';

/** Where a caret is, as far as the text before it tells: that text may be broken anywhere. */
export interface Caret {
	readonly situation: Situation;
	readonly level: Level;
	/** The words of the clause so far, without the one being typed; empty where a clause is about to begin. */
	readonly clause: readonly Word[];
	/** Nothing but blanks stands before it on its line. */
	readonly startsLine: boolean;
	/** Nothing at all does. */
	readonly startsColumn: boolean;
	/** What is replaced: the word being typed, or nothing. */
	readonly replace: Span;
	/** The part of that word before the caret, without its quote. */
	readonly prefix: string;
	/** What is being typed is a text in quotes. */
	readonly isQuoted: boolean;
	/** A number, a date, a time or a colour is being typed. */
	readonly isInValue: boolean;
}

/** Finds where a caret is; null inside a comment. */
export function caretAt(text: string, offset: number): Caret | null {
	const { words, comments } = wordsOf(text, { start: declarationStart(text, offset), end: lineEnd(text, offset) });
	if (comments.some(({ start, end }) => start < offset && offset <= end)) return null;
	const touched = words.find(({ span }) => span.start < offset && offset <= span.end);
	const typed = touched && isTyped(touched) ? touched : undefined;
	const end = typed ? typed.span.start : offset;
	const situation = follow(words.filter(({ span }) => span.end <= end));
	return {
		situation,
		level: situation.level,
		clause: situation.clause,
		startsLine: /(?:^|[\r\n])[^\S\r\n]*$/.test(text.slice(Math.max(0, end - 200), end)),
		startsColumn: lineStart(text, end) === end,
		replace: typed ? { start: end, end: Math.max(closedEnd(typed, offset), offset) } : { start: offset, end: offset },
		prefix: typed ? text.slice(end, offset).replace(/^"/, '') : '',
		isQuoted: typed?.class === 'string',
		isInValue: touched !== undefined && (isValue(touched) || isGlued(touched, words)),
	};
}

/** Something that completion replaces as a whole. */
function isTyped({ class: look }: Word): boolean {
	return look === 'name' || look === 'keyword' || look === 'string';
}

function isValue({ class: look }: Word): boolean {
	return look === 'number' || look === 'date' || look === 'time' || look === 'color';
}

/** A sign directly behind a number is on the way to becoming a date. */
function isGlued({ text, span }: Word, words: readonly Word[]): boolean {
	return text === '-' && words.some((other) => other.span.end === span.start && isValue(other));
}

/** The end of a word; a text whose quote is not closed reaches to the end of its line and is cut at the caret. */
function closedEnd({ text, span, class: look }: Word, offset: number): number {
	const isClosed = look !== 'string' || /^"(?:[^"\\]|\\.)*"$/u.test(text);
	return isClosed ? span.end : offset;
}
