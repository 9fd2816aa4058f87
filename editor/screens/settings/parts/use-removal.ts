import type { Entry } from '../../../document/history.ts';
import type { Wish } from '../../../document/perform.ts';
import { useWorkspace } from '../../../document/workspace.tsx';
import { refusalWords } from '../../../messages/refusal-words.ts';
import { keysInWords } from '../../../panels/key-names.ts';
import { useToasts } from '../../../panels/toasts.tsx';
import { useHistory } from '../../../panels/use-history.ts';
import { words } from '../words.ts';

/**
 * Removes something called `name`, and says so, or what else `message` says of it, with a way back; what is refused is shown.
 * Answers whether it was done.
 */
export function useRemoval(): (wish: Wish, name: string, message?: string) => boolean {
	const { perform } = useWorkspace();
	const { undoEntry } = useHistory();
	const toasts = useToasts();
	const undo = (entry: Entry) => {
		const { changedSince } = words.frame;
		if (!undoEntry(entry)) toasts.show({ tone: 'refused', message: changedSince({ keys: keysInWords('Ctrl Z') }) });
	};
	return (wish, name, message = words.frame.removed({ name })) => {
		const performed = perform(wish, 'list');
		if (!performed.ok) {
			toasts.show({ tone: 'refused', message: refusalWords(performed) });
			return false;
		}
		const { entry } = performed;
		if (entry) toasts.show({ tone: 'information', message, action: { label: words.frame.undo, run: () => undo(entry) } });
		return true;
	};
}
