import type { Name } from '#grammar';
import { rename } from '#compiler/service';
import { useWorkspace } from '../../../document/workspace.tsx';
import { refusalWords } from '../../../messages/refusal-words.ts';
import { useToasts } from '../../../panels/toasts.tsx';

/** Renames what is declared under a name, wherever it is used; what is refused is shown. Answers whether it was done. */
export function useRename(): (name: Name, wanted: string) => boolean {
	const { document } = useWorkspace();
	const toasts = useToasts();
	return (name, wanted) => {
		const { reading } = document.current();
		const planned = rename(reading, name.span.start, wanted, reading.checked.options);
		if (planned.ok) document.apply(planned.edits, { label: planned.label, origin: 'list' });
		else toasts.show({ tone: 'refused', message: refusalWords(planned) });
		return planned.ok;
	};
}
