/** Numbers, moments and counts as the screens say them. */
import { PerLocale } from '../messages/per-locale.ts';
import { words } from './words.ts';

// Programs count days by one calendar, whatever the reader's country is used to.
const calendar = 'gregory';
const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const date = { day: 'numeric', month: 'short', year: 'numeric', calendar } as const;

const numbers = new PerLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }));
const times = new PerLocale((locale) => new Intl.DateTimeFormat(locale, time));
const calendarDays = new PerLocale((locale) => new Intl.DateTimeFormat(locale, { ...date, timeZone: 'UTC' }));
const dayTimes = new Map<string, PerLocale<Intl.DateTimeFormat>>();

/** `12,480`; points have at most six decimals. */
export function number(value: number): string {
	return numbers.now().format(value);
}

/** `14:03`, in the reader's own timezone; `earlier` for what is no moment. */
export function timeOfDay(iso: string): string {
	return format(times.now(), iso) ?? words.earlier;
}

/** `7 Feb 2026`, for a calendar date `2026-02-07` of no timezone. */
export function calendarDay(isoDate: string): string {
	return format(calendarDays.now(), isoDate) ?? isoDate;
}

/** `7 Feb 2026, 12:30` on the clocks of a timezone. */
export function dayAndTime(iso: string, timeZone: string): string {
	const formatter =
		dayTimes.get(timeZone) ?? new PerLocale((locale) => new Intl.DateTimeFormat(locale, { ...date, ...time, timeZone }));
	dayTimes.set(timeZone, formatter);
	return format(formatter.now(), iso) ?? iso;
}

function format(formatter: Intl.DateTimeFormat, iso: string): string | null {
	const moment = new Date(iso);
	return Number.isNaN(moment.getTime()) ? null : formatter.format(moment);
}
