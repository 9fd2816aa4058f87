import { sortEdits, type TextEdit } from '#grammar';

/** A stretch of the first text that is still there, or a text that is new. */
type Stretch = { readonly start: number; readonly end: number } | { readonly text: string };

/**
 * One list of edits for two in a row: `second` counts in the text after `first`, the outcome in the text of `length`
 * characters before both.
 */
export function composeEdits(length: number, first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
	const once = rewritten([{ start: 0, end: length }], first);
	return editsOf(rewritten(once, second), length);
}

/** What a text of some stretches consists of after edits. */
function rewritten(stretches: readonly Stretch[], edits: readonly TextEdit[]): Stretch[] {
	const result: Stretch[] = [];
	let at = 0;
	for (const { span, text } of sortEdits(edits)) {
		result.push(...between(stretches, at, span.start), { text });
		at = span.end;
	}
	return [...result, ...between(stretches, at, Infinity)];
}

/** The part of some stretches from one offset to another. */
function between(stretches: readonly Stretch[], from: number, to: number): Stretch[] {
	const found: Stretch[] = [];
	let at = 0;
	for (const stretch of stretches) {
		const size = 'text' in stretch ? stretch.text.length : stretch.end - stretch.start;
		const start = Math.max(from - at, 0);
		const end = Math.min(to - at, size);
		if (start < end) {
			found.push(
				'text' in stretch
					? { text: stretch.text.slice(start, end) }
					: { start: stretch.start + start, end: stretch.start + end },
			);
		}
		at += size;
	}
	return found;
}

/** The edits that make a text of its own stretches, which are still in their order, and of new text between them. */
function editsOf(stretches: readonly Stretch[], length: number): TextEdit[] {
	const edits: TextEdit[] = [];
	let at = 0;
	let text = '';
	const close = (start: number) => {
		if (start > at || text !== '') edits.push({ span: { start: at, end: start }, text });
		text = '';
	};
	for (const stretch of stretches) {
		if ('text' in stretch) text += stretch.text;
		else {
			close(stretch.start);
			at = stretch.end;
		}
	}
	close(length);
	return edits;
}
