import type { FilterDeclaration, Missing, Name, Phrase } from '#grammar';
import { type Measure, measureDecimals } from '../domain/measure.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { CheckContext } from './report.ts';
import { isBuiltInFilter, type Symbols } from './symbols.ts';

/** What a filter measures; null where no filter of that name can be read. */
export function measureOf(name: string, { filters }: Symbols): Measure | null {
	if (isBuiltInFilter(name)) return 'money';
	const filter = filters.get(name);
	return filter ? measureOfFilter(filter) : null;
}

/** What a declared filter measures; null while its source cannot be read. */
export function measureOfFilter({ source }: FilterDeclaration): Measure | null {
	switch (source.kind) {
		case 'missing':
			return null;
		case 'attribute-source':
			return 'attribute';
		case 'items-source':
			return source.isQuantity ? 'quantity' : 'money';
		case 'total-source':
		case 'paid-source':
			return 'money';
		default:
			return unreachable(source);
	}
}

/** The decimals in which a filter is counted; those of the currency while it is unknown. */
export function filterDecimals(name: string, symbols: Symbols, currencyDecimals: number): number {
	return measureDecimals(measureOf(name, symbols) ?? 'money', currencyDecimals);
}

/** Reports a filter that counts units where an amount of money belongs; `use` is what takes it, such as `` `spend` ``. */
export function checkCountsMoney(name: Name | Missing | undefined, use: string | Phrase, context: CheckContext): void {
	if (name?.kind !== 'name' || measureOf(name.text, context.symbols) !== 'quantity') return;
	context.report('counts-units', name.span, { filter: name.text, use });
}

/** Reports a filter without items where its items are what matters. */
export function checkChoosesItems(name: Name | Missing | undefined, construct: string, context: CheckContext): void {
	if (name?.kind !== 'name') return;
	const source = context.symbols.filters.get(name.text)?.source;
	if (isBuiltInFilter(name.text) || (source && source.kind !== 'missing' && source.kind !== 'items-source')) {
		context.report('chooses-no-items', name.span, { filter: name.text, construct });
	}
}
