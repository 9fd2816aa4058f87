/**
 * How a day lies to the nearest birthday: the days from it (before it below 0) and whether both are in one month, as one whole
 * number, so that the two conditions that ask for them lie on one axis.
 */
import { stretch, type Stretches, uniteStretches } from './stretches.ts';

/** Of two birthdays equally near, the past one counts; so a day is at most 182 days before one and 183 after. */
const MOST_BEFORE = 182;
const MOST_AFTER = 183;
/** Two days of one month lie at most this far apart. */
const MOST_IN_MONTH = 30;
const SAME_MONTH = 1_000;

/** The cut before a day's place: `days` from the nearest birthday, in its month or not. */
export function birthdayCode(days: number, isSameMonth: boolean): number {
	return isSameMonth ? days + SAME_MONTH : days;
}

/** Every place that a day can have. A birthday itself is always in its own month. */
export const BIRTHDAYS: Stretches = uniteStretches(
	uniteStretches(stretch(-MOST_BEFORE, 0), stretch(1, MOST_AFTER + 1)),
	stretch(SAME_MONTH - MOST_IN_MONTH, SAME_MONTH + MOST_IN_MONTH + 1),
);

/** The birthday itself. */
export const ON_THE_DAY: Stretches = stretch(SAME_MONTH, SAME_MONTH + 1);
/** The days of its month. */
export const IN_THE_MONTH: Stretches = stretch(SAME_MONTH - MOST_IN_MONTH, SAME_MONTH + MOST_IN_MONTH + 1);

/** The days at most so many days away from it. */
export function withinDays(days: number): Stretches {
	const [before, after] = [Math.min(days, MOST_BEFORE), Math.min(days, MOST_AFTER)];
	const inMonth = Math.min(days, MOST_IN_MONTH);
	const elsewhere = uniteStretches(stretch(-before, 0), stretch(1, after + 1));
	return uniteStretches(elsewhere, stretch(SAME_MONTH - inMonth, SAME_MONTH + inMonth + 1));
}
