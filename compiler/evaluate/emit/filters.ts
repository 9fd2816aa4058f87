/** Cart filters as functions of a transaction `t` and its scene `s`. */
import { unreachable } from '../../domain/unreachable.ts';
import type { PlanFilter, PlanItemsFilter, PlanSelector, PlanTotalFilter } from '../../plan/plan.ts';
import { anyOf, isOneOf } from './conditions.ts';
import { Unit } from './unit.ts';

/** The unit of a filter's amount. */
export function filterUnit(filter: PlanFilter): Unit {
	const unit = new Unit('t, s');
	if (filter.kind === 'total') writeTotal(filter, unit);
	else writeItems(filter, unit);
	return unit;
}

function writeTotal({ without, beforeDiscounts }: PlanTotalFilter, unit: Unit): void {
	const parts = [
		's.items()',
		beforeDiscounts ? '' : ' - t.discountMinor',
		without.taxes ? '' : ' + t.taxesMinor',
		without.fees ? '' : ' + t.feesMinor',
		without.tip ? '' : ' + t.tipMinor',
		without.points ? ' - t.paidWithPointsMinor' : '',
	];
	unit.write(`const n = ${parts.join('')};`);
	unit.write('return n > 0 ? n : 0;');
}

function writeItems(filter: PlanItemsFilter, unit: Unit): void {
	const chosen =
		filter.mode === 'all' ? [] : [`${filter.mode === 'in' ? '' : '!'}${selectorsSource(filter.selectors, unit)}`];
	const kept = filter.except.length === 0 ? [] : [`!${selectorsSource(filter.except, unit)}`];
	const tests = [...chosen, ...kept];
	unit.write('const a = s.lines(), l = t.lines;');
	unit.write('let n = 0, i = 0, c = null;');
	unit.write('for (; i < a.length; i++) {');
	unit.write('c = l[i];');
	unit.write(`${tests.length === 0 ? '' : `if (${tests.join(' && ')}) `}n += a[i];`);
	unit.write('}');
	unit.write('return n;');
}

function selectorsSource(selectors: readonly PlanSelector[], unit: Unit): string {
	return anyOf(selectors.map(({ by, names }) => isOneOf(propertyOf(by), names, unit)));
}

function propertyOf(by: PlanSelector['by']): string {
	switch (by) {
		case 'category':
			return 'c.category';
		case 'subcategory':
			return 'c.subcategory';
		case 'combo':
			return 'c.combo';
		case 'item':
			return 'c.sku';
		default:
			return unreachable(by);
	}
}
