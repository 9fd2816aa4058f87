import type { Span } from '#grammar';
import { unreachable } from '#compiler';
import type { Operation } from '#compiler/edits';
import type { Shape } from './arrangement.ts';
import { LANE_ID, LIMITS_ID, POINTS_ID, stagesOf } from './layout.ts';
import type { RuleElement, RuleView } from './view.ts';

/** What can be done with a card from its menu and from the keyboard; null for what its kind or its place does not allow. */
export interface CardActions {
	/** Opens a picker, or steps into the card's own controls. */
	readonly edit: 'picker' | 'inside' | null;
	readonly moveUp: Operation | null;
	readonly moveDown: Operation | null;
	readonly remove: Operation | null;
	/** What `remove` is called here. */
	readonly removeLabel: string;
	readonly goTo: Span;
}

/** The ids of things on the canvas that are no element of the rule and yet are reached with the arrow keys. */
export const ADD_CONDITION_ID = 'add-condition';
export const ADD_POINTS_ID = 'add-points';
export const ADD_LIMIT_ID = 'add-limit';

/** What can be done with a card. */
export function actionsOf(view: RuleView, element: RuleElement, declaration: number): CardActions {
	const none = { edit: null, moveUp: null, moveDown: null, remove: null, removeLabel: 'Remove', goTo: element.focusSpan };
	const clause = (name: 'about' | 'active' | 'earn' | 'limit', index = 0): Operation => ({
		kind: 'set-clause',
		declaration,
		clause: name,
		index,
		text: null,
	});
	switch (element.kind) {
		case 'condition': {
			const { index } = element;
			const move = (to: number): Operation | null =>
				to < 0 || to >= view.conditions.length ? null : { kind: 'move-condition', declaration, condition: index, to };
			const remove: Operation = { kind: 'remove-condition', declaration, condition: index };
			const edit = element.condition.kind === 'always' ? null : element.condition.kind === 'raw' ? 'inside' : 'picker';
			return { ...none, edit, moveUp: move(index - 1), moveDown: move(index + 1), remove };
		}
		case 'points':
			return { ...none, edit: 'inside', remove: clause('earn', element.index) };
		case 'limit':
			return { ...none, edit: 'picker', remove: clause('limit', element.index) };
		case 'text':
			return { ...none, edit: 'inside', remove: { kind: 'set-text', declaration, span: element.span, text: '' } };
		case 'note':
			return { ...none, edit: 'picker', remove: element.clause && clause('about'), removeLabel: 'Remove the description' };
		case 'schedule':
			return { ...none, edit: 'picker', remove: element.active && clause('active'), removeLabel: 'Remove the dates' };
		case 'filter':
		case 'transaction':
		case 'result':
			return none;
		default:
			return unreachable(element);
	}
}

/** The ids of the cards by column, in the order in which the arrow keys walk them: along the flow, then down a column. */
export function walkOrder(view: RuleView, shape: Shape, isReadOnly: boolean): readonly (readonly string[])[] {
	const add = (id: string) => (isReadOnly ? [] : [id]);
	const inside: Readonly<Record<string, readonly string[]>> = {
		[LANE_ID]: [...idsOf(view.conditions), ...add(ADD_CONDITION_ID)],
		[POINTS_ID]: [...idsOf(view.points), ...add(ADD_POINTS_ID)],
		[LIMITS_ID]: [...idsOf(view.limits), ...(view.limits.length === 0 ? add(ADD_LIMIT_ID) : [])],
	};
	const { transaction, schedule, lane, points, limits, result, filters } = stagesOf(view);
	const first = [view.note.id, transaction];
	const columns =
		shape === 'compact'
			? [[...first, ...schedule], lane, [...points, ...filters], [...limits, result]]
			: [first, schedule, lane, [...points, ...filters], limits, [result]];
	return columns.map((column) => column.flatMap((id) => inside[id] ?? [id])).filter((column) => column.length > 0);
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
	return column.find((id) => id === 'schedule') ?? column.find((id) => id !== 'note') ?? null;
}

function idsOf(elements: readonly { readonly id: string }[]): string[] {
	return elements.map(({ id }) => id);
}
