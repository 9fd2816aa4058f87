/** Sets of whole amounts of a cart filter, as stretches in order that neither touch nor overlap. */
import { MAX_FILTER_MINOR } from '../formula/analyse.ts';

/** The whole amounts from `low` to `high`, both included. */
export interface AmountRange {
	readonly low: bigint;
	readonly high: bigint;
}
export type AmountSet = readonly AmountRange[];

const MOST = BigInt(MAX_FILTER_MINOR);

/** Every amount that a filter can have. */
export const everyAmount: AmountSet = [{ low: 0n, high: MOST }];
/** No amount. */
export const noAmount: AmountSet = [];

/** The amounts from `low` to `high` that a filter can have; null means no bound on that side. */
export function amountsBetween(low: bigint | null, high: bigint | null): AmountSet {
	const from = low === null || low < 0n ? 0n : low;
	const until = high === null || high > MOST ? MOST : high;
	return from <= until ? [{ low: from, high: until }] : noAmount;
}

/** The amounts that are in both. */
export function intersection(a: AmountSet, b: AmountSet): AmountSet {
	return a.flatMap((first) =>
		b.flatMap((second) => {
			const low = first.low > second.low ? first.low : second.low;
			const high = first.high < second.high ? first.high : second.high;
			return low <= high ? [{ low, high }] : [];
		}),
	);
}

/** The amounts that are in either. */
export function union(a: AmountSet, b: AmountSet): AmountSet {
	const merged: AmountRange[] = [];
	for (const range of [...a, ...b].sort((x, y) => (x.low < y.low ? -1 : 1))) {
		const last = merged.at(-1);
		if (!last || range.low > last.high + 1n) merged.push(range);
		else if (range.high > last.high) merged[merged.length - 1] = { low: last.low, high: range.high };
	}
	return merged;
}

/** The amounts that a filter can have and that are not in `set`. */
export function complement(set: AmountSet): AmountSet {
	const gaps: AmountRange[] = [];
	let low = 0n;
	for (const range of set) {
		if (low < range.low) gaps.push({ low, high: range.low - 1n });
		low = range.high + 1n;
	}
	if (low <= MOST) gaps.push({ low, high: MOST });
	return gaps;
}
