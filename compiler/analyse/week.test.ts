import { parseCondition } from '#grammar';
import { describe, expect, it } from 'vitest';
import { minuteOfWeek, MINUTES_A_DAY, neverMeet, windowMinutes } from './week.ts';

/** The minutes of the first window of a condition, in hours of the week from Monday 00:00. */
function hoursOf(text: string, dayStarts = 0): number[] | null {
	const { node } = parseCondition(text);
	const alternative = node?.kind === 'day-time' ? node.alternatives[0] : undefined;
	const minutes = alternative ? windowMinutes(alternative, dayStarts) : null;
	return minutes && minutes.map((cut) => Number(cut) / 60);
}

describe('the minutes of a window', () => {
	it.each([
		['on Mon', [0, 24]],
		['on Tue to Wed', [24, 72]],
		['on Sat to Mon', [0, 24, 120, 168]],
		['on any day', [0, 168]],
		['on Mon, Wed between 11:00 and 14:30', [11, 14.5, 59, 62.5]],
		['on Mon between 22:00 and 02:00', [22, 26]],
		['on Sun between 22:00 and 02:00', [0, 2, 166, 168]],
		['on Sun between 22:00 and 24:00', [166, 168]],
	])('%s', (text, hours) => {
		expect(hoursOf(text)).toEqual(hours);
	});

	it.each([
		['on Mon', [4, 28]],
		['on Mon between 11:00 and 14:00', [11, 14]],
		// Two in the night of Monday's business day is on Tuesday.
		['on Mon between 02:00 and 03:00', [26, 27]],
		['on Sun between 22:00 and 03:00', [0, 3, 166, 168]],
		['on any day', [0, 168]],
	])('%s, of days that start at 04:00', (text, hours) => {
		expect(hoursOf(text, 240)).toEqual(hours);
	});

	it('are not known of a window that ends where it starts', () => {
		expect(hoursOf('on Mon between 11:00 and 11:00')).toBeNull();
		expect(hoursOf('on Mon between 24:00 and 11:00')).toBeNull();
	});
});

describe('the calendar and the week', () => {
	it('meet where a minute of one is a minute of the other', () => {
		expect(minuteOfWeek(0)).toBe(3 * MINUTES_A_DAY);
		expect(minuteOfWeek(-3 * MINUTES_A_DAY - 1)).toBe(7 * MINUTES_A_DAY - 1);
		const monday = [0, MINUTES_A_DAY];
		for (let day = -20; day < 20; day++) {
			const start = day * MINUTES_A_DAY;
			expect(neverMeet([start, start + MINUTES_A_DAY], monday)).toBe(((day % 7) + 7) % 7 !== 4);
		}
		expect(neverMeet([Number.NEGATIVE_INFINITY, 0], monday)).toBe(false);
		expect(neverMeet([0, 60, 5 * MINUTES_A_DAY, 6 * MINUTES_A_DAY], monday)).toBe(true);
	});
});
