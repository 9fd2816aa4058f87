import { type Document, readingOf, readProgram, reread, type TextEdit, toDocument } from '#grammar';
import { planClause, planMoveClause } from './clauses.ts';
import { planComments } from './comments.ts';
import { composeEdits } from './compose.ts';
import { planCondition } from './conditions.ts';
import { planDeclaration } from './declarations.ts';
import type { Draft, Refusal, Source } from './draft.ts';
import { planHead } from './heads.ts';
import { layoutOf } from './layout.ts';
import type { ConditionOperation, DeclarationOperation, Operation, Planned } from './operation.ts';
import { planText } from './set-text.ts';
import { verify } from './verify.ts';

/**
 * Plans an operation: the smallest edits of `text` that fulfil it, tried before they are given. `document` is what `text`
 * reads as. Where no safe edit exists, the answer says why; the text is then best changed by hand.
 */
export function planOperation(text: string, document: Document, operation: Operation): Planned {
	const source: Source = { text, document, layout: layoutOf(text, document) };
	if (operation.kind === 'set-text') return planText(source, operation);
	return verify(source, draftOf(source, operation));
}

/**
 * Plans operations one after the other as one step: places of each are those of the text that the ones before it give. The
 * edits count in `text`. The first refusal is that of all of them. Without a `label` the step is called like the first of them.
 */
export function planOperations(
	text: string,
	document: Document,
	operations: readonly Operation[],
	label?: string,
): Planned<string> {
	let edits: readonly TextEdit[] = [];
	let now = { text, document };
	let reading = readingOf(document) ?? null;
	/** Of the operation before, which nothing has been read after yet. */
	let latest: readonly TextEdit[] | null = null;
	let name = label;
	for (const operation of operations) {
		if (latest) {
			reading = reread(reading ?? readProgram(text), latest);
			now = { text: reading.text, document: toDocument(reading) };
		}
		const planned = planOperation(now.text, now.document, operation);
		if (!planned.ok) return planned;
		edits = composeEdits(text.length, edits, planned.edits);
		latest = planned.edits;
		name ??= planned.label;
	}
	return { ok: true, edits, label: name ?? 'Change' };
}

function draftOf(source: Source, operation: Exclude<Operation, { kind: 'set-text' }>): Draft | Refusal {
	if (operation.kind === 'set-clause') return planClause(source, operation);
	if (operation.kind === 'move-clause') return planMoveClause(source, operation);
	if (operation.kind === 'set-comments') return planComments(source, operation);
	if (operation.kind === 'set-head') return planHead(source, operation);
	return isOnCondition(operation) ? planCondition(source, operation) : planDeclaration(source, operation);
}

function isOnCondition(operation: ConditionOperation | DeclarationOperation): operation is ConditionOperation {
	return operation.kind.endsWith('-condition');
}
