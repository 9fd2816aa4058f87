import { dateAtStart, epochDay, type LocalDate } from './calendar.ts';
import { endOfDigits, numberAt } from './digits.ts';

/**
 * Reads `2026-02-07T12:30:00+04:00` as milliseconds since 1970-01-01T00:00Z. Strict: the offset is required (`Z` or
 * `±hh:mm`), seconds and a fraction (cut to milliseconds) may stand, the day must exist, no leap second, no hour 24.
 * Null for anything else.
 */
export function parseInstant(text: string): number | null {
	const wall = text[10] === 'T' ? wallTimeAtStart(text) : null;
	const offset = wall && offsetAtEnd(text, wall.end);
	if (wall === null || offset === null) return null;
	return (epochDay(wall.date) * 1_440 + wall.minute - offset) * 60_000 + wall.milliseconds;
}

/** Reads the local date and time of a history, `1997-03-04T18:05` (seconds may stand and are cut); null for anything else. */
export function parseLocalDateTime(text: string): { readonly date: LocalDate; readonly minute: number } | null {
	const wall = text[10] === 'T' || text[10] === ' ' ? wallTimeAtStart(text) : null;
	return wall?.end === text.length ? { date: wall.date, minute: wall.minute } : null;
}

/** What a clock on a wall says. */
interface WallTime {
	readonly date: LocalDate;
	/** Minute of the day. */
	readonly minute: number;
	/** Beyond the minute. */
	readonly milliseconds: number;
	/** Where it ends in the text. */
	readonly end: number;
}

const LONGEST_FRACTION = 9;

/** The date and time that a text begins with, whatever sign stands between them; null where it begins with none. */
function wallTimeAtStart(text: string): WallTime | null {
	const date = dateAtStart(text);
	const minute = minuteAt(text, 11);
	if (date === null || minute === null) return null;
	if (text[16] !== ':') return { date, minute, milliseconds: 0, end: 16 };
	const second = numberAt(text, 17, 19);
	if (second < 0 || second > 59) return null;
	if (text[19] !== '.') return { date, minute, milliseconds: second * 1_000, end: 19 };
	const end = endOfDigits(text, 20);
	if (end === 20 || end > 20 + LONGEST_FRACTION) return null;
	return { date, minute, milliseconds: second * 1_000 + thousandths(text, 20, end), end };
}

/** The first three digits of a fraction, those that are missing being 0. */
function thousandths(text: string, from: number, end: number): number {
	let value = numberAt(text, from, Math.min(end, from + 3));
	for (let digits = end - from; digits < 3; digits++) value *= 10;
	return value;
}

/** `hh:mm` in minutes; null where something else stands there. */
function minuteAt(text: string, from: number): number | null {
	const hour = numberAt(text, from, from + 2);
	const minute = numberAt(text, from + 3, from + 5);
	const isTime = text[from + 2] === ':' && hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
	return isTime ? hour * 60 + minute : null;
}

/** `Z` or `±hh:mm` in minutes, and nothing after it; null where something else stands there. */
function offsetAtEnd(text: string, from: number): number | null {
	const sign = text[from];
	if (sign === 'Z') return text.length === from + 1 ? 0 : null;
	if ((sign !== '+' && sign !== '-') || text.length !== from + 6) return null;
	const minutes = minuteAt(text, from + 1);
	return minutes !== null && sign === '-' ? -minutes : minutes;
}
