import type { Outcome } from '#compiler';

/** The answer to a transaction: what it earned, and by which version. Units are 10^-`pointDecimals` points. */
export interface Receipt {
	readonly transaction: string;
	readonly member: string | null;
	/** The published version; null where a text was tried that is not published. */
	readonly version: number | null;
	/** SHA-256 of the program's text, hexadecimal. */
	readonly versionHash: string;
	readonly pointDecimals: number;
	readonly totalUnits: number;
	readonly awards: readonly ReceiptAward[];
}

/** The receipt of a recorded transaction: what counts is always evaluated by a published version. */
export interface RecordedReceipt extends Receipt {
	readonly version: number;
}

/** One award above 0. The name is unique among the awards of its source. */
export interface ReceiptAward {
	readonly source: 'rule' | 'tier';
	readonly name: string;
	/** After rounding, before limits. */
	readonly wantedUnits: number;
	/** What is posted. */
	readonly givenUnits: number;
}

/** The member's own awards of an outcome without its indexes, which mean nothing outside its plan. */
export function receiptAwards(outcome: Outcome & { readonly kind: 'awarded' }): ReceiptAward[] {
	const own = outcome.awards.filter(({ recipient }) => recipient === 'member');
	return own.map(({ source, wantedUnits, givenUnits }) => ({
		source: source.kind,
		name: source.name,
		wantedUnits,
		givenUnits,
	}));
}
