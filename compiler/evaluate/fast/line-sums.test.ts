/** Sums over the lines of carts, one after the other, against the readable ones: also where a cart or a catalogue is large. */
import { describe, expect, it } from 'vitest';
import type { Transaction } from '../../domain/transaction.ts';
import { cartOf, filterAmounts, itemUnits } from '../filters.ts';
import { items, line, plan, sale } from '../fixtures/plans.ts';
import { LineSums } from './line-sums.ts';

const drinks = { by: 'category', names: ['Drinks'] } as const;
const filters = [
	items('Drinks', { mode: 'in', selectors: [drinks] }),
	items('Unpaid food', { mode: 'not in', selectors: [drinks], excludingPoints: true }),
	items('Cups', { mode: 'in', selectors: [drinks], isQuantity: true }),
	items('Lattes', { mode: 'in', selectors: [{ by: 'subcategory', names: ['Latte'] }] }),
	items('Deals', { mode: 'in', selectors: [{ by: 'combo', names: ['Deal'] }] }),
	items('One sku', { mode: 'in', selectors: [{ by: 'item', names: ['S-7'] }] }),
];
const own = plan({ filters });
const indexes = [...own.filters.keys()].filter((index) => own.filters[index]?.kind === 'items');

/** What is summed of each of the plan's items filters, and how many units it chooses. */
function summed(sums: LineSums, transaction: Transaction) {
	sums.open(transaction);
	return indexes.map((index) => ({ amount: sums.amount(index), units: sums.units(index) }));
}

/** The same, read slowly. */
function readably(transaction: Transaction) {
	const cart = cartOf(transaction);
	const amounts = filterAmounts(own, cart);
	return indexes.map((index) => {
		const filter = own.filters[index];
		return { amount: amounts[index], units: filter?.kind === 'items' ? itemUnits(filter, cart) : 0 };
	});
}

/** Lines of skus that differ by a step; every third is a drink. */
function linesFrom(first: number, count: number) {
	return Array.from({ length: count }, (_, index) => {
		const category = (first + index) % 3 === 0 ? 'Drinks' : 'Food';
		return line(`S-${first + index}`, 100 + index, { category, quantityThousandths: 1_000 + index });
	});
}

describe('sums over lines', () => {
	it('are those of the cart in hand, however many lines it has', () => {
		const sums = new LineSums(own.filters);
		for (const count of [0, 3, 1_000, 65, 1]) {
			const cart = sale({ lines: linesFrom(count, count), discountMinor: count, paidWithPointsMinor: count * 20 });
			expect(summed(sums, cart)).toEqual(readably(cart));
		}
	});

	it('follow an item into another category, subcategory and combo', () => {
		const sums = new LineSums(own.filters);
		for (const part of ['category', 'subcategory', 'combo'] as const) {
			for (const name of ['Drinks', 'Latte', 'Deal', null, 'Drinks']) {
				const cart = sale({ lines: [line('S-7', 500, { [part]: name })] });
				expect(summed(sums, cart)).toEqual(readably(cart));
			}
		}
	});

	it('are right after more items than are remembered', () => {
		const sums = new LineSums(own.filters);
		for (let first = 0; first < 51_000; first += 1_000) {
			sums.open(sale({ lines: linesFrom(first, 1_000) }));
			sums.amount(own.filters.length - 1);
		}
		const cart = sale({ lines: [...linesFrom(0, 40), ...linesFrom(50_500, 40)] });
		expect(summed(sums, cart)).toEqual(readably(cart));
	});
});
