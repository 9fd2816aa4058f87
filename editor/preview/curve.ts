import {
	type AppliedMultiplier,
	ceilRational,
	type Fraction,
	multiplyRationals,
	type Plan,
	type PlanLimit,
	type PlanMultiplier,
	type PlanRule,
	rationalFromFraction,
	rationalFromInteger,
} from '#compiler';
import { type AmountUnit, unitOf } from '../canvas/amounts.ts';
import { type Amounts, awardAt, capUnits, type CurvePoint } from './curve-award.ts';
import { type AmountRange, boundsOf, canHold, comparedFilters, failingRanges, thresholdsOf } from './spend-range.ts';

/** The members whose points run along one line. */
export interface CurveSeries {
	/** Tiers with the same multipliers, from the lowest; none where the program has no tiers. */
	readonly tiers: readonly string[];
	/** The factors of these tiers; none where they multiply nothing that is drawn. */
	readonly factors: readonly Fraction[];
}

/** What cuts the points along the curve. */
export interface CurveLimit {
	readonly limit: Exclude<PlanLimit, { readonly kind: 'times' }>;
	/** Per day, per month; null in a single transaction. */
	readonly period: Plan['usages'][number]['period'] | null;
	/** The most point units at a whole amount, where none of it is used up. */
	readonly at: (amount: number) => number;
}

/** The points of a rule along the amount of one cart filter; its other conditions are taken to hold. */
export interface Curve {
	/** Index of the cart filter in the plan. */
	readonly filter: number;
	readonly filterName: string;
	/** What amounts along the curve are counted in. */
	readonly unit: AmountUnit;
	/** The filter is part of the formula or of a spend condition; otherwise it only stands for any spend. */
	readonly depends: boolean;
	/** The last amount worth showing, a whole one. */
	readonly high: number;
	readonly series: readonly CurveSeries[];
	readonly failing: readonly AmountRange[];
	/** The amounts that conditions compare with. */
	readonly thresholds: readonly number[];
	/** Other amounts at which the points jump, as far as the curve reaches. */
	readonly jumps: readonly number[];
	/** The rule's own limits of points. */
	readonly limits: readonly CurveLimit[];
	/** What multiplies on every line besides the tiers. */
	readonly multipliers: readonly AppliedMultiplier[];
	/** What multiplies the part of another filter's items, which the amount alone does not tell. */
	readonly leftOut: readonly AppliedMultiplier[];
	/** The points at a whole amount for members of a series, by its index. */
	readonly at: (amount: number, series: number) => CurvePoint;
}

/** What of the sample a curve takes over. */
export interface CurveSample {
	/** Amounts by filter: what filters besides the curve's own are taken to be. */
	readonly amounts: Amounts;
	/** What multiplied the rule's award, if it got one. */
	readonly multipliers: readonly AppliedMultiplier[];
}

/** The most lines that one picture can tell apart. */
const MOST_SERIES = 4;

/** The curve of a rule, by its index in the plan; null for one that earns nothing. */
export function curveOf(plan: Plan, index: number, sample: CurveSample): Curve | null {
	const rule = plan.rules[index];
	if (!rule || rule.earns.length === 0) return null;
	const used = axisOf(rule);
	const filter = used ?? 0;
	const counted = plan.filters[filter];
	if (!counted) return null;
	const amountsAt = (amount: number) =>
		plan.filters.map((_, other) => (other === filter ? amount : (sample.amounts[other] ?? 0)));
	const isDrawn = ({ on }: AppliedMultiplier) => on === null || on === filter;
	const common = commonMultipliers(plan, index, rule, sample);
	const lines = linesOf(plan, rule, isDrawn);
	const at = (amount: number, which: number): CurvePoint => {
		if (!canHold(rule.conditions, filter, amount)) return { units: 0, because: 'spend condition' };
		const multipliers = [...(lines[which]?.multipliers ?? []), ...common.filter(isDrawn)];
		return awardAt(plan, rule, multipliers, amountsAt(amount), filter);
	};
	const thresholds = thresholdsOf(boundsOf(rule.conditions, filter));
	const limits = limitsOf(plan, rule, amountsAt);
	const unit = unitOf(counted);
	const scale = { unit, thresholds, limits, sampleAmount: sample.amounts[filter] ?? 0, steps: stepsOn(rule, filter) };
	const high = Math.min(
		highOf(scale, (amount) => at(amount, 0)),
		mostOf(counted),
	);
	return {
		filter,
		filterName: counted.name,
		unit,
		depends: used !== null,
		high,
		series: lines.map(({ tiers, multipliers }) => ({ tiers, factors: multipliers.map(({ factor }) => factor) })),
		failing: failingRanges(rule.conditions, filter),
		thresholds,
		jumps: jumpsOf(rule, filter, high),
		limits,
		multipliers: common.filter(isDrawn),
		leftOut: [...lines.flatMap(({ leftOut }) => leftOut), ...common.filter((each) => !isDrawn(each))],
		at,
	};
}

/** Index of the filter that a rule's points depend on; null for a rule whose points depend on none. */
export function curveFilter(plan: Plan, index: number): number | null {
	const rule = plan.rules[index];
	return rule ? axisOf(rule) : null;
}

/** The filter of an earn, else of a condition, else of a limit. */
function axisOf({ earns, conditions, limits }: PlanRule): number | null {
	const earning = earns.map(({ amount }) => amount.filter);
	const limiting = limits.map((limit) => (limit.kind === 'formula' ? limit.formula.filter : null));
	return [...earning, ...comparedFilters(conditions), ...limiting].find((filter) => filter !== null) ?? null;
}

/** What multiplies whatever the tier is: of the rule, of its campaign, and of the others as in the sample. */
function commonMultipliers(plan: Plan, index: number, rule: PlanRule, sample: CurveSample): AppliedMultiplier[] {
	const own = applied({ kind: 'rule', index, name: rule.name }, rule.multipliers);
	const around = rule.campaign === null ? undefined : plan.campaigns[rule.campaign];
	const source = { kind: 'campaign', index: rule.campaign ?? 0, name: around?.name ?? '' } as const;
	const others = sample.multipliers.filter(
		(each) => each.source.kind !== 'tier' && each.source.index !== (each.source.kind === 'rule' ? index : rule.campaign),
	);
	// No award is a campaign's own, so a `this` of one acts on none.
	const ofCampaign = applied(source, around?.multipliers ?? []).filter(({ what }) => what !== 'this');
	return [...own, ...ofCampaign, ...others];
}

function applied(source: AppliedMultiplier['source'], multipliers: readonly PlanMultiplier[]): AppliedMultiplier[] {
	return multipliers.map(({ what, on, factor }) => ({ source, what, on, factor }));
}

interface Line {
	readonly tiers: readonly string[];
	readonly multipliers: readonly AppliedMultiplier[];
	readonly leftOut: readonly AppliedMultiplier[];
}

/** The tiers that the rule is for, gathered by what they multiply. They do so for purchases only. */
function linesOf({ tiers }: Plan, rule: PlanRule, isDrawn: (each: AppliedMultiplier) => boolean): Line[] {
	const isPurchase = rule.event === 'purchase' || rule.event === 'any';
	const byMultipliers = new Map<string, Line>();
	for (const [index, { name, multipliers }] of tiers.steps.entries()) {
		if (!isFor(rule, name)) continue;
		const all = applied({ kind: 'tier', index, name }, isPurchase ? multipliers : []).filter(({ what }) => what !== 'this');
		const drawn = all.filter(isDrawn);
		const key = JSON.stringify(drawn.map(({ what, on, factor }) => [what, on, factor]));
		const line = byMultipliers.get(key) ?? { tiers: [], multipliers: drawn, leftOut: [] };
		const leftOut = [...line.leftOut, ...all.filter((each) => !isDrawn(each))];
		byMultipliers.set(key, { ...line, tiers: [...line.tiers, name], leftOut });
	}
	const lines = [...byMultipliers.values()];
	return lines.length === 0 ? [{ tiers: [], multipliers: [], leftOut: [] }] : lines.slice(-MOST_SERIES);
}

function isFor({ conditions }: PlanRule, tier: string): boolean {
	return conditions.every((condition) => condition.kind !== 'tier' || condition.names.includes(tier) !== condition.negated);
}

function limitsOf({ usages, program }: Plan, { limits }: PlanRule, amountsAt: (amount: number) => Amounts): CurveLimit[] {
	return limits.flatMap((limit): CurveLimit[] => {
		if (limit.kind === 'times') return [];
		const usage = limit.kind === 'points' ? limit.usage : null;
		const period = usage === null ? null : (usages[usage]?.period ?? null);
		const at = (amount: number) => Number(capUnits(limit, amountsAt(amount), program.pointDecimals)?.numerator ?? 0n);
		return [{ limit, period, at }];
	});
}

/** The steps by which a rule earns along a filter, in whole amounts. */
function stepsOn({ earns }: PlanRule, filter: number): Fraction[] {
	return earns.flatMap(({ amount }) => (amount.kind === 'steps' && amount.filter === filter ? [amount.step] : []));
}

/** The most jumps that are looked for: more cannot be told apart. */
const MOST_JUMPS = 200;

/** Where steps are full, and where a floor begins. */
function jumpsOf(rule: PlanRule, filter: number, high: number): number[] {
	const full = stepsOn(rule, filter).flatMap((fraction) => {
		const step = rationalFromFraction(fraction);
		const all = Array.from({ length: MOST_JUMPS }, (_, place) =>
			Number(ceilRational(multiplyRationals(step, rationalFromInteger(place + 1)))),
		);
		// Of so many the first would only be drawn more exactly than the rest.
		return (all.at(-1) ?? 0) < high ? [] : all.filter((amount) => amount <= high);
	});
	const hasFloor = rule.earns.some(({ amount, atLeast }) => atLeast !== null && amount.filter === filter);
	return [...new Set([...(hasFloor ? [1] : []), ...full])].sort((a, b) => a - b);
}

/** The most that a bounded filter comes to. */
function mostOf({ above, upTo }: Plan['filters'][number]): number {
	return upTo === null ? Number.POSITIVE_INFINITY : Math.max(1, upTo - (above ?? 0));
}

interface Scale {
	readonly unit: AmountUnit;
	readonly thresholds: readonly number[];
	readonly limits: readonly CurveLimit[];
	readonly sampleAmount: number;
	readonly steps: readonly Fraction[];
}

/** The widest amount that is looked at for a limit, in whole units. */
const FARTHEST = 10_000_000;
/** How much farther than the rest of the picture a limit may lie. */
const LIMIT_REACH = 6;
/** What is shown at least, in whole units: of money, and of anything else. */
const LEAST_MONEY = 100;
const LEAST_OTHER = 10;
/** How many steps are shown at least. */
const LEAST_STEPS = 5;

/** An amount by which everything has happened: thresholds, steps, the sample, and a limit where it is not too far away. */
function highOf({ unit, thresholds, limits, sampleAmount, steps }: Scale, at: (amount: number) => CurvePoint): number {
	const one = 10 ** unit.decimals;
	const base = Math.max(
		(unit.measure === 'money' ? LEAST_MONEY : LEAST_OTHER) * one,
		sampleAmount * 1.5,
		...thresholds.map((threshold) => threshold * 2),
		...steps.map((step) => Number(ceilRational(rationalFromFraction(step))) * LEAST_STEPS),
	);
	if (limits.length === 0) return niceAbove(base);
	const reached = limitReached(one, at);
	if (reached === null || reached > base * LIMIT_REACH) return niceAbove(base);
	return niceAbove(Math.max(base, reached * 1.1));
}

/** About where the points of a growing formula meet the rule's limit; null where they do not within reach. */
function limitReached(one: number, at: (amount: number) => CurvePoint): number | null {
	let high = one;
	while (at(high).because !== 'rule limit') {
		if (high > FARTHEST * one) return null;
		high *= 2;
	}
	let low = high / 2;
	while (high - low > one) {
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

/** More jumps than these are left to the even steps of a table. */
const MOST_TABLE_JUMPS = 12;

/** Amounts for a table: even steps, and the amounts at which something happens with the ones just before them. */
export function tableAmounts({ high, thresholds, failing, jumps }: Curve): number[] {
	const step = Math.max(1, niceAbove(high / 12));
	const even = Array.from({ length: Math.floor(high / step) + 1 }, (_, at) => at * step);
	const edges = [...thresholds, ...failing.flatMap(({ from, to }) => [from, ...(to === null ? [] : [to, to + 1])])];
	const told = jumps.length > MOST_TABLE_JUMPS ? [] : jumps.flatMap((jump) => [jump - 1, jump]);
	const all = [...even, ...edges, ...told].filter((amount) => amount >= 0 && amount <= high);
	return [...new Set(all)].sort((a, b) => a - b);
}
