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
	const few = fewDigits(text, decimals);
	if (few <= most) return { ok: true, minor: few };
	const match = text.length > 64 ? null : /^(0|[1-9][0-9]*)(?:\.([0-9]+))?$/.exec(text);
	if (!match) return { ok: false, why: `is not ${describeForm(decimals)}` };
	const behindPoint = match[2] ?? '';
	if (behindPoint.length > decimals) return { ok: false, why: describeExcess(decimals) };
	const minor = BigInt((match[1] ?? '') + behindPoint.padEnd(decimals, '0'));
	if (minor > BigInt(most)) return { ok: false, why: `is more than ${formatMinor(most, decimals)}` };
	return { ok: true, minor: Number(minor) };
}

const ZERO = 48;
/** Whole numbers of so many digits are exact as they are. */
const EXACT_DIGITS = 15;

/** What most numbers are, few digits and well-formed ones, read without big numbers; NaN for every other text. */
function fewDigits(text: string, decimals: number): number {
	const { length } = text;
	if (length === 0 || length + decimals > EXACT_DIGITS) return Number.NaN;
	let units = 0;
	let point = length;
	for (let at = 0; at < length; at++) {
		const digit = text.charCodeAt(at) - ZERO;
		if (digit >= 0 && digit <= 9) units = units * 10 + digit;
		else if (text[at] === '.' && point === length) point = at;
		else return Number.NaN;
	}
	const hasZeroBefore = text[0] === '0' && point > 1;
	const behindPoint = Math.max(length - point - 1, 0);
	if (point === 0 || point === length - 1 || hasZeroBefore || behindPoint > decimals) return Number.NaN;
	for (let place = behindPoint; place < decimals; place++) units *= 10;
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
