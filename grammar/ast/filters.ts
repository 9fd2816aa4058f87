/** Cart filters: named amounts computed from a transaction. */
import type { ClauseBase } from './base.ts';
import type { Missing, Name, NodeBase, NumberLiteral, Word } from './values.ts';

export interface FilterDeclaration extends ClauseBase {
	readonly kind: 'filter';
	readonly name: Name | Missing;
	readonly source: FilterSource | Missing;
	/** `above 100`: only what exceeds it counts. Before `up to` in the text. */
	readonly above?: NumberLiteral | Missing;
	/** `up to 300`: the most that counts of the unreduced amount. */
	readonly upTo?: NumberLiteral | Missing;
}

export type FilterSource = TotalSource | ItemsSource | AttributeSource | PaidSource;

/** `total`, `total excluding taxes, fees, tip, points`, `total before discounts`. */
export interface TotalSource extends NodeBase {
	readonly kind: 'total-source';
	readonly excluding: readonly (Word<TotalPart> | Missing)[];
	readonly beforeDiscounts: boolean;
}
export type TotalPart = 'taxes' | 'fees' | 'tip' | 'points';

/** `items in …` or `items not in …`, with `except …`. No selectors at all (`items`) means every line. */
export interface ItemsSource extends NodeBase {
	readonly kind: 'items-source';
	/** `quantity of items …`: units are counted instead of money. */
	readonly isQuantity: boolean;
	readonly mode: 'all' | 'in' | 'not in';
	readonly selectors: readonly (Selector | Missing)[];
	readonly except: readonly (Selector | Missing)[];
	/** `excluding points`: the part paid with points is spread over the lines like a discount. */
	readonly excludingPoints: boolean;
}
/** One kind word and the names after it: `category "Drinks", "Retail"`. */
export interface Selector extends NodeBase {
	readonly kind: 'selector';
	readonly by: Word<SelectorKind>;
	readonly names: readonly (Name | Missing)[];
}
export type SelectorKind = 'category' | 'subcategory' | 'combo' | 'item';

/** `attribute miles`: a number attribute of the transaction. */
export interface AttributeSource extends NodeBase {
	readonly kind: 'attribute-source';
	readonly name: Name | Missing;
}
/** `paid with points`. */
export interface PaidSource extends NodeBase {
	readonly kind: 'paid-source';
}
