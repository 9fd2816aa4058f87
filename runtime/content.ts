import type { AmountField, ItemReading, Reading } from './reading.ts';

/**
 * The canonical text of a transaction's content: two transactions with one id are the same exactly when these texts are.
 * It holds every field that was sent, in a fixed order, by value: `"5.0"`, `"5.00"` and `5` are one amount, and a moment is
 * the same with any offset. A field that was left out is another content than a field that was sent. Neither the program nor
 * the catalogue has a part in it, so a repetition is recognised whatever was published in between.
 */
export function contentOf(reading: Reading): string {
	const amount = (name: AmountField) => canonicalDecimal(reading.amounts[name]);
	return JSON.stringify({
		at: reading.atMs,
		channel: reading.channel ?? undefined,
		currency: reading.currency ?? undefined,
		discount: amount('discount'),
		fees: amount('fees'),
		id: reading.id,
		items: reading.items?.map(contentOfItem),
		member: reading.member ?? undefined,
		orderType: reading.orderType ?? undefined,
		paidWithPoints: amount('paidWithPoints'),
		store: reading.store ?? undefined,
		taxes: amount('taxes'),
		tip: amount('tip'),
		total: amount('total'),
	});
}

function contentOfItem(item: ItemReading): object {
	return {
		amount: canonicalDecimal(item.amount),
		category: item.category ?? undefined,
		combo: item.combo ?? undefined,
		quantity: canonicalDecimal(item.quantity),
		sku: item.sku,
		subcategory: item.subcategory ?? undefined,
	};
}

/** Plain decimal text without zeros at the end of its decimals; undefined, which JSON leaves out, for null. */
function canonicalDecimal(text: string | null): string | undefined {
	return text?.includes('.') ? text.replace(/\.?0+$/, '') : (text ?? undefined);
}
