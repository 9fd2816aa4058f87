/** Steps 4 and 5: the exact points of every award before rounding and limits. */
import {
	addRationals,
	multiplyRationals,
	ONE,
	type Rational,
	rationalFromFraction,
	signOfRational,
	subtractRationals,
	ZERO,
} from '../domain/rational.ts';
import type { PlanEarn, PlanMultiplier, PlanRule } from '../plan/plan.ts';
import type { Facts } from './facts.ts';
import { chooses, filterAmounts } from './filters.ts';
import { isActive } from './matching.ts';
import type { AppliedMultiplier, AwardSource } from './outcome.ts';
import { scaleOf, sumOfEarns } from './points.ts';

/** Something that may award to somebody: a rule that matches, or the member's tier. */
export interface Candidate {
	readonly source: AwardSource;
	readonly recipient: 'member' | 'referred';
	/** Index of the campaign of the rule. */
	readonly campaign: number | null;
	/** Indexes of the earns among those of the source. */
	readonly earns: readonly { readonly index: number; readonly earn: PlanEarn }[];
}

/** The exact points of one candidate. */
export interface Exact {
	readonly candidate: Candidate;
	readonly base: Rational;
	readonly multipliers: readonly AppliedMultiplier[];
	/** After every multiplier, never below 0. */
	readonly exact: Rational;
	/** What the multipliers of each campaign add, in the order of the text; of campaigns that add something only. */
	readonly added: readonly { readonly campaign: number; readonly points: Rational }[];
	readonly dividedByZero: readonly number[];
}

/** The candidates of some rules in the order of taking: by priority, then the order of the text; the tier's own last. */
export function candidatesOf(rules: readonly number[], facts: Facts): Candidate[] {
	const { plan, state, transaction } = facts;
	const inOrder = [...rules].sort((a, b) => priorityOf(plan.rules[b]) - priorityOf(plan.rules[a]) || a - b);
	const candidates = inOrder
		.flatMap((index) => ruleCandidates(index, plan.rules[index] as PlanRule))
		.filter(({ recipient }) => recipient === 'member' || state.referred !== null);
	const index = plan.tiers.steps.findIndex(({ name }) => name === state.member?.tier);
	const tier = plan.tiers.steps[index];
	if (!tier || tier.earns.length === 0 || transaction.event !== 'purchase') return candidates;
	const source = { kind: 'tier', index, name: tier.name } as const;
	return [...candidates, { source, recipient: 'member', campaign: null, earns: indexed(tier.earns) }];
}

function priorityOf(rule: PlanRule | undefined): number {
	return rule?.priority ?? 0;
}

/** A rule awards at most once to each recipient. */
function ruleCandidates(index: number, { name, campaign, earns }: PlanRule): Candidate[] {
	const source = { kind: 'rule', index, name } as const;
	return (['member', 'referred'] as const).flatMap((recipient) => {
		const own = indexed(earns).filter(({ earn }) => (earn.recipient === 'referred') === (recipient === 'referred'));
		return own.length === 0 ? [] : [{ source, recipient, campaign, earns: own }];
	});
}

function indexed(earns: readonly PlanEarn[]): Candidate['earns'] {
	return earns.map((earn, index) => ({ index, earn }));
}

/** The multipliers that are active: the tier's on a purchase, those of active campaigns, and those of some rules. */
export function multipliersOf(rules: readonly number[], facts: Facts): AppliedMultiplier[] {
	const { plan, state, transaction } = facts;
	const all: AppliedMultiplier[] = [];
	const add = (source: AppliedMultiplier['source'], multipliers: readonly PlanMultiplier[]) => {
		for (const { what, on, factor } of multipliers) all.push({ source, what, on, factor });
	};
	const tier = plan.tiers.steps.findIndex(({ name }) => name === state.member?.tier);
	const step = plan.tiers.steps[tier];
	if (step && transaction.event === 'purchase') add({ kind: 'tier', index: tier, name: step.name }, step.multipliers);
	for (const index of rules) {
		const rule = plan.rules[index];
		if (rule) add({ kind: 'rule', index, name: rule.name }, rule.multipliers);
	}
	for (const [index, campaign] of plan.campaigns.entries()) {
		if (isActive(campaign, facts)) add({ kind: 'campaign', index, name: campaign.name }, campaign.multipliers);
	}
	return all;
}

/** The exact points of a candidate under some multipliers. */
export function appraise(candidate: Candidate, active: readonly AppliedMultiplier[], facts: Facts): Exact {
	const acting = active.filter(
		({ what, source }) =>
			what !== 'this' || (source.kind === candidate.source.kind && source.index === candidate.source.index),
	);
	const whole = baseOf(candidate, facts.amounts);
	const points = (multipliers: readonly AppliedMultiplier[]) => multiplied(candidate, whole, multipliers, facts);
	const own = acting.filter(({ source }) => source.kind !== 'campaign');
	const added: { campaign: number; points: Rational }[] = [];
	let before = points(own);
	for (const [campaign] of facts.plan.campaigns.entries()) {
		const upTo = acting.filter(({ source }) => source.kind !== 'campaign' || source.index <= campaign);
		if (!upTo.some(({ source }) => source.kind === 'campaign' && source.index === campaign)) continue;
		const after = points(upTo);
		added.push({ campaign, points: subtractRationals(after, before) });
		before = after;
	}
	const multipliers = whole.multipliable.numerator === 0n ? [] : acting;
	const base = addRationals(whole.multipliable, whole.exempt);
	return { candidate, base, multipliers, exact: before, added, dividedByZero: whole.dividedByZero };
}

interface Base {
	readonly multipliable: Rational;
	readonly exempt: Rational;
	readonly dividedByZero: readonly number[];
}

/** The sum of a candidate's earns at some amounts of filters. */
function baseOf({ earns }: Candidate, amounts: readonly number[]): Base {
	const summed = sumOfEarns(
		earns.map(({ earn }) => earn),
		(filter) => amounts[filter] ?? 0,
	);
	const dividedByZero = summed.dividedByZero.map((position) => earns[position]?.index ?? position);
	return { multipliable: subtractRationals(summed.base, summed.exempt), exempt: summed.exempt, dividedByZero };
}

/**
 * The points after multipliers: those of the base add up, those of points compound. A narrowed one acts on the part of the base
 * that is owed to its filter's items, scaled by the unnarrowed ones; several add up.
 */
function multiplied(candidate: Candidate, base: Base, multipliers: readonly AppliedMultiplier[], facts: Facts): Rational {
	let narrowed = base.multipliable;
	for (const { on, factor } of multipliers) {
		if (on === null) continue;
		const more = subtractRationals(rationalFromFraction(factor), ONE);
		narrowed = addRationals(narrowed, multiplyRationals(more, partOwedTo(on, candidate, base, facts)));
	}
	const points = addRationals(base.exempt, multiplyRationals(largest(narrowed, ZERO), scaleOf(multipliers)));
	return largest(points, ZERO);
}

/** The base with a filter's items less the base without them. Discounts stay as they were spread. */
function partOwedTo(filter: number, candidate: Candidate, { multipliable }: Base, { plan, cart }: Facts): Rational {
	const items = plan.filters[filter];
	if (items?.kind !== 'items') throw new Error('A multiplier was narrowed to what is no items filter');
	const without = filterAmounts(plan, cart, (line) => chooses(items, line));
	return subtractRationals(multipliable, baseOf(candidate, without).multipliable);
}

function largest(a: Rational, b: Rational): Rational {
	return signOfRational(subtractRationals(a, b)) >= 0 ? a : b;
}
