import type { Span } from './text.ts';

/** Replaces the characters of `span` by `text`. Offsets are those of the document before any edit of its list. */
export interface TextEdit {
	readonly span: Span;
	readonly text: string;
}

/** The edits in the order of the text. Throws when two of them overlap: that is our own bug, never a user's. */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
	const sorted = edits
		.map((edit, index) => ({ edit, index }))
		.sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index)
		.map(({ edit }) => edit);
	for (let i = 1; i < sorted.length; i++) {
		if ((sorted[i - 1] as TextEdit).span.end > (sorted[i] as TextEdit).span.start) {
			throw new Error('Edits of one list overlap');
		}
	}
	return sorted;
}

/** The document after all edits. Edits at the same offset are inserted in the order given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	let result = '';
	let at = 0;
	for (const { span, text: inserted } of sortEdits(edits)) {
		result += text.slice(at, span.start) + inserted;
		at = span.end;
	}
	return result + text.slice(at);
}

/** The edits that turn the edited document back into `text`. */
export function invertEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
	let shift = 0;
	return sortEdits(edits).map(({ span, text: inserted }) => {
		const start = span.start + shift;
		shift += inserted.length - (span.end - span.start);
		return { span: { start, end: start + inserted.length }, text: text.slice(span.start, span.end) };
	});
}

/** Where an offset of the old document lies in the new one; inside a replaced stretch it goes to that stretch's end. */
export function mapOffset(offset: number, edits: readonly TextEdit[]): number {
	let shift = 0;
	for (const { span, text } of sortEdits(edits)) {
		if (span.start > offset) break;
		if (span.end > offset) return span.start + shift + text.length;
		shift += text.length - (span.end - span.start);
	}
	return offset + shift;
}
