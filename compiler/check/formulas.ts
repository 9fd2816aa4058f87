import { type Expression, type FilterRef, type Missing, phrase, type Phrase, relatedAt, type Span, walk } from '#grammar';
import { formatMinor } from '../domain/money.ts';
import { firstNegative, firstPole } from '../formula/analyse.ts';
import { type FormulaFault, normalise } from '../formula/normalise.ts';
import type { PlanFormula } from '../plan/plan.ts';
import { type AmountSet, everyAmount } from './amount-sets.ts';
import { checkCart, type Happening } from './events.ts';
import { filterDecimals, measureOf } from './measures.ts';
import { checkFilterName } from './names.ts';
import { currencyCode } from './points.ts';
import type { CheckContext } from './report.ts';
import type { AskedFilter } from './spend-bounds.ts';

/** Where a formula stands. */
export interface FormulaPlace {
	/** What its rule answers to; null where nothing can be said of that. */
	readonly happening: Happening | null;
	/** The amounts of a filter at which the formula is asked at all. */
	readonly amountsOf: (filter: AskedFilter) => AmountSet;
}

/** A place that asks a formula at every amount, whatever happens. */
export const anywhere: FormulaPlace = { happening: null, amountsOf: () => everyAmount };

/** Checks a formula's names and its single filter, and warns where it divides by zero or is negative at an amount that can occur. */
export function checkFormula(formula: Expression | Missing, place: FormulaPlace, context: CheckContext): void {
	if (formula.kind === 'missing') return;
	const references = filterRefs(formula);
	for (const { name } of references) checkFilterName(name, context);
	const [first] = references;
	if (first) checkCart(first.name.text, first.span, place.happening, context);
	const filter = askedFilter(first?.name.text ?? '', context);
	const indexes = new Map(references.map(({ name }, index) => [name.text, index]));
	const result = normalise(formula, {
		filterDecimals: () => filter.decimals,
		filterIndex: (name) => indexes.get(name) ?? null,
	});
	if (!result.ok) reportFault(result.fault, context);
	else warnOfSigns(formula.span, result.formula, filter, place.amountsOf(filter), context);
}

/** The cart filters of a formula, in the order of the text. */
export function filterRefs(formula: Expression): FilterRef[] {
	const found: FilterRef[] = [];
	walk(formula, (node) => {
		if (node.kind === 'filter-ref') found.push(node);
	});
	return found;
}

function askedFilter(name: string, { symbols, currencyDecimals }: CheckContext): AskedFilter {
	const measure = measureOf(name, symbols);
	return { name, measure, decimals: filterDecimals(name, symbols, currencyDecimals) };
}

function reportFault(fault: FormulaFault, context: CheckContext): void {
	switch (fault.kind) {
		case 'two-filters': {
			const related = relatedAt(fault.first.span, phrase('The first filter is here.'));
			const names = { first: fault.first.text, second: fault.second.text };
			context.report('two-filters', fault.second.span, names, { related });
			return;
		}
		case 'division-by-literal-zero':
		case 'formula-too-large':
			context.report(fault.kind, fault.span, undefined);
			return;
		case 'unknown-filter':
		case 'incomplete':
			return;
	}
}

function warnOfSigns(
	span: Span,
	formula: PlanFormula,
	filter: AskedFilter,
	amounts: AmountSet,
	context: CheckContext,
): void {
	const first = (find: typeof firstPole) => {
		for (const { low, high } of amounts) {
			const found = find(formula, Number(low), Number(high));
			if (found !== null) return amountWords(found, filter, context);
		}
		return null;
	};
	const condition = filter.measure === 'quantity' ? 'quantity' : 'spend';
	const pole = first(firstPole);
	if (pole !== null) context.report('formula-divides-by-zero', span, { at: pole, condition });
	const negative = first(firstNegative);
	if (negative !== null) context.report('formula-negative', span, { at: negative, condition });
}

function amountWords(amount: number, { measure, decimals }: AskedFilter, { symbols }: CheckContext): Phrase {
	const code = currencyCode(symbols.program);
	const written = formatMinor(amount, decimals);
	if (measure === 'quantity' || measure === 'attribute') {
		const amount = written.replace(/\.?0+$/, '') || '0';
		return measure === 'quantity' ? phrase('quantity of', { amount }) : phrase('value of', { amount });
	}
	return phrase('spend of', { amount: code === null ? written : `${written} ${code}` });
}
