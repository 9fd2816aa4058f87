/** What the dragging of a card means for the rule. */
import { unreachable } from '#compiler';
import type { Path } from '#compiler/edits';
import type { Wish } from '../../document/perform.ts';
import { carryCondition } from '../condition-actions.ts';
import { holderOf } from '../limit-holder.ts';
import { says } from '../says.ts';
import { groupTitle } from '../sentences.ts';
import { type ConditionElement, conditionsOf, isGroup, type RuleElement, type RuleView } from '../view.ts';
import type { Landing } from './landing.ts';

/** The cards that can change places with others of their kind. */
export type Movable = Extract<RuleElement, { kind: 'condition' | 'points' | 'multiply' | 'limit' }>;

/** Says whether a card has another place to go to. */
export function canMove(view: RuleView, element: RuleElement): element is Movable {
	if (element.kind === 'condition') return element.siblings > 1 || element.path.length > 1;
	if (element.kind === 'points' || element.kind === 'multiply') return peersOf(view, element).length > 1;
	return element.kind === 'limit' && peersOf(view, element).length > 1;
}

/** The kinds of cards that stay among their own: those of a campaign are not the rule's. */
export type MovableKind = Movable['kind'] | 'limit of the campaign';

/** Among which cards one stays. */
export function kindOf(element: Movable): MovableKind {
	return element.kind === 'limit' && element.of === 'campaign' ? 'limit of the campaign' : element.kind;
}

/** The cards among which one can be moved; for a condition those of the `when` itself. */
export function peersOf(view: RuleView, element: Movable): readonly Movable[] {
	switch (element.kind) {
		case 'condition':
			return view.conditions;
		case 'points':
			return view.points;
		case 'multiply':
			return view.multipliers;
		case 'limit':
			return element.of === 'campaign' ? (view.campaign?.limits ?? []) : view.limits;
		default:
			return unreachable(element);
	}
}

/** What is done where a card is dropped, and the words for it. */
export interface Drop {
	readonly wish: Wish;
	readonly said: string;
}

/** What the dropping of a card does; null where it stays in its place. */
export function dropOf(view: RuleView, element: Movable, declaration: Path, { group, before }: Landing): Drop | null {
	if (element.kind === 'condition') return dropCondition(view, element, declaration, group, before);
	const peers = peersOf(view, element).flatMap((peer) => (peer.kind === 'condition' ? [] : [peer.index]));
	// Among the peers stand clauses that the picture shows elsewhere as text: they are counted too.
	const next = peers[before] ?? (peers.at(-1) ?? 0) + 1;
	const to = placeAfter(element.index, next);
	if (to === element.index || peers[before - 1] === element.index) return null;
	const clause = element.kind === 'points' ? 'earn' : element.kind;
	const holder = element.kind === 'limit' ? holderOf(declaration, element) : declaration;
	return {
		wish: { kind: 'move-clause', declaration: holder, clause, index: element.index, to },
		said: says.said.moved({ place: to + 1 }),
	};
}

function dropCondition(
	view: RuleView,
	element: ConditionElement,
	declaration: Path,
	groupId: string | null,
	before: number,
): Drop | null {
	const group = conditionsOf(view).find(({ id }) => id === groupId);
	const into = group?.path ?? [];
	const index = element.path.at(-1) as number;
	if (into.join() === element.path.slice(0, -1).join()) {
		const to = placeAfter(index, before);
		if (to === index) return null;
		const wish = { kind: 'move-condition', declaration, condition: element.path, to } as const;
		return { wish, said: says.said.moved({ place: to + 1 }) };
	}
	const place = before + 1;
	const said =
		group && isGroup(group)
			? says.said.movedInto({ group: groupTitle(group.condition.kind, group.inner.length + 1), place })
			: says.said.movedOut({ place });
	return { wish: carryCondition(view, element, declaration, { into, to: before }), said };
}

/** The index afterwards of what stood at `from` and is put before what stood at `next`. */
function placeAfter(from: number, next: number): number {
	return next > from ? next - 1 : next;
}
