import type { Document } from '#grammar';
import type { Catalog } from '../../domain/catalog.ts';
import { hoverAt } from '../hover.ts';
import { namesOf } from '../occurrences.ts';
import { type Said, saidInEnglish } from '../says.ts';
import type { Program } from './index.ts';
import type { Suggestion } from './suggestion.ts';

/** What there is to say about a suggestion, worked out when somebody looks at it: plain text, and an example in Earn. */
export interface CompletionDetails {
	/** Empty where there is nothing to say. */
	readonly documentation: string;
	/** The same as data; null where it is the words of a catalogue. */
	readonly says: readonly Said[] | null;
	readonly example: string | null;
}

/** More about a suggestion: of a name that the program declares what it is, of a store or an item what the catalogue says. */
export function completionDetails(
	{ source, document }: Program,
	{ documentation, says, example, names, label }: Pick<Suggestion, 'documentation' | 'says' | 'example' | 'names' | 'label'>,
	catalog: Catalog | null = null,
): CompletionDetails {
	if (names === null) return { documentation, says: says.documentation, example };
	const known = catalog === null ? null : fromCatalog(names, label, catalog);
	if (known !== null) return { documentation: known, says: null, example };
	const said = declared(source, document, names, label);
	return { documentation: saidInEnglish(said), says: said, example };
}

function declared(source: string, document: Document, kind: string, label: string): readonly Said[] {
	const { occurrences } = namesOf(document);
	const found = occurrences.find(({ kind: other, name, declares }) => declares && other === kind && name.text === label);
	// A name that nothing declares says the same wherever it stands.
	const place = found ?? occurrences.find(({ kind: other, name }) => other === kind && name.text === label);
	return (place && hoverAt(source, document, place.name.span.start)?.says.doc) ?? [];
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
