import type { DateLiteral, Missing, Moment, NumberLiteral, Operator } from '#grammar';
import { localDigits } from '../messages/digits.ts';
import { sentences } from '../messages/en/sentences.ts';
import { spoken } from '../messages/language.ts';
import { isolated, wordsOf } from '../messages/message.ts';
import { datesPerLocale } from '../messages/per-locale.ts';

/** What clauses, amounts and dates are called. */
export const words = wordsOf('sentences', sentences);

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
	return `${currency}\u00a0${localDigits(minorDigits(minor, decimals))}`;
}

/** Whole point units as a number of points, without trailing zeros: 2075 with 1 decimal gives `207.5`. */
export function pointDigits(units: number | bigint, decimals: number): string {
	const digits = minorDigits(units, decimals);
	return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

/** The same as the reader's locale writes it. */
export function pointsShown(units: number | bigint, decimals: number): string {
	return localDigits(pointDigits(units, decimals));
}

/** Plain digits as they are shown: thousands marked, in the digits of the reader's locale. */
export function shownDigits(digits: string): string {
	return localDigits(groupDigits(digits));
}

/** `a, b or c`. */
export function listed(names: readonly string[], last: 'and' | 'or'): string {
	const apart = names.map(isolated);
	if (apart.length < 2) return apart.join('');
	return `${apart.slice(0, -1).join(words.comma)} ${words[last]} ${apart.at(-1)}`;
}

/** Words at the beginning of a sentence. */
export function capital(sentence: string): string {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** A number as it was written, with thousands marked and its percent sign. */
export function literalWords(literal: NumberLiteral): string {
	return shownDigits(literal.digits) + (literal.percent ? '%' : '');
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const days = datesPerLocale({ day: 'numeric', month: 'long', year: 'numeric' });
const daysOfTheYear = datesPerLocale({ day: 'numeric', month: 'long' });

/** `1 Jan 2026`; `1 Jan` without the year. */
export function dateWords({ year, month, day }: Pick<DateLiteral, 'year' | 'month' | 'day'>, withYear = true): string {
	if (spoken().language === 'en') return `${day} ${months[month - 1]}${withYear ? ` ${year}` : ''}`;
	return (withYear ? days : daysOfTheYear).now().format(Date.UTC(year, month - 1, day));
}

/** Minutes of a day as a time: 1440 is `24:00`. */
export function timeWords(minute: number): string {
	return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The same in the digits of the reader's locale. */
export function timeShown(minute: number): string {
	return localDigits(timeWords(minute));
}

/** Both ends of a rule's dates, in words; null for an end that is not written. `say` writes one of them. */
export function datesWords(
	from: Moment | null,
	until: Moment | null,
	say: (moment: Moment, withYear?: boolean) => string = momentWords,
): string {
	if (from && until) {
		const sameYear = from.date.year === until.date.year && !from.time;
		return words.dates({ from: say(from, !sameYear), until: say(until) });
	}
	if (from) return words.fromDate({ date: say(from) });
	return until ? words.untilDate({ date: say(until) }) : words.anyDate;
}

function momentWords({ date, time }: Moment, withYear = true): string {
	const day = dateWords(date, withYear);
	return time ? words.dateAndTime({ date: day, time: timeShown(time.minute) }) : day;
}

/** Which message says a comparison with an amount: that of `>=` is `at least`. */
export const operatorNames = {
	'=': 'equal',
	'!=': 'unequal',
	'<': 'less',
	'<=': 'atMost',
	'>': 'more',
	'>=': 'atLeast',
} as const satisfies Record<Operator, string>;

/** Says whether a part of the tree is a hole. */
export function isMissing(part: { readonly kind: string } | undefined): part is Missing {
	return part?.kind === 'missing';
}
