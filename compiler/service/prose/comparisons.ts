import type { AttributeIs, Between, Comparison, Missing, Operator } from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import { HOLE, moneyText, nameText, spoken } from './words.ts';

const COMPARISONS: Readonly<Record<Operator, string>> = {
	'=': 'exactly',
	'!=': 'any amount but',
	'<': 'less than',
	'<=': 'at most',
	'>': 'more than',
	'>=': 'at least',
};

/** What an amount is compared with: `at least 50 AED`, `between 50 and 100 AED`. */
export function amountText(test: Comparison | Between | Missing, unit: string | null): string {
	switch (test.kind) {
		case 'missing':
			return HOLE;
		case 'comparison':
			return `${COMPARISONS[test.operator.text]} ${moneyText(test.value, unit)}`;
		case 'between':
			return `between ${moneyText(test.low, null)} and ${moneyText(test.high, unit)}`;
		default:
			return unreachable(test);
	}
}

/** What a number of things is compared with: `at least 2 units`, `exactly 1 unit`. */
export function countText(test: Comparison | Between | Missing, one: string, several = `${one}s`): string {
	const last = test.kind === 'comparison' ? test.value : test.kind === 'between' ? test.high : test;
	const isOne = last.kind === 'number' && last.digits === '1';
	return amountText(test, isOne ? one : several).replace('any amount but', 'any number but');
}

/** The values of an attribute: `cash or card`. */
export function listText({ values }: AttributeIs): string {
	return spoken(values.map(nameText), 'or');
}
