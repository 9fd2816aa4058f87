import { type Declaration, printDate, printName, printText } from '#grammar';
import { type ClauseRow, fresh, rowsOf } from './construct.ts';

/** What stands at the top of a text. */
export interface DeclarationConstruct extends ClauseRow {
	readonly kind: Exclude<Declaration['kind'], 'raw'>;
}

/** Every declaration, in the order in which programs are usually written. */
export const declarations = rowsOf<DeclarationConstruct>()([
	{
		kind: 'program',
		keyword: 'program',
		title: 'Program',
		doc: 'Names the program and says its currency, timezone, points, channels and order types. Every text has one.',
		example: 'program "Bluebird Café" { currency AED timezone "Asia/Dubai" }',
		isEvaluated: true,
		fragment: () => 'program "My program" {\n\tcurrency USD\n\ttimezone "America/New_York"\n}',
		repeatable: false,
	},
	{
		kind: 'tiers',
		keyword: 'tiers by',
		title: 'Tiers',
		doc: 'Declares the levels of membership, from the lowest to the highest, and what moves members between them.',
		example: 'tiers by lifetime points { tier Bronze from 0 {} tier Gold from 5_000 { multiply points by 1.5 } }',
		isEvaluated: true,
		fragment: () => 'tiers by lifetime points {\n\ttier Bronze from 0 {}\n\ttier Gold from 5_000 {}\n}',
		repeatable: false,
	},
	{
		kind: 'segment-declaration',
		keyword: 'segment',
		title: 'Segment',
		doc: 'Names a group of members that is assigned by hand or by the API, not by a threshold. A member may be in several.',
		example: 'segment Staff',
		isEvaluated: true,
		fragment: ({ segments }) => `segment ${printText(fresh('New segment', segments))}`,
		repeatable: true,
	},
	{
		kind: 'attribute-declaration',
		keyword: 'attribute',
		title: 'Attribute',
		doc: 'Names a fact of your own about a member, a transaction or an event, and says what it may be.',
		example: 'attribute transaction payment_method one of cash, card',
		isEvaluated: true,
		fragment: ({ attributes }) =>
			`attribute member ${printName(
				fresh(
					'vip',
					attributes.map(({ name }) => name),
				),
			)} flag`,
		repeatable: true,
	},
	{
		kind: 'filter',
		keyword: 'filter',
		title: 'Cart filter',
		doc: 'Names an amount that is computed from a transaction: a total, or the sum of some of its items.',
		example: 'filter "Food" = items not in category "Drinks", "Retail"',
		isEvaluated: true,
		fragment: ({ filters }) => `filter ${printText(fresh('Net total', filters))} = total excluding taxes, fees, tip`,
		repeatable: true,
	},
	{
		kind: 'exclusive-declaration',
		keyword: 'exclusive',
		title: 'Exclusive set',
		doc: 'Names a set of rules of which at most one counts: the one that gives the most points, or the highest priority.',
		example: 'exclusive "Weekday deals" picks highest points',
		isEvaluated: true,
		fragment: ({ exclusives }) => `exclusive ${printText(fresh('New set', exclusives))} picks highest points`,
		repeatable: true,
	},
	{
		kind: 'campaign',
		keyword: 'campaign',
		title: 'Campaign',
		doc: 'Puts dates, a budget and a multiplier around some rules, which are active only while the campaign is.',
		example: 'campaign "Black Friday" { budget 1_000_000 points multiply points by 3 }',
		isEvaluated: true,
		fragment: ({ campaigns }) => `campaign ${printText(fresh('New campaign', campaigns))} {\n\tmultiply points by 2\n}`,
		repeatable: true,
	},
	{
		kind: 'rule',
		keyword: 'rule',
		title: 'Rule',
		doc: 'Gives points when its dates, its conditions and its limits allow it.',
		example: 'rule "Lunch rush" { when { on Mon to Fri between 11:00 and 14:00 } earn 10 }',
		isEvaluated: true,
		fragment: ({ rules }) => `rule ${printText(fresh('New rule', rules))} {\n\tearn 10\n}`,
		repeatable: true,
	},
	{
		kind: 'redemption',
		keyword: 'redemption',
		title: 'Redemption',
		doc: 'Says what a point is worth, how much of an order may be paid with points, and the least and the step.',
		example: 'redemption { 100 points = 1 AED at least 200 points in steps of 100 }',
		isEvaluated: true,
		fragment: ({ currency }) => (currency === null ? null : `redemption {\n\t100 points = 1 ${printName(currency)}\n}`),
		needs: 'The program does not say its currency yet.',
		repeatable: false,
	},
	{
		kind: 'expiry',
		keyword: 'expiry',
		title: 'Expiry',
		doc: 'Says when earned points can be spent and when they lapse; without it they can be spent at once and never lapse.',
		example: 'expiry { available after 14 days expires after 12 months }',
		isEvaluated: false,
		fragment: () => 'expiry {\n\texpires after 12 months\n}',
		repeatable: false,
	},
	{
		kind: 'test',
		keyword: 'test',
		title: 'Test',
		doc: 'A worked example: a member, one thing that happens, and the points that must come of it.',
		example: 'test "A coffee" { purchase at 2026-02-07 12:30 { item "LATTE" 2 x 18.00 } expect total 36 }',
		isEvaluated: true,
		fragment: ({ tests, today }) => {
			if (today === null) return null;
			const head = `test ${printText(fresh('New test', tests))} {\n\tpurchase at ${printDate({ kind: 'date', ...today })}`;
			return `${head} { item "ITEM" 1 x 10.00 }\n\texpect total 10\n}`;
		},
		needs: 'Today’s date is not known here.',
		repeatable: true,
	},
]);
