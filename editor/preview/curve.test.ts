import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seed } from '../canvas/testing/random-rules.ts';
import { curveOf, niceAbove, tableAmounts } from './curve.ts';
import { givenAt, NO_SAMPLE, planOf } from './testing/curve-plans.ts';

const formula = fc.constantFrom(
	'"Food" * 2 + 10',
	'10 - "Food"',
	'100 / ("Food" - 3)',
	'"Food" * "Food" / 7',
	'5% * "Food"',
	'50',
);
const test = fc.constantFrom(
	'',
	'spend "Food" >= 50',
	'spend "Food" between 2.5 and 30',
	'spend "Food" != 7',
	'spend "Food" < 0.01',
);
const limit = fc.constantFrom('', 'limit 40 points per transaction');
const precision = fc.constantFrom('', 'points with 2 decimals, rounded half up', 'limit 60 points per transaction');

describe('curveOf', () => {
	it('says at every amount and for every tier what the reference evaluator says', () => {
		fc.assert(
			fc.property(formula, test, limit, precision, fc.nat({ max: 12_000 }), (earn, when, most, points, minor) => {
				const plan = planOf(`when { channel is app ${when} } earn ${earn} ${most}`, points);
				const curve = curveOf(plan, 0, NO_SAMPLE);
				for (const [index, { tiers }] of curve?.series.entries() ?? []) {
					expect(curve?.at(minor, index).units).toBe(givenAt(plan, minor, tiers[0] ?? null));
				}
			}),
			{ seed, numRuns: 300 },
		);
	});

	it('has a line for each multiplier that the rule is for', () => {
		const tiers = (rule: string) => curveOf(planOf(rule), 0, NO_SAMPLE)?.series.map((series) => series.tiers);
		expect(tiers('earn "Food"')).toEqual([['Bronze'], ['Silver'], ['Gold']]);
		expect(tiers('when { tier is not Silver } earn "Food"')).toEqual([['Bronze'], ['Gold']]);
	});

	it('says why there is less than the formula gives', () => {
		const at = (rule: string, minor: number) => curveOf(planOf(rule), 0, NO_SAMPLE)?.at(minor, 0).because;
		expect(at('when { spend "Food" >= 50 } earn "Food"', 4_999)).toBe('spend condition');
		expect(at('when { spend "Food" >= 50 } earn "Food"', 5_000)).toBeNull();
		expect(at('earn 100 / ("Food" - 3)', 300)).toBe('division by zero');
		expect(at('earn "Food" limit 5 points per transaction', 600)).toBe('rule limit');
	});

	it('takes other filters as the sample has them', () => {
		const plan = planOf('earn "Food" earn "Total with fees, taxes and tip"');
		expect(curveOf(plan, 0, { ...NO_SAMPLE, amounts: [900, 0, 0] })?.at(500, 0).units).toBe(5 + 9);
	});

	it('reaches beyond the limit where that is near, and never far beyond the rest', () => {
		expect(curveOf(planOf('earn "Food" limit 300 points per transaction'), 0, NO_SAMPLE)?.high).toBeGreaterThan(30_000);
		expect(curveOf(planOf('earn "Food" limit 900_000 points per transaction'), 0, NO_SAMPLE)?.high).toBe(10_000);
	});

	it('has nothing to draw without an earn', () => {
		expect(curveOf(planOf('when always'), 0, NO_SAMPLE)).toBeNull();
	});
});

describe('tableAmounts', () => {
	it('holds both sides of every jump, in order, within the picture', () => {
		const curve = curveOf(planOf('when { spend "Food" between 10 and 20.5 } earn 5'), 0, NO_SAMPLE);
		const amounts = curve ? tableAmounts(curve) : [];
		expect(amounts).toEqual(expect.arrayContaining([0, 999, 1000, 2050, 2051]));
		expect(amounts).toEqual([...new Set(amounts)].sort((a, b) => a - b));
		expect(amounts.at(-1)).toBeLessThanOrEqual(curve?.high ?? 0);
	});
});

describe('niceAbove', () => {
	it.each([
		[1, 1],
		[11_000, 15_000],
		[15_000, 15_000],
		[81, 100],
		[0, 1],
	])('of %i is %i', (value, nice) => {
		expect(niceAbove(value)).toBe(nice);
	});
});
