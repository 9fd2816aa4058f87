import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addRationals,
	ceilRational,
	compareRationals,
	divideRationals,
	floorRational,
	formatFraction,
	fractionOf,
	greatestCommonDivisor,
	multiplyRationals,
	rational,
	rationalFromDecimal,
	rationalFromFraction,
	rationalFromInteger,
	subtractRationals,
	ZERO,
} from './rational.ts';

// A failure prints its seed; SEED runs it again.
fc.configureGlobal(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {});

const anyRational = fc
	.tuple(
		fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
		fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).filter((n) => n !== 0n),
	)
	.map(([numerator, denominator]) => rational(numerator, denominator));

describe('rational numbers', () => {
	it('are kept in lowest terms with the sign above', () => {
		expect(rational(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
		expect(rational(0n, -7n)).toEqual({ numerator: 0n, denominator: 1n });
	});

	it('are reduced by the greatest divisor of numbers of any size', () => {
		// A multiple of a number and the number after that have none in common.
		const size = fc.constantFrom(0n, 2n, 2n ** 26n, 2n ** 53n - 2n, 2n ** 53n, 2n ** 70n, 10n ** 40n);
		fc.assert(
			fc.property(size, size, fc.bigInt({ min: 1n, max: 2n ** 60n }), fc.boolean(), (a, b, factor, isDebt) => {
				const [x, y] = [a * b + 1n, b];
				expect(greatestCommonDivisor(x * factor, (isDebt ? -y : y) * factor)).toBe(factor);
			}),
		);
		expect(greatestCommonDivisor(0n, 0n)).toBe(0n);
	});

	it('are read from decimal digits exactly', () => {
		expect(rationalFromDecimal('1000.50')).toEqual(rational(2001n, 2n));
		expect(rationalFromDecimal('0.1')).toEqual(rational(1n, 10n));
		expect(rationalFromDecimal('999999999999999.999999')).toEqual(rational(999_999_999_999_999_999_999n, 1_000_000n));
	});

	it('are written as people write fractions', () => {
		expect(formatFraction(rational(138n))).toBe('138');
		expect(formatFraction(rational(415n, 2n))).toBe('415/2');
		expect(formatFraction({ numerator: '-1', denominator: '3' })).toBe('-1/3');
	});

	it('are floored towards minus infinity and ceiled towards infinity', () => {
		expect([floorRational(rational(-7n, 2n)), ceilRational(rational(-7n, 2n))]).toEqual([-4n, -3n]);
		expect([floorRational(rational(7n, 2n)), ceilRational(rational(7n, 2n))]).toEqual([3n, 4n]);
		expect([floorRational(rational(-8n, 2n)), ceilRational(rational(8n, 2n))]).toEqual([-4n, 4n]);
	});

	it('answer null for a division by zero', () => {
		expect(divideRationals(rational(1n), ZERO)).toBeNull();
	});

	it('keep the laws of arithmetic', () => {
		fc.assert(
			fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
				expect(multiplyRationals(a, addRationals(b, c))).toEqual(
					addRationals(multiplyRationals(a, b), multiplyRationals(a, c)),
				);
				expect(addRationals(subtractRationals(a, b), b)).toEqual(a);
				expect(multiplyRationals(divideRationals(a, b) ?? ZERO, b)).toEqual(b.numerator === 0n ? ZERO : a);
				expect(rationalFromFraction(fractionOf(a))).toEqual(a);
				expect(compareRationals(a, b)).toBe(-compareRationals(b, a) + 0);
				const whole = floorRational(a);
				expect(compareRationals(rationalFromInteger(whole), a)).toBeLessThanOrEqual(0);
				expect(compareRationals(rationalFromInteger(whole + 1n), a)).toBe(1);
			}),
			{ numRuns: 300 },
		);
	});
});
