/** What the lines of a cart come to for every filter at once: which filters choose an item is remembered by its sku. */
import type { Line, Transaction } from '../../domain/transaction.ts';
import type { PlanFilter, PlanItemsFilter } from '../../plan/plan.ts';
import { cartOf, chooses, shares } from '../filters.ts';

/** Which filters count a line, by what they count of it. Indexes into the plan's filters. */
interface Membership {
	readonly category: string | null;
	readonly subcategory: string | null;
	readonly combo: string | null;
	/** Filters of money, and those of them that leave out what was paid with points. */
	readonly money: readonly number[];
	readonly unpaid: readonly number[];
	/** Filters that count units. */
	readonly quantity: readonly number[];
	/** Every filter, for conditions on how many units it chooses. */
	readonly units: readonly number[];
}

/** Remembered skus; a catalogue has fewer, and a history that has more begins anew. */
const MOST_REMEMBERED = 50_000;

/** Sums over lines, for the filters of items that a program asks for. */
export class LineSums {
	/** Unreduced amounts by index into the plan's filters: minor units, or thousandths of a unit. */
	readonly amounts: Float64Array;
	/** Thousandths of a unit by the same index, of filters whose units a condition asks for. */
	readonly units: Float64Array;
	/** The sum of all lines, before the order's discount. */
	items = 0;
	readonly #amountsOf: readonly (readonly [number, PlanItemsFilter])[];
	readonly #unitsOf: readonly (readonly [number, PlanItemsFilter])[];
	readonly #memberships = new Map<string, Membership>();

	/** `isUsed` and `countsUnits` say by index whether anything asks for a filter's amount, or for its units. */
	constructor(
		filters: readonly PlanFilter[],
		isUsed: (filter: number) => boolean,
		countsUnits: (filter: number) => boolean,
	) {
		this.amounts = new Float64Array(filters.length);
		this.units = new Float64Array(filters.length);
		const items = [...filters.entries()].flatMap(([index, filter]) =>
			filter.kind === 'items' ? [[index, filter] as const] : [],
		);
		this.#amountsOf = items.filter(([index]) => isUsed(index));
		this.#unitsOf = items.filter(([index, { isQuantity }]) => countsUnits(index) && !isQuantity);
	}

	/** Adds up the lines of a transaction. */
	add(transaction: Transaction): void {
		const { amounts, units } = this;
		const { lines } = transaction;
		amounts.fill(0);
		units.fill(0);
		this.items = 0;
		for (let index = 0; index < lines.length; index++) this.items += (lines[index] as Line).amountMinor;
		const net = transaction.discountMinor === 0 ? null : linesAfterDiscount(transaction, this.items);
		const paid = transaction.paidWithPointsMinor === 0 ? null : cartOf(transaction).paidShares;
		for (let index = 0; index < lines.length; index++) {
			const line = lines[index] as Line;
			const membership = this.#membershipOf(line);
			const amount = net === null ? line.amountMinor : (net[index] as number);
			addTo(amounts, membership.money, amount);
			if (membership.unpaid.length > 0) addTo(amounts, membership.unpaid, amount - (paid?.[index] ?? 0));
			if (membership.quantity.length > 0) addTo(amounts, membership.quantity, line.quantityThousandths);
			if (membership.units.length > 0) addTo(units, membership.units, line.quantityThousandths);
		}
	}

	#membershipOf(line: Line): Membership {
		const known = this.#memberships.get(line.sku);
		if (
			known !== undefined &&
			known.category === line.category &&
			known.subcategory === line.subcategory &&
			known.combo === line.combo
		)
			return known;
		if (this.#memberships.size >= MOST_REMEMBERED) this.#memberships.clear();
		const { category, subcategory, combo } = line;
		const chosen = this.#amountsOf.filter(([, filter]) => chooses(filter, line));
		const only = (isMeant: (filter: PlanItemsFilter) => boolean) =>
			chosen.filter(([, filter]) => isMeant(filter)).map(([index]) => index);
		const membership: Membership = {
			category,
			subcategory,
			combo,
			money: only(({ isQuantity, excludingPoints }) => !isQuantity && !excludingPoints),
			unpaid: only(({ isQuantity, excludingPoints }) => !isQuantity && excludingPoints),
			quantity: only(({ isQuantity }) => isQuantity),
			units: this.#unitsOf.filter(([, filter]) => chooses(filter, line)).map(([index]) => index),
		};
		this.#memberships.set(line.sku, membership);
		return membership;
	}
}

function addTo(sums: Float64Array, filters: readonly number[], amount: number): void {
	for (let position = 0; position < filters.length; position++) {
		const filter = filters[position] as number;
		sums[filter] = (sums[filter] as number) + amount;
	}
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
