import { describe, expect, it } from 'vitest';
import { epochDay, parseIsoDate } from '../domain/calendar.ts';
import { daysFromBirthday } from './birthdays.ts';

function distance(birthday: string, today: string): number {
	const [birthDate, date] = [parseIsoDate(birthday), parseIsoDate(today)];
	return birthDate && date ? daysFromBirthday(birthDate, epochDay(date)) : Number.NaN;
}

describe('daysFromBirthday', () => {
	const table: readonly (readonly [birthday: string, today: string, days: number])[] = [
		['1990-02-07', '2026-02-07', 0],
		['1990-02-07', '2026-02-04', -3],
		['1990-02-07', '2026-02-10', 3],
		// Round the year's end: 2 January covers 30 December to 5 January.
		['1990-01-02', '2025-12-30', -3],
		['1990-01-02', '2026-01-05', 3],
		['1990-12-31', '2026-01-01', 1],
		// 29 February is 28 February in other years.
		['1992-02-29', '2024-02-29', 0],
		['1992-02-29', '2024-02-28', -1],
		['1992-02-29', '2023-02-28', 0],
		['1992-02-29', '2023-03-01', 1],
		['1992-02-29', '2100-02-28', 0],
		// As far as it goes, and a tie goes to the past one.
		['1990-07-01', '2025-12-30', 182],
		['1990-07-01', '2026-01-01', -181],
		['1990-03-01', '2023-08-31', 183],
	];
	for (const [birthday, today, days] of table) {
		it(`of ${birthday} on ${today} is ${days}`, () => {
			expect(distance(birthday, today)).toBe(days);
		});
	}
});
