import { dateOfEpochDay, daysInMonth, epochDay, isoWeekday, type LocalDate } from '#compiler';
import { spoken } from '../../messages/language.ts';
import { firstWeekday } from './week.ts';

/** The day that a key of a calendar leads to, as what is seen has it; null for other keys. Days count from 1970. */
export function dayAfterKey(key: string, at: number): number | null {
	const forward = spoken().direction === 'rtl' ? -1 : 1;
	switch (key) {
		case 'ArrowRight':
			return at + forward;
		case 'ArrowLeft':
			return at - forward;
		case 'ArrowDown':
			return at + 7;
		case 'ArrowUp':
			return at - 7;
		case 'PageDown':
			return monthLater(at, 1);
		case 'PageUp':
			return monthLater(at, -1);
		case 'Home':
			return weekOf(at)[0] ?? at;
		case 'End':
			return weekOf(at)[6] ?? at;
		default:
			return null;
	}
}

/** The same day some months later, or the last that month has. */
export function monthLater(at: number, months: number): number {
	const { year, month, day } = dateOfEpochDay(at);
	const count = year * 12 + month - 1 + months;
	const [nextYear, nextMonth] = [Math.floor(count / 12), (count % 12) + 1];
	return epochDay({ year: nextYear, month: nextMonth, day: Math.min(day, daysInMonth(nextYear, nextMonth)) });
}

/** The week of a day, from the day on which weeks begin where the language is spoken. */
export function weekOf(day: number): number[] {
	const first = day - ((isoWeekday(day) - firstWeekday(spoken().locale) + 7) % 7);
	return Array.from({ length: 7 }, (_, later) => first + later);
}

/** Every week that has a day of the month. */
export function weeksOf({ year, month }: LocalDate): number[][] {
	const first = weekOf(epochDay({ year, month, day: 1 }))[0] ?? 0;
	const last = epochDay({ year, month, day: daysInMonth(year, month) });
	return Array.from({ length: Math.floor((last - first) / 7) + 1 }, (_, week) => weekOf(first + week * 7));
}
