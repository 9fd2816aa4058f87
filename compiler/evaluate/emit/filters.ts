/** Cart filters as functions of a transaction `t` and its scene `s`. */
import { unreachable } from '../../domain/unreachable.ts';
import { MAX_FILTER_MINOR } from '../../formula/analyse.ts';
import type { PlanFilter, PlanItemsFilter, PlanSelector, PlanTotalFilter } from '../../plan/plan.ts';
import { anyOf, isOneOf } from './conditions.ts';
import { Unit, whole } from './unit.ts';

/** The unit of a filter's amount, within its bounds. */
export function filterUnit(filter: PlanFilter): Unit {
	const unit = new Unit('t, s', 0);
	writeAmount(filter, unit);
	const upTo = boundSource(filter.upTo);
	const above = boundSource(filter.above);
	if (upTo !== null) unit.write(`if (n > ${upTo}) n = ${upTo};`);
	if (above !== null) unit.write(`n = n > ${above} ? n - ${above} : 0;`);
	unit.write('return n;');
	return unit;
}

/** A bound as a safe integer: beyond every amount that occurs, the next one beyond does as well. */
function boundSource(bound: number | null): string | null {
	return bound === null ? null : whole(Math.min(bound, MAX_FILTER_MINOR + 1));
}

/** The unit that counts what an items filter chooses, in thousandths; null for other filters, of which nobody asks it. */
export function quantityUnit(filter: PlanFilter): Unit | null {
	if (filter.kind !== 'items') return null;
	if (filter.isQuantity) return filterUnit(filter);
	const unit = new Unit('t, s', 0);
	writeItems({ ...filter, isQuantity: true }, unit);
	unit.write('return n;');
	return unit;
}

/** Leaves the unreduced amount in `n`. */
function writeAmount(filter: PlanFilter, unit: Unit): void {
	switch (filter.kind) {
		case 'total':
			return writeTotal(filter, unit);
		case 'items':
			return writeItems(filter, unit);
		case 'attribute':
			throw new Error('A filter of an attribute was compiled');
		case 'paid':
			return unit.write('let n = t.paidWithPointsMinor;');
		default:
			return unreachable(filter);
	}
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
	unit.write(`let n = ${parts.join('')};`);
	unit.write('if (n < 0) n = 0;');
}

function writeItems(filter: PlanItemsFilter, unit: Unit): void {
	const { mode, isQuantity, excludingPoints } = filter;
	const chosen = mode === 'all' ? [] : [`${mode === 'in' ? '' : '!'}${selectorsSource(filter.selectors, unit)}`];
	const kept = filter.except.length === 0 ? [] : [`!${selectorsSource(filter.except, unit)}`];
	const tests = [...chosen, ...kept];
	if (!isQuantity) unit.write(`const a = s.${excludingPoints ? 'unpaid' : 'lines'}();`);
	unit.write('const l = t.lines;');
	unit.write('let n = 0, i = 0, c = null;');
	unit.write('for (; i < l.length; i++) {');
	unit.write('c = l[i];');
	const own = isQuantity ? 'c.quantityThousandths' : 'a[i]';
	unit.write(`${tests.length === 0 ? '' : `if (${tests.join(' && ')}) `}n += ${own};`);
	unit.write('}');
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
