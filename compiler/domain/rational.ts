import type { Fraction } from '../plan/plan.ts';

/** An exact rational number in lowest terms; `denominator` is above 0. Made by {@link rational} only. */
export interface Rational {
	readonly numerator: bigint;
	readonly denominator: bigint;
}

const MAX_PLAIN = BigInt(Number.MAX_SAFE_INTEGER);

/** 0. */
export const ZERO: Rational = { numerator: 0n, denominator: 1n };
/** 1. */
export const ONE: Rational = { numerator: 1n, denominator: 1n };

/** The greatest common divisor, never negative; `gcd(0, 0)` is 0. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
	let x = a < 0n ? -a : a;
	let y = b < 0n ? -b : b;
	while (y !== 0n) {
		// Plain numbers divide many times faster, and nearly all values are as small as they hold.
		if (x <= MAX_PLAIN && y <= MAX_PLAIN) return BigInt(plainDivisor(Number(x), Number(y)));
		[x, y] = [y, x % y];
	}
	return x;
}

function plainDivisor(a: number, b: number): number {
	let x = a;
	let y = b;
	while (y !== 0) [x, y] = [y, x % y];
	return x;
}

/** `numerator / denominator` in lowest terms. The denominator must not be 0: divisions that may be use {@link divideRationals}. */
export function rational(numerator: bigint, denominator: bigint = 1n): Rational {
	if (denominator === 1n) return { numerator, denominator };
	const divisor = greatestCommonDivisor(numerator, denominator);
	const scale = denominator < 0n ? -divisor : divisor;
	return { numerator: numerator / scale, denominator: denominator / scale };
}

/** A whole number as a rational; a number must be a safe integer. */
export function rationalFromInteger(value: bigint | number): Rational {
	return { numerator: BigInt(value), denominator: 1n };
}

/** `a + b`. */
export function addRationals(a: Rational, b: Rational): Rational {
	// Most values are whole, and of those nothing has to be reduced.
	if (a.denominator === 1n && b.denominator === 1n) return { numerator: a.numerator + b.numerator, denominator: 1n };
	return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** `a − b`. */
export function subtractRationals(a: Rational, b: Rational): Rational {
	if (a.denominator === 1n && b.denominator === 1n) return { numerator: a.numerator - b.numerator, denominator: 1n };
	return rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

/** `a · b`. */
export function multiplyRationals(a: Rational, b: Rational): Rational {
	if (a.denominator === 1n && b.denominator === 1n) return { numerator: a.numerator * b.numerator, denominator: 1n };
	return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** `a / b`; null where `b` is 0. */
export function divideRationals(a: Rational, b: Rational): Rational | null {
	return b.numerator === 0n ? null : rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** `−a`. */
export function negateRational(a: Rational): Rational {
	return { numerator: -a.numerator, denominator: a.denominator };
}

/** −1, 0 or 1: how `a` stands to `b`. */
export function compareRationals(a: Rational, b: Rational): -1 | 0 | 1 {
	const [left, right] =
		a.denominator === b.denominator
			? [a.numerator, b.numerator]
			: [a.numerator * b.denominator, b.numerator * a.denominator];
	if (left === right) return 0;
	return left < right ? -1 : 1;
}

/** −1, 0 or 1. */
export function signOfRational(a: Rational): -1 | 0 | 1 {
	if (a.numerator === 0n) return 0;
	return a.numerator < 0n ? -1 : 1;
}

/** Says whether `a` is 0. */
export function isZeroRational(a: Rational): boolean {
	return a.numerator === 0n;
}

/** The largest whole number at or below `a`. */
export function floorRational(a: Rational): bigint {
	const quotient = a.numerator / a.denominator;
	return a.numerator % a.denominator < 0n ? quotient - 1n : quotient;
}

/** The smallest whole number at or above `a`. */
export function ceilRational(a: Rational): bigint {
	return -floorRational(negateRational(a));
}

/** 10 to the power of a whole number from 0. */
export function powerOfTen(exponent: number): bigint {
	return 10n ** BigInt(exponent);
}

/** The exact value of plain decimal digits as a number literal keeps them, such as `1000.50`. */
export function rationalFromDecimal(digits: string): Rational {
	const [whole = '', decimals = ''] = digits.split('.');
	return rational(BigInt(whole + decimals), powerOfTen(decimals.length));
}

/** A plan's fraction as a rational. The plan's own form is trusted. */
export function rationalFromFraction(fraction: Fraction): Rational {
	return rational(BigInt(fraction.numerator), BigInt(fraction.denominator));
}

/** A rational in the form that a plan keeps. */
export function fractionOf(a: Rational): Fraction {
	return { numerator: a.numerator.toString(), denominator: a.denominator.toString() };
}

/** A fraction as people write it: `138`, `415/2`, `-1/3`. */
export function formatFraction(a: Rational | Fraction): string {
	const denominator = a.denominator.toString();
	return denominator === '1' ? a.numerator.toString() : `${a.numerator.toString()}/${denominator}`;
}
