import type { Span, TextEdit } from '#grammar';

/** Where a change came from. */
export type Origin = 'text' | 'canvas' | 'list' | 'quick fix' | 'import';

/** One step of the history: what was done, how it is undone, and what was selected on both sides of it. */
export interface Entry {
	/** Counts the entries of a document; never used twice. */
	readonly id: number;
	/** What was done, in words that follow `Undo:` (`Add condition`). */
	readonly label: string;
	readonly origin: Origin;
	readonly edits: readonly TextEdit[];
	/** Turn the text after this entry into the text before it. */
	readonly inverse: readonly TextEdit[];
	readonly selectionBefore: Span | null;
	readonly selectionAfter: Span | null;
	/** When it was last added to, in milliseconds of the caller's clock. */
	readonly atMs: number;
}

/** The label of what is typed in a text. Nothing else is joined: every other change is a step of its own. */
export const TYPING_LABEL = 'Typing';

/** How long typing may pause and still be one entry. */
export const TYPING_PAUSE_MS = 500;

/**
 * The entry that both are together, where the second is typing that goes on from the first; null where it is a step of its
 * own: another origin, a pause, a finished word or line, another place, or anything but one edit.
 */
export function joinTyping(previous: Entry, next: Entry): Entry | null {
	if (!isTyping(previous) || !isTyping(next)) return null;
	if (next.atMs - previous.atMs > TYPING_PAUSE_MS) return null;
	const joined = joinEdits(previous, next);
	if (!joined) return null;
	return {
		...previous,
		edits: [joined.edit],
		inverse: [joined.inverse],
		selectionAfter: next.selectionAfter,
		atMs: next.atMs,
	};
}

/** Says whether an entry is what somebody typed in a text. */
export function isTyping({ origin, label }: Entry): boolean {
	return origin === 'text' && label === TYPING_LABEL;
}

interface Joined {
	readonly edit: TextEdit;
	readonly inverse: TextEdit;
}

function joinEdits(previous: Entry, next: Entry): Joined | null {
	const [first] = previous.edits;
	const [second] = next.edits;
	const [firstInverse] = previous.inverse;
	const [secondInverse] = next.inverse;
	if (!first || !second || !firstInverse || !secondInverse) return null;
	if (previous.edits.length > 1 || next.edits.length > 1) return null;
	if (/\s$/.test(first.text) || /[\r\n]/.test(second.text)) return null;
	const { start } = first.span;
	const end = start + first.text.length;
	const within = start <= second.span.start && second.span.end <= end;
	if (within && (first.text !== '' || second.text !== '')) {
		const text = first.text.slice(0, second.span.start - start) + second.text + first.text.slice(second.span.end - start);
		return pair({ span: first.span, text }, firstInverse.text);
	}
	if (first.text !== '' || second.text !== '') return null;
	// Backspace after backspace, or delete after delete.
	if (second.span.end === start) {
		const removed = secondInverse.text + firstInverse.text;
		return pair({ span: { start: second.span.start, end: first.span.end }, text: '' }, removed);
	}
	if (second.span.start === start) {
		const removed = firstInverse.text + secondInverse.text;
		return pair({ span: { start, end: first.span.end + removed.length - firstInverse.text.length }, text: '' }, removed);
	}
	return null;
}

function pair(edit: TextEdit, removed: string): Joined {
	const { start } = edit.span;
	return { edit, inverse: { span: { start, end: start + edit.text.length }, text: removed } };
}
