import type { DateLiteral, Day, Missing, Moment, NumberLiteral, Operator } from '#grammar';

/** Digits with thousands marked: `1000.50` gives `1,000.50`. Never goes through a floating point number. */
export function groupDigits(digits: string): string {
	const [whole = '', decimals] = digits.split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** A whole number of minor units as an amount: 6400 with 2 decimals gives `64.00`. */
export function minorDigits(minor: number | bigint, decimals: number): string {
	const text = String(minor < 0 ? -minor : minor).padStart(decimals + 1, '0');
	const split = text.length - decimals;
	const amount = decimals === 0 ? text : `${text.slice(0, split)}.${text.slice(split)}`;
	return `${minor < 0 ? '−' : ''}${groupDigits(amount)}`;
}

/** An amount with its currency, as it is shown on cards: `AED 64.00`. Holds together when lines break. */
export function money(minor: number | bigint, currency: string, decimals: number): string {
	return `${currency}\u00a0${minorDigits(minor, decimals)}`;
}

/** Whole point units as a number of points, without trailing zeros: 2075 with 1 decimal gives `207.5`. */
export function pointDigits(units: number | bigint, decimals: number): string {
	const digits = minorDigits(units, decimals);
	return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

/** `1 point`, `207 points`. */
export function countPoints(digits: string): string {
	return digits === '1' ? '1 point' : `${digits} points`;
}

/** `a, b or c`. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** Words at the beginning of a sentence. */
export function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A number as it was written, with thousands marked and its percent sign. */
export function literalWords(literal: NumberLiteral): string {
	return groupDigits(literal.digits) + (literal.percent ? '%' : '');
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `1 Jan 2026`; `1 Jan` without the year. */
export function dateWords({ year, month, day }: Pick<DateLiteral, 'year' | 'month' | 'day'>, withYear = true): string {
	return `${day} ${months[month - 1]}${withYear ? ` ${year}` : ''}`;
}

/** Minutes of a day as a time: 1440 is `24:00`. */
export function timeWords(minute: number): string {
	return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Both ends of a rule's dates, in words; null for an end that is not written. */
export function datesWords(from: Moment | null, until: Moment | null): string {
	if (from && until) {
		const sameYear = from.date.year === until.date.year && !from.time;
		return `${momentWords(from, !sameYear)} – ${momentWords(until)}`;
	}
	if (from) return `From ${momentWords(from)}`;
	return until ? `Until ${momentWords(until)}` : 'Any date';
}

function momentWords({ date, time }: Moment, withYear = true): string {
	return time ? `${dateWords(date, withYear)}, ${timeWords(time.minute)}` : dateWords(date, withYear);
}

/** How a comparison with an amount is said: `at least`. */
export const operatorWords: Readonly<Record<Operator, string>> = {
	'=': 'exactly',
	'!=': 'other than',
	'<': 'less than',
	'<=': 'at most',
	'>': 'more than',
	'>=': 'at least',
};

/** The days of a week that begins on Monday, with their full names. */
export const dayNames: Readonly<Record<Day, string>> = {
	Mon: 'Monday',
	Tue: 'Tuesday',
	Wed: 'Wednesday',
	Thu: 'Thursday',
	Fri: 'Friday',
	Sat: 'Saturday',
	Sun: 'Sunday',
};

/** Says whether a part of the tree is a hole. */
export function isMissing(part: { readonly kind: string } | undefined): part is Missing {
	return part?.kind === 'missing';
}
