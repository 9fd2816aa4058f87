import { type Catalog, parseMinor } from '#compiler';
import type { CatalogWire } from '#server/contract';

/** The catalogue as the compiler knows it. A price that is no amount of the currency is left out. */
export function catalogOf(wire: CatalogWire, currencyDecimals: number): Catalog {
	return {
		stores: wire.stores.map(({ id, name, chain, city }) => ({ id, name, chain: chain ?? null, city: city ?? null })),
		items: wire.items.map(({ sku, name, category, subcategory, price }) => {
			const parsed = price === undefined ? null : parseMinor(price, currencyDecimals);
			return {
				sku,
				name,
				category: category ?? null,
				subcategory: subcategory ?? null,
				priceMinor: parsed?.ok ? parsed.minor : null,
			};
		}),
	};
}
