import type { ActiveClause, DateLiteral, Missing, Moment } from '#grammar';
import { HOLE, nameText, timeText } from './words.ts';

type Dates = Pick<ActiveClause, 'by' | 'from' | 'until'>;

/** The dates of a rule in few words: `1 January to 31 March 2026`, `from 1 May 2026`, `until 18:00 on 29 November 2026`. */
export function summaryOfDates({ by, from, until }: Dates): string {
	const dates = from && until ? range(from, until) : from ? `from ${momentText(from)}` : '';
	const bounds = dates || (until ? `until ${momentText(until)}` : '');
	return [bounds, by ? `by ${nameText(by)}` : ''].filter((words) => words !== '').join(' ') || HOLE;
}

/** The dates as they follow a verb: `from 1 January to 31 March 2026`, `on 1 May 2026`. */
export function datesText(dates: Dates): string {
	const words = summaryOfDates(dates);
	if (!dates.from || !dates.until) return words;
	return `${range(dates.from, dates.until).includes(' to ') ? 'from' : 'on'} ${words}`;
}

function range(from: Moment | Missing, until: Moment | Missing): string {
	if (from.kind === 'missing' || until.kind === 'missing' || from.time || until.time) {
		return `${momentText(from)} to ${momentText(until)}`;
	}
	if (from.date.year !== until.date.year) return `${dateText(from.date)} to ${dateText(until.date)}`;
	if (from.date.month !== until.date.month) return `${dayAndMonth(from.date)} to ${dateText(until.date)}`;
	if (from.date.day !== until.date.day) return `${from.date.day} to ${dateText(until.date)}`;
	return dateText(from.date);
}

/** A moment: `29 November 2026`, `18:00 on 29 November 2026`. */
export function momentText(moment: Moment | Missing): string {
	if (moment.kind === 'missing') return HOLE;
	return moment.time ? `${timeText(moment.time)} on ${dateText(moment.date)}` : dateText(moment.date);
}

/** A date: `29 November 2026`. */
export function dateText(date: Pick<DateLiteral, 'year' | 'month' | 'day'>): string {
	return `${dayAndMonth(date)} ${date.year}`;
}

function dayAndMonth({ day, month }: Pick<DateLiteral, 'month' | 'day'>): string {
	return `${day} ${MONTHS[month - 1] ?? HOLE}`;
}

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];
