import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRationals, rational, signOfRational } from '../domain/rational.ts';
import type { PlanFormula } from '../plan/plan.ts';
import { firstNegative, firstPole, MAX_FILTER_MINOR, type Monotonicity, monotonicity, valueAt } from './analyse.ts';
import { largestMinorWithin, MAX_SAFE } from './exactness.ts';
import { polynomial } from './polynomial.ts';
import { signRuns } from './runs.ts';

// A failure prints its seed; SEED runs it again.
fc.configureGlobal(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {});

function formula(
	over: readonly number[],
	under: readonly number[] = [1],
	divisors: readonly (readonly number[])[] = [],
): PlanFormula {
	return {
		kind: 'formula',
		span: { start: 0, end: 0 },
		filter: 0,
		numerator: over.map(String),
		denominator: under.map(String),
		undefinedWhereZero: divisors.map((divisor) => divisor.map(String)),
	};
}

describe('valueAt', () => {
	it('is exact and may be negative', () => {
		expect(valueAt(formula([500, 1], [50]), 6_400)).toEqual(rational(138n));
		expect(valueAt(formula([-500, 1], [50]), 0)).toEqual(rational(-10n));
	});

	it('is undefined at a pole, also where the pole was cancelled', () => {
		expect(valueAt(formula([1], [-1_000, 1], [[-1_000, 1]]), 1_000)).toBe('undefined');
		expect(valueAt(formula([1], [1], [[0, 1]]), 0)).toBe('undefined');
	});
});

describe('firstPole', () => {
	it('finds the smallest whole amount only', () => {
		const tenLessX = formula([1], [-1_000, 1], [[-1_000, 1]]);
		expect(firstPole(tenLessX, 0, MAX_FILTER_MINOR)).toBe(1_000);
		expect(firstPole(tenLessX, 1_001, MAX_FILTER_MINOR)).toBeNull();
		expect(firstPole(tenLessX, 0, 999)).toBeNull();
		expect(firstPole(formula([1], [-1, 2], [[-1, 2]]), 0, MAX_FILTER_MINOR)).toBeNull();
		expect(firstPole(formula([1], [-2, 0, 1], [[-2, 0, 1]]), 0, MAX_FILTER_MINOR)).toBeNull();
		expect(firstPole(formula([1], [6, -5, 1], [[6, -5, 1]]), 0, 100)).toBe(2);
		expect(firstPole(formula([1], [6, -5, 1], [[6, -5, 1]]), 3, 100)).toBe(3);
	});

	it('finds the one amount among 10^15', () => {
		const far = MAX_FILTER_MINOR - 1;
		expect(firstPole(formula([1], [-far, 1], [[-far, 1]]), 0, MAX_FILTER_MINOR)).toBe(far);
	});
});

describe('firstNegative', () => {
	it('finds where a formula falls below zero', () => {
		expect(firstNegative(formula([1_000, -1]), 0, MAX_FILTER_MINOR)).toBe(1_001);
		expect(firstNegative(formula([-1_000, 1]), 0, MAX_FILTER_MINOR)).toBe(0);
		expect(firstNegative(formula([-1_000, 1]), 1_000, MAX_FILTER_MINOR)).toBeNull();
		expect(firstNegative(formula([500, 1], [50]), 0, MAX_FILTER_MINOR)).toBeNull();
	});

	it('steps over an amount where the formula is undefined', () => {
		expect(firstNegative(formula([-1], [1], [[0, 1]]), 0, 10)).toBe(1);
		expect(firstNegative(formula([-1], [1], [[0, -1, 1]]), 0, 10)).toBe(2);
		expect(firstNegative(formula([-1], [1], [[0, 1]]), 0, 0)).toBeNull();
	});

	it('sees a dip between amounts far apart, and none between neighbours', () => {
		// (x − 3)(x − 4): below zero only between whole amounts. (x − 3)(x − 5): at 4.
		expect(firstNegative(formula([12, -7, 1]), 0, MAX_FILTER_MINOR)).toBeNull();
		expect(firstNegative(formula([15, -8, 1]), 0, MAX_FILTER_MINOR)).toBe(4);
	});
});

describe('monotonicity', () => {
	const table: readonly (readonly [string, PlanFormula, number, number, Monotonicity])[] = [
		['a multiple', formula([500, 1], [50]), 0, MAX_FILTER_MINOR, 'rising'],
		['a constant', formula([5]), 0, MAX_FILTER_MINOR, 'constant'],
		['something that decreases', formula([1], [1, 1], [[1, 1]]), 0, MAX_FILTER_MINOR, 'falling'],
		['a parabola', formula([0, -10, 1]), 0, 100, 'mixed'],
		['the right half of a parabola', formula([0, -10, 1]), 5, 100, 'rising'],
		['the left half of a parabola', formula([0, -10, 1]), 0, 5, 'falling'],
		['a single amount', formula([0, -10, 1]), 7, 7, 'constant'],
		['anything with a pole', formula([1], [-10, 1], [[-10, 1]]), 0, 100, 'mixed'],
		['what lies past the pole', formula([1], [-10, 1], [[-10, 1]]), 11, 100, 'falling'],
	];
	for (const [name, subject, low, high, expected] of table) {
		it(`of ${name} is ${expected}`, () => {
			expect(monotonicity(subject, low, high)).toBe(expected);
		});
	}
});

const coefficients = (max: number) => fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: max });
const nonZero = (max: number) => coefficients(max).filter((all) => all.some((coefficient) => coefficient !== 0));

describe('the analyses agree with trying every amount', () => {
	it('for signs of polynomials', () => {
		fc.assert(
			fc.property(coefficients(7), fc.integer({ min: -12, max: 12 }), fc.integer({ min: 0, max: 25 }), (all, low, width) => {
				const p = polynomial(all.map(BigInt));
				const runs = signRuns(p, BigInt(low), BigInt(low + width));
				const spelt = runs.flatMap(({ from, to, sign }) => Array.from({ length: Number(to - from) + 1 }, () => sign));
				const tried = Array.from({ length: width + 1 }, (_, i) =>
					Math.sign(all.reduceRight((sum, coefficient) => sum * (low + i) + coefficient, 0)),
				);
				expect(spelt.map((sign) => sign + 0)).toEqual(tried.map((sign) => sign + 0));
				for (const [i, run] of runs.entries()) expect(run.sign).not.toBe(runs[i + 1]?.sign);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('for poles, negative amounts and direction of rational functions', () => {
		fc.assert(
			fc.property(
				coefficients(4),
				nonZero(4),
				nonZero(3),
				fc.integer({ min: 0, max: 20 }),
				fc.nat(15),
				(p, q, extra, low, width) => {
					const subject = formula(p, q, [q, extra]);
					const high = low + width;
					const amounts = Array.from({ length: width + 1 }, (_, i) => low + i);
					const values = amounts.map((amount) => valueAt(subject, amount));
					const pole = amounts.find((_, i) => values[i] === 'undefined') ?? null;
					const isNegative = (i: number) => {
						const value = values[i];
						return value !== undefined && value !== 'undefined' && signOfRational(value) < 0;
					};
					expect(firstPole(subject, low, high)).toBe(pole);
					expect(firstNegative(subject, low, high)).toBe(amounts.find((_, i) => isNegative(i)) ?? null);
					const steps = new Set(
						values.slice(1).map((value, i) => {
							const previous = values[i] ?? 'undefined';
							return value === 'undefined' || previous === 'undefined' ? null : compareRationals(value, previous);
						}),
					);
					const rises = steps.has(1);
					const falls = steps.has(-1);
					const direction = pole !== null || (rises && falls) ? 'mixed' : rises ? 'rising' : falls ? 'falling' : 'constant';
					expect(monotonicity(subject, low, high)).toBe(direction);
				},
			),
			{ numRuns: 2_000 },
		);
	});
});

describe('exactness', () => {
	it('finds the largest amount that is still exact, to the unit', () => {
		expect(largestMinorWithin([0n, 0n, 1n], MAX_SAFE)).toBe(94_906_265);
		expect(largestMinorWithin([5n], MAX_SAFE)).toBe(MAX_FILTER_MINOR);
		expect(largestMinorWithin([MAX_SAFE + 1n], MAX_SAFE)).toBeNull();
		expect(largestMinorWithin([0n, 1n], 0n)).toBeNull();
	});

	it('holds in every step that doubles take', () => {
		const wide = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(wide, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
				const p = polynomial(all.map(BigInt));
				const most = largestMinorWithin(p, MAX_SAFE);
				fc.pre(most !== null);
				const x = Math.floor(most * share);
				const exact = p.reduceRight((sum, coefficient) => sum * BigInt(x) + coefficient, 0n);
				const inDoubles = p.reduceRight((sum, coefficient) => sum * x + Number(coefficient), 0);
				expect(BigInt(inDoubles)).toBe(exact);
			}),
			{ numRuns: 2_000 },
		);
	});
});
