import { type Condition, type MemberFact, printName, printText } from '#grammar';
import { unreachable } from '../domain/unreachable.ts';
import { type Construct, type ScopeAttribute, rowsOf } from './construct.ts';

/** A condition of a `when`, as a row of the palette. */
export interface ConditionConstruct extends Construct {
	readonly kind: Exclude<Condition['kind'], 'raw'>;
	/** Stable and unique, for menus: a kind of condition may have several rows. */
	readonly key: string;
	/** The fact of a row of the kind `member-fact`. */
	readonly fact?: MemberFact;
}

/** Every condition, in the order in which a palette shows them. */
export const conditionPalette = rowsOf<ConditionConstruct>()([
	{
		kind: 'day-time',
		key: 'day-time',
		keyword: 'on',
		title: 'Days and times',
		doc: 'Holds on days of the week, or between two times of them: the start counts, the end does not.',
		example: 'on Mon to Fri between 11:00 and 14:00 or on Sat',
		isEvaluated: true,
		fragment: () => 'on Mon to Fri between 11:00 and 14:00',
	},
	{
		kind: 'spend',
		key: 'spend',
		keyword: 'spend',
		title: 'Spend',
		doc: 'Compares the amount of a cart filter with a number, in the program’s currency.',
		example: 'spend "Food" >= 50',
		isEvaluated: true,
		fragment: ({ filters: [filter] }) => (filter === undefined ? null : `spend ${printText(filter)} >= 50`),
		needs: 'The program has no cart filter yet.',
	},
	{
		kind: 'quantity',
		key: 'quantity',
		keyword: 'quantity',
		title: 'Number of items',
		doc: 'Compares the units of the items that a cart filter chooses with a number.',
		example: 'quantity "Coffee" >= 2',
		isEvaluated: true,
		fragment: ({ itemFilters: [filter] }) => (filter === undefined ? null : `quantity ${printText(filter)} >= 2`),
		needs: 'The program has no cart filter of items yet.',
	},
	{
		kind: 'tier',
		key: 'tier',
		keyword: 'tier is',
		title: 'Tier',
		doc: 'Holds for members of these tiers; with `is not`, for members of the others.',
		example: 'tier is Gold, Platinum',
		isEvaluated: true,
		fragment: ({ tiers }) => (tiers.length === 0 ? null : `tier is ${printName(tiers.at(-1) as string)}`),
		needs: 'The program declares no tiers yet.',
	},
	{
		kind: 'segment',
		key: 'segment',
		keyword: 'segment is',
		title: 'Segment',
		doc: 'Holds for members of these segments; with `is not`, for the others.',
		example: 'segment is Staff',
		isEvaluated: true,
		fragment: ({ segments: [first] }) => (first === undefined ? null : `segment is ${printName(first)}`),
		needs: 'The program declares no segments yet.',
	},
	{
		kind: 'order-type',
		key: 'order-type',
		keyword: 'order type is',
		title: 'Order type',
		doc: 'Holds for these order types; with `is not`, for the others.',
		example: 'order type is dine_in, pickup',
		isEvaluated: true,
		fragment: ({ orderTypes: [first] }) => (first === undefined ? null : `order type is ${printName(first)}`),
		needs: 'The program enables no order types yet.',
	},
	{
		kind: 'channel',
		key: 'channel',
		keyword: 'channel is',
		title: 'Channel',
		doc: 'Holds for these sales channels; with `is not`, for the others.',
		example: 'channel is not kiosk',
		isEvaluated: true,
		fragment: ({ channels: [first] }) => (first === undefined ? null : `channel is ${printName(first)}`),
		needs: 'The program enables no channels yet.',
	},
	{
		kind: 'store',
		key: 'store',
		keyword: 'store is',
		title: 'Store',
		doc: 'Holds in these stores or chains; with `is not`, in the others.',
		example: 'store is "dxb-mall", chain "Bluebird Express"',
		isEvaluated: true,
		fragment: ({ stores: [store], chains: [chain] }) => {
			if (store !== undefined) return `store is ${printText(store)}`;
			return chain === undefined ? null : `store is chain ${printText(chain)}`;
		},
		needs: 'No stores are known yet.',
	},
	{
		kind: 'birthday',
		key: 'birthday',
		keyword: 'birthday',
		title: 'Birthday',
		doc: 'Holds on the member’s birthday, in the days around it, or in its month.',
		example: 'birthday within 3 days',
		isEvaluated: true,
		fragment: () => 'birthday within 3 days',
	},
	{
		kind: 'anniversary',
		key: 'anniversary',
		keyword: 'anniversary',
		title: 'Anniversary',
		doc: 'Holds on the anniversary of the member’s joining, in the days around it, or in its month.',
		example: 'anniversary today',
		isEvaluated: true,
		fragment: () => 'anniversary within 3 days',
	},
	{
		kind: 'purchase-number',
		key: 'purchase-number',
		keyword: 'purchase number is',
		title: 'Purchase number',
		doc: 'Holds for one of the member’s purchases, or for every so many of them; this one is counted.',
		example: 'purchase number is every 10',
		isEvaluated: true,
		fragment: () => 'purchase number is 1',
	},
	{
		kind: 'member-fact',
		key: 'lifetime points',
		fact: 'lifetime points',
		keyword: 'lifetime points',
		title: 'Lifetime points',
		doc: 'Compares the points that the member has earned since joining with a number.',
		example: 'lifetime points >= 1_000',
		isEvaluated: true,
		fragment: () => 'lifetime points >= 1_000',
	},
	{
		kind: 'member-fact',
		key: 'lifetime spend',
		fact: 'lifetime spend',
		keyword: 'lifetime spend',
		title: 'Lifetime spend',
		doc: 'Compares what the member has spent since joining with a number, in the program’s currency.',
		example: 'lifetime spend >= 500',
		isEvaluated: true,
		fragment: () => 'lifetime spend >= 500',
	},
	{
		kind: 'member-fact',
		key: 'balance',
		fact: 'balance',
		keyword: 'balance',
		title: 'Balance',
		doc: 'Compares the points that the member can spend with a number.',
		example: 'balance >= 500',
		isEvaluated: true,
		fragment: () => 'balance >= 500',
	},
	{
		kind: 'member-fact',
		key: 'days since joining',
		fact: 'days since joining',
		keyword: 'days since joining',
		title: 'Days since joining',
		doc: 'Compares the days since the member joined with a number.',
		example: 'days since joining <= 30',
		isEvaluated: true,
		fragment: () => 'days since joining <= 30',
	},
	{
		kind: 'member-fact',
		key: 'days since last purchase',
		fact: 'days since last purchase',
		keyword: 'days since last purchase',
		title: 'Days since the last purchase',
		doc: 'Compares the days since the member last bought with a number.',
		example: 'days since last purchase > 60',
		isEvaluated: true,
		fragment: () => 'days since last purchase > 60',
	},
	{
		kind: 'attribute',
		key: 'attribute',
		keyword: '',
		title: 'Attribute',
		doc: 'Asks for a fact of your own: a flag by its name, a number by comparing, the others with `is`.',
		example: 'payment_method is card',
		isEvaluated: true,
		fragment: ({ attributes }) => attributes.map(attributeFragment).find((fragment) => fragment !== null) ?? null,
		needs: 'The program declares no attribute that a condition can ask for yet.',
	},
	{
		kind: 'any',
		key: 'any',
		keyword: 'any',
		title: 'One of several',
		doc: 'Holds where at least one of the conditions in it does.',
		example: 'any { spend "Food" >= 50 tier is Gold }',
		isEvaluated: true,
		fragment: () => 'any { on Sat, Sun }',
	},
	{
		kind: 'all',
		key: 'all',
		keyword: 'all',
		title: 'All of several',
		doc: 'Holds where every one of the conditions in it does; for use inside the others.',
		example: 'all { spend "Food" >= 50 tier is Gold }',
		isEvaluated: true,
		fragment: () => 'all { on Sat, Sun }',
	},
	{
		kind: 'not',
		key: 'not',
		keyword: 'not',
		title: 'None of several',
		doc: 'Holds where none of the conditions in it does.',
		example: 'not { store is "dxb-mall" on Sun }',
		isEvaluated: true,
		fragment: () => 'not { on Sat, Sun }',
	},
	{
		kind: 'always',
		key: 'always',
		keyword: 'always',
		title: 'Always',
		doc: 'Holds for every transaction.',
		example: 'always',
		isEvaluated: true,
		fragment: () => 'always',
	},
]);

/** The easiest question about an attribute; null about a date, which only `active by` asks for. */
function attributeFragment({ name, type, values: [value] }: ScopeAttribute): string | null {
	switch (type) {
		case 'flag':
			return printName(name);
		case 'number':
			return `${printName(name)} >= 1`;
		case 'text':
			return `${printName(name)} is "…"`;
		case 'one of':
			return value === undefined ? null : `${printName(name)} is ${printName(value)}`;
		case 'date':
		case null:
			return null;
		default:
			return unreachable(type);
	}
}

/** The row of a condition; of several, the first. */
export function conditionConstruct(kind: ConditionConstruct['kind']): ConditionConstruct {
	return conditionPalette.find((row) => row.kind === kind) as ConditionConstruct;
}
