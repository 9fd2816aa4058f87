/** From earns and amounts to point units: the exact part of an award, before any limit. */
import {
	powerOfTen,
	addRationals,
	multiplyRationals,
	ONE,
	type Rational,
	rational,
	rationalFromFraction,
	signOfRational,
	ZERO,
} from '../domain/rational.ts';
import { roundRational } from '../domain/rounding.ts';
import { valueAt } from '../formula/analyse.ts';
import type { Plan, PlanFormula, PlanProgram } from '../plan/plan.ts';

/** The sum of earns, each clamped at 0. One that divides by zero gives 0 and is named by its index. */
export interface EarnedBase {
	readonly base: Rational;
	readonly dividedByZero: readonly number[];
}

/** Adds up earns, given the amount of a filter by its index. */
export function sumOfEarns(earns: readonly PlanFormula[], amountOf: (filter: number) => number): EarnedBase {
	let base = ZERO;
	const dividedByZero: number[] = [];
	for (const [index, earn] of earns.entries()) {
		const value = valueAt(earn, earn.filter === null ? 0 : amountOf(earn.filter));
		if (value === 'undefined') dividedByZero.push(index);
		else if (signOfRational(value) > 0) base = addRationals(base, value);
	}
	return { base, dividedByZero };
}

/** What a member's tier multiplies every award of a purchase by; 1 where it does not or there is none. */
export function tierMultiplier(plan: Plan, tier: string | null): Rational {
	const multiplier = plan.tiers.steps.find(({ name }) => name === tier)?.multiplier ?? null;
	return multiplier === null ? ONE : rationalFromFraction(multiplier);
}

/** Exact points as whole point units, rounded as the program says. */
export function roundToUnits(points: Rational, { pointDecimals, rounding }: PlanProgram): bigint {
	return roundRational(multiplyRationals(points, rational(powerOfTen(pointDecimals))), rounding);
}

/** The points of one award at one amount, as a plot shows them: before limits. */
export interface PointsAt {
	/** In points, with the tier's multiplier, not rounded. */
	readonly exact: Rational;
	/** Rounded point units; they may exceed what a transaction can give. */
	readonly units: bigint;
	/** Indexes of earns that divide by zero at this amount. */
	readonly dividedByZero: readonly number[];
}

/** What earns give where every filter they use amounts to `minor`, for a member of a tier (null: none). */
export function pointsAt(plan: Plan, earns: readonly PlanFormula[], minor: number, tier: string | null): PointsAt {
	const { base, dividedByZero } = sumOfEarns(earns, () => minor);
	const exact = multiplyRationals(base, tierMultiplier(plan, tier));
	return { exact, units: roundToUnits(exact, plan.program), dividedByZero };
}
