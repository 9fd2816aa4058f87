import { type Catalog, type Item, parseMinor, type Store } from '#compiler';
import type { CatalogStore, StoredCatalog } from './stores.ts';

type Categories = Pick<Item, 'category' | 'subcategory'>;

/** A catalogue made ready for looking things up. Stores are checked only where it has any. */
export interface CatalogIndex {
	readonly storeById: ReadonlyMap<string, Store>;
	readonly itemBySku: ReadonlyMap<string, Categories>;
}

/** The index of a business without a catalogue. */
export const EMPTY_CATALOG: CatalogIndex = { storeById: new Map(), itemBySku: new Map() };

/** Indexes a catalogue by store id and by sku; of repeated ones the last counts. */
export function indexCatalog(catalog: {
	readonly stores: readonly Store[];
	readonly items: readonly (Categories & { readonly sku: string })[];
}): CatalogIndex {
	return {
		storeById: new Map(catalog.stores.map((store) => [store.id, store])),
		itemBySku: new Map(catalog.items.map((item) => [item.sku, item])),
	};
}

/** A stored catalogue as the checker knows it. A price that the currency cannot express counts as none. */
export function catalogOf(stored: StoredCatalog, currencyDecimals: number): Catalog {
	return {
		stores: stored.stores,
		items: stored.items.map(({ price, ...item }) => {
			const parsed = price === null ? null : parseMinor(price, currencyDecimals);
			return { ...item, priceMinor: parsed?.ok ? parsed.minor : null };
		}),
	};
}

/** Keeps each program's catalogue until it is replaced. */
export class CatalogCache {
	readonly #store: CatalogStore;
	readonly #kept = new Map<string, { readonly revision: number; readonly index: CatalogIndex }>();

	constructor(store: CatalogStore) {
		this.#store = store;
	}

	/** The index of the catalogue as it is now. */
	async index(program: string): Promise<CatalogIndex> {
		const kept = this.#kept.get(program);
		if (kept && kept.revision === (await this.#store.revision(program))) return kept.index;
		const catalog = await this.#store.get(program);
		const index = indexCatalog(catalog);
		this.#kept.set(program, { revision: catalog.revision, index });
		return index;
	}
}
