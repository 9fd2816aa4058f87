import type { Document, FilterDeclaration } from '#grammar';

/** What sentences must know of the program that they speak of. */
export interface Speech {
	/** The program's currency; null where it does not say one. */
	readonly currency: string | null;
	/** The cart filters that count units or another number instead of money. */
	readonly numberFilters: ReadonlySet<string>;
}

/** What a caller knows: all of it, the currency alone, or nothing. */
export type Known = Speech | string | null;

/** What the sentences about a document must know. */
export function speechOf(document: Document): Speech {
	const numberFilters = new Set<string>();
	for (const declaration of document.declarations) {
		if (declaration.kind !== 'filter' || declaration.name.kind !== 'name' || !countsNumber(declaration)) continue;
		numberFilters.add(declaration.name.text);
	}
	return { currency: currencyOf(document), numberFilters };
}

/** The currency that a document's program names, where it names one. */
export function currencyOf(document: Document): string | null {
	const program = document.declarations.find((declaration) => declaration.kind === 'program');
	const setting = program?.settings.find((candidate) => candidate.kind === 'currency');
	return setting?.code.kind === 'name' ? setting.code.text : null;
}

/** A caller's knowledge in full. */
export function speechFrom(known: Known): Speech {
	return known === null || typeof known === 'string' ? { currency: known, numberFilters: new Set() } : known;
}

/** The currency of a cart filter's amount; null where it is no money. */
export function currencyFor(filter: string, { currency, numberFilters }: Speech): string | null {
	return numberFilters.has(filter) ? null : currency;
}

function countsNumber({ source }: FilterDeclaration): boolean {
	return source.kind === 'attribute-source' || (source.kind === 'items-source' && source.isQuantity);
}
