import type { FilterDeclaration, Missing, Name } from '#grammar';
import { unreachable } from '../domain/unreachable.ts';
import { MOST_DECIMALS, QUANTITY_DECIMALS } from './numbers.ts';
import type { CheckContext } from './report.ts';
import { isBuiltInFilter, type Symbols } from './symbols.ts';

/** What a cart filter's number is: an amount of money, units of items, or a number that the transaction brings. */
export type Measure = 'money' | 'units' | 'number';

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
			return 'number';
		case 'items-source':
			return source.isQuantity ? 'units' : 'money';
		case 'total-source':
		case 'paid-source':
			return 'money';
		default:
			return unreachable(source);
	}
}

/** The decimals in which a filter is counted; those of the currency while it is unknown. */
export function measureDecimals(measure: Measure | null, currencyDecimals: number): number {
	switch (measure) {
		case 'units':
			return QUANTITY_DECIMALS;
		case 'number':
			return MOST_DECIMALS;
		case 'money':
		case null:
			return currencyDecimals;
		default:
			return unreachable(measure);
	}
}

/** Reports a filter that counts units where an amount of money belongs; `use` is what takes it, such as `` `spend` ``. */
export function checkCountsMoney(name: Name | Missing | undefined, use: string, context: CheckContext): void {
	if (name?.kind !== 'name' || measureOf(name.text, context.symbols) !== 'units') return;
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
