import { describe, expect, it } from 'vitest';
import {
	dateOfEpochDay,
	daysInMonth,
	epochDay,
	formatIsoDate,
	formatTime,
	isoWeekday,
	isRealDate,
	parseIsoDate,
	weekdayName,
} from './calendar.ts';

describe('epoch days', () => {
	it('are the days that JavaScript counts, from the year 1 to 9999', () => {
		const start = new Date(0);
		start.setUTCFullYear(1, 0, 1);
		const wrong: number[] = [];
		let checked = 0;
		// Steps of 5 meet every weekday and every day of the month.
		for (let day = start.getTime() / 86_400_000; day <= 2_932_896; day += 5, checked++) {
			const date = dateOfEpochDay(day);
			const js = new Date(day * 86_400_000);
			const same = js.getUTCFullYear() === date.year && js.getUTCMonth() + 1 === date.month && js.getUTCDate() === date.day;
			const there = epochDay(date) === day && isRealDate(date.year, date.month, date.day);
			if (!same || !there || isoWeekday(day) !== (js.getUTCDay() || 7)) wrong.push(day);
		}
		expect(wrong).toEqual([]);
		expect(checked).toBeGreaterThan(730_000);
	});

	it('know the weekdays', () => {
		expect(weekdayName(0)).toBe('Thu');
		expect(isoWeekday(epochDay({ year: 2026, month: 2, day: 7 }))).toBe(6);
		expect(weekdayName(-4)).toBe('Sun');
	});
});

describe('dates', () => {
	it('are read strictly', () => {
		expect(parseIsoDate('1990-02-07')).toEqual({ year: 1990, month: 2, day: 7 });
		expect(parseIsoDate('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
		for (const text of [
			'2023-02-29',
			'2023-02-30',
			'1900-02-29',
			'2023-13-01',
			'2023-00-10',
			'2023-04-31',
			'0000-01-01',
			'23-1-1',
			'2023-1-01',
			'2023-01-01 ',
			'\uff12023-01-01',
			'+002023-01-01',
			'2023/01/01',
			'1',
			'',
		]) {
			expect([text, parseIsoDate(text)]).toEqual([text, null]);
		}
	});

	it('know the lengths of months', () => {
		expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2023, month))).toEqual([
			31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
		]);
		expect([1900, 2000, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29]);
	});

	it('are written as they are read', () => {
		expect(formatIsoDate({ year: 33, month: 4, day: 3 })).toBe('0033-04-03');
		expect([0, 545, 1_440].map(formatTime)).toEqual(['00:00', '09:05', '24:00']);
	});
});
