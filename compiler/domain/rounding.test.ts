import type { Rounding } from '#grammar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from './rational.ts';
import { roundQuotient, roundRational, roundSafeQuotient } from './rounding.ts';

// A failure prints its seed; SEED runs it again.
fc.configureGlobal(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {});

const modes: readonly Rounding[] = ['down', 'up', 'half up', 'half even'];

describe('rounding', () => {
	// Hundredths of a point: the columns are down, up, half up, half even.
	const table: readonly (readonly [hundredths: bigint, ...rounded: bigint[]])[] = [
		[0n, 0n, 0n, 0n, 0n],
		[1n, 0n, 1n, 0n, 0n],
		[49n, 0n, 1n, 0n, 0n],
		[50n, 0n, 1n, 1n, 0n],
		[51n, 0n, 1n, 1n, 1n],
		[99n, 0n, 1n, 1n, 1n],
		[100n, 1n, 1n, 1n, 1n],
		[150n, 1n, 2n, 2n, 2n],
		[250n, 2n, 3n, 3n, 2n],
		[20_750n, 207n, 208n, 208n, 208n],
		[20_850n, 208n, 209n, 209n, 208n],
	];
	for (const [hundredths, ...expected] of table) {
		it(`takes ${hundredths} hundredths to ${expected.join(', ')}`, () => {
			expect(modes.map((mode) => roundRational(rational(hundredths, 100n), mode))).toEqual(expected);
			expect(modes.map((mode) => roundSafeQuotient(Number(hundredths), 100, mode))).toEqual(expected.map(Number));
		});
	}

	it('is exact at the edge of the safe integers', () => {
		const largest = Number.MAX_SAFE_INTEGER;
		expect(roundSafeQuotient(largest, 2, 'half even')).toBe(4_503_599_627_370_496);
		expect(roundSafeQuotient(largest, 2, 'down')).toBe(4_503_599_627_370_495);
		expect(roundSafeQuotient(largest - 1, largest, 'down')).toBe(0);
		expect(roundSafeQuotient(largest - 1, largest, 'half up')).toBe(1);
	});

	it('is the same in doubles as in big integers', () => {
		const safe = fc.oneof(
			fc.maxSafeNat(),
			fc.nat(1_000),
			fc.integer({ min: 0, max: 1_000 }).map((n) => Number.MAX_SAFE_INTEGER - n),
		);
		fc.assert(
			fc.property(safe, safe, fc.constantFrom(...modes), (numerator, divisor, mode) => {
				const denominator = Math.max(divisor, 1);
				const exact = roundQuotient(BigInt(numerator), BigInt(denominator), mode);
				expect(roundSafeQuotient(numerator, denominator, mode)).toBe(Number(exact));
			}),
			{ numRuns: 5_000 },
		);
	});
});
