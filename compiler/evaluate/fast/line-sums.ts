/** What the lines of a cart come to for a filter, summed when it is first asked for: which filters choose an item is remembered by its sku. */
import type { Line, Transaction } from '../../domain/transaction.ts';
import type { PlanFilter } from '../../plan/plan.ts';
import { cartOf, chooses, shares } from '../filters.ts';

/** An item as it was met last. */
interface Item {
	readonly category: string | null;
	readonly subcategory: string | null;
	readonly combo: string | null;
	/** Where its row begins. */
	readonly row: number;
}

/** Remembered skus; a catalogue has fewer, and a history that has more begins anew. */
const MOST_REMEMBERED = 50_000;
/** Room for so many lines is made at first. */
const FEW_LINES = 64;

/** Sums over the lines of one transaction after the other. */
export class LineSums {
	/** The sum of all lines, before the order's discount. */
	items = 0;
	readonly #filters: readonly PlanFilter[];
	readonly #items = new Map<string, Item>();
	/** Rows of one byte for each filter: 1 where it chooses the item. Items that the same filters choose share one. */
	#chosen = new Uint8Array(0);
	readonly #rows = new Map<string, number>();
	#transaction: Transaction | null = null;
	#areMet = false;
	#count = 0;
	/** By line: where its item's row begins, and what it counts in money, before and after what was paid with points. */
	#places = new Int32Array(FEW_LINES);
	#amounts = new Float64Array(FEW_LINES);
	#unpaid: Float64Array = this.#amounts;

	/** The filters of a plan. */
	constructor(filters: readonly PlanFilter[]) {
		this.#filters = filters;
	}

	/** Turns to a transaction. */
	open(transaction: Transaction): void {
		const { lines } = transaction;
		let sum = 0;
		for (let index = 0; index < lines.length; index++) sum += (lines[index] as Line).amountMinor;
		this.items = sum;
		this.#transaction = transaction;
		this.#areMet = false;
	}

	/** What an items filter counts, by its index, without its bounds: minor units, or thousandths of a unit. */
	amount(filter: number): number {
		const items = this.#filters[filter];
		if (items?.kind !== 'items') return 0;
		if (items.isQuantity) return this.units(filter);
		this.#meet();
		return this.#sum(filter, items.excludingPoints ? this.#unpaid : this.#amounts);
	}

	/** How many thousandths of a unit a filter chooses, by its index. */
	units(filter: number): number {
		this.#meet();
		const lines = this.#transaction?.lines ?? [];
		let sum = 0;
		for (let line = 0; line < lines.length; line++) {
			if (this.#chosen[(this.#places[line] as number) + filter] === 1) sum += (lines[line] as Line).quantityThousandths;
		}
		return sum;
	}

	#sum(filter: number, values: Float64Array): number {
		const chosen = this.#chosen;
		const places = this.#places;
		let sum = 0;
		for (let line = 0; line < this.#count; line++) {
			sum += (chosen[(places[line] as number) + filter] as number) * (values[line] as number);
		}
		return sum;
	}

	/** Finds out what the lines' items are, once for a transaction. */
	#meet(): void {
		const transaction = this.#transaction;
		if (this.#areMet || transaction === null) return;
		this.#areMet = true;
		if (this.#items.size >= MOST_REMEMBERED) this.#forget();
		const { lines, discountMinor, paidWithPointsMinor } = transaction;
		this.#count = lines.length;
		if (lines.length > this.#places.length) this.#makeRoom(lines.length);
		const amounts = this.#amounts;
		for (let index = 0; index < lines.length; index++) {
			const line = lines[index] as Line;
			amounts[index] = line.amountMinor;
			this.#places[index] = this.#rowOf(line);
		}
		if (discountMinor > 0) amounts.set(linesAfterDiscount(transaction, this.items));
		this.#unpaid = paidWithPointsMinor === 0 ? amounts : unpaidOf(transaction, amounts);
	}

	#forget(): void {
		this.#items.clear();
		this.#rows.clear();
	}

	#makeRoom(lines: number): void {
		this.#places = new Int32Array(2 * lines);
		this.#amounts = new Float64Array(2 * lines);
	}

	#rowOf(line: Line): number {
		const known = this.#items.get(line.sku);
		if (
			known !== undefined &&
			known.category === line.category &&
			known.subcategory === line.subcategory &&
			known.combo === line.combo
		)
			return known.row;
		const { category, subcategory, combo } = line;
		const row = this.#rowFor(this.#filters.map((filter) => (filter.kind === 'items' && chooses(filter, line) ? 1 : 0)));
		this.#items.set(line.sku, { category, subcategory, combo, row });
		return row;
	}

	#rowFor(choice: readonly number[]): number {
		const key = choice.join('');
		const known = this.#rows.get(key);
		if (known !== undefined) return known;
		const row = this.#rows.size * choice.length;
		if (row + choice.length > this.#chosen.length) {
			const larger = new Uint8Array(2 * (row + choice.length));
			larger.set(this.#chosen);
			this.#chosen = larger;
		}
		this.#chosen.set(choice, row);
		this.#rows.set(key, row);
		return row;
	}
}

/** What of each line's amount after the discount was not paid with points. */
function unpaidOf(transaction: Transaction, amounts: Float64Array): Float64Array {
	const { paidShares } = cartOf(transaction);
	return amounts.map((amount, line) => amount - (paidShares[line] ?? 0));
}

/** The amounts of the lines after an order-level discount, in doubles where every product is exact and in big integers otherwise. */
export function linesAfterDiscount({ lines, discountMinor }: Transaction, sum: number): readonly number[] {
	const amounts = lines.map((line) => line.amountMinor);
	if (discountMinor === 0) return amounts;
	// No line is above the sum; a product beyond the safe integers is not rounded back into them.
	if (sum * discountMinor > Number.MAX_SAFE_INTEGER) {
		const borne = shares(amounts, discountMinor);
		return amounts.map((amount, index) => amount - (borne[index] ?? 0));
	}
	const rests = amounts.map((amount) => (amount * discountMinor) % sum);
	const net = amounts.map((amount, index) => amount - (amount * discountMinor - (rests[index] ?? 0)) / sum);
	const left = net.reduce((total, amount) => total + amount, 0) - (sum - discountMinor);
	if (left === 0) return net;
	const byRest = [...net.keys()].sort((a, b) => (rests[b] ?? 0) - (rests[a] ?? 0) || a - b);
	for (const lucky of byRest.slice(0, left)) net[lucky] = (net[lucky] ?? 0) - 1;
	return net;
}
