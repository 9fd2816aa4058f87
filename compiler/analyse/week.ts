/** The minutes of a week, from Monday 00:00, and where they meet the minutes of the calendar. */
import type { Day, DayRange, DayTime } from '#grammar';
import { WEEKDAYS } from '../domain/calendar.ts';
import { intersectStretches, NOTHING, type Stretches, stretch, uniteStretches } from './stretches.ts';

export const MINUTES_A_DAY = 1_440;
export const MINUTES_A_WEEK = 7 * MINUTES_A_DAY;

/** The whole week. */
export const WHOLE_WEEK: Stretches = [0, MINUTES_A_WEEK];

/**
 * The minutes of the week in a window, which belongs to the day on which it starts. `dayStarts` is the minute at which the
 * program's day begins: what is before it belongs to the day before. Null where a day or a time is missing or impossible.
 */
export function windowMinutes({ days, between }: DayTime, dayStarts: number): Stretches | null {
	const starts = days === 'any' ? WEEKDAYS : daysOf(days);
	if (!starts) return null;
	let from = dayStarts;
	let until = dayStarts + MINUTES_A_DAY;
	if (between) {
		if (between.from.kind === 'missing' || between.until.kind === 'missing') return null;
		from = between.from.minute;
		until = between.until.minute;
		if (from === until || from === MINUTES_A_DAY) return null;
		if (until < from) until += MINUTES_A_DAY;
		if (from < dayStarts) [from, until] = [from + MINUTES_A_DAY, until + MINUTES_A_DAY];
	}
	return starts
		.map((day) => roundTheWeek(WEEKDAYS.indexOf(day) * MINUTES_A_DAY, from, until))
		.reduce(uniteStretches, NOTHING);
}

/** Says whether no minute of the calendar (counted from 1970-01-01) in some stretches is a minute of the week in others. */
export function neverMeet(calendar: Stretches, week: Stretches): boolean {
	for (let i = 0; i < calendar.length; i += 2) {
		const [from, until] = [Number(calendar[i]), Number(calendar[i + 1])];
		if (until - from >= MINUTES_A_WEEK) return week.length === 0;
		const start = minuteOfWeek(from);
		if (intersectStretches(roundTheWeek(0, start, start + until - from), week).length > 0) return false;
	}
	return true;
}

/** The minute of the week of a minute of the calendar, counted from 1970-01-01, which was a Thursday. */
export function minuteOfWeek(minute: number): number {
	const fromMonday = (minute + 3 * MINUTES_A_DAY) % MINUTES_A_WEEK;
	return fromMonday < 0 ? fromMonday + MINUTES_A_WEEK : fromMonday;
}

/** The days of some ranges, which may go round the week's end; null where one is not whole. */
export function daysOf(ranges: Exclude<DayTime['days'], 'any'>): readonly Day[] | null {
	const found = new Set<Day>();
	for (const range of ranges) {
		if (range.kind === 'missing' || range.last?.kind === 'missing') return null;
		for (const day of daysOfRange(range)) found.add(day);
	}
	return [...found];
}

function daysOfRange({ first, last }: DayRange): Day[] {
	const from = WEEKDAYS.indexOf(first.text);
	const to = last?.kind === 'word' ? WEEKDAYS.indexOf(last.text) : from;
	const length = ((to - from + 7) % 7) + 1;
	return WEEKDAYS.map((_, step) => WEEKDAYS[(from + step) % 7] ?? first.text).slice(0, length);
}

/** A stretch of at most a week that begins at or after Monday 00:00; what passes the week's end goes on at its beginning. */
function roundTheWeek(offset: number, from: number, until: number): Stretches {
	const length = until - from;
	const start = (offset + from) % MINUTES_A_WEEK;
	const end = start + length;
	if (end <= MINUTES_A_WEEK) return stretch(start, end);
	return uniteStretches(stretch(start, MINUTES_A_WEEK), stretch(0, end - MINUTES_A_WEEK));
}
