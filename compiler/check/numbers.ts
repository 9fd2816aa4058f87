import type { Missing, NumberLiteral } from '#grammar';
import type { CheckContext } from './report.ts';

/** What a number may be: at most `decimals` decimals, between `low` and `high`, both included. */
export interface NumberBounds {
	/** How a message names it, capitalised: `The limit`. */
	readonly what: string;
	readonly decimals: number;
	readonly low: number;
	readonly high: number;
}

/** The largest number of points or of currency units that a program may name: 12 digits before the decimals. */
export const MAX_NAMED = 999_999_999_999;

/** Reports a literal that is a percentage, has too many decimals or lies outside its bounds. */
export function checkNumber(
	literal: NumberLiteral | Missing | undefined,
	bounds: NumberBounds,
	context: CheckContext,
): void {
	if (!literal || literal.kind === 'missing') return;
	const { what, decimals, low, high } = bounds;
	const found = literal.digits;
	if (literal.percent) {
		context.report('unexpected-percent', literal.span, { found: `${found}%`, what });
		return;
	}
	const places = decimalsOf(found);
	if (places > decimals) {
		if (decimals === 0) context.report('not-a-whole-number', literal.span, { found, what });
		else context.report('too-many-decimals', literal.span, { found, most: decimals, what: lowerFirst(what) });
		return;
	}
	// At most 15 digits reach this line, so a double tells which side of a whole bound the number lies on.
	const value = Number(found);
	if (value < low || value > high) {
		context.report('number-out-of-range', literal.span, { found, what, low: String(low), high: grouped(high) });
	}
}

/** How many decimals a number was written with, trailing zeros not counted. */
export function decimalsOf(digits: string): number {
	const point = digits.indexOf('.');
	return point < 0 ? 0 : digits.slice(point + 1).replace(/0+$/, '').length;
}

function grouped(value: number): string {
	return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '_');
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
