import type { Day, DayTime } from '#grammar';
import { daysOf } from './fragments.ts';
import { words } from './words.ts';

const week: readonly Day[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const DAY = 1_440;

/** For each day, from Monday, and each of its hours the minutes that some alternatives cover: 0 to 60. */
export function heatOf(alternatives: readonly DayTime[]): number[][] {
	const covered = new Set<number>();
	for (const { days, between } of alternatives) {
		const from = between?.from.kind === 'time' ? between.from.minute : 0;
		const until = between?.until.kind === 'time' ? between.until.minute : DAY;
		if (between && from === until) continue;
		// A stretch that ends before it begins goes on into the next day.
		const length = between ? (until > from ? until - from : until + DAY - from) : DAY;
		for (const day of daysOf(days)) {
			const start = week.indexOf(day) * DAY + from;
			for (let minute = start; minute < start + length; minute++) covered.add(minute % (7 * DAY));
		}
	}
	return week.map((_, day) =>
		Array.from({ length: 24 }, (__, hour) => {
			let minutes = 0;
			for (let minute = 0; minute < 60; minute++) if (covered.has(day * DAY + hour * 60 + minute)) minutes++;
			return minutes;
		}),
	);
}

/** Says whether some alternatives cover a stretch that others cover too. */
export function overlaps(alternatives: readonly DayTime[]): boolean {
	const minutes = (heat: readonly (readonly number[])[]) => heat.flat().reduce((sum, each) => sum + each, 0);
	const each = alternatives.reduce((sum, alternative) => sum + minutes(heatOf([alternative])), 0);
	return each > minutes(heatOf(alternatives));
}

/** The hours that a week of {@link heatOf} covers, in words: `38 of 168 hours`. */
export function heatWords(heat: readonly (readonly number[])[]): string {
	const minutes = heat.flat().reduce((sum, each) => sum + each, 0);
	if (minutes === 7 * DAY) return words.wholeWeek;
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	const all = week.length * 24;
	return rest === 0 ? words.hoursOfWeek({ hours, all }) : words.hoursAndMinutesOfWeek({ hours, minutes: rest, all });
}
