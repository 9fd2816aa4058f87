/** Days as people type them, and by the calendar that Arabic readers know besides. */
import { isRealDate, type LocalDate, parseIsoDate } from '#compiler';
import type { Moment } from '#grammar';
import { asciiDigits } from '../messages/digits.ts';
import { spoken } from '../messages/language.ts';
import { datesPerLocale, PerLocale } from '../messages/per-locale.ts';
import { datesWords } from './words.ts';

/**
 * A day as people type it: `2026-02-07`, `7/2/2026` or `7.2.2026` with the day first as both languages write it, `7 Feb 2026`
 * with the name of the month in English or in the language that is spoken. Null where it is none.
 */
export function readDate(typed: string): LocalDate | null {
	const plain = asciiDigits(typed)
		.replaceAll(/[\u061c\u200e\u200f]/g, '')
		.trim();
	const iso = parseIsoDate(plain);
	if (iso) return iso;
	const [, day, month, year] =
		/^(\d{1,2})(?:[/.-]|\s+)(\d{1,2}|\p{L}[\p{L}\p{M}\s/]*?)\.?(?:[/.-]|،?\s+)(\d{4})$/u.exec(plain) ?? [];
	if (day === undefined || month === undefined || year === undefined) return null;
	const date = { year: Number(year), month: monthNumber(month), day: Number(day) };
	return isRealDate(date.year, date.month, date.day) ? date : null;
}

/** 1 to 12; 0 where no month is called that. */
function monthNumber(typed: string): number {
	if (/^\d/.test(typed)) return Number(typed);
	const wanted = typed.toLowerCase();
	const among = (months: readonly string[]) =>
		months.findIndex((name) => name === wanted || (wanted.length >= 3 && name.startsWith(wanted))) + 1;
	return [monthNames.now(), monthNames.of('en-GB')].map(among).find((month) => month > 0) ?? 0;
}

const monthNames = new PerLocale(monthNamesIn);

function monthNamesIn(locale: string): string[] {
	const format = new Intl.DateTimeFormat(locale, { month: 'long', calendar: 'gregory', timeZone: 'UTC' });
	return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 1)).toLowerCase());
}

type Day = Pick<LocalDate, 'year' | 'month' | 'day'>;

/** The years between which the tables of the Umm al-Qura calendar say each day; others would be guessed. */
const [FIRST_YEAR, LAST_YEAR] = [1883, 2173];

/** A day by the Umm al-Qura calendar, for readers of Arabic: `٢٠ شعبان ١٤٤٧ هـ`; null for all others. */
export function hijriDay(date: Day): string | null {
	return hijri(date, hijriDays);
}

/** The month of that calendar that a day lies in. */
export function hijriMonth(date: Day): string | null {
	return hijri(date, hijriMonths);
}

const calendar = 'islamic-umalqura';
const hijriDays = datesPerLocale({ day: 'numeric', month: 'long', year: 'numeric', calendar });
const hijriMonths = datesPerLocale({ month: 'long', year: 'numeric', calendar });

function hijri({ year, month, day }: Day, formats: PerLocale<Intl.DateTimeFormat>): string | null {
	if (spoken().language !== 'ar' || year < FIRST_YEAR || year > LAST_YEAR) return null;
	// The sign of the era stays with its year where lines break.
	return formats
		.now()
		.format(Date.UTC(year, month - 1, day))
		.replace(/ (?=هـ)/, '\u00a0');
}

/** Both ends of a rule's dates by that calendar, for readers of Arabic; null where there is nothing to say. */
export function hijriDates(from: Moment | null, until: Moment | null): string | null {
	const ends = [from, until].filter((moment) => moment !== null);
	if (ends.length === 0 || ends.some(({ date }) => hijriDay(date) === null)) return null;
	return datesWords(from, until, ({ date }) => hijriDay(date) ?? '');
}
