import { type Condition, printName, printText } from '#grammar';
import type { Construct } from './construct.ts';

/** A condition of a `when`, as a row of the palette. */
export interface ConditionConstruct extends Construct {
	readonly kind: Exclude<Condition['kind'], 'raw'>;
}

/** Every condition, in the order in which a palette shows them. */
export const conditionPalette: readonly ConditionConstruct[] = [
	{
		kind: 'day-time',
		keyword: 'on',
		title: 'Days and times',
		doc: 'Holds on days of the week, or between two times of them: the start counts, the end does not.',
		example: 'on Mon to Fri between 11:00 and 14:00 or on Sat',
		fragment: () => 'on Mon to Fri between 11:00 and 14:00',
	},
	{
		kind: 'spend',
		keyword: 'spend',
		title: 'Spend',
		doc: 'Compares the amount of a cart filter with a number, in the program’s currency.',
		example: 'spend "Food" >= 50',
		fragment: ({ filters: [filter] }) => (filter === undefined ? null : `spend ${printText(filter)} >= 50`),
		needs: 'The program has no cart filter yet.',
	},
	{
		kind: 'tier',
		keyword: 'tier is',
		title: 'Tier',
		doc: 'Holds for members of these tiers; with `is not`, for members of the others.',
		example: 'tier is Gold, Platinum',
		fragment: ({ tiers }) => (tiers.length === 0 ? null : `tier is ${printName(tiers.at(-1) as string)}`),
		needs: 'The program declares no tiers yet.',
	},
	{
		kind: 'order-type',
		keyword: 'order type is',
		title: 'Order type',
		doc: 'Holds for these order types; with `is not`, for the others.',
		example: 'order type is dine_in, pickup',
		fragment: ({ orderTypes: [first] }) => (first === undefined ? null : `order type is ${printName(first)}`),
		needs: 'The program enables no order types yet.',
	},
	{
		kind: 'channel',
		keyword: 'channel is',
		title: 'Channel',
		doc: 'Holds for these sales channels; with `is not`, for the others.',
		example: 'channel is not kiosk',
		fragment: ({ channels: [first] }) => (first === undefined ? null : `channel is ${printName(first)}`),
		needs: 'The program enables no channels yet.',
	},
	{
		kind: 'store',
		keyword: 'store is',
		title: 'Store',
		doc: 'Holds in these stores or chains; with `is not`, in the others.',
		example: 'store is "dxb-mall", chain "Bluebird Express"',
		fragment: ({ stores: [store], chains: [chain] }) => {
			if (store !== undefined) return `store is ${printText(store)}`;
			return chain === undefined ? null : `store is chain ${printText(chain)}`;
		},
		needs: 'No stores are known yet.',
	},
	{
		kind: 'birthday',
		keyword: 'birthday',
		title: 'Birthday',
		doc: 'Holds on the member’s birthday, in the days around it, or in its month.',
		example: 'birthday within 3 days',
		fragment: () => 'birthday within 3 days',
	},
	{
		kind: 'always',
		keyword: 'always',
		title: 'Always',
		doc: 'Holds for every transaction.',
		example: 'always',
		fragment: () => 'always',
	},
];

/** The row of a condition. */
export function conditionConstruct(kind: ConditionConstruct['kind']): ConditionConstruct {
	return conditionPalette.find((row) => row.kind === kind) as ConditionConstruct;
}
