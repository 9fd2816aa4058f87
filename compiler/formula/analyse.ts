/** What a normalised formula does over the amounts that can occur: exact answers, nothing sampled. Amounts are whole minor units. */
import { MAX_AMOUNT_MINOR, MAX_LINES } from '../domain/transaction.ts';
import { rational, type Rational } from '../domain/rational.ts';
import type { PlanFormula } from '../plan/plan.ts';
import { evaluatePolynomial, multiplyPolynomials, type Polynomial, polynomial, subtractPolynomials } from './polynomial.ts';
import { type Run, shiftByOne, signRuns } from './runs.ts';

/** The largest amount that any filter can have: every line, taxes, fees and tip at their most. A safe integer. */
export const MAX_FILTER_MINOR = MAX_AMOUNT_MINOR * (MAX_LINES + 3);

/** A plan's formula with its coefficients as numbers. */
export interface ReadFormula {
	readonly numerator: Polynomial;
	readonly denominator: Polynomial;
	readonly undefinedWhereZero: readonly Polynomial[];
}

const readBefore = new WeakMap<PlanFormula, ReadFormula>();

/** The coefficients of a formula, read from their digits once and kept as long as the formula itself. */
export function readFormula(formula: PlanFormula): ReadFormula {
	const known = readBefore.get(formula);
	if (known) return known;
	const digits = (all: readonly string[]): Polynomial => polynomial(all.map(BigInt));
	const read = {
		numerator: digits(formula.numerator),
		denominator: digits(formula.denominator),
		undefinedWhereZero: formula.undefinedWhereZero.map(digits),
	};
	readBefore.set(formula, read);
	return read;
}

/** The exact points of a formula at a whole amount, below 0 too; `undefined` where it divides by zero. */
export function valueAt(formula: PlanFormula, minor: number): Rational | 'undefined' {
	const { numerator, denominator, undefinedWhereZero } = readFormula(formula);
	const x = BigInt(minor);
	if (undefinedWhereZero.some((divisor) => evaluatePolynomial(divisor, x) === 0n)) return 'undefined';
	const under = evaluatePolynomial(denominator, x);
	return under === 0n ? 'undefined' : rational(evaluatePolynomial(numerator, x), under);
}

/** The smallest whole amount from `low` to `high` where the formula divides by zero; null where there is none. */
export function firstPole(formula: PlanFormula, low: number, high: number): number | null {
	const [first] = polesWithin(readFormula(formula), BigInt(low), BigInt(high));
	return first === undefined ? null : Number(first.from);
}

/** The smallest whole amount from `low` to `high` where the formula is defined and below 0; null where there is none. */
export function firstNegative(formula: PlanFormula, low: number, high: number): number | null {
	const read = readFormula(formula);
	const range = [BigInt(low), BigInt(high)] as const;
	const poles = polesWithin(read, ...range);
	const unders = signRuns(read.denominator, ...range);
	for (const over of signRuns(read.numerator, ...range)) {
		for (const under of unders) {
			if (over.sign * under.sign >= 0) continue;
			const found = firstOutside(poles, maximum(over.from, under.from), minimum(over.to, under.to));
			if (found !== null) return Number(found);
		}
	}
	return null;
}

/** How a formula runs from one whole amount to the next. */
export type Monotonicity = 'rising' | 'falling' | 'constant' | 'mixed';

/**
 * How the exact value runs over the whole amounts from `low` to `high`: `rising` never falls and somewhere rises, `falling`
 * the reverse; `mixed` also wherever it divides by zero within the range.
 */
export function monotonicity(formula: PlanFormula, low: number, high: number): Monotonicity {
	const read = readFormula(formula);
	if (polesWithin(read, BigInt(low), BigInt(high)).length > 0) return 'mixed';
	const { numerator: p, denominator: q } = read;
	const nextQ = shiftByOne(q);
	// f(x + 1) − f(x) is this step over q(x + 1)·q(x).
	const step = subtractPolynomials(multiplyPolynomials(shiftByOne(p), q), multiplyPolynomials(p, nextQ));
	const range = [BigInt(low), BigInt(high) - 1n] as const;
	const signs = new Set<number>();
	const unders = signRuns(multiplyPolynomials(q, nextQ), ...range);
	for (const over of signRuns(step, ...range)) {
		for (const under of unders) {
			if (maximum(over.from, under.from) <= minimum(over.to, under.to)) signs.add(over.sign * under.sign);
		}
	}
	if (signs.has(1)) return signs.has(-1) ? 'mixed' : 'rising';
	return signs.has(-1) ? 'falling' : 'constant';
}

/** Stretches of whole amounts where some divisor is zero, in order of their beginning. */
function polesWithin({ undefinedWhereZero }: ReadFormula, low: bigint, high: bigint): Run[] {
	return undefinedWhereZero
		.flatMap((divisor) => signRuns(divisor, low, high).filter(({ sign }) => sign === 0))
		.sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The first number from `from` to `to` outside every stretch; `stretches` are in order of their beginning. */
function firstOutside(stretches: readonly Run[], from: bigint, to: bigint): bigint | null {
	let candidate = from;
	for (const stretch of stretches) {
		if (stretch.from <= candidate && candidate <= stretch.to) candidate = stretch.to + 1n;
	}
	return candidate <= to ? candidate : null;
}

function maximum(a: bigint, b: bigint): bigint {
	return a > b ? a : b;
}

function minimum(a: bigint, b: bigint): bigint {
	return a < b ? a : b;
}
