import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_COUNTS, type Counts, hasCount, intersectCounts, isEmptyCounts, NO_COUNTS, subtractCounts } from './counts.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const small = fc.constantFrom(1n, 2n, 3n, 4n, 6n);
const someCounts: fc.Arbitrary<Counts> = fc.record({
	exactly: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 13 }).map(BigInt)),
	multipleOf: small,
	notMultiplesOf: fc.array(small, { maxLength: 2 }),
	not: fc.array(fc.constantFrom(1n, 2n, 5n, 12n), { maxLength: 2 }),
});
/** Beyond the least common multiple of all that may stand in a set, so that whatever is in it shows. */
const numbers = Array.from({ length: 60 }, (_, index) => BigInt(index));

describe('sets of purchase numbers', () => {
	it('are empty where no number is in them', () => {
		fc.assert(
			fc.property(someCounts, (counts) => {
				expect(isEmptyCounts(counts)).toBe(!numbers.some((number) => hasCount(counts, number)));
			}),
			{ seed, numRuns: 5_000 },
		);
		expect(isEmptyCounts(ALL_COUNTS)).toBe(false);
		expect(isEmptyCounts(NO_COUNTS)).toBe(true);
	});

	it('are intersected and subtracted number for number', () => {
		fc.assert(
			fc.property(someCounts, someCounts, (a, b) => {
				const both = intersectCounts(a, b);
				const rests = subtractCounts(a, b);
				for (const number of numbers) {
					const [inA, inB] = [hasCount(a, number), hasCount(b, number)];
					expect(hasCount(both, number)).toBe(inA && inB);
					expect(rests.some((rest) => hasCount(rest, number))).toBe(inA && !inB);
				}
			}),
			{ seed, numRuns: 3_000 },
		);
	});
});
