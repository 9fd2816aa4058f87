/**
 * The one place where anything is rounded. Awards are never negative, so `down` is towards zero as much as towards minus
 * infinity, and `half up` is away from zero; below zero all of these would lean towards minus infinity.
 */
import type { Rounding } from '#grammar';
import { floorRational, type Rational } from './rational.ts';
import { unreachable } from './unreachable.ts';

/** An exact value rounded to a whole number. */
export function roundRational(value: Rational, mode: Rounding): bigint {
	return roundQuotient(value.numerator, value.denominator, mode);
}

/** `numerator / denominator` rounded to a whole number; the denominator is above 0. */
export function roundQuotient(numerator: bigint, denominator: bigint, mode: Rounding): bigint {
	const whole = floorRational({ numerator, denominator });
	const rest = numerator - whole * denominator;
	if (rest === 0n) return whole;
	const half = rest * 2n;
	return roundsUp(mode, half < denominator ? -1 : half > denominator ? 1 : 0, whole % 2n !== 0n) ? whole + 1n : whole;
}

/**
 * {@link roundQuotient} in doubles: exact where both are safe integers, the numerator at least 0 and the denominator above 0,
 * because a remainder of doubles is exact and so is a division that leaves none.
 */
export function roundSafeQuotient(numerator: number, denominator: number, mode: Rounding): number {
	const rest = numerator % denominator;
	const whole = (numerator - rest) / denominator;
	if (rest === 0) return whole;
	return roundsUp(mode, Math.sign(rest * 2 - denominator), whole % 2 !== 0) ? whole + 1 : whole;
}

/** Whether a value with something behind the point goes up; `toHalf` compares that something with a half. */
function roundsUp(mode: Rounding, toHalf: number, wholeIsOdd: boolean): boolean {
	switch (mode) {
		case 'down':
			return false;
		case 'up':
			return true;
		case 'half up':
			return toHalf >= 0;
		case 'half even':
			return toHalf > 0 || (toHalf === 0 && wholeIsOdd);
		default:
			return unreachable(mode);
	}
}
