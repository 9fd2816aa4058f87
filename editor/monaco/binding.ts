import type { Span, TextEdit } from '#grammar';
import type { Change, DocumentController } from '../document/controller.ts';
import type { Cause } from './change-causes.ts';

/** An editor's copy of the text, reduced to what keeping it equal needs. */
export interface TextCopy {
	/** Changes the copy without touching an undo stack of its own. */
	readonly write: (edits: readonly TextEdit[], textBefore: string) => void;
	/** Calls back with what changed in the copy, as edits of the text before, with why and with the selections around it. */
	readonly onTyped: (listener: (typed: Typed) => void, textBefore: () => string) => () => void;
	/** Selects and shows a stretch, as after undo. */
	readonly select: (span: Span, text: string) => void;
}

/** What was typed, or done by an action of the copy's own. */
export interface Typed extends Cause {
	readonly edits: readonly TextEdit[];
	readonly selectionBefore: Span | null;
	readonly selectionAfter: Span | null;
}

/**
 * Keeps a copy of the text equal to the document, both ways. What the copy sends does not come back to it, and what it is
 * sent it does not send again.
 */
export function bindCopy<Reading extends object>(document: DocumentController<Reading>, copy: TextCopy): () => void {
	let text = document.state().text;
	let writing = false;
	let sending = false;

	const stopTyped = copy.onTyped(
		(typed) => {
			if (writing) return;
			sending = true;
			const { edits, ...rest } = typed;
			document.apply(edits, { ...rest, origin: 'text' });
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
