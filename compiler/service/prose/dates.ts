import type { ActiveClause, DateLiteral, Missing, Moment } from '#grammar';
import { HOLE, timeText } from './words.ts';

/** The dates of a rule in few words: `1 January to 31 March 2026`, `from 1 May 2026`, `until 18:00 on 29 November 2026`. */
export function summaryOfDates({ from, until }: Pick<ActiveClause, 'from' | 'until'>): string {
	if (from && until) return range(from, until);
	if (from) return `from ${momentText(from)}`;
	return until ? `until ${momentText(until)}` : HOLE;
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

function momentText(moment: Moment | Missing): string {
	if (moment.kind === 'missing') return HOLE;
	return moment.time ? `${timeText(moment.time)} on ${dateText(moment.date)}` : dateText(moment.date);
}

function dateText(date: DateLiteral): string {
	return `${dayAndMonth(date)} ${date.year}`;
}

function dayAndMonth({ day, month }: DateLiteral): string {
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
