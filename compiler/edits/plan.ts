import type { Document } from '#grammar';
import { unreachable } from '../domain/unreachable.ts';
import { planClause } from './clauses.ts';
import { planCondition } from './conditions.ts';
import type { Draft, Refusal, Source } from './draft.ts';
import { planFilter } from './filters.ts';
import { layoutOf } from './layout.ts';
import type { Operation, Planned } from './operation.ts';
import { planRule } from './rules.ts';
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

function draftOf(source: Source, operation: Exclude<Operation, { kind: 'set-text' }>): Draft | Refusal {
	switch (operation.kind) {
		case 'add-condition':
		case 'set-condition':
		case 'remove-condition':
		case 'move-condition':
			return planCondition(source, operation);
		case 'set-clause':
			return planClause(source, operation);
		case 'rename-rule':
		case 'add-rule':
		case 'remove-rule':
		case 'duplicate-rule':
		case 'move-rule':
			return planRule(source, operation);
		case 'add-filter':
		case 'set-filter':
		case 'remove-filter':
		case 'rename-filter':
			return planFilter(source, operation);
		default:
			return unreachable(operation);
	}
}
