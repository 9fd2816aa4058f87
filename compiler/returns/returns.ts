/** A return from beginning to end: what keeps it from being one, or what stood and what stands. */
import { type ReturnedGoods, type ReturnFault, returnFaults } from './goods.ts';
import type { Turn } from './settlement.ts';
import { type ReturnedSale, upheld } from './upheld.ts';

/** What a return comes to. */
export type ReturnOutcome =
	| ({ readonly kind: 'returned' } & Turn)
	| { readonly kind: 'refused'; readonly faults: readonly ReturnFault[] };

/** Gives goods back of a sale of which others may have gone back already. Nothing is recorded. */
export function giveBack(sold: ReturnedSale, goods: ReturnedGoods): ReturnOutcome {
	const { sale, returned } = sold;
	const faults = returnFaults(sale, returned, goods);
	if (faults.length > 0) return { kind: 'refused', faults };
	return { kind: 'returned', before: upheld(sold), after: upheld({ ...sold, returned: [...returned, goods] }) };
}
