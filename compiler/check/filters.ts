import type { FilterDeclaration, ItemsSource, Name, Selector, SelectorKind } from '#grammar';
import { phrase, printName } from '#grammar';
import { compareRationals } from '../domain/rational.ts';
import { measureDecimals } from '../domain/measure.ts';
import { unreachable } from '../domain/unreachable.ts';
import { checkAttributeOf, checkOwner } from './attributes.ts';
import { type CatalogNames, catalogNames } from './catalog-names.ts';
import { measureOfFilter } from './measures.ts';
import { checkRepeats } from './names.ts';
import { checkNumber, exactly, MAX_NAMED, type NumberBounds, shown } from './numbers.ts';
import { exchange, removal, wordsBetween } from './places.ts';
import { type CheckContext, suggestion } from './report.ts';
import { isBuiltInFilter } from './symbols.ts';

/** Checks a filter's name, its parts and bounds and, where a catalogue is known, that its names choose something. */
export function checkFilter(filter: FilterDeclaration, context: CheckContext): void {
	if (filter.name.kind === 'name' && isBuiltInFilter(filter.name.text)) {
		context.report('reserved-filter-name', filter.name.span, { name: filter.name.text });
	}
	checkSource(filter, context);
	checkBand(filter, context);
}

function checkSource({ source, span }: FilterDeclaration, context: CheckContext): void {
	switch (source.kind) {
		case 'missing':
		case 'paid-source':
			return;
		case 'total-source': {
			const seen = new Set<string>();
			for (const part of source.excluding) {
				if (part.kind === 'missing') continue;
				if (seen.has(part.text)) context.report('repeated-name', part.span, { name: part.text });
				seen.add(part.text);
			}
			return;
		}
		case 'items-source':
			checkItems(source, context);
			if (source.isQuantity && source.excludingPoints) {
				const words = wordsBetween(context.source, 'excluding points', span, source.span);
				const fix = removal(phrase('remove', { text: 'excluding points' }), context.source, words);
				context.report('points-in-quantity', words, undefined, fix);
			}
			return;
		case 'attribute-source': {
			const attribute = checkAttributeOf(source.name, 'number', phrase('be the amount of a filter'), context);
			if (attribute && source.name.kind === 'name') {
				checkOwner(source.name, attribute, ['transaction'], phrase('a cart filter'), context);
			}
			return;
		}
		default:
			unreachable(source);
	}
}

/** Checks what `above` and `up to` leave of a filter. */
function checkBand(filter: FilterDeclaration, context: CheckContext): void {
	const { above, upTo } = filter;
	const decimals = measureDecimals(measureOfFilter(filter) ?? 'money', context.currencyDecimals);
	const bounds: NumberBounds = { what: 'a bound', decimals, low: 0, high: MAX_NAMED };
	const isAboveGood = checkNumber(above, bounds, context);
	const isUpToGood = checkNumber(upTo, { ...bounds, isAboveZero: true }, context);
	if (!isAboveGood || !isUpToGood) return;
	const order = compareRationals(exactly(above), exactly(upTo));
	if (order < 0) return;
	// Two equal bounds cannot be set right by exchanging them.
	const fix = order === 0 ? {} : exchange(phrase('Exchange the two bounds'), context.source, above.span, upTo.span);
	const before = { start: filter.source.span.end, end: above.span.start };
	const { start } = wordsBetween(context.source, 'above', before, above.span);
	const parts = { above: shown(above), upTo: shown(upTo) };
	context.report('empty-band', { start, end: upTo.span.end }, parts, fix);
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
	const noun = phrase(by === 'item' ? 'code' : by);
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
