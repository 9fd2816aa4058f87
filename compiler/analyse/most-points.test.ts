/** The most that a formula gives is what trying every amount finds. */
import { describe, expect, it } from 'vitest';
import { compareRationals, ZERO } from '../domain/rational.ts';
import { formula } from '../evaluate/fixtures/plans.ts';
import { Random } from '../evaluate/fixtures/random.ts';
import { randomFormula } from '../evaluate/fixtures/random-plan.ts';
import { valueAt } from '../formula/analyse.ts';
import type { PlanFormula } from '../plan/plan.ts';
import { mostPoints } from './most-points.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);

function mostByTrying(tried: PlanFormula, low: number, high: number) {
	let most = ZERO;
	for (let amount = low; amount <= high; amount++) {
		const value = valueAt(tried, amount);
		if (value !== 'undefined' && compareRationals(value, most) > 0) most = value;
	}
	return most;
}

describe('the most points', () => {
	it('of random formulas', () => {
		const random = new Random(SEED);
		let inside = 0;
		for (let i = 0; i < 1_200; i++) {
			const tried = randomFormula(random, 1);
			const low = random.pick([0, 1, 99, 990]);
			const high = low + random.below(1_200);
			const most = mostByTrying(tried, low, high);
			expect(mostPoints(tried, { low: BigInt(low), high: BigInt(high) }), `SEED=${SEED}: ${JSON.stringify(tried)}`).toEqual(
				most,
			);
			const ends = [low, high].map((amount) => valueAt(tried, amount));
			if (!ends.some((end) => end !== 'undefined' && compareRationals(end, most) === 0) && compareRationals(most, ZERO) > 0)
				inside++;
		}
		expect(inside, `SEED=${SEED}: tops between the ends`).toBeGreaterThan(10);
	});

	it('of a hill, of a fall from beside a division by zero, and of no amounts', () => {
		expect(mostPoints(formula(0, [0, 10, -1]), { low: 0n, high: 100n })).toEqual({ numerator: 25n, denominator: 1n });
		expect(mostPoints(formula(0, [10], [-7, 1]), { low: 0n, high: 100n })).toEqual({ numerator: 10n, denominator: 1n });
		expect(mostPoints(formula(0, [-5]), { low: 0n, high: 100n })).toEqual(ZERO);
		expect(mostPoints(formula(0, [5]), { low: 3n, high: 2n })).toEqual(ZERO);
	});
});
