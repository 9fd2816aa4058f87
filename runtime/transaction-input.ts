/** What a till sends, as `receiveTransaction` expects it. Amounts are decimal text in currency units, or JSON numbers. */
export interface TransactionInput {
	readonly id: string;
	/** The member's id; left out for a sale without a member. */
	readonly member?: string;
	/** ISO 8601 with an offset: `2026-02-07T12:30:00+04:00`. */
	readonly at: string;
	readonly store?: string;
	readonly channel?: string;
	readonly orderType?: string;
	/** ISO 4217; where given it must be the program's. */
	readonly currency?: string;
	readonly items: readonly ItemInput[];
	readonly discount?: string | number;
	readonly taxes?: string | number;
	readonly fees?: string | number;
	readonly tip?: string | number;
	readonly paidWithPoints?: string | number;
	/** Where given it must equal items − discount + taxes + fees + tip. */
	readonly total?: string | number;
}

/** One line of what a till sends. */
export interface ItemInput {
	readonly sku: string;
	/** Left out, the catalogue's are used. */
	readonly category?: string;
	readonly subcategory?: string;
	readonly combo?: string;
	/** At most three decimals; 1 when left out. */
	readonly quantity?: string | number;
	/** The line's total, net of line discounts, before tax. */
	readonly amount: string | number;
}
