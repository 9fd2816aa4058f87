import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanFilter, PlanItemsFilter, PlanSelector } from '../plan/plan.ts';
import { linesAfterDiscount } from './fast/line-sums.ts';
import { cartOf, filterAmounts, shares } from './filters.ts';
import { items as itemsFilter, line, plan, sale, total as totalFilter } from './fixtures/plans.ts';

// A failure prints its seed; SEED runs it again.
fc.configureGlobal(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {});

const total = (without: Parameters<typeof totalFilter>[1], parts?: Parameters<typeof totalFilter>[2]) =>
	totalFilter('Total', without, parts);

function items(
	mode: PlanItemsFilter['mode'],
	selectors: readonly PlanSelector[] = [],
	except: readonly PlanSelector[] = [],
	parts: Partial<PlanItemsFilter> = {},
): PlanFilter {
	return itemsFilter('Items', { mode, selectors, except, ...parts });
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

const attributes = [{ name: 'miles', owner: 'transaction', type: 'number', values: [] }] as const;

function amountOf(filter: PlanFilter, transaction = basket): number | undefined {
	return filterAmounts(plan({ filters: [filter], attributes }), cartOf(transaction))[2];
}

describe('totals', () => {
	it('are items − discount + taxes + fees + tip, less what is left out', () => {
		expect(amountOf(total({}))).toBe(9_875);
		expect(amountOf(total({ taxes: true }))).toBe(9_375);
		expect(amountOf(total({ fees: true }))).toBe(9_625);
		expect(amountOf(total({ tip: true }))).toBe(9_750);
		expect(amountOf(total({ points: true }))).toBe(7_875);
		expect(amountOf(total({ taxes: true, fees: true, tip: true, points: true }))).toBe(7_000);
		expect(amountOf(total({}, { beforeDiscounts: true }))).toBe(10_875);
		expect(filterAmounts(plan({}), cartOf(basket))).toEqual([9_875, 9_000]);
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

describe('quantities, bounds and the part paid with points', () => {
	const litres = sale({ lines: [line('FUEL', 9_000, { quantityThousandths: 28_500 }), line('GUM', 500)] });

	it('count units in thousandths instead of money', () => {
		expect(amountOf(items('in', [item('FUEL')], [], { isQuantity: true }), litres)).toBe(28_500);
		expect(amountOf(items('all', [], [], { isQuantity: true }), { ...litres, discountMinor: 700 })).toBe(29_500);
	});

	it('keep what exceeds `above`, and no more than `up to`, both of the unreduced amount', () => {
		const band = (amount: number, above: number | null, upTo: number | null) =>
			amountOf(items('all', [], [], { above, upTo }), sale({ lines: [line('A', amount)] }));
		expect([9_999, 10_000, 10_001, 30_000, 30_001].map((amount) => band(amount, 10_000, 30_000))).toEqual([
			0, 0, 1, 20_000, 20_000,
		]);
		expect(band(50_000, 10_000, null)).toBe(40_000);
		expect(band(50_000, null, 12_000)).toBe(12_000);
		expect(amountOf(total({}, { upTo: 100 }))).toBe(100);
	});

	it('spread the part paid with points over the lines by what the discount left of them', () => {
		// 10.00 off 100.00 leaves 32.40 and 57.60; 20.00 paid with points is 7.20 and 12.80 of them.
		expect(amountOf(items('in', [category('Drinks')], [], { excludingPoints: true }))).toBe(2_520);
		expect(amountOf(items('not in', [category('Drinks')], [], { excludingPoints: true }))).toBe(4_480);
		// More than the lines are worth paid for taxes.
		const all = { ...basket, paidWithPointsMinor: 9_500 };
		expect(amountOf(items('all', [], [], { excludingPoints: true }), all)).toBe(0);
	});

	it('are the part paid with points itself, or a number that the transaction says', () => {
		expect(amountOf({ kind: 'paid', name: 'Paid', decimals: 2, above: null, upTo: 1_500 })).toBe(1_500);
		const miles = { kind: 'attribute', name: 'Miles', decimals: 6, above: null, upTo: null, attribute: 0 } as const;
		const said = (millionths: number) => ({ ...basket, attributes: { miles: { kind: 'number', millionths } as const } });
		expect([said(2_500_000), said(-1), basket].map((transaction) => amountOf(miles, transaction))).toEqual([
			2_500_000, 0, 0,
		]);
	});

	it('leave lines out without spreading the discount anew', () => {
		const all = filterAmounts(plan({ filters: [items('all')] }), cartOf(basket), ({ category }) => category === 'Drinks');
		expect(all).toEqual([6_635, 5_760, 5_760]);
	});
});

describe('a discount over lines', () => {
	it('gives the last units to the largest remainders, and of equals to the earlier line', () => {
		expect(shares([100, 100, 100], 100)).toEqual([34, 33, 33]);
		expect(shares([100, 100, 100], 200)).toEqual([67, 67, 66]);
		expect(shares([1, 2, 4], 3)).toEqual([0, 1, 2]);
		expect(shares([0, 5, 0, 5], 1)).toEqual([0, 1, 0, 0]);
		expect(shares([7, 0], 7)).toEqual([7, 0]);
		expect(shares([0, 0], 0)).toEqual([0, 0]);
		expect(shares([], 0)).toEqual([]);
	});

	it('is exact where products leave the safe integers', () => {
		const large = 1_000_000_000_000;
		expect(shares([large, large, large - 1], large)).toEqual([333_333_333_334, 333_333_333_333, 333_333_333_333]);
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
				const borne = shares(all, discount);
				expect(borne.reduce((total, each) => total + each, 0)).toBe(discount);
				const fair = all.every((amount, index) => {
					const off = BigInt(borne[index] ?? 0) * BigInt(sum) - BigInt(amount) * BigInt(discount);
					return (borne[index] ?? 0) <= amount && (off < 0n ? -off : off) < BigInt(Math.max(sum, 1));
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
				const borne = shares(all, discountMinor);
				expect(linesAfterDiscount(transaction, sum)).toEqual(all.map((amount, index) => amount - (borne[index] ?? 0)));
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
				const [, without = -1, food = 0, rest = 0] = filterAmounts(split, cartOf(transaction));
				expect(food + rest).toBe(without);
			}),
			{ numRuns: 1_000 },
		);
	});
});
