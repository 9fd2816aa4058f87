import { epochDay, isRealDate, type LocalDate, parseIsoDate } from './calendar.ts';

const INSTANT = /^([0-9-]{10})T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?(?:Z|([+-])([0-9]{2}):([0-9]{2}))$/;

/**
 * Reads `2026-02-07T12:30:00+04:00` as milliseconds since 1970-01-01T00:00Z. Strict: the offset is required (`Z` or
 * `±hh:mm`), seconds and a fraction (cut to milliseconds) may stand, the day must exist, no leap second, no hour 24.
 * Null for anything else.
 */
export function parseInstant(text: string): number | null {
	const match = INSTANT.exec(text);
	if (!match) return null;
	const [, dateText = '', hours, minutes, seconds = '0', fraction = '', direction, offsetHours = '0', offsetMinutes = '0'] =
		match;
	const date = parseIsoDate(dateText);
	const hour = Number(hours);
	const minute = Number(minutes);
	const second = Number(seconds);
	if (!date || hour > 23 || minute > 59 || second > 59) return null;
	if (Number(offsetHours) > 23 || Number(offsetMinutes) > 59) return null;
	const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (direction === '-' ? -1 : 1);
	const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
	return (((epochDay(date) * 24 + hour) * 60 + minute - offset) * 60 + second) * 1_000 + milliseconds;
}

/** Reads the local date and time of a history, `1997-03-04T18:05` (seconds may stand and are cut); null for anything else. */
export function parseLocalDateTime(text: string): { readonly date: LocalDate; readonly minute: number } | null {
	const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]{1,9})?)?$/.exec(text);
	if (!match) return null;
	const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? '0')) as [
		number,
		number,
		number,
		number,
		number,
		number,
	];
	if (!isRealDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return null;
	return { date: { year, month, day }, minute: hour * 60 + minute };
}
