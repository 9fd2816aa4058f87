import type { Line, Transaction } from '#compiler';

/** A purchase of these lines of which nothing else is known. */
export function barePurchase(lines: readonly Line[]): Transaction {
	return {
		id: 'sample',
		member: null,
		event: 'purchase',
		attributes: {},
		atMs: 0,
		store: null,
		chain: null,
		channel: null,
		orderType: null,
		lines,
		discountMinor: 0,
		taxesMinor: 0,
		feesMinor: 0,
		tipMinor: 0,
		paidWithPointsMinor: 0,
	};
}
