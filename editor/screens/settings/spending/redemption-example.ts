import { MAX_POINT_UNITS, type Plan, type Redeemable, redeemable, totalMinor, type Transaction } from '#compiler';
import { barePurchase } from '../../../preview/bare-purchase.ts';

/** What points can pay of an order at most, and what the least of them pays. */
export interface RedemptionExample {
	/** What there is to pay for the order, in minor units. */
	readonly orderMinor: number;
	/** The order is the one of the sample. */
	readonly isSample: boolean;
	/** What somebody with any number of points could spend on it. */
	readonly most: Redeemable;
	/** What the least that may be spent at once pays; null where there is no least. */
	readonly least: Redeemable | null;
}

const ROUND_AMOUNT = 100;

/** Works out what points pay of the sample's order, or of one over 100.00 where there is no sample; null without a redemption. */
export function redemptionExample(plan: Plan, sample: Transaction | null): RedemptionExample | null {
	const { redemption } = plan;
	if (!redemption) return null;
	const isSample = sample !== null && totalMinor(sample) > 0;
	const order = isSample ? sample : roundOrder(plan);
	const { leastUnits } = redemption;
	return {
		orderMinor: totalMinor(order),
		isSample,
		// Nobody has more, so that nothing but the program says how many are spent.
		most: redeemable(plan, MAX_POINT_UNITS, order),
		least: leastUnits > 0 ? redeemable(plan, leastUnits, null) : null,
	};
}

function roundOrder({ program }: Plan): Transaction {
	const amountMinor = ROUND_AMOUNT * 10 ** program.currencyDecimals;
	const line = { sku: '', category: null, subcategory: null, combo: null, quantityThousandths: 1_000, amountMinor };
	return barePurchase([line]);
}
