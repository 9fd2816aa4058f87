import type { Document } from '#grammar';
import { collectSymbols } from '../check/symbols.ts';
import type { LocalDate } from '../domain/calendar.ts';
import type { Catalog } from '../domain/catalog.ts';

/** One construct of the language, as palettes, completion, hover texts and the manual present it. */
export interface Construct {
	/** The words that it starts with, as they are typed: `order type is`. */
	readonly keyword: string;
	/** What a palette calls it: `Order type`. */
	readonly title: string;
	/** What it does, in one line. */
	readonly doc: string;
	/** A whole clause, as one would write it. */
	readonly example: string;
	/** A whole clause to begin with, made of names that the program has; null where it lacks them, see `needs`. */
	readonly fragment: (scope: Scope) => string | null;
	/** What is missing when `fragment` answers null, as a sentence. */
	readonly needs?: string;
}

/** The names that a program and its catalogue know. */
export interface Scope {
	/** Declared filters in the order of the text, then the built-in ones. */
	readonly filters: readonly string[];
	readonly tiers: readonly string[];
	readonly channels: readonly string[];
	readonly orderTypes: readonly string[];
	/** Ids. */
	readonly stores: readonly string[];
	readonly chains: readonly string[];
	readonly categories: readonly string[];
	readonly subcategories: readonly string[];
	/** SKUs. */
	readonly items: readonly string[];
	/** Names of rules. */
	readonly rules: readonly string[];
	/** Today in the program's timezone, where the caller has a clock. */
	readonly today: LocalDate | null;
}

/** The names in scope of a document, however broken, with those of the catalogue where there is one. */
export function scopeOf(document: Document, catalog: Catalog | null = null, today: LocalDate | null = null): Scope {
	const { symbols } = collectSymbols(document);
	const stores = catalog?.stores ?? [];
	const items = catalog?.items ?? [];
	const declared = new Set(symbols.filters.keys());
	return {
		filters: [...declared, ...symbols.filterNames.filter((name) => !declared.has(name))],
		tiers: [...symbols.tierByName.keys()],
		channels: symbols.channels,
		orderTypes: symbols.orderTypes,
		stores: stores.map((store) => store.id),
		chains: distinct(stores.map((store) => store.chain)),
		categories: distinct(items.map((item) => item.category)),
		subcategories: distinct(items.map((item) => item.subcategory)),
		items: items.map((item) => item.sku),
		rules: [...symbols.rules.keys()],
		today,
	};
}

function distinct(names: readonly (string | null)[]): string[] {
	return [...new Set(names.filter((name) => name !== null))];
}
