import {
	type AvailableClause,
	type Duration,
	type ExpiresClause,
	type ExpiryDeclaration,
	type Missing,
	type PeriodEnd,
	phrase,
	print,
	relatedAt,
} from '#grammar';
import { daysInMonth } from '../domain/calendar.ts';
import { unreachable } from '../domain/unreachable.ts';
import { Once } from './names.ts';
import { checkNumber, wholeBounds } from './numbers.ts';
import { insertion, leadingWords } from './places.ts';
import type { CheckContext } from './report.ts';

/** Checks when points become available and when they lapse, and that the first comes before the second. */
export function checkExpiry(expiry: ExpiryDeclaration, context: CheckContext): void {
	const { clauses, body, span } = expiry;
	const once = new Once(context);
	for (const clause of clauses) {
		if (clause.kind === 'raw') continue;
		once.see(clause.kind, clause.span);
		if (clause.moment.kind === 'duration') checkDuration(clause.moment, context);
	}
	if (body && clauses.length === 0) {
		const fix = insertion(context.source, body, 'expires after 12 months');
		context.report('empty-expiry', leadingWords(context.source, 'expiry', span), undefined, fix);
	}
	const available = clauses.find((clause): clause is AvailableClause => clause.kind === 'available');
	const expires = clauses.find((clause): clause is ExpiresClause => clause.kind === 'expires');
	if (available && expires) checkOrder(available, expires, context);
}

/** About a hundred years of each unit. */
const mostOf = { day: 36_500, week: 5_200, month: 1_200, year: 100 } as const;

function checkDuration({ count, unit }: Duration, context: CheckContext): void {
	if (unit.kind === 'word') checkNumber(count, wholeBounds(`the number of ${unit.text}s`, mostOf[unit.text]), context);
}

/** Warns where points can lapse before they are available, or in the same moment. */
function checkOrder(available: AvailableClause, expires: ExpiresClause, context: CheckContext): void {
	const lapses = daysUntil(expires.moment);
	const opens = daysUntil(available.moment);
	if (!lapses || !opens || !canComeFirst(expires.moment, lapses, available.moment, opens)) return;
	const related = relatedAt(available.moment.span, phrase('They are available here.'));
	const parts = { lapses: print(expires.moment), available: print(available.moment) };
	context.report('lapses-before-available', expires.moment.span, parts, { related });
}

type When = Duration | PeriodEnd | Missing;

/** The fewest and the most days from an award. */
interface Days {
	readonly least: number;
	readonly most: number;
}

function daysUntil(moment: When): Days | null {
	switch (moment.kind) {
		case 'missing':
			return null;
		case 'period-end':
			return moment.period.kind === 'word' ? { least: 0, most: daysOf(1, moment.period.text).most } : null;
		case 'duration': {
			const { count, unit } = moment;
			return count.kind === 'number' && unit.kind === 'word' ? daysOf(Number(count.digits), unit.text) : null;
		}
		default:
			return unreachable(moment);
	}
}

function daysOf(count: number, unit: keyof typeof mostOf): Days {
	switch (unit) {
		case 'day':
			return { least: count, most: count };
		case 'week':
			return { least: 7 * count, most: 7 * count };
		case 'month':
			return daysOfMonths(count);
		case 'year':
			return daysOfMonths(12 * count);
		default:
			return unreachable(unit);
	}
}

/** The fewest days from twelve starting months of a common year, the most from those of a leap year. */
function daysOfMonths(count: number): Days {
	const years = Math.floor(count / 12);
	const rest = Array.from({ length: count % 12 }, (_, index) => index);
	const starts = Array.from({ length: 12 }, (_, index) => index);
	const sums = (year: number) =>
		starts.map((start) => rest.reduce((sum, month) => sum + daysInMonth(year, ((start + month) % 12) + 1), 0));
	return { least: 365 * years + Math.min(...sums(2023)), most: 366 * years + Math.max(...sums(2024)) };
}

function canComeFirst(lapse: When, lapses: Days, open: When, opens: Days): boolean {
	const unitOf = (moment: When) => (moment.kind === 'duration' && moment.unit.kind === 'word' ? moment.unit.text : null);
	// Months against months, and years against years, are compared as they are: only the number counts.
	if (unitOf(lapse) !== null && unitOf(lapse) === unitOf(open)) return lapses.least <= opens.least;
	return lapses.least <= opens.most;
}
