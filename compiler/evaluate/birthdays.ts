import { dateOfEpochDay, epochDay, isLeapYear, type LocalDate } from '../domain/calendar.ts';

/**
 * Days from the nearest birthday to a local day (days since 1970-01-01): negative before it, 0 on it; of two equally near, the
 * past one. A birthday on 29 February is on the 28th in other years.
 */
export function daysFromBirthday(birthDate: LocalDate, day: number): number {
	const { year } = dateOfEpochDay(day);
	const distances = [year, year - 1, year + 1].map((year) => day - birthdayIn(birthDate, year));
	return distances.reduce((nearest, distance) => {
		const closer = Math.abs(distance) - Math.abs(nearest);
		return closer < 0 || (closer === 0 && distance > nearest) ? distance : nearest;
	});
}

function birthdayIn({ month, day }: LocalDate, year: number): number {
	return epochDay({ year, month, day: month === 2 && day === 29 && !isLeapYear(year) ? 28 : day });
}
