import { endOfDigits, numberAt } from './digits.ts';
import { MAX_AMOUNT_MINOR } from './transaction.ts';

/** A whole number read from what arrived, or why not: words that follow the field's name (`is not …`). */
export type ParsedMinor = { readonly ok: true; readonly minor: number } | { readonly ok: false; readonly why: string };

/**
 * Reads an amount of money strictly: plain decimal digits, no sign, no exponent, no more decimals than the currency has,
 * at most 10^12 minor units. A JSON number is read by its shortest decimal text, so that `36.1` is 36.10 exactly.
 */
export function parseMinor(value: string | number, decimals: number): ParsedMinor {
	return parseScaled(value, decimals, MAX_AMOUNT_MINOR);
}

/** As {@link parseMinor} for other fixed-point numbers: at most `most` units of 10^-`decimals`. */
export function parseScaled(value: string | number, decimals: number, most: number): ParsedMinor {
	const text = typeof value === 'number' ? String(value) : value;
	const point = pointIn(text);
	if (point === null) return { ok: false, why: `is not ${describeForm(decimals)}` };
	const behindPoint = Math.max(text.length - point - 1, 0);
	if (behindPoint > decimals) return { ok: false, why: describeExcess(decimals) };
	const minor = scaled(text, point, decimals);
	return minor <= most ? { ok: true, minor } : { ok: false, why: `is more than ${formatMinor(most, decimals)}` };
}

/** Longer texts are no numbers that anybody means. */
const LONGEST_DECIMAL = 64;

/** Says whether a text is a plain decimal number: digits without a zero too many before them, and a point between digits, if any. */
export function isPlainDecimal(text: string): boolean {
	return pointIn(text) !== null;
}

/** Where the point of a plain decimal number stands, which is at its end where it has none; null where a text is no such number. */
function pointIn(text: string): number | null {
	const { length } = text;
	if (length > LONGEST_DECIMAL) return null;
	const point = endOfDigits(text, 0);
	if (point === 0 || (point > 1 && text[0] === '0')) return null;
	if (point === length) return point;
	return text[point] === '.' && point + 1 < length && endOfDigits(text, point + 1) === length ? point : null;
}

/** Whole numbers of so many digits are exact as they are. */
const EXACT_DIGITS = 15;

/** A plain decimal number in units of 10^-`decimals`; one that doubles do not hold is more than all that they hold exactly. */
function scaled(text: string, point: number, decimals: number): number {
	const { length } = text;
	if (point + decimals > EXACT_DIGITS)
		return Number(BigInt(text.slice(0, point) + text.slice(point + 1).padEnd(decimals, '0')));
	let units = numberAt(text, 0, point);
	for (let place = 1; place <= decimals; place++) {
		const at = point + place;
		units = units * 10 + (at < length ? numberAt(text, at, at + 1) : 0);
	}
	return units;
}

function describeForm(decimals: number): string {
	return `a plain decimal number such as ${formatMinor(36 * 10 ** decimals, decimals)}`;
}

function describeExcess(decimals: number): string {
	if (decimals === 0) return 'has decimals; none are allowed';
	return `has more than ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`;
}

/** Whole units of 10^-`decimals` as decimal text with all its decimals: `formatMinor(3600, 2)` is `36.00`. Units are safe integers. */
export function formatMinor(minor: number | bigint, decimals: number): string {
	const negative = minor < 0;
	const digits = (negative ? -BigInt(minor) : BigInt(minor)).toString().padStart(decimals + 1, '0');
	const split = digits.length - decimals;
	const text = decimals === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`;
	return negative ? `-${text}` : text;
}

/** Point units as decimal text with all their decimals: `formatPoints(1250, 2)` is `12.50`. */
export function formatPoints(units: number | bigint, pointDecimals: number): string {
	return formatMinor(units, pointDecimals);
}

/**
 * Point units as a JSON number. With at most 15 digits the nearest double prints as exactly these digits, so nothing is lost
 * on the wire; it is for the wire only, never for further arithmetic.
 */
export function pointsToNumber(units: number, pointDecimals: number): number {
	return units / 10 ** pointDecimals;
}
