import { numberAt } from './digits.ts';

/** A calendar date of no particular timezone. `month` 1 to 12, `day` 1 to 31. */
export interface LocalDate {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

/** The ISO weekdays' short names, Monday first: number 1 is at index 0. */
export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Says whether a year of the Gregorian calendar has a 29 February. */
export function isLeapYear(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The number of days of a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) return isLeapYear(year) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Says whether three whole numbers are a date of the years 1 to 9999 that exists. */
export function isRealDate(year: number, month: number, day: number): boolean {
	return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1970-01-01 in the Gregorian calendar, negative before it. The date must exist. */
export function epochDay({ year, month, day }: LocalDate): number {
	const past = year - 1;
	const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
	const dayOfYear = (DAYS_BEFORE_MONTH[month - 1] ?? 0) + (month > 2 && isLeapYear(year) ? 1 : 0) + day - 1;
	return past * 365 + leapDays + dayOfYear - 719_162;
}

/** The date of a number of days since 1970-01-01. */
export function dateOfEpochDay(days: number): LocalDate {
	// Counted from 1 March of year 0, so that a leap day is the last of its year; the era is 400 years of 146,097 days.
	const shifted = days + 719_468;
	const era = Math.floor(shifted / 146_097);
	const dayOfEra = shifted - era * 146_097;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day };
}

/** The ISO weekday of a number of days since 1970-01-01: 1 Monday to 7 Sunday. */
export function isoWeekday(days: number): number {
	return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** The short name of the weekday of a number of days since 1970-01-01. */
export function weekdayName(days: number): (typeof WEEKDAYS)[number] {
	return WEEKDAYS[isoWeekday(days) - 1] ?? 'Mon';
}

/** Reads `1990-02-07`, exactly so; null where it is of another form or no such day exists. */
export function parseIsoDate(text: string): LocalDate | null {
	return text.length === 10 ? dateAtStart(text) : null;
}

/** The date that a text begins with, as {@link parseIsoDate} reads it; null where it begins with none. */
export function dateAtStart(text: string): LocalDate | null {
	if (text[4] !== '-' || text[7] !== '-') return null;
	const year = numberAt(text, 0, 4);
	const month = numberAt(text, 5, 7);
	const day = numberAt(text, 8, 10);
	return isRealDate(year, month, day) ? { year, month, day } : null;
}

/** A date as `1990-02-07`. */
export function formatIsoDate({ year, month, day }: LocalDate): string {
	return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Minutes of a day as `09:05`; 1440 is `24:00`. */
export function formatTime(minute: number): string {
	return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
