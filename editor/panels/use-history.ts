import { useCallback } from 'react';
import type { Entry } from '../document/history.ts';
import { stepName } from '../document/step-name.ts';
import { useWorkspace } from '../document/workspace.tsx';
import { useAnnounce } from './announcer.tsx';
import { words } from './words.ts';

/** Undo and redo as buttons and keys want them: what was done is said aloud. */
export function useHistory(): {
	readonly undo: () => void;
	readonly redo: () => void;
	/** Undoes one step, as long as nothing was done after it. Answers whether it was. */
	readonly undoEntry: (entry: Entry) => boolean;
} {
	const { document } = useWorkspace();
	const announce = useAnnounce();
	const undo = useCallback(() => {
		const entry = document.undo();
		announce(entry ? words.undid({ label: lowerFirst(stepName(entry.label)) }) : words.nothingToUndo);
	}, [document, announce]);
	const redo = useCallback(() => {
		const entry = document.redo();
		announce(entry ? words.redid({ label: lowerFirst(stepName(entry.label)) }) : words.nothingToRedo);
	}, [document, announce]);
	const undoEntry = useCallback(
		(entry: Entry) => {
			if (document.state().undo?.id !== entry.id) return false;
			undo();
			return true;
		},
		[document, undo],
	);
	return { undo, redo, undoEntry };
}

/** A label inside a sentence: `Add condition` becomes `add condition`. */
export function lowerFirst(label: string): string {
	return label.charAt(0).toLowerCase() + label.slice(1);
}
