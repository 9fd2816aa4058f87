import type { Construct } from './construct.ts';
import { printText } from '#grammar';

/** What stands at the top of a text. */
export interface DeclarationConstruct extends Construct {
	readonly kind: 'program' | 'tiers' | 'filter' | 'rule';
}

/** Every declaration, in the order in which programs are usually written. */
export const declarations: readonly DeclarationConstruct[] = [
	{
		kind: 'program',
		keyword: 'program',
		title: 'Program',
		doc: 'Names the program and says its currency, timezone, points, channels and order types. Every text has one.',
		example: 'program "Bluebird Café" { currency AED timezone "Asia/Dubai" }',
		fragment: () => 'program "My program" {\n\tcurrency USD\n\ttimezone "America/New_York"\n}',
	},
	{
		kind: 'tiers',
		keyword: 'tiers by',
		title: 'Tiers',
		doc: 'Declares the levels of membership, from the lowest to the highest.',
		example: 'tiers by lifetime points { tier Bronze from 0 {} tier Gold from 5_000 { multiply points by 1.5 } }',
		fragment: () => 'tiers by lifetime points {\n\ttier Bronze from 0 {}\n\ttier Gold from 5_000 {}\n}',
	},
	{
		kind: 'filter',
		keyword: 'filter',
		title: 'Cart filter',
		doc: 'Names an amount that is computed from a transaction: a total, or the sum of some of its items.',
		example: 'filter "Food" = items not in category "Drinks", "Retail"',
		fragment: ({ filters }) => `filter ${printText(fresh('Net total', filters))} = total excluding taxes, fees, tip`,
	},
	{
		kind: 'rule',
		keyword: 'rule',
		title: 'Rule',
		doc: 'Gives points when its dates, its conditions and its limits allow it.',
		example: 'rule "Lunch rush" { when { on Mon to Fri between 11:00 and 14:00 } earn 10 }',
		fragment: ({ rules }) => `rule ${printText(fresh('New rule', rules))} {\n\tearn 10\n}`,
	},
];

/** A setting of the program. */
export interface SettingConstruct extends Construct {
	readonly kind: 'currency' | 'timezone' | 'week' | 'points' | 'channels' | 'order-types' | 'limit';
}

/** Every setting of a program. */
export const programSettings: readonly SettingConstruct[] = [
	{
		kind: 'currency',
		keyword: 'currency',
		title: 'Currency',
		doc: 'The currency of every amount, as three letters of ISO 4217.',
		example: 'currency AED',
		fragment: () => 'currency USD',
	},
	{
		kind: 'timezone',
		keyword: 'timezone',
		title: 'Timezone',
		doc: 'Where days begin and end: an area and a city of the IANA list.',
		example: 'timezone "Asia/Dubai"',
		fragment: () => 'timezone "America/New_York"',
	},
	{
		kind: 'week',
		keyword: 'week starts',
		title: 'First day of the week',
		doc: 'The day on which a week begins; Monday where it is not given.',
		example: 'week starts Sunday',
		fragment: () => 'week starts Monday',
	},
	{
		kind: 'points',
		keyword: 'points',
		title: 'Points',
		doc: 'Whole points or points with decimals, and how they are rounded; whole and down where it is not given.',
		example: 'points whole, rounded down per award',
		fragment: () => 'points whole, rounded down per award',
	},
	{
		kind: 'channels',
		keyword: 'channels',
		title: 'Channels',
		doc: 'The sales channels that the program knows.',
		example: 'channels app, web, kiosk',
		fragment: () => 'channels app, web',
	},
	{
		kind: 'order-types',
		keyword: 'order types',
		title: 'Order types',
		doc: 'The order types that the program knows.',
		example: 'order types dine_in, pickup, delivery',
		fragment: () => 'order types dine_in, pickup',
	},
	{
		kind: 'limit',
		keyword: 'limit',
		title: 'Limit of the program',
		doc: 'Gives at most this many points in one transaction, all rules and the tier together.',
		example: 'limit 5_000 points per transaction',
		fragment: () => 'limit 5_000 points per transaction',
	},
];

/** One tier, inside the tiers. */
export const tierDeclaration: Construct = {
	keyword: 'tier',
	title: 'Tier',
	doc: 'A level of membership: its name and the points from which it begins.',
	example: 'tier Gold from 5_000 { multiply points by 1.5 }',
	fragment: () => 'tier Gold from 5_000 {}',
};

/** A clause of a tier. */
export interface TierConstruct extends Construct {
	readonly kind: 'color-clause' | 'earn' | 'multiply';
}

/** Every clause of a tier. */
export const tierClauses: readonly TierConstruct[] = [
	{
		kind: 'color-clause',
		keyword: 'color',
		title: 'Colour',
		doc: 'The colour in which the tier is shown.',
		example: 'color #D4AF37',
		fragment: () => 'color #D4AF37',
	},
	{
		kind: 'earn',
		keyword: 'earn',
		title: 'Points for every purchase',
		doc: 'What members of the tier earn with every purchase, besides the rules.',
		example: 'earn "Net total" * 5',
		fragment: ({ filters: [first] }) => (first === undefined ? null : `earn ${printText(first)}`),
		needs: 'The program has no cart filter yet.',
	},
	{
		kind: 'multiply',
		keyword: 'multiply points by',
		title: 'Multiplier',
		doc: 'Multiplies every award of a purchase by members of the tier.',
		example: 'multiply points by 1.5',
		fragment: () => 'multiply points by 1.5',
	},
];

/** A source of a cart filter. */
export interface SourceConstruct extends Construct {
	readonly kind: 'total-source' | 'items-source';
}

/** Every source of a cart filter. */
export const filterSources: readonly SourceConstruct[] = [
	{
		kind: 'total-source',
		keyword: 'total',
		title: 'Total',
		doc: 'What the customer pays, with parts left out: taxes, fees, tip, or what was paid with points.',
		example: 'total excluding taxes, fees, tip',
		fragment: () => 'total excluding taxes, fees, tip',
	},
	{
		kind: 'items-source',
		keyword: 'items',
		title: 'Items',
		doc: 'The sum of some items: by category, subcategory, combo or item, with exceptions.',
		example: 'items in category "Drinks" except item "GIFT-CARD"',
		fragment: ({ categories: [first] }) => (first === undefined ? 'items' : `items in category ${printText(first)}`),
	},
];

/** `wished`, or with the first number behind it that makes it a new name. */
function fresh(wished: string, taken: readonly string[]): string {
	if (!taken.includes(wished)) return wished;
	for (let number = 2; ; number++) {
		const candidate = `${wished} ${number}`;
		if (!taken.includes(candidate)) return candidate;
	}
}
