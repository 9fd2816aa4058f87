import type { BuiltInEvent } from '#grammar';
import type { AttributeValue } from './attribute.ts';

/**
 * A transaction as the evaluators see it: already checked at the border, so every number here is whole, in range and sums up.
 */
export interface Transaction {
	readonly id: string;
	/** The member's id; null for a sale without a member. */
	readonly member: string | null;
	/** What happened: a purchase has a cart, nothing else has. */
	readonly event: BuiltInEvent | { readonly custom: string };
	/** What the till or the event says besides, by the name of the attribute. */
	readonly attributes: Readonly<Record<string, AttributeValue>>;
	/** The moment, in milliseconds since 1970-01-01T00:00Z. */
	readonly atMs: number;
	/** Null where the till did not say: a condition on it is then unknown and does not hold. */
	readonly store: string | null;
	/** The chain the store belongs to. */
	readonly chain: string | null;
	readonly channel: string | null;
	readonly orderType: string | null;
	readonly lines: readonly Line[];
	/** Whole minor units of the program's currency, 0 to 10^12 each. `discountMinor` is at most the sum of the lines. */
	readonly discountMinor: number;
	readonly taxesMinor: number;
	readonly feesMinor: number;
	readonly tipMinor: number;
	/** The part of the total that was paid with points. */
	readonly paidWithPointsMinor: number;
}

export interface Line {
	readonly sku: string;
	readonly category: string | null;
	readonly subcategory: string | null;
	readonly combo: string | null;
	/** Thousandths of a unit: `2` is 2000. */
	readonly quantityThousandths: number;
	/** The whole line's amount, net of line discounts, before tax. */
	readonly amountMinor: number;
}

/** How many decimals a quantity has. */
export const QUANTITY_DECIMALS = 3;
/** The largest amount that a single field of a transaction may hold, in minor units. */
export const MAX_AMOUNT_MINOR = 1_000_000_000_000;
/** The most lines in one transaction. */
export const MAX_LINES = 1_000;

/** What the customer pays: items − discount + taxes + fees + tip, in minor units. */
export function totalMinor(transaction: Transaction): number {
	let sum = transaction.taxesMinor + transaction.feesMinor + transaction.tipMinor - transaction.discountMinor;
	for (const line of transaction.lines) sum += line.amountMinor;
	return sum;
}
