/**
 * What some earns come to as one quotient of whole numbers that doubles hold exactly, up to an amount that is known beforehand.
 * Generated code and closures are both written from it.
 */
import { greatestCommonDivisor } from '../../domain/rational.ts';
import { MAX_FILTER_MINOR, readFormula } from '../../formula/analyse.ts';
import { largestMinorWithin, MAX_SAFE } from '../../formula/exactness.ts';
import type { Polynomial } from '../../formula/polynomial.ts';
import type { PlanEarn, PlanFilter, PlanFormula, PlanSteps } from '../../plan/plan.ts';

/** The whole number that polynomials are taken at: a filter's amount, or how many full steps it has; null for constants. */
export interface Amount {
	readonly filter: number;
	/** Full steps: the amount times `parts`, divided by `size` and rounded down. */
	readonly steps: { readonly size: number; readonly parts: number } | null;
	/** Up to this value everything is exact; it is null where it is for all that occur. */
	readonly most: number | null;
}

/** Coefficients that are safe integers, lowest power first. */
export type Coefficients = readonly number[];

/** One earn: 0 where its divisors are, else its numerator over the quotient's denominator, never below its floor. */
export interface Term {
	readonly amount: Amount | null;
	readonly numerator: Coefficients;
	/** Where one of these is 0, the earn is undefined and gives 0. */
	readonly divisors: readonly Coefficients[];
	/** The least that it gives where its amount is above 0; 0: no floor. */
	readonly floor: number;
}

/** The earns of one award. */
export type Quotient =
	/** Terms that are never below 0, over one number. */
	| { readonly kind: 'sum'; readonly terms: readonly Term[]; readonly denominator: number }
	/** One term over a polynomial. */
	| { readonly kind: 'fraction'; readonly term: Term; readonly denominator: Coefficients };

/** An earn as it was read, in big numbers. */
interface Read {
	readonly filter: number | null;
	readonly steps: Amount['steps'];
	readonly numerator: Polynomial;
	readonly denominator: Polynomial;
	readonly divisors: readonly Polynomial[];
	readonly floor: { readonly numerator: bigint; readonly denominator: bigint } | null;
}

/** The quotient of earns that are all exempt from multipliers or all not; null where only big numbers are exact. */
export function quotientOf(earns: readonly PlanEarn[], filters: readonly PlanFilter[]): Quotient | null {
	const read = earns.map((earn) => readEarn(earn, filters));
	const all = read.filter((each) => each !== null);
	if (all.length < read.length || all.length === 0) return null;
	const [only] = all;
	if (all.every(({ denominator }) => denominator.length === 1)) return sumOf(all);
	return all.length === 1 && only && only.floor === null ? fractionOf(only) : null;
}

/** The largest denominator by which every amount can be multiplied in doubles. */
const MOST_STEP_PARTS = 8n;

function readEarn({ amount, atLeast }: PlanEarn, filters: readonly PlanFilter[]): Read | null {
	// Numbers of attributes may be larger than any amount that doubles are proven for.
	if (amount.filter !== null && filters[amount.filter]?.kind === 'attribute') return null;
	const floor = atLeast && { numerator: BigInt(atLeast.numerator), denominator: BigInt(atLeast.denominator) };
	return amount.kind === 'formula' ? readFormulaEarn(amount, floor) : readSteps(amount, floor);
}

function readFormulaEarn(formula: PlanFormula, floor: Read['floor']): Read {
	const { numerator, denominator, undefinedWhereZero } = readFormula(formula);
	return { filter: formula.filter, steps: null, numerator, denominator, divisors: undefinedWhereZero, floor };
}

/** Steps of one whole amount or more, whose count doubles hold exactly; null for others. */
function readSteps({ filter, step, points }: PlanSteps, floor: Read['floor']): Read | null {
	const [size, parts] = [BigInt(step.numerator), BigInt(step.denominator)];
	if (parts > MOST_STEP_PARTS || size < parts || size > MAX_SAFE) return null;
	const over = BigInt(points.numerator);
	return {
		filter,
		steps: { size: Number(size), parts: Number(parts) },
		numerator: over === 0n ? [] : [0n, over],
		denominator: [BigInt(points.denominator)],
		divisors: [],
		floor,
	};
}

/** Earns over constants, brought over one common denominator. */
function sumOf(all: readonly Read[]): Quotient | null {
	const under = ({ denominator }: Read) => denominator[0] ?? 1n;
	const denominators = all.flatMap((each) => [absolute(under(each)), each.floor?.denominator ?? 1n]);
	const common = denominators.reduce((lcm, d) => (lcm / greatestCommonDivisor(lcm, d)) * d, 1n);
	if (common > MAX_SAFE) return null;
	const bound = MAX_SAFE / BigInt(all.length);
	const terms: Term[] = [];
	for (const each of all) {
		const factor = common / under(each);
		const numerator = each.numerator.map((coefficient) => coefficient * factor);
		const floor = each.floor ? each.floor.numerator * (common / each.floor.denominator) : 0n;
		const amount = amountOf(each, [[numerator, bound], ...each.divisors.map((divisor) => [divisor, MAX_SAFE] as const)]);
		if (amount === undefined || floor > bound) return null;
		terms.push({ amount, numerator: numbers(numerator), divisors: each.divisors.map(numbers), floor: Number(floor) });
	}
	return { kind: 'sum', terms, denominator: Number(common) };
}

function fractionOf(read: Read): Quotient | null {
	const { numerator, denominator, divisors } = read;
	const amount = amountOf(
		read,
		[numerator, denominator, ...divisors].map((p) => [p, MAX_SAFE] as const),
	);
	if (amount === undefined) return null;
	const term = { amount, numerator: numbers(numerator), divisors: divisors.map(numbers), floor: 0 };
	return { kind: 'fraction', term, denominator: numbers(denominator) };
}

/** The amount with the largest value at which every polynomial stays within its bound; undefined: not even at 0. */
function amountOf({ filter, steps }: Read, bounded: readonly (readonly [Polynomial, bigint])[]): Amount | null | undefined {
	const limits = bounded.map(([p, bound]) => largestMinorWithin(p, bound));
	if (limits.includes(null)) return undefined;
	const most = Math.min(...limits.map((limit) => limit ?? 0));
	return filter === null ? null : { filter, steps, most: most < MAX_FILTER_MINOR ? most : null };
}

function numbers(p: Polynomial): Coefficients {
	return p.map(Number);
}

function absolute(value: bigint): bigint {
	return value < 0n ? -value : value;
}
