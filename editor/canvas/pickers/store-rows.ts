import type { Catalog, Store } from '#compiler';
import { says } from './says.ts';

/** A line of the tree of stores. */
export type StoreRow =
	| { readonly kind: 'chain'; readonly chain: string; readonly count: number; readonly open: boolean }
	/** Stores without a chain stand under a heading that cannot be chosen. */
	| { readonly kind: 'heading'; readonly title: string; readonly count: number; readonly open: boolean }
	| { readonly kind: 'store'; readonly store: Store }
	/** Written in the rule and not in the catalogue. */
	| { readonly kind: 'foreign'; readonly by: 'store' | 'chain'; readonly name: string };

/** A heading's key among those that are open; no chain is called so, for it is a line break. */
export const ALONE = '\n';

/** The lines that are seen: chains, and the stores of those that are open. A search opens every chain that has something. */
export function storeRows(
	{ stores }: Catalog,
	search: string,
	open: ReadonlySet<string>,
	foreign: readonly { readonly by: 'store' | 'chain'; readonly name: string }[],
): StoreRow[] {
	const wanted = search.trim().toLowerCase();
	const byChain = new Map<string, { readonly all: Store[]; readonly found: Store[] }>();
	for (const store of stores) {
		const key = store.chain ?? ALONE;
		const group = byChain.get(key) ?? { all: [], found: [] };
		byChain.set(key, group);
		group.all.push(store);
		if (wanted !== '' && textOf(store).includes(wanted)) group.found.push(store);
	}
	const chains = [...byChain.keys()].toSorted((a, b) => Number(a === ALONE) - Number(b === ALONE) || (a < b ? -1 : 1));
	const rows: StoreRow[] = foreign.map(({ by, name }) => ({ kind: 'foreign', by, name }));
	for (const chain of chains) {
		const { all, found } = byChain.get(chain) as { all: Store[]; found: Store[] };
		const isNamed = chain !== ALONE && chain.toLowerCase().includes(wanted);
		if (wanted !== '' && found.length === 0 && !isNamed) continue;
		const shown = wanted === '' ? all : found.length > 0 ? found : all;
		const isOpen = wanted === '' ? open.has(chain) : found.length > 0;
		const head = { count: shown.length, open: isOpen };
		rows.push(
			chain === ALONE ? { kind: 'heading', title: says.storesOfNoChain, ...head } : { kind: 'chain', chain, ...head },
		);
		if (isOpen) for (const store of shown) rows.push({ kind: 'store', store });
	}
	return rows;
}

function textOf({ id, name, city }: Store): string {
	return `${name}\n${city ?? ''}\n${id}`.toLowerCase();
}
