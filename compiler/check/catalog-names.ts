import type { Catalog } from '../domain/catalog.ts';

/** The names that a program can use of a catalogue, each kind once. */
export interface CatalogNames {
	readonly stores: ReadonlySet<string>;
	readonly chains: ReadonlySet<string>;
	readonly categories: ReadonlySet<string>;
	readonly subcategories: ReadonlySet<string>;
	readonly items: ReadonlySet<string>;
}

// A catalogue is immutable and may hold thousands of names, while a text is checked at every keystroke.
const known = new WeakMap<Catalog, CatalogNames>();

/** The names of a catalogue; gathered once for each. */
export function catalogNames(catalog: Catalog): CatalogNames {
	const before = known.get(catalog);
	if (before) return before;
	const { stores, items } = catalog;
	const names: CatalogNames = {
		stores: new Set(stores.map((store) => store.id)),
		chains: new Set(stores.flatMap((store) => store.chain ?? [])),
		categories: new Set(items.flatMap((item) => item.category ?? [])),
		subcategories: new Set(items.flatMap((item) => item.subcategory ?? [])),
		items: new Set(items.map((item) => item.sku)),
	};
	known.set(catalog, names);
	return names;
}
