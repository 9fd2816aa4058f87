/** The most points that a formula can give, exactly: a rational function has its highest value where it turns, or at an end. */
import type { EarnClause, Expression } from '#grammar';
import { walk } from '#grammar';
import { measureOf } from '../check/measures.ts';
import { exactly } from '../check/numbers.ts';
import type { Symbols } from '../check/symbols.ts';
import {
	compareRationals,
	floorRational,
	multiplyRationals,
	type Rational,
	rational,
	rationalFromInteger,
	ZERO,
} from '../domain/rational.ts';
import { readFormula, valueAt } from '../formula/analyse.ts';
import { normalise } from '../formula/normalise.ts';
import { multiplyPolynomials, subtractPolynomials } from '../formula/polynomial.ts';
import { shiftByOne, signRuns } from '../formula/runs.ts';
import type { PlanFormula } from '../plan/plan.ts';
import type { Boxes } from './boxes.ts';
import { KeptPerProgram, type ProgramAxes } from './program-axes.ts';

/** The whole amounts from `low` to `high`, both included. */
export interface AmountSpan {
	readonly low: bigint;
	readonly high: bigint;
}

/** The most points of a formula over some amounts of its filter, never below 0; where it divides by zero it gives 0. */
export function mostPoints(formula: PlanFormula, { low, high }: AmountSpan): Rational {
	let most = ZERO;
	if (low > high) return most;
	for (const amount of turningAmounts(formula, { low, high })) {
		if (amount < low || amount > high) continue;
		const value = valueAt(formula, Number(amount));
		if (value !== 'undefined' && compareRationals(value, most) > 0) most = value;
	}
	return most;
}

/** Amounts between two neighbours of which the formula only rises or only falls: the ends, and all beside a turn or a division by zero. */
function turningAmounts(formula: PlanFormula, { low, high }: AmountSpan): ReadonlySet<bigint> {
	const { numerator: p, denominator: q, undefinedWhereZero } = readFormula(formula);
	// f(x + 1) − f(x) is this step over q(x + 1)·q(x).
	const step = subtractPolynomials(multiplyPolynomials(shiftByOne(p), q), multiplyPolynomials(p, shiftByOne(q)));
	const divisors = [q, ...undefinedWhereZero].flatMap((divisor) => signRuns(divisor, low, high));
	const found = new Set([low, high]);
	for (const { from, to } of [...signRuns(step, low, high - 1n), ...divisors]) {
		for (const amount of [from - 1n, from, to, to + 1n]) found.add(amount);
	}
	return found;
}

/** The formula of an expression, with the name of its filter; null where it has an error. */
export function readExpression(
	expression: Expression,
	{ currencyDecimals }: ProgramAxes,
): { readonly formula: PlanFormula; readonly filter: string | null } | null {
	const names = new Set<string>();
	walk(expression, (node) => {
		if (node.kind === 'filter-ref') names.add(node.name.text);
	});
	const [filter = null] = names;
	if (names.size > 1) return null;
	const result = normalise(expression, { filterDecimals: () => currencyDecimals, filterIndex: () => 0 });
	return result.ok ? { formula: result.formula, filter } : null;
}

const kept = new KeptPerProgram<EarnClause, Rational | null>();

/**
 * The most points that an `earn` gives a transaction in the boxes of its rule, before multipliers; null where that cannot be told, as with
 * a filter that does not count money.
 */
export function earnsAtMost(earn: EarnClause, boxes: Boxes | null, axes: ProgramAxes, symbols: Symbols): Rational | null {
	return kept.get(earn, axes, () => mostOfEarn(earn, boxes, axes, symbols));
}

function mostOfEarn(earn: EarnClause, boxes: Boxes | null, axes: ProgramAxes, symbols: Symbols): Rational | null {
	if (earn.formula.kind === 'missing' || earn.atLeast?.kind === 'missing') return null;
	const read = readExpression(earn.formula, axes);
	if (!read) return null;
	const least = earn.atLeast ? exactly(earn.atLeast) : ZERO;
	const given = earn.every ? stepsAtMost(earn, read, boxes, axes) : formulaAtMost(read, boxes, axes, symbols);
	return given && (compareRationals(given, least) < 0 ? least : given);
}

type ReadExpression = NonNullable<ReturnType<typeof readExpression>>;

function formulaAtMost(
	{ formula, filter }: ReadExpression,
	boxes: Boxes | null,
	axes: ProgramAxes,
	symbols: Symbols,
): Rational | null {
	if (filter === null) return mostPoints(formula, { low: 0n, high: 0n });
	if (measureOf(filter, symbols) !== 'money') return null;
	const span = amountsOf(filter, boxes, axes);
	return span && mostPoints(formula, span);
}

function stepsAtMost({ every }: EarnClause, read: ReadExpression, boxes: Boxes | null, axes: ProgramAxes): Rational | null {
	if (every?.step.kind !== 'number' || every.filter.kind === 'missing' || read.filter !== null) return null;
	const number = axes.spend(every.filter.text);
	const span = amountsOf(every.filter.text, boxes, axes);
	const step = number?.place(every.step)?.before;
	if (!span || !step) return null;
	const steps = rationalFromInteger(floorRational(rational(span.high, step)));
	return multiplyRationals(mostPoints(read.formula, { low: 0n, high: 0n }), steps);
}

/** The least and the most amount of a filter of money within some boxes (null: anywhere); null where there is none. */
export function amountsOf(filter: string, boxes: Boxes | null, axes: ProgramAxes): AmountSpan | null {
	const axis = axes.spend(filter)?.axis;
	if (axis?.domain.kind !== 'ordered' || axis.mayBeMissing) return null;
	const { domain } = axis;
	const sets = boxes ? boxes.map((box) => box.get(axis.key)?.set ?? domain) : [domain];
	let [low, high]: [bigint | null, bigint | null] = [null, null];
	for (const set of sets) {
		if (set.kind !== 'ordered') return null;
		const [from, until] = [set.stretches[0], set.stretches.at(-1)];
		if (typeof from !== 'bigint' || typeof until !== 'bigint') return null;
		low = low === null || from < low ? from : low;
		high = high === null || until - 1n > high ? until - 1n : high;
	}
	return low === null || high === null ? null : { low, high };
}
