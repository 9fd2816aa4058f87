import type { Compilation } from '#compiler';
import { type Operation, type Planned, planOperation, planOperations, type Refusal } from '#compiler/edits';
import type { DocumentController } from './controller.ts';
import type { Entry, Origin } from './history.ts';

/** What came of an operation: done, or refused with a reason for the person who asked. */
export type Performed =
	/** `entry` is null where the operation changed nothing. */
	{ readonly ok: true; readonly entry: Entry | null } | Refusal;

/** An operation, or several that are done one after the other as one step. */
export type Wish = Operation | readonly Operation[];

/**
 * Does what is wished on the newest text, as one step of the history. What is refused leaves no trace. `label` names the step
 * where the caller can say it better than the operation itself.
 */
export function performOperation(
	document: DocumentController<Compilation>,
	wish: Wish,
	origin: Origin,
	label?: string,
): Performed {
	const { text, reading } = document.current();
	const planned = planWish(text, reading, wish, label);
	if (!planned.ok) return planned;
	return { ok: true, entry: document.apply(planned.edits, { label: label ?? planned.label, origin }) };
}

function planWish(text: string, { document }: Compilation, wish: Wish, label: string | undefined): Planned<string> {
	return 'kind' in wish ? planOperation(text, document, wish) : planOperations(text, document, wish, label);
}
