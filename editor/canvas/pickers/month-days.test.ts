import { expect, it } from 'vitest';
import { dateOfEpochDay, epochDay, formatIsoDate, parseIsoDate } from '#compiler';
import { arabic, english, saidIn } from '../../messages/testing/speaking.ts';
import { dayAfterKey, monthLater, weeksOf } from './month-days.ts';

const day = (iso: string) => epochDay(parseIsoDate(iso) ?? { year: 0, month: 1, day: 1 });
const iso = (at: number | null) => at && formatIsoDate(dateOfEpochDay(at));

it.each([
	['ArrowRight', '2026-03-01', '2026-02-27'],
	['ArrowLeft', '2026-02-27', '2026-03-01'],
	['ArrowDown', '2026-03-07', '2026-03-07'],
	['ArrowUp', '2026-02-21', '2026-02-21'],
	['PageDown', '2026-03-28', '2026-03-28'],
	['PageUp', '2026-01-28', '2026-01-28'],
	['Home', '2026-02-23', '2026-02-28'],
	['End', '2026-03-01', '2026-03-06'],
	['x', null, null],
])('%s leads to where it points', (key, fromTheLeft, fromTheRight) => {
	expect(saidIn(english, () => iso(dayAfterKey(key, day('2026-02-28'))))).toBe(fromTheLeft);
	expect(saidIn(arabic, () => iso(dayAfterKey(key, day('2026-02-28'))))).toBe(fromTheRight);
});

it('finds the last day where a month is shorter, and the year before and after', () => {
	expect(iso(monthLater(day('2024-01-31'), 1))).toBe('2024-02-29');
	expect(iso(monthLater(day('2026-01-15'), -1))).toBe('2025-12-15');
	expect(iso(monthLater(day('2026-12-31'), 2))).toBe('2027-02-28');
});

it('shows whole weeks, and each that has a day of the month', () => {
	const ends = (month: number) => weeksOf({ year: 2026, month, day: 1 }).map((week) => [iso(week[0] ?? 0), week.length]);
	expect(saidIn(english, () => ends(2))).toEqual(
		['2026-01-26', '2026-02-02', '2026-02-09', '2026-02-16', '2026-02-23'].map((first) => [first, 7]),
	);
	expect(saidIn(arabic, () => ends(2))[0]).toEqual(['2026-01-31', 7]);
	expect(saidIn(english, () => ends(3))).toHaveLength(6);
});
