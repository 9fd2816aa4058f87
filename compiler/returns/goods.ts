/** What went back of a sale, and what remains of its cart: the same however it went back, and in whatever order. */
import type { Line, Transaction } from '../domain/transaction.ts';
import { type Cart, cartOf, shares } from '../evaluate/filters.ts';

/** What goes back at once. */
export interface ReturnedGoods {
	readonly lines: readonly ReturnedLine[];
	/** Money without a line, in minor units: of what the lines cost after discounts, without taxes, fees and tip. 0: none. */
	readonly amountMinor: number;
}

/** Units of one line. A line without units goes back with a quantity of 0. */
export interface ReturnedLine {
	/** Index into the lines of the sale. */
	readonly line: number;
	readonly quantityThousandths: number;
}

/** What is wrong with a return. */
export type ReturnFault =
	/** Only a purchase has a cart. */
	| { readonly kind: 'no-purchase' }
	| { readonly kind: 'no-goods' }
	/** `index` counts the returned lines. */
	| { readonly kind: 'unknown-line'; readonly index: number }
	/** More units than the line still has. */
	| { readonly kind: 'too-many-units'; readonly index: number; readonly leftThousandths: number }
	/** More money than what remains is worth. */
	| { readonly kind: 'too-much-money'; readonly leftMinor: number };

/** Everything that is left of a sale. */
export function allGoods({ lines }: Transaction, before: readonly ReturnedGoods[]): ReturnedGoods {
	const units = unitsOf(before);
	const left = lines.map(({ quantityThousandths }, line) => ({
		line,
		quantityThousandths: quantityThousandths - (units.get(line) ?? 0),
	}));
	return {
		lines: left.filter(({ line, quantityThousandths }) => quantityThousandths > 0 || !units.has(line)),
		amountMinor: 0,
	};
}

/** What keeps goods from going back after others did. */
export function returnFaults(
	sale: Transaction,
	before: readonly ReturnedGoods[],
	goods: ReturnedGoods,
): readonly ReturnFault[] {
	if (sale.event !== 'purchase') return [{ kind: 'no-purchase' }];
	if (goods.lines.length === 0 && goods.amountMinor === 0 && sale.lines.length > 0) return [{ kind: 'no-goods' }];
	const units = new Map(unitsOf(before));
	const faults = goods.lines.flatMap(({ line, quantityThousandths }, index): ReturnFault[] => {
		const bought = sale.lines[line];
		if (!bought) return [{ kind: 'unknown-line', index }];
		const gone = units.get(line);
		const leftThousandths = bought.quantityThousandths - (gone ?? 0);
		units.set(line, (gone ?? 0) + quantityThousandths);
		const isThere = quantityThousandths <= leftThousandths && (quantityThousandths > 0 || gone === undefined);
		return isThere ? [] : [{ kind: 'too-many-units', index, leftThousandths }];
	});
	if (faults.length > 0 || goods.amountMinor === 0) return faults;
	const left = remainsOf(sale, [...before, { lines: goods.lines, amountMinor: 0 }]);
	const leftMinor = left ? worthOf(left) : 0;
	return goods.amountMinor <= leftMinor ? [] : [{ kind: 'too-much-money', leftMinor }];
}

/** What the lines of a cart cost after discounts. */
function worthOf({ transaction, discountShares }: Cart): number {
	return transaction.lines.reduce((sum, { amountMinor }, index) => sum + amountMinor - (discountShares[index] ?? 0), 0);
}

/**
 * What remains of the cart of a sale; null where it is empty. Lines keep their first share of the discount, of the part paid
 * with points, and of taxes, fees and tip; money without a line is spread over what remains by value. A line of which all
 * units or all value went back is gone.
 */
export function remainsOf(sale: Transaction, returned: readonly ReturnedGoods[]): Cart | null {
	const first = cartOf(sale);
	const units = unitsOf(returned);
	const parts = sale.lines.map((line, index) => partOf(line, net(first, index), units.get(index)));
	const worths = parts.map(({ worth }) => worth);
	const money = returned.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
	const spread = shares(worths, Math.min(money, sumOf(worths)));
	const kept = parts.map((part, index) => ({ ...part, worth: part.worth - (spread[index] ?? 0), index }));
	const left = kept.filter(({ isGone, worth, index }) => !isGone && (worth > 0 || net(first, index) === 0));
	return left.length === 0 ? null : cartWith(first, left);
}

interface Kept {
	readonly index: number;
	/** What is left of its cost after discounts. */
	readonly worth: number;
	readonly quantityThousandths: number;
}

function net({ transaction, discountShares }: Cart, index: number): number {
	return (transaction.lines[index]?.amountMinor ?? 0) - (discountShares[index] ?? 0);
}

/** What is left of a line when units of it are back; undefined: it was never named. */
function partOf({ quantityThousandths }: Line, worth: number, back: number | undefined) {
	const left = Math.max(quantityThousandths - (back ?? 0), 0);
	if (back === undefined) return { worth, quantityThousandths, isGone: false };
	return { worth: keptOf(worth, left, back), quantityThousandths: left, isGone: left === 0 };
}

/** The part of a whole amount that stays where so much is kept and so much goes back. */
function keptOf(whole: number, kept: number, back: number): number {
	return kept === 0 ? 0 : (shares([kept, back], whole)[0] ?? 0);
}

/** Amounts without a line go back with the lines that bear them. */
function cartWith(first: Cart, left: readonly Kept[]): Cart {
	const { transaction, discountShares, paidShares } = first;
	const keptBy = (parts: readonly number[]) =>
		left.map((kept) => {
			const { quantityThousandths: bought = 0 } = transaction.lines[kept.index] ?? {};
			const [part, worth] = [parts[kept.index] ?? 0, net(first, kept.index)];
			if (worth > 0) return keptOf(part, kept.worth, worth - kept.worth);
			return bought === 0 ? part : keptOf(part, kept.quantityThousandths, bought - kept.quantityThousandths);
		});
	const discount = keptBy(discountShares);
	const paid = keptBy(paidShares);
	const lines = left.map((kept, at): Line => {
		const line = transaction.lines[kept.index] as Line;
		const amountMinor = kept.worth + (discount[at] ?? 0);
		return { ...line, quantityThousandths: kept.quantityThousandths, amountMinor };
	});
	const values = transaction.lines.map(({ amountMinor }) => amountMinor);
	// Without any value there is nothing to spread by, and they stay with what remains.
	const extra = (whole: number) => (sumOf(values) === 0 ? whole : sumOf(keptBy(shares(values, whole))));
	const remains = {
		...transaction,
		lines,
		discountMinor: sumOf(discount),
		taxesMinor: extra(transaction.taxesMinor),
		feesMinor: extra(transaction.feesMinor),
		tipMinor: extra(transaction.tipMinor),
		paidWithPointsMinor: sumOf(paid) + extra(transaction.paidWithPointsMinor - sumOf(paidShares)),
	};
	return { transaction: remains, discountShares: discount, paidShares: paid };
}

/** How many units of each line are back, by the line's index; of lines that were named only. */
function unitsOf(returned: readonly ReturnedGoods[]): ReadonlyMap<number, number> {
	const units = new Map<number, number>();
	for (const { line, quantityThousandths } of returned.flatMap(({ lines }) => lines)) {
		units.set(line, (units.get(line) ?? 0) + quantityThousandths);
	}
	return units;
}

function sumOf(amounts: readonly number[]): number {
	return amounts.reduce((sum, amount) => sum + amount, 0);
}
