import { print, type Plain, type AmountCondition } from '#grammar';
import type { Operation, Path } from '#compiler/edits';
import { nameNode } from '../fragments.ts';
import { holderOf } from '../limit-holder.ts';
import {
	type ConditionElement,
	conditionsOf,
	type LimitElement,
	type MultiplyElement,
	type PointsElement,
	type RuleElement,
	type RuleView,
} from '../view.ts';
import { withFilterOf } from './with-filter.ts';

/** A card that reads a cart filter. */
export type Reader = ConditionElement | PointsElement | MultiplyElement | LimitElement;

/** The cards of a rule that read a cart filter. */
export function targetsOf(view: RuleView): Reader[] {
	const conditions = conditionsOf(view).filter(({ condition: { kind } }) => kind === 'spend' || kind === 'quantity');
	const limits = view.limits.filter(({ clause }) => clause.most.kind === 'limit-formula');
	return [...conditions, ...view.points, ...view.multipliers, ...limits];
}

/** What makes a card read a cart filter. */
export function connection(declaration: Path, element: Reader, name: string): Operation {
	if (element.kind === 'condition') {
		const text = print({ ...element.condition, filter: nameNode(name) } as Plain<AmountCondition>);
		return { kind: 'set-condition', declaration, condition: element.path, text };
	}
	const clause = element.kind === 'points' ? 'earn' : element.kind;
	const holder = element.kind === 'limit' ? holderOf(declaration, element) : declaration;
	return { kind: 'set-clause', declaration: holder, clause, index: element.index, text: withFilterOf(element, name) };
}

/** Says whether a card may read a cart filter. */
export function reads(element: RuleElement): element is Reader {
	const { kind } = element;
	return kind === 'condition' || kind === 'points' || kind === 'multiply' || kind === 'limit';
}
