/** Sets of a member's purchase numbers: 1, 2, 3 and so on. */
import { greatestCommonDivisor } from '../domain/rational.ts';

/** The numbers from 1 that are multiples of one number, of none of some others, and none of a few. */
export interface Counts {
	/** Only this number, where it is not null; the rest then says whether it is in at all. */
	readonly exactly: bigint | null;
	readonly multipleOf: bigint;
	readonly notMultiplesOf: readonly bigint[];
	readonly not: readonly bigint[];
}

/** Every purchase number. */
export const ALL_COUNTS: Counts = { exactly: null, multipleOf: 1n, notMultiplesOf: [], not: [] };
/** No purchase number: there is no purchase 0. */
export const NO_COUNTS: Counts = { ...ALL_COUNTS, exactly: 0n };

/** Says whether a number is in. */
export function hasCount({ exactly, multipleOf, notMultiplesOf, not }: Counts, count: bigint): boolean {
	if (count < 1n || (exactly !== null && exactly !== count) || count % multipleOf !== 0n) return false;
	return !not.includes(count) && !notMultiplesOf.some((divisor) => count % divisor === 0n);
}

/**
 * Says whether there is none. Of the multiples of m there are some outside the multiples of each d unless a d divides m: m
 * times a large prime number is one, and there are more of them than any list leaves out.
 */
export function isEmptyCounts(counts: Counts): boolean {
	if (counts.exactly !== null) return !hasCount(counts, counts.exactly);
	return counts.notMultiplesOf.some((divisor) => counts.multipleOf % divisor === 0n);
}

/** What is in both. */
export function intersectCounts(a: Counts, b: Counts): Counts {
	if (a.exactly !== null && b.exactly !== null && a.exactly !== b.exactly) return NO_COUNTS;
	return {
		exactly: a.exactly ?? b.exactly,
		multipleOf: (a.multipleOf * b.multipleOf) / greatestCommonDivisor(a.multipleOf, b.multipleOf),
		notMultiplesOf: [...new Set([...a.notMultiplesOf, ...b.notMultiplesOf])],
		not: [...new Set([...a.not, ...b.not])],
	};
}

/** What is in `a` and not in `b`: one set for each way of not being in `b`. */
export function subtractCounts(a: Counts, b: Counts): Counts[] {
	const ways: Counts[] = [
		...(b.exactly === null ? [] : [{ ...ALL_COUNTS, not: [b.exactly] }]),
		...(b.multipleOf === 1n ? [] : [{ ...ALL_COUNTS, notMultiplesOf: [b.multipleOf] }]),
		...b.notMultiplesOf.map((multipleOf) => ({ ...ALL_COUNTS, multipleOf })),
		...b.not.map((exactly) => ({ ...ALL_COUNTS, exactly })),
	];
	return ways.map((way) => intersectCounts(a, way)).filter((counts) => !isEmptyCounts(counts));
}
