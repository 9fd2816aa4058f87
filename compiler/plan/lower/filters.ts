import type { FilterDeclaration, ItemsSource, Missing, NumberLiteral, Selector } from '#grammar';
import { isBuiltInFilter } from '../../check/symbols.ts';
import { floorRational } from '../../domain/rational.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { PlanFilter, PlanItemsFilter, PlanSelector, PlanTotalFilter } from '../plan.ts';
import { nameOf, type Names, whole } from './names.ts';

/** A declared or built-in filter. */
export function lowerFilter(name: string, names: Names): PlanFilter {
	const decimals = names.filterDecimals(name);
	if (isBuiltInFilter(name)) {
		const excluded = name.startsWith('Total without');
		const without = { taxes: excluded, fees: excluded, tip: excluded, points: false };
		return { kind: 'total', name, decimals, above: null, upTo: null, without, beforeDiscounts: false };
	}
	const declaration = names.symbols.filters.get(name);
	const bounds = boundsOf(declaration, decimals, names);
	const source = whole(declaration?.source);
	switch (source.kind) {
		case 'total-source': {
			const leaves = (part: string) => source.excluding.some((word) => word.kind === 'word' && word.text === part);
			const without: PlanTotalFilter['without'] = {
				taxes: leaves('taxes'),
				fees: leaves('fees'),
				tip: leaves('tip'),
				points: leaves('points'),
			};
			return { kind: 'total', name, decimals, ...bounds, without, beforeDiscounts: source.beforeDiscounts };
		}
		case 'items-source':
			return { kind: 'items', name, decimals, ...bounds, ...itemsOf(source) };
		case 'attribute-source':
			return { kind: 'attribute', name, decimals, ...bounds, attribute: names.attribute(source.name) };
		case 'paid-source':
			return { kind: 'paid', name, decimals, ...bounds };
		default:
			return unreachable(source);
	}
}

function boundsOf(declaration: FilterDeclaration | undefined, decimals: number, names: Names) {
	const bound = (literal: NumberLiteral | Missing | undefined) =>
		literal === undefined ? null : Number(floorRational(names.scaled(literal, decimals)));
	return { above: bound(declaration?.above), upTo: bound(declaration?.upTo) };
}

function itemsOf(
	source: ItemsSource,
): Pick<PlanItemsFilter, 'isQuantity' | 'mode' | 'selectors' | 'except' | 'excludingPoints'> {
	const { isQuantity, mode, excludingPoints } = source;
	return {
		isQuantity,
		mode,
		selectors: source.selectors.map((selector) => selectorOf(whole(selector))),
		except: source.except.map((selector) => selectorOf(whole(selector))),
		excludingPoints,
	};
}

function selectorOf({ by, names }: Selector): PlanSelector {
	return { by: by.text, names: names.map(nameOf) };
}
