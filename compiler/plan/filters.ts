/** Cart filters of a plan. An amount is a whole number: minor units of the currency, or units of `10^-decimals` otherwise. */
import type { SelectorKind } from '#grammar';

export type PlanFilter = PlanTotalFilter | PlanItemsFilter | PlanAttributeFilter | PlanPaidFilter;

interface FilterBase {
	readonly name: string;
	/** How many decimals of what it counts a whole amount has: those of the currency, 3 for quantities, 6 for attributes. */
	readonly decimals: number;
	/** Only what exceeds it counts; a whole amount. */
	readonly above: number | null;
	/** The most of the unreduced amount that counts; a whole amount. */
	readonly upTo: number | null;
}

export interface PlanTotalFilter extends FilterBase {
	readonly kind: 'total';
	readonly without: { readonly taxes: boolean; readonly fees: boolean; readonly tip: boolean; readonly points: boolean };
	readonly beforeDiscounts: boolean;
}

export interface PlanItemsFilter extends FilterBase {
	readonly kind: 'items';
	/** Units are counted, in thousandths, instead of money. */
	readonly isQuantity: boolean;
	/** `in`: lines that a selector chooses. `not in`: lines that none chooses. `all`: every line. */
	readonly mode: 'all' | 'in' | 'not in';
	readonly selectors: readonly PlanSelector[];
	/** Lines that one of these chooses are left out in every mode. */
	readonly except: readonly PlanSelector[];
	/** The part paid with points is spread over the lines like a discount and left out. */
	readonly excludingPoints: boolean;
}

export interface PlanSelector {
	readonly by: SelectorKind;
	readonly names: readonly string[];
}

/** A number attribute of the transaction, in millionths. */
export interface PlanAttributeFilter extends FilterBase {
	readonly kind: 'attribute';
	readonly attribute: number;
}

/** The part paid with points. */
export interface PlanPaidFilter extends FilterBase {
	readonly kind: 'paid';
}
