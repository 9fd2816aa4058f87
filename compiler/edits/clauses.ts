import { type Draft, draft, type Refusal, refuse, type Source } from './draft.ts';
import { type NewPart, planAdd, planMove, planRemove, planSet } from './lists.ts';
import type { ClauseOperation } from './operation.ts';
import { type ClauseKind, type Holder, holderAt, indexesOf, type PartKind, type PartPath, partsOf } from './parts.ts';
import { commentsOf, insertOf, readPart } from './snippet.ts';
import type { StepLabel } from './step.ts';
import { belongsTo, isRepeatable, rankOf, wordsFor } from './usual-order.ts';

type SetClause = Extract<ClauseOperation, { kind: 'set-clause' }>;
type MoveClause = Extract<ClauseOperation, { kind: 'move-clause' }>;

/** Plans the setting, adding or removing of a clause. */
export function planClause(source: Source, operation: SetClause): Draft | Refusal {
	const { clause: kind, index = 0, text } = operation;
	const path = indexesOf(operation.declaration);
	const holder = holderOf(source, path, kind);
	if ('ok' in holder) return holder;
	const words = wordsFor(kind);
	const places = placesOf(holder, kind);
	const at = places[index];
	if (text === null) {
		const label: StepLabel = `Remove ${words}`;
		return at === undefined ? draft(label, [], source.document.declarations) : planRemove(source, [...path, at], label);
	}
	const snippet = readPart(text, holder.kind, kind);
	if (!snippet.ok) return snippet;
	if (at !== undefined) return planSet(source, [...path, at], snippet, `Change ${words}`);
	const owner = wordsFor(holder.kind);
	if (index > places.length) return refuse('no place among', { clause: words, owner });
	if (index > 0 && !isRepeatable(holder.kind, kind)) {
		return refuse('has only one', { clause: words, owner });
	}
	const part = snippet.clause;
	return planNewClause(source, path, {
		label: `Add ${words}`,
		part,
		insert: insertOf(snippet),
		added: commentsOf(snippet),
	});
}

/** Plans the adding of a clause at its usual place: behind the last clause that usually stands before it. */
export function planNewClause(source: Source, path: PartPath, clause: NewPart): Draft | Refusal {
	const holder = holderAt(source.document, path);
	if (!holder) return refuse('This is no longer in the text.');
	return planAdd(source, path, usualIndex(holder, clause.part.kind), clause, 'previous');
}

/** The index at which a part of a kind is usually put: behind the last that usually stands before it. */
export function usualIndex(holder: Holder, kind: PartKind): number {
	const rank = rankOf(holder.kind, kind);
	return partsOf(holder).findLastIndex((part) => part.kind !== 'raw' && rankOf(holder.kind, part.kind) <= rank) + 1;
}

/** Plans the moving of a clause among those of its kind. */
export function planMoveClause(source: Source, operation: MoveClause): Draft | Refusal {
	const { clause: kind, index, to } = operation;
	const path = indexesOf(operation.declaration);
	const holder = holderOf(source, path, kind);
	if ('ok' in holder) return holder;
	const words = wordsFor(kind);
	const places = placesOf(holder, kind);
	const [from, place] = [places[index], places[to]];
	if (from === undefined) return refuse('This clause is no longer in the text.');
	if (place === undefined) return refuse('no place among its own', { clause: words });
	return planMove(source, [...path, from], place, `Move ${words}`);
}

/** What can have a clause of a kind at a path, or a refusal. */
function holderOf({ document }: Source, path: PartPath, kind: ClauseKind): Holder | Refusal {
	const holder = holderAt(document, path);
	if (!holder || path.length === 0) return refuse('This is no longer in the text.');
	if (belongsTo(holder.kind, kind)) return holder;
	return refuse('has none', { clause: wordsFor(kind), owner: wordsFor(holder.kind) });
}

/** The indexes of the parts of a kind. */
function placesOf(holder: Holder, kind: PartKind): number[] {
	return partsOf(holder).flatMap((part, index) => (part.kind === kind ? [index] : []));
}
