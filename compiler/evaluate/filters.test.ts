import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanFilter, PlanItemsFilter, PlanSelector } from '../plan/plan.ts';
import { linesAfterDiscount } from './emit/scene.ts';
import { discountShares, filterAmounts } from './filters.ts';
import { line, plan, sale } from './fixtures/plans.ts';

// A failure prints its seed; SEED runs it again.
fc.configureGlobal(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {});

const nothing = { taxes: false, fees: false, tip: false, points: false };

function total(without: Partial<typeof nothing>, beforeDiscounts = false): PlanFilter {
	return { kind: 'total', name: 'Total', without: { ...nothing, ...without }, beforeDiscounts };
}

function items(
	mode: PlanItemsFilter['mode'],
	selectors: readonly PlanSelector[] = [],
	except: readonly PlanSelector[] = [],
): PlanFilter {
	return { kind: 'items', name: 'Items', mode, selectors, except };
}

const category = (...names: string[]): PlanSelector => ({ by: 'category', names });
const item = (...names: string[]): PlanSelector => ({ by: 'item', names });

const basket = sale({
	lines: [
		line('LATTE', 3_600, { category: 'Drinks', subcategory: 'Espresso' }),
		line('SALAD', 6_400, { category: 'Food', combo: 'Lunch deal' }),
		line('BAG', 0),
	],
	discountMinor: 1_000,
	taxesMinor: 500,
	feesMinor: 250,
	tipMinor: 125,
	paidWithPointsMinor: 2_000,
});

function amountOf(filter: PlanFilter, transaction = basket): number | undefined {
	return filterAmounts(plan({ filters: [filter] }), transaction)[2];
}

describe('totals', () => {
	it('are items − discount + taxes + fees + tip, less what is left out', () => {
		expect(amountOf(total({}))).toBe(9_875);
		expect(amountOf(total({ taxes: true }))).toBe(9_375);
		expect(amountOf(total({ fees: true }))).toBe(9_625);
		expect(amountOf(total({ tip: true }))).toBe(9_750);
		expect(amountOf(total({ points: true }))).toBe(7_875);
		expect(amountOf(total({ taxes: true, fees: true, tip: true, points: true }))).toBe(7_000);
		expect(amountOf(total({}, true))).toBe(10_875);
		expect(filterAmounts(plan({}), basket)).toEqual([9_875, 9_000]);
	});

	it('are never below 0', () => {
		const paidInFull = sale({ lines: [line('A', 100)], taxesMinor: 20, paidWithPointsMinor: 120 });
		expect(amountOf(total({ taxes: true, points: true }), paidInFull)).toBe(0);
	});
});

describe('items filters', () => {
	it('choose lines by category, subcategory, combo and item', () => {
		const undiscounted = { ...basket, discountMinor: 0 };
		expect(amountOf(items('in', [category('Drinks')]), undiscounted)).toBe(3_600);
		expect(amountOf(items('in', [{ by: 'subcategory', names: ['Espresso'] }]), undiscounted)).toBe(3_600);
		expect(amountOf(items('in', [{ by: 'combo', names: ['Lunch deal'] }]), undiscounted)).toBe(6_400);
		expect(amountOf(items('in', [item('SALAD')]), undiscounted)).toBe(6_400);
		expect(amountOf(items('not in', [category('Drinks')]), undiscounted)).toBe(6_400);
		expect(amountOf(items('all'), undiscounted)).toBe(10_000);
		expect(amountOf(items('in', [category('drinks', 'Foo')]), undiscounted)).toBe(0);
	});

	it('count a line once that several selectors choose, and leave exceptions out in every mode', () => {
		const undiscounted = { ...basket, discountMinor: 0 };
		expect(amountOf(items('in', [category('Food'), item('SALAD')]), undiscounted)).toBe(6_400);
		expect(amountOf(items('in', [category('Food', 'Drinks')], [item('LATTE')]), undiscounted)).toBe(6_400);
		expect(amountOf(items('not in', [category('Food')], [item('LATTE')]), undiscounted)).toBe(0);
		expect(amountOf(items('all', [], [item('LATTE')]), undiscounted)).toBe(6_400);
	});

	it('bear their part of an order-level discount', () => {
		expect(amountOf(items('in', [category('Drinks')]))).toBe(3_240);
		expect(amountOf(items('in', [category('Food')]))).toBe(5_760);
		expect(amountOf(items('all'))).toBe(9_000);
	});
});

describe('a discount over lines', () => {
	it('gives the last units to the largest remainders, and of equals to the earlier line', () => {
		expect(discountShares([100, 100, 100], 100)).toEqual([34, 33, 33]);
		expect(discountShares([100, 100, 100], 200)).toEqual([67, 67, 66]);
		expect(discountShares([1, 2, 4], 3)).toEqual([0, 1, 2]);
		expect(discountShares([0, 5, 0, 5], 1)).toEqual([0, 1, 0, 0]);
		expect(discountShares([7, 0], 7)).toEqual([7, 0]);
		expect(discountShares([0, 0], 0)).toEqual([0, 0]);
		expect(discountShares([], 0)).toEqual([]);
	});

	it('is exact where products leave the safe integers', () => {
		const large = 1_000_000_000_000;
		expect(discountShares([large, large, large - 1], large)).toEqual([333_333_333_334, 333_333_333_333, 333_333_333_333]);
	});

	const amounts = fc.array(fc.oneof(fc.nat(20), fc.nat(100_000), fc.integer({ min: 0, max: 1_000_000_000_000 })), {
		minLength: 1,
		maxLength: 12,
	});

	it('adds up, never exceeds a line, and leaves no line out by more than one unit', () => {
		fc.assert(
			fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
				const sum = all.reduce((total, amount) => total + amount, 0);
				const discount = Math.floor(Math.min(sum, 1_000_000_000_000) * share);
				const shares = discountShares(all, discount);
				expect(shares.reduce((total, each) => total + each, 0)).toBe(discount);
				const fair = all.every((amount, index) => {
					const off = BigInt(shares[index] ?? 0) * BigInt(sum) - BigInt(amount) * BigInt(discount);
					return (shares[index] ?? 0) <= amount && (off < 0n ? -off : off) < BigInt(Math.max(sum, 1));
				});
				expect(fair).toBe(true);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('is the same in doubles', () => {
		fc.assert(
			fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
				const sum = all.reduce((total, amount) => total + amount, 0);
				const discountMinor = Math.floor(Math.min(sum, 1_000_000_000_000) * share);
				const transaction = sale({ lines: all.map((amount) => line('A', amount)), discountMinor });
				const shares = discountShares(all, discountMinor);
				expect(linesAfterDiscount(transaction, sum)).toEqual(all.map((amount, index) => amount - (shares[index] ?? 0)));
			}),
			{ numRuns: 3_000 },
		);
	});

	it('lets filters that split the cart add up to its total without taxes, fees and tip', () => {
		const lines = fc.array(fc.record({ amount: fc.nat(5_000), category: fc.constantFrom('Food', 'Drinks', null) }), {
			minLength: 1,
			maxLength: 8,
		});
		const split = plan({ filters: [items('in', [category('Food')]), items('not in', [category('Food')])] });
		fc.assert(
			fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
				const sum = all.reduce((total, { amount }) => total + amount, 0);
				const transaction = sale({
					lines: all.map(({ amount, category }) => line('A', amount, { category })),
					discountMinor: Math.floor(sum * share),
					taxesMinor: 17,
				});
				const [, without = -1, food = 0, rest = 0] = filterAmounts(split, transaction);
				expect(food + rest).toBe(without);
			}),
			{ numRuns: 1_000 },
		);
	});
});
