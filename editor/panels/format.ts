/** Numbers, moments and counts as the screens say them. */

const locale = 'en-GB';
const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const calendarDays = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const dayTimes = new Map<string, Intl.DateTimeFormat>();

/** `12,480`; points have at most six decimals. */
export function number(value: number): string {
	return numbers.format(value);
}

/** `1 point`, `2 points`. */
export function counted(count: number, one: string, several = `${one}s`): string {
	return `${number(count)} ${count === 1 ? one : several}`;
}

/** `14:03`, in the reader's own timezone; `earlier` for what is no moment. */
export function timeOfDay(iso: string): string {
	return format(times, iso) ?? 'earlier';
}

/** `7 Feb 2026`, for a calendar date `2026-02-07` of no timezone. */
export function calendarDay(isoDate: string): string {
	return format(calendarDays, isoDate) ?? isoDate;
}

/** `7 Feb 2026, 12:30` on the clocks of a timezone. */
export function dayAndTime(iso: string, timeZone: string): string {
	let formatter = dayTimes.get(timeZone);
	if (!formatter) {
		formatter = new Intl.DateTimeFormat(locale, {
			day: 'numeric',
			month: 'short',
			year: 'numeric',
			hour: '2-digit',
			minute: '2-digit',
			hourCycle: 'h23',
			timeZone,
		});
		dayTimes.set(timeZone, formatter);
	}
	return format(formatter, iso) ?? iso;
}

function format(formatter: Intl.DateTimeFormat, iso: string): string | null {
	const moment = new Date(iso);
	return Number.isNaN(moment.getTime()) ? null : formatter.format(moment);
}
