import { type FilterSource, printName, printText, type SelectorKind, type TotalPart } from '#grammar';
import { type Construct, rowsOf } from './construct.ts';

/** A source of a cart filter, behind its `=`. */
export interface SourceConstruct extends Construct {
	readonly kind: FilterSource['kind'];
	/** Units are counted instead of money. */
	readonly isQuantity: boolean;
}

/** Every source of a cart filter. */
export const filterSources = rowsOf<SourceConstruct>()([
	{
		kind: 'total-source',
		isQuantity: false,
		keyword: 'total',
		title: 'Total',
		doc: 'What the customer pays, with parts left out: taxes, fees, tip, or what was paid with points.',
		example: 'total excluding taxes, fees, tip',
		isEvaluated: true,
		fragment: () => 'total excluding taxes, fees, tip',
	},
	{
		kind: 'items-source',
		isQuantity: false,
		keyword: 'items',
		title: 'Items',
		doc: 'The sum of some items: by category, subcategory, combo or item, with exceptions.',
		example: 'items in category "Drinks" except item "GIFT-CARD"',
		isEvaluated: true,
		fragment: ({ categories: [first] }) => (first === undefined ? 'items' : `items in category ${printText(first)}`),
	},
	{
		kind: 'items-source',
		isQuantity: true,
		keyword: 'quantity of items',
		title: 'Number of items',
		doc: 'The units of some items instead of their money: points per litre, or per cup.',
		example: 'quantity of items in category "Fuel"',
		isEvaluated: true,
		fragment: ({ categories: [first] }) =>
			first === undefined ? 'quantity of items' : `quantity of items in category ${printText(first)}`,
	},
	{
		kind: 'attribute-source',
		isQuantity: false,
		keyword: 'attribute',
		title: 'Attribute',
		doc: 'A number that comes with the transaction, by the attribute’s name.',
		example: 'attribute miles',
		isEvaluated: true,
		fragment: ({ attributes }) => {
			const found = attributes.find(({ owner, type }) => owner === 'transaction' && type === 'number');
			return found === undefined ? null : `attribute ${printName(found.name)}`;
		},
		needs: 'The program declares no number attribute of a transaction yet.',
	},
	{
		kind: 'paid-source',
		isQuantity: false,
		keyword: 'paid with points',
		title: 'Paid with points',
		doc: 'The part of the transaction that is paid with points.',
		example: 'paid with points',
		isEvaluated: true,
		fragment: () => 'paid with points',
	},
]);

/** What narrows the source of a filter, or bounds its amount. */
export interface FilterPartConstruct extends Construct {
	readonly part: 'excluding' | 'beforeDiscounts' | 'except' | 'excludingPoints' | 'above' | 'upTo';
	/** What it may follow. */
	readonly after: 'total' | 'items' | 'any source';
}

/** Everything that may follow the source of a filter, in its order. */
export const filterParts = rowsOf<FilterPartConstruct>()([
	{
		part: 'excluding',
		after: 'total',
		keyword: 'excluding',
		title: 'Without parts of the total',
		doc: 'Leaves parts of the total out: taxes, fees, tip, or the part paid with points.',
		example: 'excluding taxes, fees, tip',
		isEvaluated: true,
		fragment: () => 'excluding taxes, fees, tip',
	},
	{
		part: 'beforeDiscounts',
		after: 'total',
		keyword: 'before discounts',
		title: 'Before discounts',
		doc: 'Puts discounts back into the total.',
		example: 'before discounts',
		isEvaluated: true,
		fragment: () => 'before discounts',
	},
	{
		part: 'except',
		after: 'items',
		keyword: 'except',
		title: 'Except',
		doc: 'Takes items out of those that are chosen.',
		example: 'except item "GIFT-CARD"',
		isEvaluated: true,
		fragment: ({ items: [first] }) => (first === undefined ? null : `except item ${printText(first)}`),
		needs: 'No items are known yet.',
	},
	{
		part: 'excludingPoints',
		after: 'items',
		keyword: 'excluding points',
		title: 'Without the part paid with points',
		doc: 'Spreads the part paid with points over the items like a discount, and leaves it out.',
		example: 'excluding points',
		isEvaluated: true,
		fragment: () => 'excluding points',
	},
	{
		part: 'above',
		after: 'any source',
		keyword: 'above',
		title: 'Above an amount',
		doc: 'Counts only what exceeds the amount; it stands before `up to`.',
		example: 'above 100',
		isEvaluated: true,
		fragment: () => 'above 100',
	},
	{
		part: 'upTo',
		after: 'any source',
		keyword: 'up to',
		title: 'Up to an amount',
		doc: 'Counts no more than the amount; `above 100 up to 300` is at most 200.',
		example: 'up to 120_000',
		isEvaluated: true,
		fragment: () => 'up to 300',
	},
]);

/** A way to choose items, behind `in`, `not in` or `except`. */
export interface SelectorConstruct extends Construct {
	readonly by: SelectorKind;
}

const unknown = 'No items are known yet.';

/** Every way to choose items. */
export const selectors = rowsOf<SelectorConstruct>()([
	{
		by: 'category',
		keyword: 'category',
		title: 'Category',
		doc: 'The items of these categories.',
		example: 'category "Drinks", "Retail"',
		isEvaluated: true,
		fragment: ({ categories: [first] }) => (first === undefined ? null : `category ${printText(first)}`),
		needs: unknown,
	},
	{
		by: 'subcategory',
		keyword: 'subcategory',
		title: 'Subcategory',
		doc: 'The items of these subcategories.',
		example: 'subcategory "Espresso"',
		isEvaluated: true,
		fragment: ({ subcategories: [first] }) => (first === undefined ? null : `subcategory ${printText(first)}`),
		needs: unknown,
	},
	{
		by: 'combo',
		keyword: 'combo',
		title: 'Combo',
		doc: 'The items that were sold in these combos.',
		example: 'combo "Lunch set"',
		isEvaluated: true,
		fragment: () => 'combo "Lunch set"',
	},
	{
		by: 'item',
		keyword: 'item',
		title: 'Item',
		doc: 'These items, by their codes.',
		example: 'item "LATTE", "FLAT-WHITE"',
		isEvaluated: true,
		fragment: ({ items: [first] }) => (first === undefined ? null : `item ${printText(first)}`),
		needs: unknown,
	},
]);

/** What each part that a total can leave out is. */
export const totalParts = {
	taxes: 'The taxes of the transaction.',
	fees: 'The fees of the transaction, such as for delivery.',
	tip: 'The tip.',
	points: 'The part that is paid with points.',
} as const satisfies Record<TotalPart, string>;
