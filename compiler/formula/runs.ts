/**
 * Where a polynomial is negative, zero and positive, over whole numbers only. No root is ever approximated: between two
 * neighbouring whole numbers a polynomial changes by its forward difference, which has a lower degree, so that wherever the
 * difference keeps its sign the values run one way and a binary search finds where they cross zero.
 */
import { evaluatePolynomial, type Polynomial, polynomial, subtractPolynomials } from './polynomial.ts';

/** Below, at or above zero. */
export type Sign = -1 | 0 | 1;

/** The whole numbers `from` to `to`, both included, on which a polynomial has one sign. */
export interface Run {
	readonly from: bigint;
	readonly to: bigint;
	readonly sign: Sign;
}

/** The runs of a polynomial over the whole numbers `low` to `high`, in order and without gaps; none where `low` is above `high`. */
export function signRuns(p: Polynomial, low: bigint, high: bigint): Run[] {
	if (low > high) return [];
	if (p.length <= 1) return [{ from: low, to: high, sign: signOf(p[0] ?? 0n) }];
	const runs: Run[] = [];
	// Each stretch shares its last number with the next one's first, which `append` merges.
	const stretches = low === high ? [{ from: low, to: low }] : signRuns(forwardDifference(p), low, high - 1n);
	for (const stretch of stretches) {
		const last = low === high ? low : stretch.to + 1n;
		let from = runs.length === 0 ? stretch.from : stretch.from + 1n;
		while (from <= last) {
			const sign = signOf(evaluatePolynomial(p, from));
			const to = lastWithSign(p, sign, from, last);
			append(runs, { from, to, sign });
			from = to + 1n;
		}
	}
	return runs;
}

/** p(x + 1) − p(x). */
export function forwardDifference(p: Polynomial): Polynomial {
	return subtractPolynomials(shiftByOne(p), p);
}

/** p(x + 1). */
export function shiftByOne(p: Polynomial): Polynomial {
	const shifted = [...p];
	for (let start = 0; start < p.length; start++) {
		for (let power = p.length - 2; power >= start; power--) {
			shifted[power] = (shifted[power] ?? 0n) + (shifted[power + 1] ?? 0n);
		}
	}
	return polynomial(shifted);
}

/** −1, 0 or 1. */
export function signOf(value: bigint): Sign {
	if (value === 0n) return 0;
	return value < 0n ? -1 : 1;
}

/** On a stretch where the values run one way: the last number that still has the sign of the first. */
function lastWithSign(p: Polynomial, sign: Sign, first: bigint, last: bigint): bigint {
	let low = first;
	let high = last;
	while (low < high) {
		const middle = (low + high + 1n) / 2n;
		if (signOf(evaluatePolynomial(p, middle)) === sign) low = middle;
		else high = middle - 1n;
	}
	return low;
}

function append(runs: Run[], run: Run): void {
	const previous = runs.at(-1);
	if (previous?.sign === run.sign) runs[runs.length - 1] = { ...previous, to: run.to };
	else runs.push(run);
}
