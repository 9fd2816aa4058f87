import { type LimitMost, type LimitPeriod, printText } from '#grammar';
import { type Construct, rowsOf } from './construct.ts';

/** A shape of a limit, as a row of the palette: all of them are `limit` clauses. */
export interface LimitConstruct extends Construct {
	/** Stable and unique, for menus and tests. */
	readonly shape: 'points per visit' | 'points per period' | 'points or nothing' | 'once' | 'times' | 'rolling' | 'formula';
	readonly most: LimitMost['kind'];
}

/** The usual shapes of a limit, in the order in which a palette shows them. */
export const limitPalette = rowsOf<LimitConstruct>()([
	{
		shape: 'points per visit',
		most: 'limit-points',
		keyword: 'limit',
		title: 'Points in one transaction',
		doc: 'Gives at most this many points in one transaction.',
		example: 'limit 500 points per transaction',
		isEvaluated: true,
		fragment: () => 'limit 500 points per transaction',
	},
	{
		shape: 'points per period',
		most: 'limit-points',
		keyword: 'limit',
		title: 'Points in a period',
		doc: 'Gives a member at most this many points in a day, week, month, quarter, year or lifetime.',
		example: 'limit 1_000 points per day',
		isEvaluated: true,
		fragment: () => 'limit 1_000 points per day',
	},
	{
		shape: 'once',
		most: 'limit-times',
		keyword: 'limit once',
		title: 'Once in a period',
		doc: 'Gives points to a member once in a period, and then none until the next.',
		example: 'limit once per week',
		isEvaluated: true,
		fragment: () => 'limit once per week',
	},
	{
		shape: 'times',
		most: 'limit-times',
		keyword: 'limit',
		title: 'Several times in a period',
		doc: 'Gives points to a member so many times in a period, and then none until the next.',
		example: 'limit 3 times per day',
		isEvaluated: true,
		fragment: () => 'limit 3 times per week',
	},
	{
		shape: 'rolling',
		most: 'limit-points',
		keyword: 'limit',
		title: 'Points in the last days',
		doc: 'Gives a member at most this many points in the last days, counted back from the transaction.',
		example: 'limit 1_000 points per rolling 7 days',
		isEvaluated: true,
		fragment: () => 'limit 1_000 points per rolling 7 days',
	},
	{
		shape: 'points or nothing',
		most: 'limit-points',
		keyword: 'limit',
		title: 'Points or nothing',
		doc: 'Gives none of the points of a transaction where they would exceed the limit, instead of what is left.',
		example: 'limit 1_000 points per day or nothing',
		isEvaluated: true,
		fragment: () => 'limit 1_000 points per day or nothing',
	},
	{
		shape: 'formula',
		most: 'limit-formula',
		keyword: 'limit points to',
		title: 'Points by spend',
		doc: 'Gives at most as many points as a formula says: at most 10 points for each unit that is spent.',
		example: 'limit points to "Food" * 10 per transaction',
		isEvaluated: true,
		fragment: ({ filters: [first] }) =>
			first === undefined ? null : `limit points to ${printText(first)} * 10 per transaction`,
		needs: 'The program has no cart filter yet.',
	},
]);

/** What a limit counts by, as it follows `per`. */
export interface PeriodConstruct extends Construct {
	readonly period: LimitPeriod | 'rolling';
}

/** Every period of a limit. */
export const limitPeriods = rowsOf<PeriodConstruct>()([
	{
		period: 'transaction',
		keyword: 'transaction',
		title: 'Transaction',
		doc: 'Each transaction by itself.',
		example: 'transaction',
		isEvaluated: true,
		fragment: () => 'transaction',
	},
	calendarPeriod('day', 'Day', 'A calendar day in the program’s timezone, from midnight or from `day starts`.'),
	calendarPeriod('week', 'Week', 'A calendar week, from the day that `week starts` says.'),
	calendarPeriod('month', 'Month', 'A calendar month.'),
	calendarPeriod('quarter', 'Quarter', 'A quarter of a calendar year.'),
	calendarPeriod('year', 'Year', 'A calendar year.'),
	calendarPeriod('lifetime', 'Lifetime', 'All the time since the member joined.'),
	{
		period: 'rolling',
		keyword: 'rolling',
		title: 'Rolling days',
		doc: 'The last days, counted back from the transaction, instead of a calendar period.',
		example: 'rolling 7 days',
		isEvaluated: true,
		fragment: () => 'rolling 7 days',
	},
]);

function calendarPeriod<const T extends string, const D extends string>(
	period: Exclude<LimitPeriod, 'transaction'>,
	title: T,
	doc: D,
) {
	return { period, keyword: period, title, doc, example: period, isEvaluated: true, fragment: () => period };
}
