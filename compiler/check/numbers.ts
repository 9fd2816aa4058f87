import { type Missing, type NumberLiteral, type NumberNoun, phrase, printNumber } from '#grammar';
import { compareRationals, type Rational, rationalFromDecimal, rationalFromInteger } from '../domain/rational.ts';
import { QUANTITY_DECIMALS } from '../domain/transaction.ts';
import { pointDecimals } from './points.ts';
import type { CheckContext } from './report.ts';

/** What a number may be: at most `decimals` decimals, between `low` and `high`, both included. */
export interface NumberBounds {
	/** How messages name it: `the limit`. */
	readonly what: NumberNoun;
	readonly decimals: number;
	readonly low: number;
	readonly high: number;
	/** 0 is not allowed, though anything above it is. */
	readonly isAboveZero?: boolean;
}

/** The largest number of points or of currency units that a program may name: 12 digits before the decimals. */
export const MAX_NAMED = 999_999_999_999;
/** The most decimals that any number may have. */
export const MOST_DECIMALS = 6;

/** A number of points: as many decimals as the program's points have. */
export function pointBounds(what: NumberNoun, { symbols }: CheckContext): NumberBounds {
	return { what, decimals: pointDecimals(symbols.program), low: 0, high: MAX_NAMED };
}

/** An amount of the program's currency. */
export function moneyBounds(what: NumberNoun, { currencyDecimals }: CheckContext): NumberBounds {
	return { what, decimals: currencyDecimals, low: 0, high: MAX_NAMED };
}

/** Units of an item, above 0. */
export function quantityBounds(): NumberBounds {
	return { what: 'a quantity', decimals: QUANTITY_DECIMALS, low: 0, high: MAX_NAMED, isAboveZero: true };
}

/** A whole number, from 1 unless `low` says otherwise. */
export function wholeBounds(what: NumberNoun, high: number, low = 1): NumberBounds {
	return { what, decimals: 0, low, high };
}

/** Reports a literal that is a percentage, has too many decimals or lies outside its bounds; says whether it is a good one. */
export function checkNumber(
	literal: NumberLiteral | Missing | undefined,
	bounds: NumberBounds,
	context: CheckContext,
): literal is NumberLiteral {
	if (!literal || literal.kind === 'missing') return false;
	const { decimals, low, high } = bounds;
	const what = phrase(bounds.what);
	const found = context.source.slice(literal.span.start, literal.span.end);
	if (literal.percent) {
		context.report('unexpected-percent', literal.span, { found, what });
		return false;
	}
	const places = decimalsOf(literal.digits);
	if (places > decimals) {
		if (decimals === 0) context.report('not-a-whole-number', literal.span, { found, what });
		else context.report('too-many-decimals', literal.span, { found, most: decimals, what });
		return false;
	}
	const value = exactly(literal);
	if (compareRationals(value, rationalFromInteger(low)) < 0 || compareRationals(value, rationalFromInteger(high)) > 0) {
		context.report('number-out-of-range', literal.span, { found, what, low: String(low), high: grouped(high) });
		return false;
	}
	if (bounds.isAboveZero && isZero(literal)) {
		context.report('number-not-above-zero', literal.span, { what });
		return false;
	}
	return true;
}

/** A number as written, exactly; a percentage as the fraction that it means. */
export function exactly({ digits, percent }: NumberLiteral): Rational {
	const { numerator, denominator } = rationalFromDecimal(digits);
	return { numerator, denominator: percent ? denominator * 100n : denominator };
}

/** Says whether a literal is 0, however it is written. */
export function isZero(literal: NumberLiteral | Missing | undefined): boolean {
	return literal?.kind === 'number' && exactly(literal).numerator === 0n;
}

/** A literal as messages show it; `…` for a hole. */
export function shown(literal: NumberLiteral | Missing): string {
	return literal.kind === 'number' ? printNumber(literal) : '…';
}

/** A number of at most so many decimals as plain text, without needless ones: `2`, `0.5`. */
export function decimalText({ numerator, denominator }: Rational, decimals: number): string {
	const digits = ((numerator * 10n ** BigInt(decimals)) / denominator).toString().padStart(decimals + 1, '0');
	const fraction = digits.slice(-decimals).replace(/0+$/, '');
	const whole = digits.slice(0, -decimals);
	return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** How many decimals a number was written with, trailing zeros not counted. */
export function decimalsOf(digits: string): number {
	const point = digits.indexOf('.');
	return point < 0 ? 0 : digits.slice(point + 1).replace(/0+$/, '').length;
}

function grouped(value: number): string {
	return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '_');
}
