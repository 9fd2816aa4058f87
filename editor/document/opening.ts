import { type Catalog, type Compilation, currencyDecimals, type Snapshot } from '#compiler';
import { currencyOf } from '#compiler/service';
import type { CatalogWire } from '#server/contract';
import { catalogOf } from '../catalog.ts';
import { programReader } from './reader.ts';

/** Reads a program that is opened, against its catalogue where that is there already; `before` is how it read without. */
export function openedReading(text: string, wire: CatalogWire | null, nowMs: () => number, before?: Snapshot): Snapshot {
	const bare = before ?? programReader(null, nowMs)(text);
	return wire ? programReader(catalogFor(bare, wire), nowMs, bare)(text) : bare;
}

/** The catalogue as a program with these settings counts its prices; the same object each time. */
export function catalogFor({ document }: Compilation, wire: CatalogWire): Catalog {
	// The amounts of a program that names no currency that exists have two decimals.
	const decimals = currencyDecimals(currencyOf(document) ?? '') ?? 2;
	const made = catalogs.get(wire);
	if (made?.decimals === decimals) return made.catalog;
	const catalog = catalogOf(wire, decimals);
	catalogs.set(wire, { decimals, catalog });
	return catalog;
}

const catalogs = new WeakMap<CatalogWire, { readonly decimals: number; readonly catalog: Catalog }>();
