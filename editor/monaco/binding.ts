import type { Span, TextEdit } from '#grammar';
import type { Change, DocumentController } from '../document/controller.ts';

/** An editor's copy of the text, reduced to what keeping it equal needs. */
export interface TextCopy {
	/** Changes the copy without touching an undo stack of its own. */
	readonly write: (edits: readonly TextEdit[], textBefore: string) => void;
	/** Calls back with what was typed into the copy, as edits of the text before, and with the selections around it. */
	readonly onTyped: (listener: (typed: Typed) => void, textBefore: () => string) => () => void;
	/** Selects and shows a stretch, as after undo. */
	readonly select: (span: Span, text: string) => void;
}

/** What was typed. */
export interface Typed {
	readonly edits: readonly TextEdit[];
	readonly selectionBefore: Span | null;
	readonly selectionAfter: Span | null;
}

/** The label of typed changes in the history. */
export const TYPING_LABEL = 'Typing';

/**
 * Keeps a copy of the text equal to the document, both ways. What the copy sends does not come back to it, and what it is
 * sent it does not send again.
 */
export function bindCopy<Reading>(document: DocumentController<Reading>, copy: TextCopy): () => void {
	let text = document.state().text;
	let writing = false;
	let sending = false;

	const stopTyped = copy.onTyped(
		(typed) => {
			if (writing) return;
			sending = true;
			document.apply(typed.edits, {
				label: TYPING_LABEL,
				origin: 'text',
				selectionBefore: typed.selectionBefore,
				selectionAfter: typed.selectionAfter,
			});
			sending = false;
			text = document.state().text;
		},
		() => text,
	);

	const stopChanges = document.onChange((change: Change) => {
		if (sending) return;
		writing = true;
		copy.write(change.edits, text);
		writing = false;
		text = document.state().text;
		if (change.selection && (change.origin === 'undo' || change.origin === 'redo')) copy.select(change.selection, text);
	});

	return () => {
		stopTyped();
		stopChanges();
	};
}
