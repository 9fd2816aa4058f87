/** A rule or a tier made ready: what it asks for, what it earns, and whether its award can be worked out in plain numbers. */
import { multiplyRationals, powerOfTen, rational } from '../../domain/rational.ts';
import type { Plan, PlanCampaign, PlanEarn, PlanLimit, PlanMultiplier, PlanRule } from '../../plan/plan.ts';
import { type AwardSource, MAX_POINT_UNITS } from '../outcome.ts';
import { sumOfEarns } from '../points.ts';
import { type Quotient, quotientOf } from './quotient.ts';
import { isPlain, product, type Scale, scaleOfAll, SCALE_ONE } from './scales.ts';
import type { Scene } from './scene.ts';
import { roundRational } from '../../domain/rounding.ts';

type LimitOfTimes = Extract<PlanLimit, { readonly kind: 'times' }>;

/** What awards, with all that is the same for every transaction. */
export interface Performer {
	readonly source: AwardSource;
	readonly earns: readonly PlanEarn[];
	/** What it earns in doubles; null where that is never exact. */
	readonly quotient: Quotient | null;
	/** No multiplier acts on it. */
	readonly isExempt: boolean;
	/** Multipliers of its own award alone. */
	readonly own: Scale;
	/** The most that its limits of one transaction alone leave; infinite where {@link limits} say more. */
	readonly cap: number;
	/** Its limits of points, where they are more than one cap. */
	readonly limits: readonly PlanLimit[];
	readonly times: readonly LimitOfTimes[];
	/** The smallest index of what its limits count; infinite where they count nothing. */
	readonly firstUsage: number;
	/** Index of its campaign. */
	readonly campaign: number | null;
	/** It takes part in what only the readable evaluator works out: shares of budgets, parts of awards, sides of a referral. */
	readonly isDelegated: boolean;
	/** Its multipliers act on every award. */
	readonly multiplies: boolean;
	/** Index of its exclusive set, or -1. */
	readonly exclusive: number;
}

/** A rule as a performer. */
export function rulePerformer(rule: PlanRule, index: number, plan: Plan, quotient: Quotient | null): Performer {
	const campaign = rule.campaign === null ? null : (plan.campaigns[rule.campaign] ?? null);
	const { earns, limits, multipliers } = rule;
	const ofPoints = limits.filter(({ kind }) => kind !== 'times');
	const cap = capOf(ofPoints);
	return {
		source: { kind: 'rule', index, name: rule.name },
		...earningOf(earns),
		quotient,
		own: scaleOfAll(multipliers.filter(({ what }) => what === 'this')),
		cap: cap ?? Number.POSITIVE_INFINITY,
		limits: cap === null ? ofPoints : [],
		times: limits.filter((limit): limit is LimitOfTimes => limit.kind === 'times'),
		firstUsage: firstUsageOf(rule),
		campaign: rule.campaign,
		isDelegated: isDelegatedRule(rule, campaign),
		multiplies: multipliers.some(({ what }) => what !== 'this'),
		exclusive: rule.exclusive ?? -1,
	};
}

/** What a tier earns by itself, as a performer; null where it earns nothing. */
export function tierPerformer(tier: number, plan: Plan): Performer | null {
	const step = plan.tiers.steps[tier];
	if (!step || step.earns.length === 0) return null;
	const { name, earns, multipliers } = step;
	const own = scaleOfAll(multipliers.filter(({ what }) => what === 'this'));
	return {
		source: { kind: 'tier', index: tier, name },
		...earningOf(earns),
		quotient: quotientOf(earns, plan.filters),
		own,
		cap: Number.POSITIVE_INFINITY,
		limits: [],
		times: [],
		firstUsage: NO_USAGE,
		campaign: null,
		isDelegated: isMixed(earns),
		multiplies: false,
		exclusive: -1,
	};
}

function earningOf(earns: readonly PlanEarn[]): Pick<Performer, 'earns' | 'isExempt'> {
	return { earns, isExempt: earns.length > 0 && earns.every(({ exempt }) => exempt) };
}

const NO_USAGE = Number.POSITIVE_INFINITY;

/** The smallest index of a usage among a rule's limits; infinite where there is none. */
export function firstUsageOf({ limits }: PlanRule): number {
	let first = NO_USAGE;
	for (const limit of limits) {
		if (limit.kind !== 'formula' && limit.usage !== null && limit.usage < first) first = limit.usage;
	}
	return first;
}

/** Some of it is exempt from multipliers and some is not. */
function isMixed(earns: readonly PlanEarn[]): boolean {
	return new Set(earns.map(({ exempt }) => exempt)).size > 1;
}

function isDelegatedRule({ earns, multipliers }: PlanRule, campaign: PlanCampaign | null): boolean {
	if (isMixed(earns) || earns.some(({ recipient }) => recipient === 'referred')) return true;
	if (campaign && (campaign.limits.length > 0 || campaign.budgetUnits !== null)) return true;
	return multipliers.length > 1 || !isPlain(multipliers);
}

/** The one number that limits of a transaction come to; null where there are others. */
export function capOf(limits: readonly PlanLimit[]): number | null {
	let cap = Number.POSITIVE_INFINITY;
	for (const limit of limits) {
		if (limit.kind !== 'points' || limit.usage !== null || limit.orNothing) return null;
		cap = Math.min(cap, limit.units);
	}
	return cap;
}

/** Says whether a rule's multiplier changes an award at all. */
export function changes(multipliers: readonly PlanMultiplier[]): boolean {
	return multipliers.some(({ factor }) => factor.numerator !== factor.denominator);
}

/** The units that a performer wants, in big numbers; infinite where they are more than a transaction can give. */
export function wantedExactly(performer: Performer, scene: Scene, scale: Scale, { program }: Plan): number {
	const { base } = sumOfEarns(performer.earns, (filter) => scene.amount(filter));
	const acting = performer.isExempt ? SCALE_ONE : product(scale, performer.own);
	const points = multiplyRationals(base, acting.exact);
	const units = roundRational(multiplyRationals(points, rational(powerOfTen(program.pointDecimals))), program.rounding);
	return units > MAX_POINT_UNITS ? Number.POSITIVE_INFINITY : Number(units);
}
