import { print, stripSpans } from '#grammar';
import { cartOf, type Compilation, compile, filterAmounts, type Line, type Transaction } from '#compiler';
import { type AmountUnit, unitOf } from '../amounts.ts';
import { type FilterDraft, filterNode } from './filter-draft.ts';

/** What a filter makes of the sample: its amount, and which lines it chooses. */
export interface OnSample {
	readonly amount: number;
	readonly unit: AmountUnit;
	/** Whether each line counts, in the order of the receipt. */
	readonly chosen: readonly boolean[];
}

/** What a filter that is still a form comes to in the sample, worked out by the same evaluator as everything else; null where it cannot be. */
export function draftOnSample(draft: FilterDraft, { symbols }: Compilation, sale: Transaction): OnSample | null {
	const program = symbols.program && print(stripSpans(symbols.program));
	if (program === null) return null;
	const declared = print(filterNode({ ...draft, name: 'this' }));
	const lines = print(filterNode({ ...draft, name: 'lines', counts: 'units', above: '', upTo: '' }));
	const plan = compile(`${program}\n${declared}\n${draft.counts === 'total' ? '' : lines}`).healthyPlan;
	if (!plan) return null;
	const at = (name: string) => plan.filters.findIndex((filter) => filter.name === name);
	const filter = plan.filters[at('this')];
	if (!filter) return null;
	const countOf = (line: Line) => {
		const alone = { ...sale, lines: [{ ...line, quantityThousandths: 1 }], discountMinor: 0 };
		return filterAmounts(plan, cartOf(alone))[at('lines')] ?? 0;
	};
	const isTotal = draft.counts === 'total';
	return {
		amount: filterAmounts(plan, cartOf(sale))[at('this')] ?? 0,
		unit: unitOf(filter),
		chosen: sale.lines.map((line) => isTotal || countOf(line) > 0),
	};
}
