/** The points of earns at one amount, as a plot shows them: before limits, and without what only a whole transaction can say. */
import {
	addRationals,
	compareRationals,
	divideRationals,
	floorRational,
	multiplyRationals,
	ONE,
	powerOfTen,
	type Rational,
	rational,
	rationalFromFraction,
	rationalFromInteger,
	signOfRational,
	subtractRationals,
	ZERO,
} from '../domain/rational.ts';
import { roundRational } from '../domain/rounding.ts';
import { valueAt } from '../formula/analyse.ts';
import type { Plan, PlanEarn, PlanMultiplier, PlanProgram, PlanSteps } from '../plan/plan.ts';

/** The sum of earns, each clamped at 0 and with its floor. One that divides by zero gives 0 and is named by its index. */
export interface EarnedBase {
	/** Both parts together. */
	readonly base: Rational;
	/** The part on which no multiplier acts. */
	readonly exempt: Rational;
	readonly dividedByZero: readonly number[];
}

/** Adds up earns for one recipient, given the amount of a filter by its index. */
export function sumOfEarns(earns: readonly PlanEarn[], amountOf: (filter: number) => number): EarnedBase {
	let base = ZERO;
	let exempt = ZERO;
	const dividedByZero: number[] = [];
	for (const [index, earn] of earns.entries()) {
		const value = pointsOf(earn, amountOf);
		if (value === 'undefined') {
			dividedByZero.push(index);
			continue;
		}
		base = addRationals(base, value);
		if (earn.exempt) exempt = addRationals(exempt, value);
	}
	return { base, exempt, dividedByZero };
}

/** The points of one earn: never below 0, nor below its floor where its filter is above 0. */
function pointsOf({ amount, atLeast }: PlanEarn, amountOf: (filter: number) => number): Rational | 'undefined' {
	const x = amount.filter === null ? null : amountOf(amount.filter);
	const points = amount.kind === 'steps' ? steps(amount, x ?? 0) : valueAt(amount, x ?? 0);
	if (points === 'undefined') return points;
	const floor = atLeast !== null && x !== 0 ? rationalFromFraction(atLeast) : ZERO;
	return compareRationals(points, floor) >= 0 ? points : floor;
}

/** Full steps only. */
function steps({ step, points }: PlanSteps, x: number): Rational {
	const full = divideRationals(rationalFromInteger(x), rationalFromFraction(step)) ?? ZERO;
	return multiplyRationals(rationalFromInteger(floorRational(full)), rationalFromFraction(points));
}

/** What multipliers that act on all of an award come to: those of `base` add up, the others compound; narrowed ones are left out. */
export function scaleOf(multipliers: readonly Pick<PlanMultiplier, 'what' | 'on' | 'factor'>[]): Rational {
	let base = ONE;
	let scale = ONE;
	for (const { what, on, factor } of multipliers) {
		if (on !== null) continue;
		if (what === 'base') base = addRationals(base, subtractRationals(rationalFromFraction(factor), ONE));
		else scale = multiplyRationals(scale, rationalFromFraction(factor));
	}
	return signOfRational(base) < 0 ? ZERO : multiplyRationals(base, scale);
}

/** What a member's tier multiplies every award of a purchase by, rules' and its own; 1 where it does not or there is none. */
export function tierMultiplier(plan: Plan, tier: string | null): Rational {
	const multipliers = plan.tiers.steps.find(({ name }) => name === tier)?.multipliers ?? [];
	// What acts on the tier's own award alone says nothing of the others.
	return scaleOf(multipliers.filter(({ what }) => what !== 'this'));
}

/** Exact points as whole point units, rounded as the program says. */
export function roundToUnits(points: Rational, { pointDecimals, rounding }: PlanProgram): bigint {
	return roundRational(multiplyRationals(points, rational(powerOfTen(pointDecimals))), rounding);
}

/** The points of one award at one amount: before limits, with no other multiplier than the tier's. */
export interface PointsAt {
	/** In points, not rounded. */
	readonly exact: Rational;
	/** Rounded point units; they may exceed what a transaction can give. */
	readonly units: bigint;
	/** Indexes of earns that divide by zero at this amount. */
	readonly dividedByZero: readonly number[];
}

/** What earns give on a purchase where every filter they use amounts to `amount`, for a member of a tier (null: none). */
export function pointsAt(plan: Plan, earns: readonly PlanEarn[], amount: number, tier: string | null): PointsAt {
	const { base, exempt, dividedByZero } = sumOfEarns(earns, () => amount);
	const multiplied = multiplyRationals(subtractRationals(base, exempt), tierMultiplier(plan, tier));
	const exact = addRationals(exempt, multiplied);
	return { exact, units: roundToUnits(exact, plan.program), dividedByZero };
}
