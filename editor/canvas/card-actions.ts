import type { Span } from '#grammar';
import { unreachable } from '#compiler';
import type { Operation, Path, RuleClauseName } from '#compiler/edits';
import type { Wish } from '../document/perform.ts';
import type { Shape } from './arrangement.ts';
import { conditionMenu, moveCondition, removeCondition } from './condition-actions.ts';
import { LANE_ID, LIMITS_ID, POINTS_ID, stagesOf } from './layout.ts';
import { holderOf } from './limit-holder.ts';
import { type ConditionElement, isGroup, type RuleElement, type RuleView } from './view.ts';
import { says } from './says.ts';

/** One more thing that the menu of a card offers. */
export interface MenuAction {
	readonly key: string;
	readonly title: string;
	/** The keys that do the same, as a menu shows them. */
	readonly keys?: string;
	readonly wish: Wish;
}

/** What can be done with a card from its menu and from the keyboard; null for what its kind or its place does not allow. */
export interface CardActions {
	/** Opens a picker, or steps into the card's own controls. */
	readonly edit: 'picker' | 'inside' | null;
	readonly moveUp: Wish | null;
	readonly moveDown: Wish | null;
	readonly remove: Wish | null;
	/** What `remove` is called here. */
	readonly removeLabel: string;
	readonly more: readonly MenuAction[];
	/** It may be read from a cart filter: its picker is where that is chosen. */
	readonly connects: boolean;
	readonly goTo: Span;
}

/** The ids of things on the canvas that are no element of the rule and yet are reached with the arrow keys. */
export const ADD_CONDITION_ID = 'add-condition';
export const ADD_POINTS_ID = 'add-points';
export const ADD_LIMIT_ID = 'add-limit';

/** The id of the button that adds to a group of conditions. */
export function addIntoId(groupId: string): string {
	return `add-into-${groupId}`;
}

/** The id of the button that adds an alternative to a condition. */
export function alternativeId(conditionId: string): string {
	return `alternative-to-${conditionId}`;
}

/** What can be done with a card. */
export function actionsOf(view: RuleView, element: RuleElement, declaration: Path): CardActions {
	const none: CardActions = {
		edit: null,
		moveUp: null,
		moveDown: null,
		remove: null,
		removeLabel: says.remove,
		more: [],
		connects: false,
		goTo: element.focusSpan,
	};
	switch (element.kind) {
		case 'condition':
			return { ...none, ...conditionActions(view, element, declaration) };
		case 'points':
		case 'multiply':
		case 'limit':
			return { ...none, ...repeatedActions(view, element, declaration) };
		case 'text':
			return { ...none, edit: 'inside', remove: { kind: 'set-text', declaration, span: element.span, text: '' } };
		case 'note':
			return {
				...none,
				edit: 'picker',
				remove: element.clause && without(declaration, 'about'),
				removeLabel: says.removeDescription,
			};
		case 'schedule':
			return {
				...none,
				edit: 'picker',
				remove: element.active && without(declaration, 'active'),
				removeLabel: says.removeDates,
			};
		case 'transaction':
			return { ...none, edit: 'picker' };
		case 'campaign':
		case 'filter':
			return { ...none, edit: element.kind === 'filter' && !element.declaration ? null : 'picker' };
		case 'result':
			return none;
		default:
			return unreachable(element);
	}
}

function without(declaration: Path, clause: RuleClauseName, index = 0): Operation {
	return { kind: 'set-clause', declaration, clause, index, text: null };
}

function conditionActions(view: RuleView, element: ConditionElement, declaration: Path): Partial<CardActions> {
	const { kind } = element.condition;
	const edit = kind === 'always' || isGroup(element) ? null : kind === 'raw' ? 'inside' : 'picker';
	return {
		edit,
		moveUp: moveCondition(view, element, declaration, -1),
		moveDown: moveCondition(view, element, declaration, 1),
		remove: removeCondition(view, element, declaration),
		removeLabel: isGroup(element) ? says.removeGroup : says.remove,
		more: conditionMenu(view, element, declaration),
		connects: kind === 'spend' || kind === 'quantity',
	};
}

type Repeated = Extract<RuleElement, { kind: 'points' | 'multiply' | 'limit' }>;

const clauseOf = { points: 'earn', multiply: 'multiply', limit: 'limit' } as const;

/** Of clauses that a rule may have several of: they move among their own kind. */
function repeatedActions(view: RuleView, element: Repeated, rule: Path): Partial<CardActions> {
	const clause = clauseOf[element.kind];
	const { index } = element;
	const isShared = element.kind === 'limit' && element.of === 'campaign';
	const declaration = isShared ? holderOf(rule, element) : rule;
	const count = isShared ? (view.campaign?.limits.length ?? 0) : view.counts[clause];
	const move = (to: number): Operation | null =>
		to < 0 || to >= count ? null : { kind: 'move-clause', declaration, clause, index, to };
	const copy: Operation = { kind: 'set-clause', declaration, clause, index: count, text: element.written };
	return {
		edit: element.kind === 'points' ? 'inside' : 'picker',
		moveUp: move(index - 1),
		moveDown: move(index + 1),
		remove: without(declaration, clause, index),
		more: [{ key: 'duplicate', title: says.duplicate, keys: 'Ctrl D', wish: copy }],
		connects: element.kind !== 'limit' || element.clause.most.kind === 'limit-formula',
	};
}

/** The ids of the cards by column, in the order in which the arrow keys walk them: along the flow, then down a column. */
export function walkOrder(view: RuleView, shape: Shape, isReadOnly: boolean): readonly (readonly string[])[] {
	const add = (id: string) => (isReadOnly ? [] : [id]);
	const inside: Readonly<Record<string, readonly string[]>> = {
		[LANE_ID]: [...conditionWalk(view.conditions, isReadOnly), ...add(ADD_CONDITION_ID)],
		[POINTS_ID]: [...idsOf(view.points), ...idsOf(view.multipliers), ...add(ADD_POINTS_ID)],
		[LIMITS_ID]: [...idsOf(view.limits), ...add(ADD_LIMIT_ID)],
	};
	const { transaction, schedule, lane, points, limits, result, filters } = stagesOf(view);
	const campaign = view.campaign ? [view.campaign.id, ...idsOf(view.campaign.limits)] : [];
	const first = [...campaign, view.note.id, transaction];
	const columns =
		shape === 'compact'
			? [[...first, ...schedule], lane, [...points, ...filters], [...limits, result]]
			: [first, schedule, lane, [...points, ...filters], limits, [result]];
	return columns.map((column) => column.flatMap((id) => inside[id] ?? [id])).filter((column) => column.length > 0);
}

/** Conditions, each group followed by what is in it and by the button that adds to it. */
function conditionWalk(conditions: readonly ConditionElement[], isReadOnly: boolean): string[] {
	return conditions.flatMap((element) => {
		if (!isGroup(element)) return [element.id];
		const add = isReadOnly ? [] : [addIntoId(element.id)];
		return [element.id, ...conditionWalk(element.inner, isReadOnly), ...add];
	});
}

/** The card that an arrow key leads to: `stage` along the flow, `place` within a stage; null at an end. */
export function neighbour(
	order: readonly (readonly string[])[],
	id: string,
	step: { stage?: number; place?: number },
): string | null {
	const stage = order.findIndex((ids) => ids.includes(id));
	if (stage < 0) return order[0]?.[0] ?? null;
	const place = (order[stage] as readonly string[]).indexOf(id);
	if (step.place !== undefined) return order[stage]?.[place + step.place] ?? null;
	const next = order[stage + (step.stage ?? 0)];
	return next ? entryOf(next) : null;
}

/** The card of a column that stands on the flow's own line. */
function entryOf(column: readonly string[]): string | null {
	const isAside = (id: string) => id === 'note' || id.startsWith('campaign');
	return column.find((id) => id === 'schedule') ?? column.find((id) => !isAside(id)) ?? null;
}

function idsOf(elements: readonly { readonly id: string }[]): string[] {
	return elements.map(({ id }) => id);
}
