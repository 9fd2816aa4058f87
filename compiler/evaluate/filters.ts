/** What the cart filters of a plan amount to in one transaction: exact whole minor units, never below 0. */
import type { Line, Transaction } from '../domain/transaction.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Plan, PlanFilter, PlanItemsFilter, PlanSelector, PlanTotalFilter } from '../plan/plan.ts';

/** Every filter's amount, by its index in the plan. */
export function filterAmounts(plan: Plan, transaction: Transaction): number[] {
	const shares = discountShares(
		transaction.lines.map((line) => line.amountMinor),
		transaction.discountMinor,
	);
	return plan.filters.map((filter) => filterAmount(filter, transaction, shares));
}

function filterAmount(filter: PlanFilter, transaction: Transaction, shares: readonly number[]): number {
	switch (filter.kind) {
		case 'total':
			return totalAmount(filter, transaction);
		case 'items': {
			let sum = 0;
			for (const [index, line] of transaction.lines.entries()) {
				if (chooses(filter, line)) sum += line.amountMinor - (shares[index] ?? 0);
			}
			return sum;
		}
		default:
			return unreachable(filter);
	}
}

function totalAmount({ without, beforeDiscounts }: PlanTotalFilter, transaction: Transaction): number {
	let sum = transaction.lines.reduce((items, line) => items + line.amountMinor, 0);
	if (!beforeDiscounts) sum -= transaction.discountMinor;
	if (!without.taxes) sum += transaction.taxesMinor;
	if (!without.fees) sum += transaction.feesMinor;
	if (!without.tip) sum += transaction.tipMinor;
	if (without.points) sum -= transaction.paidWithPointsMinor;
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
 * An order-level discount spread over lines by value: each line's share rounded down, the units left over one each to the
 * lines that lost most by that, of equals to the earlier. The shares add up to the discount, which is at most the lines' sum.
 */
export function discountShares(amountsMinor: readonly number[], discountMinor: number): number[] {
	if (discountMinor === 0) return amountsMinor.map(() => 0);
	// Products of two amounts leave the safe integers, so this is done in big ones.
	const discount = BigInt(discountMinor);
	const amounts = amountsMinor.map(BigInt);
	const sum = amounts.reduce((total, amount) => total + amount, 0n);
	const shares = amounts.map((amount, index) => ({
		index,
		share: (amount * discount) / sum,
		rest: (amount * discount) % sum,
	}));
	const left = Number(discount - shares.reduce((total, { share }) => total + share, 0n));
	const byRest = [...shares].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
	const lucky = new Set(byRest.slice(0, left).map(({ index }) => index));
	return shares.map(({ index, share }) => Number(share) + (lucky.has(index) ? 1 : 0));
}
