import type { ProgramSetting, RoundingPlace } from '#grammar';
import { type ClauseRow, type Construct, rowsOf } from './construct.ts';

/** A setting of the program. */
export interface SettingConstruct extends ClauseRow {
	readonly kind: Exclude<ProgramSetting['kind'], 'raw'>;
}

/** Every setting of a program. */
export const programSettings = rowsOf<SettingConstruct>()([
	{
		kind: 'currency',
		keyword: 'currency',
		title: 'Currency',
		doc: 'The currency of every amount, as three letters of ISO 4217.',
		example: 'currency AED',
		isEvaluated: true,
		fragment: () => 'currency USD',
		repeatable: false,
	},
	{
		kind: 'timezone',
		keyword: 'timezone',
		title: 'Timezone',
		doc: 'Where days begin and end: an area and a city of the IANA list.',
		example: 'timezone "Asia/Dubai"',
		isEvaluated: true,
		fragment: () => 'timezone "America/New_York"',
		repeatable: false,
	},
	{
		kind: 'week',
		keyword: 'week starts',
		title: 'First day of the week',
		doc: 'The day on which a week begins; Monday where it is not given.',
		example: 'week starts Sunday',
		isEvaluated: true,
		fragment: () => 'week starts Monday',
		repeatable: false,
	},
	{
		kind: 'day',
		keyword: 'day starts',
		title: 'Start of the day',
		doc: 'When a business day begins, for limits and for days of the week; never for dates and birthdays.',
		example: 'day starts 04:00',
		isEvaluated: true,
		fragment: () => 'day starts 04:00',
		repeatable: false,
	},
	{
		kind: 'points',
		keyword: 'points',
		title: 'Points',
		doc: 'Whole points or points with decimals, and how they are rounded; whole and down where it is not given.',
		example: 'points whole, rounded down per award',
		isEvaluated: true,
		fragment: () => 'points whole, rounded down per award',
		repeatable: false,
	},
	{
		kind: 'channels',
		keyword: 'channels',
		title: 'Channels',
		doc: 'The sales channels that the program knows.',
		example: 'channels app, web, kiosk',
		isEvaluated: true,
		fragment: () => 'channels app, web',
		repeatable: false,
	},
	{
		kind: 'order-types',
		keyword: 'order types',
		title: 'Order types',
		doc: 'The order types that the program knows.',
		example: 'order types dine_in, pickup, delivery',
		isEvaluated: true,
		fragment: () => 'order types dine_in, pickup',
		repeatable: false,
	},
	{
		kind: 'limit',
		keyword: 'limit',
		title: 'Limit of the program',
		doc: 'Gives a member at most this many points in one transaction or period, all rules and the tier together.',
		example: 'limit 5_000 points per transaction',
		isEvaluated: true,
		fragment: () => 'limit 5_000 points per transaction',
		repeatable: true,
	},
	{
		kind: 'returns',
		keyword: 'returns',
		title: 'Returns',
		doc: 'What a return may do to points that were spent already: go below zero, stop at zero, or take pending points only.',
		example: 'returns may go negative',
		isEvaluated: true,
		fragment: () => 'returns stop at zero',
		repeatable: false,
	},
]);

/** Where points are rounded, as it follows the way of rounding. */
export interface RoundingPlaceConstruct extends Construct {
	readonly place: RoundingPlace;
}

/** Every place of rounding. */
export const roundingPlaces = rowsOf<RoundingPlaceConstruct>()([
	{
		place: 'award',
		keyword: 'per award',
		title: 'Per award',
		doc: 'Each award is rounded by itself; this is meant where no place is said.',
		example: 'per award',
		isEvaluated: true,
		fragment: () => 'per award',
	},
	{
		place: 'item',
		keyword: 'per item',
		title: 'Per item',
		doc: 'Each unit of a line is rounded by itself, where the formula is a number times its cart filter.',
		example: 'per item',
		isEvaluated: true,
		fragment: () => 'per item',
	},
	{
		place: 'transaction',
		keyword: 'per transaction',
		title: 'Per transaction',
		doc: 'The sum of a transaction is rounded once, and shared back to its awards.',
		example: 'per transaction',
		isEvaluated: true,
		fragment: () => 'per transaction',
	},
	{
		place: 'carried',
		keyword: 'carried',
		title: 'Carried',
		doc: 'What is left over by rounding is kept for the member’s next transaction.',
		example: 'carried',
		isEvaluated: true,
		fragment: () => 'carried',
	},
]);
