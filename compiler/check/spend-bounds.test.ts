import fc from 'fast-check';
import { parseCondition, type WhenClause } from '#grammar';
import { describe, expect, it } from 'vitest';
import { type AmountSet, complement, everyAmount, intersection, noAmount, union } from './amount-sets.ts';
import { possibleAmounts } from './spend-bounds.ts';

const MOST = everyAmount[0]?.high ?? 0n;

function whenOf(conditions: readonly string[]): WhenClause {
	const nodes = conditions.map((text) => parseCondition(text).node);
	return { kind: 'when', span: { start: 0, end: 0 }, health: 'ok', conditions: nodes };
}

function bounds(...conditions: readonly string[]): readonly (readonly [number, number | 'most'])[] {
	const set = possibleAmounts(whenOf(conditions), { name: 'Food', measure: 'money', decimals: 2 });
	return set.map(({ low, high }) => [Number(low), high === MOST ? 'most' : Number(high)]);
}

describe('the amounts at which a rule can match', () => {
	it.each([
		[[], [[0, 'most']]],
		[['spend "Food" >= 50'], [[5_000, 'most']]],
		[['spend "Food" > 50', 'spend "Food" < 60'], [[5_001, 5_999]]],
		[['spend "Food" = 50'], [[5_000, 5_000]]],
		[
			['spend "Food" != 50'],
			[
				[0, 4_999],
				[5_001, 'most'],
			],
		],
		[['spend "Food" between 0.015 and 0.025'], [[2, 2]]],
		[['spend "Net" >= 50'], [[0, 'most']]],
		[['all { spend "Food" >= 50 spend "Food" <= 60 }'], [[5_000, 6_000]]],
		[
			['any { spend "Food" <= 5 spend "Food" >= 50 }'],
			[
				[0, 500],
				[5_000, 'most'],
			],
		],
		[['any { spend "Food" >= 50 tier is Gold }'], [[0, 'most']]],
		[['all { spend "Food" >= 50 tier is Gold }'], [[5_000, 'most']]],
		[['not { spend "Food" >= 50 }'], [[0, 4_999]]],
		[['not { spend "Food" >= 50 tier is Gold }'], [[0, 4_999]]],
		// Only both together must fail, and the tier can be the one that does.
		[['not { all { spend "Food" >= 50 tier is Gold } }'], [[0, 'most']]],
		[['not { any { spend "Food" < 5 tier is Gold } }'], [[500, 'most']]],
		[['not { not { spend "Food" >= 50 } }'], [[5_000, 'most']]],
		[['spend "Food" < 5', 'spend "Food" > 6'], []],
	] as const)('%j', (conditions, expected) => {
		expect(bounds(...conditions)).toEqual(expected);
	});

	it('are those of units for a filter that counts units', () => {
		const litres = { name: 'Food', measure: 'quantity', decimals: 3 } as const;
		expect(possibleAmounts(whenOf(['quantity "Food" = 2.5']), litres)).toEqual([{ low: 2_500n, high: 2_500n }]);
		expect(possibleAmounts(whenOf(['spend "Food" = 2.5']), litres)).toEqual(everyAmount);
	});
});

describe('sets of amounts', () => {
	const point = fc.integer({ min: 0, max: 12 });
	const set: fc.Arbitrary<AmountSet> = fc
		.array(fc.tuple(point, point), { maxLength: 4 })
		.map((pairs) =>
			pairs.reduce<AmountSet>(
				(sum, [a, b]) => union(sum, [{ low: BigInt(Math.min(a, b)), high: BigInt(Math.max(a, b)) }]),
				noAmount,
			),
		);
	const has = (amounts: AmountSet, x: number) => amounts.some(({ low, high }) => low <= BigInt(x) && BigInt(x) <= high);

	it('mean what they say at every amount, and keep their order', () => {
		fc.assert(
			fc.property(set, set, fc.integer({ min: 0, max: 20 }), (a, b, x) => {
				expect(has(intersection(a, b), x)).toBe(has(a, x) && has(b, x));
				expect(has(union(a, b), x)).toBe(has(a, x) || has(b, x));
				expect(has(complement(a), x)).toBe(!has(a, x));
				for (const made of [intersection(a, b), union(a, b), complement(a)]) {
					for (const [index, range] of made.entries()) {
						expect(range.low).toBeLessThanOrEqual(range.high);
						expect(made[index + 1]?.low ?? MOST + 1n).toBeGreaterThan(range.high);
					}
				}
			}),
			{ seed: Number(process.env.SEED ?? 20_260_207), numRuns: 500 },
		);
	});
});
