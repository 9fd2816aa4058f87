import {
	addRationals,
	type AppliedMultiplier,
	compareRationals,
	type CutBy,
	isZeroRational,
	MAX_POINT_UNITS,
	multiplyRationals,
	ONE,
	type Plan,
	type PlanLimit,
	type PlanRule,
	powerOfTen,
	type Rational,
	rational,
	rationalFromFraction,
	rationalFromInteger,
	roundRational,
	scaleOf,
	subtractRationals,
	sumOfEarns,
	valueAt,
	ZERO,
} from '#compiler';

/** The points at one amount, exact. */
export interface CurvePoint {
	/** What is given, in point units. */
	readonly units: number;
	/** Why it is less than the formula says. */
	readonly because: 'spend condition' | 'division by zero' | CutBy | 'too large' | null;
}

/** Whole amounts, by index into the plan's filters. */
export type Amounts = readonly number[];

/**
 * What a rule gives to a member who has used up nothing yet, at given amounts. Of the multipliers those that act on a filter's
 * part alone must act on that of `axis`, and its items are all that changes with it.
 */
export function awardAt(
	plan: Plan,
	rule: PlanRule,
	multipliers: readonly AppliedMultiplier[],
	amounts: Amounts,
	axis: number,
): CurvePoint {
	const { program } = plan;
	const base = baseOf(rule, amounts);
	const exact = multiplied(base, baseOf(rule, amounts.with(axis, 0)), multipliers);
	if (isZeroRational(exact)) return { units: 0, because: base.isUndefined ? 'division by zero' : null };
	const units = multiplyRationals(exact, rational(powerOfTen(program.pointDecimals)));
	const round = (value: Rational) => rationalFromInteger(roundRational(value, program.rounding));
	const wanted = program.roundingPlace === 'carried' ? units : round(units);
	if (compareRationals(wanted, rationalFromInteger(MAX_POINT_UNITS)) > 0) return { units: 0, because: 'too large' };
	const given = limited(wanted, capsOf(plan, rule, amounts));
	return { units: Number(round(given.units).numerator), because: given.cutBy };
}

interface Base {
	readonly multipliable: Rational;
	readonly exempt: Rational;
	readonly isUndefined: boolean;
}

function baseOf({ earns }: PlanRule, amounts: Amounts): Base {
	const own = earns.filter(({ recipient }) => recipient !== 'referred');
	const { base, exempt, dividedByZero } = sumOfEarns(own, (filter) => amounts[filter] ?? 0);
	return { multipliable: subtractRationals(base, exempt), exempt, isUndefined: dividedByZero.length > 0 };
}

/** A narrowed factor acts on what the axis adds to the base, and the others on all of that. */
function multiplied(base: Base, without: Base, multipliers: readonly AppliedMultiplier[]): Rational {
	const owed = subtractRationals(base.multipliable, without.multipliable);
	let narrowed = base.multipliable;
	for (const { on, factor } of multipliers) {
		if (on === null) continue;
		narrowed = addRationals(narrowed, multiplyRationals(subtractRationals(rationalFromFraction(factor), ONE), owed));
	}
	return notNegative(addRationals(base.exempt, multiplyRationals(notNegative(narrowed), scaleOf(multipliers))));
}

interface Cap {
	readonly cutBy: CutBy;
	readonly units: Rational;
	readonly orNothing: boolean;
}

/** Everything that cuts an award of a rule, in the order of taking. */
function capsOf({ program, campaigns }: Plan, rule: PlanRule, amounts: Amounts): Cap[] {
	const caps = (cutBy: CutBy, limits: readonly PlanLimit[]) =>
		limits.flatMap((limit): Cap[] => {
			const units = capUnits(limit, amounts, program.pointDecimals);
			return units === null || limit.kind === 'times' ? [] : [{ cutBy, units, orNothing: limit.orNothing }];
		});
	const campaign = rule.campaign === null ? undefined : campaigns[rule.campaign];
	const budget = campaign?.budgetUnits ?? null;
	return [
		...caps('rule limit', rule.limits),
		...caps('campaign limit', campaign?.limits ?? []),
		...(budget === null
			? []
			: [{ cutBy: 'campaign budget' as const, units: rationalFromInteger(budget), orNothing: false }]),
		...caps('program limit', program.limits),
	];
}

/** The most points that a limit leaves in one transaction, in units, where none of it is used up; null for one of times. */
export function capUnits(limit: PlanLimit, amounts: Amounts, pointDecimals: number): Rational | null {
	if (limit.kind === 'times') return null;
	if (limit.kind === 'points') return rationalFromInteger(limit.units);
	const { formula } = limit;
	const points = valueAt(formula, formula.filter === null ? 0 : (amounts[formula.filter] ?? 0));
	if (points === 'undefined') return ZERO;
	const units = multiplyRationals(notNegative(points), rational(powerOfTen(pointDecimals)));
	return rationalFromInteger(roundRational(units, 'down'));
}

/** What caps leave, one after the other. */
function limited(wanted: Rational, caps: readonly Cap[]): { readonly units: Rational; readonly cutBy: CutBy | null } {
	let given: { units: Rational; cutBy: CutBy | null } = { units: wanted, cutBy: null };
	for (const { units, orNothing, cutBy } of caps) {
		if (compareRationals(given.units, units) > 0) given = { units: orNothing ? ZERO : units, cutBy };
	}
	return given;
}

function notNegative(value: Rational): Rational {
	return value.numerator < 0n ? ZERO : value;
}
