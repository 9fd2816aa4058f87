/** Where plain doubles compute a formula exactly: every partial sum of Horner's scheme stays a safe integer. */
import { MAX_FILTER_MINOR } from './analyse.ts';
import type { Polynomial } from './polynomial.ts';

/**
 * The largest amount up to which a polynomial in doubles stays at or below `bound` in every partial sum, at most
 * {@link MAX_FILTER_MINOR}; null where even amount 0 does not.
 */
export function largestMinorWithin(p: Polynomial, bound: bigint): number | null {
	if (magnitude(p, 0) > bound) return null;
	let low = 0;
	let high = MAX_FILTER_MINOR;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (magnitude(p, middle) <= bound) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** The largest whole number up to which doubles hold every whole number. */
export const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** An upper bound of every partial sum at every amount up to `minor`; below amount 1 the coefficients themselves count. */
function magnitude(p: Polynomial, minor: number): bigint {
	const x = BigInt(Math.max(minor, 1));
	return p.reduceRight((sum, coefficient) => sum * x + (coefficient < 0n ? -coefficient : coefficient), 0n);
}
