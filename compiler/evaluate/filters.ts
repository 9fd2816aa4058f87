/** What the cart filters of a plan amount to in one transaction: exact whole amounts, never below 0. */
import type { Measure } from '../domain/measure.ts';
import type { Line, Transaction } from '../domain/transaction.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Plan, PlanFilter, PlanItemsFilter, PlanSelector, PlanTotalFilter } from '../plan/plan.ts';

/** A transaction with the shares of its lines worked out. */
export interface Cart {
	readonly transaction: Transaction;
	/** The part of the order's discount that each line bears, in minor units. */
	readonly discountShares: readonly number[];
	/** The part paid with points that each line bears, in minor units. */
	readonly paidShares: readonly number[];
}

/** Spreads the discount, and then the part paid with points, over the lines. */
export function cartOf(transaction: Transaction): Cart {
	const amounts = transaction.lines.map((line) => line.amountMinor);
	const discountShares = shares(amounts, transaction.discountMinor);
	const net = amounts.map((amount, index) => amount - (discountShares[index] ?? 0));
	const sum = net.reduce((total, amount) => total + amount, 0);
	// Points may pay for taxes and tips as well; lines bear no more than they are worth.
	return { transaction, discountShares, paidShares: shares(net, Math.min(transaction.paidWithPointsMinor, sum)) };
}

/** Every filter's amount, by its index in the plan; lines for which `without` holds are left out of the cart. */
export function filterAmounts(plan: Plan, cart: Cart, without: (line: Line) => boolean = () => false): number[] {
	return plan.filters.map((filter) => bounded(filter, unreduced(plan, filter, cart, without)));
}

/** Both bounds refer to the unreduced amount. */
function bounded({ above, upTo }: PlanFilter, amount: number): number {
	const most = upTo === null ? amount : Math.min(amount, upTo);
	return above === null ? most : Math.max(most - above, 0);
}

function unreduced(plan: Plan, filter: PlanFilter, cart: Cart, without: (line: Line) => boolean): number {
	switch (filter.kind) {
		case 'total':
			return totalAmount(filter, cart, without);
		case 'items':
			return itemsAmount(filter, cart, without);
		case 'attribute': {
			const name = plan.attributes[filter.attribute]?.name ?? '';
			const value = ownValue(cart.transaction.attributes, name);
			return value?.kind === 'number' ? Math.max(value.millionths, 0) : 0;
		}
		case 'paid':
			return cart.transaction.paidWithPointsMinor;
		default:
			return unreachable(filter);
	}
}

/** The value of a name that a record has itself; `constructor` is a name like any other. */
export function ownValue<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
	return Object.hasOwn(record, name) ? record[name] : undefined;
}

function itemsAmount(filter: PlanItemsFilter, cart: Cart, without: (line: Line) => boolean): number {
	let sum = 0;
	for (const [index, line] of cart.transaction.lines.entries()) {
		if (chooses(filter, line) && !without(line))
			sum += filter.isQuantity ? line.quantityThousandths : lineAmount(filter, cart, index);
	}
	return sum;
}

/** How many units an items filter chooses, in thousandths, whatever it counts itself. */
export function itemUnits(filter: PlanItemsFilter, { transaction }: Cart): number {
	return transaction.lines.reduce((sum, line) => sum + (chooses(filter, line) ? line.quantityThousandths : 0), 0);
}

/** What a line counts for an items filter, in minor units. */
export function lineAmount(
	{ excludingPoints }: PlanItemsFilter,
	{ transaction, discountShares, paidShares }: Cart,
	index: number,
): number {
	const net = (transaction.lines[index]?.amountMinor ?? 0) - (discountShares[index] ?? 0);
	return excludingPoints ? net - (paidShares[index] ?? 0) : net;
}

function totalAmount(filter: PlanTotalFilter, cart: Cart, without: (line: Line) => boolean): number {
	const { transaction, discountShares } = cart;
	let sum = 0;
	for (const [index, line] of transaction.lines.entries()) {
		if (!without(line)) sum += line.amountMinor - (filter.beforeDiscounts ? 0 : (discountShares[index] ?? 0));
	}
	if (!filter.without.taxes) sum += transaction.taxesMinor;
	if (!filter.without.fees) sum += transaction.feesMinor;
	if (!filter.without.tip) sum += transaction.tipMinor;
	if (filter.without.points) sum -= transaction.paidWithPointsMinor;
	return Math.max(sum, 0);
}

/** Says whether an items filter counts a line; one that several selectors choose is counted once all the same. */
export function chooses(filter: PlanItemsFilter, line: Line): boolean {
	if (filter.except.some((selector) => selects(selector, line))) return false;
	if (filter.mode === 'all') return true;
	return filter.selectors.some((selector) => selects(selector, line)) === (filter.mode === 'in');
}

function selects(selector: PlanSelector, line: Line): boolean {
	const name = nameOf(selector.by, line);
	return name !== null && selector.names.includes(name);
}

function nameOf(by: PlanSelector['by'], line: Line): string | null {
	switch (by) {
		case 'category':
			return line.category;
		case 'subcategory':
			return line.subcategory;
		case 'combo':
			return line.combo;
		case 'item':
			return line.sku;
		default:
			return unreachable(by);
	}
}

/**
 * An amount spread over lines by value: each line's share rounded down, the units left over one each to the lines that lost
 * most by that, of equals to the earlier. The shares add up to the amount, which is at most the lines' sum.
 */
export function shares(amountsMinor: readonly number[], spreadMinor: number): number[] {
	if (spreadMinor === 0) return amountsMinor.map(() => 0);
	// Products of two amounts leave the safe integers, so this is done in big ones.
	const spread = BigInt(spreadMinor);
	const amounts = amountsMinor.map(BigInt);
	const sum = amounts.reduce((total, amount) => total + amount, 0n);
	const parts = amounts.map((amount, index) => ({
		index,
		share: (amount * spread) / sum,
		rest: (amount * spread) % sum,
	}));
	const left = Number(spread - parts.reduce((total, { share }) => total + share, 0n));
	const byRest = [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
	const lucky = new Set(byRest.slice(0, left).map(({ index }) => index));
	return parts.map(({ index, share }) => Number(share) + (lucky.has(index) ? 1 : 0));
}

/** What a filter's whole amounts measure. */
export function measureOf(filter: PlanFilter): Measure {
	switch (filter.kind) {
		case 'total':
		case 'paid':
			return 'money';
		case 'items':
			return filter.isQuantity ? 'quantity' : 'money';
		case 'attribute':
			return 'attribute';
		default:
			return unreachable(filter);
	}
}
