import type { Document } from '#grammar';
import type { Catalog } from '../../domain/catalog.ts';
import { hoverAt } from '../hover.ts';
import { namesOf } from '../occurrences.ts';
import type { Program } from './index.ts';
import type { Suggestion } from './suggestion.ts';

/** What there is to say about a suggestion, worked out when somebody looks at it: plain text, and an example in Earn. */
export interface CompletionDetails {
	/** Empty where there is nothing to say. */
	readonly documentation: string;
	readonly example: string | null;
}

/** More about a suggestion: of a name that the program declares what it is, of a store or an item what the catalogue says. */
export function completionDetails(
	{ source, document }: Program,
	{ documentation, example, names, label }: Pick<Suggestion, 'documentation' | 'example' | 'names' | 'label'>,
	catalog: Catalog | null = null,
): CompletionDetails {
	if (names === null) return { documentation, example };
	const known = catalog === null ? null : fromCatalog(names, label, catalog);
	return { documentation: known ?? declared(source, document, names, label), example };
}

function declared(source: string, document: Document, kind: string, label: string): string {
	const { occurrences } = namesOf(document);
	const found = occurrences.find(({ kind: other, name, declares }) => declares && other === kind && name.text === label);
	// A name that nothing declares says the same wherever it stands.
	const place = found ?? occurrences.find(({ kind: other, name }) => other === kind && name.text === label);
	return (place && hoverAt(source, document, place.name.span.start)?.doc) ?? '';
}

function fromCatalog(kind: string, label: string, { stores, items }: Catalog): string | null {
	if (kind === 'store') {
		const store = stores.find(({ id }) => id === label);
		return store ? listed([store.name, store.chain, store.city]) : null;
	}
	if (kind !== 'item') return null;
	const item = items.find(({ sku }) => sku === label);
	return item ? listed([item.name, item.category, item.subcategory]) : null;
}

function listed(words: readonly (string | null)[]): string {
	return words.filter((word) => word !== null && word !== '').join(', ');
}
