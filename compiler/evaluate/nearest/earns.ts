/** The least further spend by which a rule that matches, and earns less than a unit, would have given something. */
import { ONE, compareRationals, rationalFromFraction } from '../../domain/rational.ts';
import { type Line, MAX_AMOUNT_MINOR } from '../../domain/transaction.ts';
import { monotonicity } from '../../formula/index.ts';
import type { PlanCondition, PlanEarn, PlanFilter, PlanItemsFilter, PlanRule } from '../../plan/plan.ts';
import { placeIn } from '../../plan/places.ts';
import { appraise, type Candidate, candidatesOf, multipliersOf } from '../awards.ts';
import { type Facts, gatherCartFacts } from '../facts.ts';
import { type Cart, chooses, measureOf } from '../filters.ts';
import { matchRule } from '../matching.ts';
import type { AppliedMultiplier } from '../outcome.ts';
import { evaluateGrants } from '../reference.ts';
import { roundAwards } from '../rounding.ts';
import type { ConditionChange } from './change.ts';
import { unreduced } from './conditions.ts';
import { easiest } from './effort.ts';

/**
 * The least that has to be added to a filter of a rule's earns for it to give a unit, all else as it is; null where that is not
 * known: where on the way more is worth less, where other awards, rules or sets have a say in it, and where nothing is enough.
 */
export function nearestEarning(rule: PlanRule, facts: Facts): ConditionChange | null {
	const active = actingOn(rule, facts);
	if (active === null) return null;
	const index = facts.plan.rules.indexOf(rule);
	const candidates = candidatesOf([index], facts).filter(({ source }) => source.kind === 'rule');
	const earns = candidates.flatMap((candidate) => candidate.earns.map(({ earn }) => earn));
	const filters = new Set(earns.flatMap(({ amount }) => (amount.filter === null ? [] : [amount.filter])));
	return easiest([...filters].flatMap((filter) => fedBy(filter, { rule, index, earns, candidates, active }, facts) ?? []));
}

interface Earning {
	readonly rule: PlanRule;
	readonly index: number;
	readonly earns: readonly PlanEarn[];
	readonly candidates: readonly Candidate[];
	readonly active: readonly AppliedMultiplier[];
}

function fedBy(filter: number, earning: Earning, facts: Facts): ConditionChange | null {
	const { rule, index, earns, candidates, active } = earning;
	const after = feeding(facts.plan.filters[filter], facts);
	if (!after) return null;
	const gives = (by: number) => {
		const fed = after(by);
		const exact = candidates.map((candidate) => appraise(candidate, active, fed));
		return roundAwards(exact, active, fed).some((units) => compareRationals(units, ONE) >= 0);
	};
	const more = firstThat(gives);
	if (more === null || !neverFalls(earns, facts, after(more)) || !isGiven(index, after(more))) return null;
	const earn = earns.find(({ amount }) => amount.filter === filter);
	const measure = measureOf(facts.plan.filters[filter] as PlanFilter);
	return { kind: 'amount', span: earn ? placeIn(rule, earn) : rule.span, filter, measure, more, less: null };
}

/** The multipliers of a rule's award, whatever is spent; null where spending has a say in them, or in whether the rule stays. */
function actingOn(rule: PlanRule, facts: Facts): readonly AppliedMultiplier[] | null {
	const { rules, program } = facts.plan;
	// Elsewhere what rounding gives depends on other awards, or on the items for which it is spent.
	if (program.roundingPlace !== 'award' || rule.exclusive !== null) return null;
	const others = rules.filter(({ multipliers }) => multipliers.some(({ what }) => what !== 'this'));
	const isOpen = others.some(
		(each) => each === rule || each.exclusive !== null || each.conditions.some((condition) => asksForAmounts(condition)),
	);
	if (isOpen) return null;
	const matching = [rule, ...others.filter((each) => matchRule(each, facts).whyNot === null)];
	const active = multipliersOf(
		matching.map((each) => rules.indexOf(each)),
		facts,
	);
	// What is owed to some items depends on what is bought.
	return active.every(({ on }) => on === null) ? active : null;
}

/** Says whether a condition asks for what further spend, or an attribute that is counted, moves. */
function asksForAmounts(condition: PlanCondition): boolean {
	if ('conditions' in condition) return condition.conditions.some((part) => asksForAmounts(part));
	const { kind } = condition;
	return kind === 'spend' || kind === 'quantity' || kind === 'attribute';
}

/** Says whether no earn gives less for more, from what its filter amounts to now up to what it amounts to then. */
function neverFalls(earns: readonly PlanEarn[], { amounts }: Facts, fed: Facts): boolean {
	return earns.every(({ amount }) => {
		if (amount.filter === null) return true;
		if (amount.kind === 'steps') return rationalFromFraction(amount.points).numerator >= 0n;
		const [low, high] = [amounts[amount.filter] ?? 0, fed.amounts[amount.filter] ?? 0];
		return low === high || ['rising', 'constant'].includes(monotonicity(amount, low, high));
	});
}

/** The least from 1 to the most that can be spent at once for which something holds that goes on holding; null where none is found. */
function firstThat(holds: (by: number) => boolean): number | null {
	let [low, high] = [0, 1];
	while (!holds(high)) {
		if (high === MAX_AMOUNT_MINOR) return null;
		[low, high] = [high, Math.min(high * 2, MAX_AMOUNT_MINOR)];
	}
	while (high - low > 1) {
		const middle = low + Math.floor((high - low) / 2);
		if (holds(middle)) high = middle;
		else low = middle;
	}
	return high;
}

/** Says whether a rule gives something, once conditions and limits have had their say too. */
function isGiven(index: number, facts: Facts): boolean {
	const { outcome } = evaluateGrants(facts);
	return outcome.kind === 'awarded' && outcome.awards.some(({ source }) => source.kind === 'rule' && source.index === index);
}

/** The facts with so much more of what a filter counts, net of discounts; null where spending adds nothing to it. */
function feeding(filter: PlanFilter | undefined, facts: Facts): ((by: number) => Facts) | null {
	const { plan, cart, transaction, state } = facts;
	if (!filter || filter.kind === 'paid') return null;
	if (filter.kind === 'attribute') {
		const name = plan.attributes[filter.attribute]?.name ?? '';
		const before = unreduced(filter, facts);
		return (by) => {
			const attributes = { ...transaction.attributes, [name]: { kind: 'number', millionths: before + by } } as const;
			return gatherCartFacts(plan, { ...cart, transaction: { ...transaction, attributes } }, state);
		};
	}
	const item = filter.kind === 'items' ? itemOf(filter) : ITEM;
	if (item === null || transaction.event !== 'purchase') return null;
	const isQuantity = filter.kind === 'items' && filter.isQuantity;
	return (by) => {
		const line = { ...item, ...(isQuantity ? { quantityThousandths: by } : { amountMinor: by }) };
		return gatherCartFacts(plan, withLine(cart, line), state);
	};
}

/** Discounts, and what is paid with points, stay as they were spread. */
function withLine({ transaction, discountShares, paidShares }: Cart, line: Line): Cart {
	return {
		transaction: { ...transaction, lines: [...transaction.lines, line] },
		discountShares: [...discountShares, 0],
		paidShares: [...paidShares, 0],
	};
}

const ITEM: Line = { sku: '', category: null, subcategory: null, combo: null, quantityThousandths: 0, amountMinor: 0 };

/** An item of nothing that a filter chooses; null where there can be none. */
function itemOf(filter: PlanItemsFilter): Line | null {
	const named = filter.selectors.flatMap(({ by, names }) =>
		names.map((name) => ({ ...ITEM, [by === 'item' ? 'sku' : by]: name })),
	);
	return [ITEM, ...named].find((item) => chooses(filter, item)) ?? null;
}
