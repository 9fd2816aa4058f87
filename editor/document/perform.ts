import type { Compilation } from '#compiler';
import { type Operation, planOperation } from '#compiler/edits';
import type { DocumentController } from './controller.ts';
import type { Entry, Origin } from './history.ts';

/** What came of an operation: done, or refused with a reason for the person who asked. */
export type Performed =
	/** `entry` is null where the operation changed nothing. */
	{ readonly ok: true; readonly entry: Entry | null } | { readonly ok: false; readonly reason: string };

/**
 * Does an operation on the newest text, as one step of the history. Refused operations leave no trace. `label` names the
 * step where the caller can say it better than the operation itself.
 */
export function performOperation(
	document: DocumentController<Compilation>,
	operation: Operation,
	origin: Origin,
	label?: string,
): Performed {
	const { text, reading } = document.current();
	const planned = planOperation(text, reading.document, operation);
	if (!planned.ok) return planned;
	return { ok: true, entry: document.apply(planned.edits, { label: label ?? planned.label, origin }) };
}
