import type { FilterDeclaration, ItemsSource, Name, Selector, SelectorKind } from '#grammar';
import { printName } from '#grammar';
import { unreachable } from '../domain/unreachable.ts';
import { type CatalogNames, catalogNames } from './catalog-names.ts';
import { checkRepeats } from './program.ts';
import { type CheckContext, suggestion } from './report.ts';
import { isBuiltInFilter } from './symbols.ts';

/** Checks a filter's name, its parts and, where a catalogue is known, that its names choose something. */
export function checkFilter(filter: FilterDeclaration, context: CheckContext): void {
	if (filter.name.kind === 'name' && isBuiltInFilter(filter.name.text)) {
		context.report('reserved-filter-name', filter.name.span, { name: filter.name.text });
	}
	if (filter.source.kind === 'items-source') checkItems(filter.source, context);
	if (filter.source.kind === 'total-source') {
		const seen = new Set<string>();
		for (const part of filter.source.excluding) {
			if (part.kind === 'missing') continue;
			if (seen.has(part.text)) context.report('repeated-name', part.span, { name: part.text });
			seen.add(part.text);
		}
	}
}

function checkItems(source: ItemsSource, context: CheckContext): void {
	for (const selector of [...source.selectors, ...source.except]) {
		if (selector.kind === 'missing') continue;
		checkRepeats(selector.names, context);
		if (context.catalog && context.catalog.items.length > 0)
			checkSelectorNames(selector, catalogNames(context.catalog), context);
	}
}

function checkSelectorNames(selector: Selector, names: CatalogNames, context: CheckContext): void {
	const known = namesOfKind(names, selector.by.text);
	if (!known) return;
	for (const name of selector.names) {
		if (name.kind === 'missing' || known.has(name.text)) continue;
		reportUnknownItem(name, selector.by.text, [...known], context);
	}
}

function reportUnknownItem(name: Name, by: SelectorKind, known: readonly string[], context: CheckContext): void {
	const { nearest, extra } = suggestion(name, known, printName);
	const noun = by === 'item' ? 'code' : by;
	context.report('unknown-item', name.span, { noun, name: name.text, nearest }, extra);
}

/** The names a selector of this kind can choose by; null where the catalogue does not hold that kind. */
function namesOfKind(names: CatalogNames, by: SelectorKind): ReadonlySet<string> | null {
	switch (by) {
		case 'item':
			return names.items;
		case 'category':
			return names.categories;
		case 'subcategory':
			return names.subcategories;
		case 'combo':
			return null;
		default:
			return unreachable(by);
	}
}
