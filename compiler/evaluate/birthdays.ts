import { dateOfEpochDay, epochDay, isLeapYear, type LocalDate } from '../domain/calendar.ts';

/**
 * Days from the nearest birthday to a local day (days since 1970-01-01): negative before it, 0 on it; of two equally near, the
 * past one. A birthday on 29 February is on the 28th in other years. `year` is that of the day.
 */
export function daysFromBirthday(birthDate: LocalDate, day: number, year = dateOfEpochDay(day).year): number {
	const past = day - birthdayIn(birthDate, year);
	if (past === 0) return 0;
	// The one of the year is past or to come; the other neighbour is of the year after or before.
	const [since, until] =
		past > 0 ? [past, birthdayIn(birthDate, year + 1) - day] : [day - birthdayIn(birthDate, year - 1), -past];
	return since <= until ? since : -until;
}

function birthdayIn({ month, day }: LocalDate, year: number): number {
	return epochDay({ year, month, day: month === 2 && day === 29 && !isLeapYear(year) ? 28 : day });
}
