import type { TextEdit } from '#grammar';
import { type Draft, draft, type Refusal, refuse, type Source } from './draft.ts';
import { commentsIn, ownedSpan } from './layout.ts';
import { planAdd, planRemove, withoutPart } from './lists.ts';
import { holderAt, type Part, type PartPath, partAt, partsOf } from './parts.ts';
import { lifted } from './siblings.ts';
import type { StepLabel } from './step.ts';

/**
 * Plans the moving of a part with its comments into another list, where it is at `to` afterwards. Comments of a group that goes
 * with it stay. Where both changes meet in one place, the part is first copied, and then removed from the text that this gives.
 */
export function planCarry(source: Source, path: PartPath, list: PartPath, to: number, label: StepLabel): Draft | Refusal {
	const { document, layout } = source;
	const part = partAt(document, path) as Part;
	const holder = holderAt(document, list);
	if (!holder || to < 0 || to > partsOf(holder).length) return refuse('There is no such place in the text.');
	const added = commentsIn(layout, ownedSpan(layout, part.span)).map((comment) => comment.text);
	const copy = planAdd(source, list, to, { label, part, insert: lifted(layout, part), added, copied: part.span });
	if (!copy.ok) return copy;
	const removal = planRemove(source, path, label, 'kept');
	const still = afterInsert(path, list, to);
	if (!areApart(copy.edits, removal.edits)) {
		return { ...copy, next: (copied) => planRemove(copied, still, label, 'kept') };
	}
	const expected = withoutPart({ ...document, declarations: copy.expected }, still);
	return draft(label, [...copy.edits, ...removal.edits], expected);
}

/** Says whether something stands between the edits of one list and those of another. */
function areApart(edits: readonly TextEdit[], others: readonly TextEdit[]): boolean {
	return edits.every((edit) =>
		others.every((other) => edit.span.end < other.span.start || other.span.end < edit.span.start),
	);
}

/** Where a part is after something was put into a list. */
function afterInsert(path: PartPath, list: PartPath, index: number): PartPath {
	const passes = list.length < path.length && list.every((step, at) => step === path[at]);
	const own = path[list.length] ?? 0;
	return passes && own >= index ? path.with(list.length, own + 1) : path;
}
