import type * as Monaco from 'monaco-editor/editor';
import type { Span } from '#grammar';
import type { TextCopy } from './binding.ts';
import { causeOf } from './change-causes.ts';
import { TextPlaces } from './convert.ts';

/** A Monaco editor and its model as a copy of the document. Monaco's own undo stack is never used. */
export function copyIn(editor: Monaco.editor.IStandaloneCodeEditor, model: Monaco.editor.ITextModel): TextCopy {
	return {
		write(edits, textBefore) {
			const places = new TextPlaces(textBefore);
			model.applyEdits(
				edits.map(({ span, text }) => ({ range: places.range(span), text, forceMoveMarkers: true })),
				false,
			);
		},
		onTyped(listener, textBefore) {
			let selectionBefore = spanOfSelection(editor, textBefore());
			const cursor = editor.onDidChangeCursorSelection(() => {
				selectionBefore = spanOfSelection(editor, textBefore());
			});
			const content = model.onDidChangeContent((event) => {
				const places = new TextPlaces(textBefore());
				// Monaco reports the last change first; all ranges are those of the text before.
				const edits = event.changes.map((change) => ({ span: places.span(change.range), text: change.text })).reverse();
				const [only] = edits;
				const caret = only && edits.length === 1 ? only.span.start + only.text.length : null;
				const selectionAfter = caret === null ? null : { start: caret, end: caret };
				listener({ edits, selectionBefore, selectionAfter, ...causeOf(event) });
			});
			return () => {
				cursor.dispose();
				content.dispose();
			};
		},
		select(span, text) {
			reveal(editor, span, text);
		},
	};
}

/** Selects a stretch and scrolls to it where it is out of sight. */
export function reveal(editor: Monaco.editor.IStandaloneCodeEditor, span: Span, text: string): void {
	const range = new TextPlaces(text).range(span);
	editor.setSelection(range);
	editor.revealRangeInCenterIfOutsideViewport(range);
}

/** The editor's selection as offsets of a text; null without a model. */
export function spanOfSelection(editor: Monaco.editor.IStandaloneCodeEditor, text: string): Span | null {
	const selection = editor.getSelection();
	return selection ? new TextPlaces(text).span(selection) : null;
}
