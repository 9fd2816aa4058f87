import {
	type Fraction,
	isZeroRational,
	MAX_POINT_UNITS,
	multiplyRationals,
	ONE,
	fractionOf,
	type Plan,
	type PlanRule,
	rationalFromFraction,
	roundToUnits,
	sumOfEarns,
} from '#compiler';
import { type AmountRange, failingRanges, passes, thresholdsOf } from './spend-range.ts';

/** The members whose points run along one line. */
export interface CurveSeries {
	/** Tiers with the same multiplier, from the lowest; none where the program has no tiers. */
	readonly tiers: readonly string[];
	readonly multiplier: Fraction;
}

/** The points at one amount, exact. */
export interface CurvePoint {
	/** What is given, in point units. */
	readonly units: number;
	/** Why it is less than the formula says. */
	readonly because: 'spend condition' | 'division by zero' | 'rule limit' | 'program limit' | 'too large' | null;
}

/** The points of a rule along the amount of one cart filter; its other conditions are taken to hold. */
export interface Curve {
	/** Index of the cart filter in the plan. */
	readonly filter: number;
	readonly filterName: string;
	/** The filter is part of the formula or of a spend condition; otherwise it only stands for any spend. */
	readonly depends: boolean;
	/** The last amount worth showing, in minor units. */
	readonly highMinor: number;
	readonly series: readonly CurveSeries[];
	readonly failing: readonly AmountRange[];
	/** The amounts that spend conditions compare with. */
	readonly thresholds: readonly number[];
	readonly ruleLimitUnits: number | null;
	/** The points at a whole minor amount for members of a series, by its index. */
	readonly at: (minor: number, series: number) => CurvePoint;
}

/** The most lines that one picture can tell apart. */
const MOST_SERIES = 4;

/** The curve of a rule, by its index in the plan. `amounts` are the sample's, by filter: what other filters are taken to be. */
export function curveOf(plan: Plan, index: number, amounts: readonly number[]): Curve | null {
	const rule = plan.rules[index];
	if (!rule || rule.earns.length === 0) return null;
	const used = axisOf(rule);
	const filter = used ?? 0;
	const tests = rule.conditions.flatMap((condition) =>
		condition.kind === 'spend' && condition.filter === filter ? [condition.test] : [],
	);
	const series = seriesOf(plan, rule);
	const at = (minor: number, which: number): CurvePoint => {
		if (!tests.every((test) => passes(test, minor))) return { units: 0, because: 'spend condition' };
		const multiplier = series[which]?.multiplier;
		const { base, dividedByZero } = sumOfEarns(rule.earns, (other) => (other === filter ? minor : (amounts[other] ?? 0)));
		const exact = multiplyRationals(base, multiplier ? rationalFromFraction(multiplier) : ONE);
		if (isZeroRational(exact)) return { units: 0, because: dividedByZero.length > 0 ? 'division by zero' : null };
		return limited(plan, rule, roundToUnits(exact, plan.program));
	};
	const thresholds = thresholdsOf(tests);
	const curve = { filter, filterName: plan.filters[filter]?.name ?? '', depends: used !== null, series, thresholds, at };
	const highMinor = highOf(plan, rule, thresholds, amounts[filter] ?? 0, (minor) => at(minor, 0));
	return { ...curve, failing: failingRanges(tests), ruleLimitUnits: rule.limitUnits, highMinor };
}

/** Index of the filter that a rule's points depend on; null for a rule whose points depend on none. */
export function curveFilter(plan: Plan, index: number): number | null {
	const rule = plan.rules[index];
	return rule ? axisOf(rule) : null;
}

/** The formula's filter, else that of a spend condition. */
function axisOf({ earns, conditions }: PlanRule): number | null {
	const earning = earns.find((earn) => earn.filter !== null)?.filter;
	if (earning !== undefined && earning !== null) return earning;
	const condition = conditions.find(({ kind }) => kind === 'spend');
	return condition?.kind === 'spend' ? condition.filter : null;
}

function limited({ program }: Plan, rule: PlanRule, wanted: bigint): CurvePoint {
	if (wanted > BigInt(MAX_POINT_UNITS)) return { units: 0, because: 'too large' };
	const wantedUnits = Number(wanted);
	const byRule = rule.limitUnits === null ? wantedUnits : Math.min(wantedUnits, rule.limitUnits);
	const units = program.limitUnits === null ? byRule : Math.min(byRule, program.limitUnits);
	if (units < byRule) return { units, because: 'program limit' };
	return { units, because: byRule < wantedUnits ? 'rule limit' : null };
}

/** The tiers that the rule is for, gathered by their multiplier. */
function seriesOf({ tiers }: Plan, rule: PlanRule): CurveSeries[] {
	const one = fractionOf(ONE);
	const byMultiplier = new Map<string, CurveSeries>();
	for (const { name, multiplier } of tiers.steps) {
		if (!isFor(rule, name)) continue;
		const factor = multiplier ?? one;
		const key = `${factor.numerator}/${factor.denominator}`;
		byMultiplier.set(key, { tiers: [...(byMultiplier.get(key)?.tiers ?? []), name], multiplier: factor });
	}
	const all = [...byMultiplier.values()];
	return all.length === 0 ? [{ tiers: [], multiplier: one }] : all.slice(-MOST_SERIES);
}

function isFor({ conditions }: PlanRule, tier: string): boolean {
	return conditions.every((condition) => condition.kind !== 'tier' || condition.names.includes(tier) !== condition.negated);
}

/** The widest amount that is looked at for a limit, in currency units. */
const FARTHEST = 10_000_000;
/** How much farther than the rest of the picture a limit may lie. */
const LIMIT_REACH = 6;

/** An amount by which everything has happened: thresholds, the sample, and the limit where it is not too far away. */
function highOf(
	{ program }: Plan,
	rule: PlanRule,
	thresholds: readonly number[],
	sampleMinor: number,
	at: (minor: number) => CurvePoint,
): number {
	const unit = 10 ** program.currencyDecimals;
	const base = Math.max(100 * unit, sampleMinor * 1.5, ...thresholds.map((threshold) => threshold * 2));
	if (rule.limitUnits === null) return niceAbove(base);
	const reached = limitReached(unit, at);
	if (reached === null || reached > base * LIMIT_REACH) return niceAbove(base);
	return niceAbove(Math.max(base, reached * 1.1));
}

/** About where the points of a growing formula meet the rule's limit; null where they do not within reach. */
function limitReached(unit: number, at: (minor: number) => CurvePoint): number | null {
	let high = unit;
	while (at(high).because !== 'rule limit') {
		if (high > FARTHEST * unit) return null;
		high *= 2;
	}
	let low = high / 2;
	while (high - low > unit) {
		const middle = Math.round((low + high) / 2);
		if (at(middle).because === 'rule limit') high = middle;
		else low = middle;
	}
	return high;
}

/** The next of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten, as a whole number. */
export function niceAbove(value: number): number {
	const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
	const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= value) ?? 10;
	return Math.ceil(step * power);
}

/** Amounts for a table: even steps, and the amounts at which something happens with the ones just before them. */
export function tableAmounts({ highMinor, thresholds, failing }: Curve): number[] {
	const step = Math.max(1, niceAbove(highMinor / 12));
	const even = Array.from({ length: Math.floor(highMinor / step) + 1 }, (_, at) => at * step);
	const edges = [...thresholds, ...failing.flatMap(({ from, to }) => [from, ...(to === null ? [] : [to, to + 1])])];
	const all = [...even, ...edges].filter((minor) => minor >= 0 && minor <= highMinor);
	return [...new Set(all)].sort((a, b) => a - b);
}
