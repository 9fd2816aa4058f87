import { type EarnClause, type Expression, type FilterRef, walk } from '#grammar';
import { formatMinor } from '../domain/money.ts';
import { firstNegative, firstPole, MAX_FILTER_MINOR } from '../formula/analyse.ts';
import { type FormulaFault, normalise } from '../formula/normalise.ts';
import type { PlanFormula } from '../plan/plan.ts';
import { checkFilterName } from './conditions.ts';
import { currencyCode } from './points.ts';
import type { CheckContext } from './report.ts';
import type { AmountRange } from './spend-bounds.ts';

/** Checks a formula's names and its single filter, and warns where it divides by zero or is negative within `range`. */
export function checkFormula(earn: EarnClause, range: AmountRange, context: CheckContext): void {
	if (earn.formula.kind === 'missing') return;
	const references = filterRefs(earn.formula);
	for (const reference of references) checkFilterName(reference.name, context);
	const indexes = new Map(references.map(({ name }, index) => [name.text, index]));
	const result = normalise(earn.formula, {
		currencyDecimals: context.currencyDecimals,
		filterIndex: (name) => indexes.get(name) ?? null,
	});
	if (result.ok) warnOfSigns(earn, result.formula, range, context);
	else reportFault(result.fault, context);
}

function filterRefs(formula: Expression): FilterRef[] {
	const found: FilterRef[] = [];
	walk(formula, (node) => {
		if (node.kind === 'filter-ref') found.push(node);
	});
	return found;
}

function reportFault(fault: FormulaFault, context: CheckContext): void {
	switch (fault.kind) {
		case 'two-filters': {
			const related = { span: fault.first.span, message: 'The first filter is here.' };
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

function warnOfSigns(earn: EarnClause, formula: PlanFormula, range: AmountRange, context: CheckContext): void {
	const most = BigInt(MAX_FILTER_MINOR);
	const low = range.low === null || range.low < 0n ? 0n : range.low;
	const high = range.high === null || range.high > most ? most : range.high;
	if (low > high) return;
	const { span } = earn.formula;
	const pole = firstPole(formula, Number(low), Number(high));
	if (pole !== null) context.report('formula-divides-by-zero', span, { at: spend(pole, context) });
	const negative = firstNegative(formula, Number(low), Number(high));
	if (negative !== null) context.report('formula-negative', span, { at: spend(negative, context) });
}

function spend(minor: number, context: CheckContext): string {
	const amount = formatMinor(minor, context.currencyDecimals);
	const code = currencyCode(context.symbols.program);
	return code === null ? amount : `${amount} ${code}`;
}
