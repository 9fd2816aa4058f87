import type { AttributeDeclaration, AttributeOwner, AttributeType, Document } from '#grammar';
import { measureOf } from '../check/measures.ts';
import { collectSymbols } from '../check/symbols.ts';
import type { LocalDate } from '../domain/calendar.ts';
import type { Catalog } from '../domain/catalog.ts';

/** One construct of the language, as palettes, completion, hover texts and the manual present it. */
export interface Construct {
	/** The words that it starts with, as they are typed: `order type is`. Empty where it starts with a name of the program's own. */
	readonly keyword: string;
	/** What a palette calls it: `Order type`. */
	readonly title: string;
	/** What it does, in one line. */
	readonly doc: string;
	/** A whole clause, as one would write it. */
	readonly example: string;
	/** Whether this version evaluates it. Of what it does not, the checker says so, and nothing is published that has it. */
	readonly isEvaluated: boolean;
	/** A whole clause to begin with, made of names that the program has; null where it lacks them, see `needs`. */
	readonly fragment: (scope: Scope) => string | null;
	/** What is missing when `fragment` answers null, as a sentence. */
	readonly needs?: string;
}

/** What the rows of a list say, as types: in every other language there is something to be said for it. */
export interface Said<T extends string, D extends string, N extends string> {
	readonly title: T;
	readonly doc: D;
	readonly needs?: N;
}

/** Rows of a list, whose words its type knows. */
export function rowsOf<R extends Construct>() {
	return <const T extends string, const D extends string, const N extends string = never>(
		rows: readonly (R & Said<T, D, N>)[],
	): readonly (R & Said<T, D, N>)[] => rows;
}

/** What a construct does, and that this version does not evaluate it yet where that is so. */
export function fullDoc({ doc, isEvaluated }: Construct): string {
	return isEvaluated ? doc : `${doc} This version does not evaluate it yet.`;
}

/** A construct that stands in braces. */
export interface ClauseRow extends Construct {
	/** Whether several of them may stand in the same braces. */
	readonly repeatable: boolean;
}

/** The names that a program and its catalogue know. */
export interface Scope {
	/** The program's currency; null where it does not say one. */
	readonly currency: string | null;
	/** Declared filters in the order of the text, then the built-in ones. */
	readonly filters: readonly string[];
	/** Those of them that choose items, so that the units of these can be counted. */
	readonly itemFilters: readonly string[];
	/** Those of them that come to an amount of money. */
	readonly moneyFilters: readonly string[];
	readonly tiers: readonly string[];
	readonly segments: readonly string[];
	readonly attributes: readonly ScopeAttribute[];
	/** Names of exclusive sets. */
	readonly exclusives: readonly string[];
	readonly campaigns: readonly string[];
	readonly channels: readonly string[];
	readonly orderTypes: readonly string[];
	/** Ids. */
	readonly stores: readonly string[];
	readonly chains: readonly string[];
	readonly categories: readonly string[];
	readonly subcategories: readonly string[];
	/** SKUs. */
	readonly items: readonly string[];
	/** Names of rules, those inside campaigns too. */
	readonly rules: readonly string[];
	/** Names of tests. */
	readonly tests: readonly string[];
	/** Today in the program's timezone, where the caller has a clock. */
	readonly today: LocalDate | null;
}

/** A declared fact, and what it may be; null while that cannot be read. */
export interface ScopeAttribute {
	readonly name: string;
	readonly owner: AttributeOwner | null;
	readonly type: AttributeType | 'one of' | null;
	/** The values of `one of`. */
	readonly values: readonly string[];
}

function attributeOf(name: string, { owner, type }: AttributeDeclaration): ScopeAttribute {
	const values = type.kind === 'one-of' ? type.values.flatMap((value) => (value.kind === 'name' ? [value.text] : [])) : [];
	return {
		name,
		owner: owner.kind === 'word' ? owner.text : null,
		type: type.kind === 'one-of' ? 'one of' : type.kind === 'word' ? type.text : null,
		values,
	};
}

/** The names in scope of a document, however broken, with those of the catalogue where there is one. */
export function scopeOf(document: Document, catalog: Catalog | null = null, today: LocalDate | null = null): Scope {
	const symbols = collectSymbols(document.declarations);
	const stores = catalog?.stores ?? [];
	const items = catalog?.items ?? [];
	const declared = new Set(symbols.filters.keys());
	const filters = [...declared, ...symbols.filterNames.filter((name) => !declared.has(name))];
	const currency = symbols.program?.settings.find((setting) => setting.kind === 'currency');
	return {
		currency: currency?.code.kind === 'name' ? currency.code.text : null,
		filters,
		itemFilters: filters.filter((name) => symbols.filters.get(name)?.source.kind === 'items-source'),
		moneyFilters: filters.filter((name) => measureOf(name, symbols) !== 'quantity'),
		tiers: [...symbols.tierByName.keys()],
		segments: [...symbols.segments.keys()],
		attributes: [...symbols.attributes].map(([name, declaration]) => attributeOf(name, declaration)),
		exclusives: [...symbols.exclusives.keys()],
		campaigns: [...symbols.campaigns.keys()],
		channels: symbols.channels,
		orderTypes: symbols.orderTypes,
		stores: stores.map((store) => store.id),
		chains: distinct(stores.map((store) => store.chain)),
		categories: distinct(items.map((item) => item.category)),
		subcategories: distinct(items.map((item) => item.subcategory)),
		items: items.map((item) => item.sku),
		rules: [...symbols.rules.keys()],
		tests: testNames(document),
		today,
	};
}

function testNames({ declarations }: Document): string[] {
	return declarations.flatMap((declaration) =>
		declaration.kind === 'test' && declaration.name.kind === 'name' ? [declaration.name.text] : [],
	);
}

/** `wished`, or with the first number behind it that makes it a new name. */
export function fresh(wished: string, taken: readonly string[]): string {
	if (!taken.includes(wished)) return wished;
	for (let number = 2; ; number++) {
		const candidate = `${wished} ${number}`;
		if (!taken.includes(candidate)) return candidate;
	}
}

function distinct(names: readonly (string | null)[]): string[] {
	return [...new Set(names.filter((name) => name !== null))];
}
