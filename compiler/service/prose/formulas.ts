import type { Binary, Expression, Missing, NumberLiteral } from '#grammar';
import { unreachable } from '../../domain/unreachable.ts';
import { currencyFor, type Speech } from './speech.ts';
import { counted, HOLE, moneyText, numberText } from './words.ts';

/** A formula as one would note it: `2 × Food + 10 points`. */
export function summaryOfFormula(formula: Expression | Missing): string {
	if (formula.kind === 'filter-ref') return `1 × ${formula.name.text} points`;
	return `${formulaText(formula)} ${formula.kind === 'number' && numberText(formula) === '1' ? 'point' : 'points'}`;
}

/** What a phrase about an amount must know besides the amount. */
export interface Amounts {
	readonly speech: Speech;
	/** The filter that the sentence has already named, so that it need not be named again. */
	readonly filter: string | null;
}

/** Points by a formula, as the object of a sentence: `2 points for each AED of Food plus 10 points`. */
export function pointsText(formula: Expression | Missing, amounts: Amounts): string {
	return sumText(formula, amounts) ?? `points by the formula ${formulaText(formula)}`;
}

/** The unit in which a filter counts, as it follows `each`: `AED`, or `unit` where it is no money. */
export function unitText(filter: string, speech: Speech): string {
	return currencyFor(filter, speech) ?? 'unit';
}

/** Terms added up, each of them in words; undefined where one of them has no words. */
function sumText(formula: Expression | Missing, amounts: Amounts): string | undefined {
	if (formula.kind === 'missing') return `${HOLE} points`;
	if (formula.kind === 'group') return sumText(formula.inner, amounts);
	if (formula.kind !== 'binary' || !isSum(formula)) return termText(formula, amounts);
	const left = sumText(formula.left, amounts);
	const right = formula.right.kind === 'missing' ? `${HOLE} points` : termText(formula.right, amounts);
	if (left === undefined || right === undefined) return undefined;
	return `${left} ${formula.operator.text === '+' ? 'plus' : 'less'} ${right}`;
}

/** A number, or a filter times a number, over a number. */
function termText(formula: Expression, amounts: Amounts): string | undefined {
	const term = readTerm(formula);
	if (!term) return undefined;
	const { filter, factor, divisor } = term;
	if (filter === null) return factor && !divisor && !factor.percent ? counted(factor, 'point') : undefined;
	const { speech } = amounts;
	const isNamed = amounts.filter === filter;
	if (factor?.percent) {
		if (divisor) return undefined;
		return `${numberText(factor)} of ${isNamed ? 'it' : `the amount of ${filter}`} as points`;
	}
	const points = factor ? counted(factor, 'point') : '1 point';
	const unit = divisor ? `every ${moneyText(divisor, currencyFor(filter, speech))}` : `each ${unitText(filter, speech)}`;
	return `${points} for ${unit}${isNamed ? '' : ` of ${filter}`}`;
}

interface Term {
	readonly filter: string | null;
	readonly factor: NumberLiteral | null;
	readonly divisor: NumberLiteral | null;
}

function readTerm(formula: Expression | Missing): Term | undefined {
	switch (formula.kind) {
		case 'number':
			return { filter: null, factor: formula, divisor: null };
		case 'filter-ref':
			return { filter: formula.name.text, factor: null, divisor: null };
		case 'group':
			return readTerm(formula.inner);
		case 'binary':
			return readProduct(formula);
		case 'negation':
		case 'missing':
			return undefined;
		default:
			return unreachable(formula);
	}
}

function readProduct({ operator, left, right }: Binary): Term | undefined {
	const a = readTerm(left);
	const b = readTerm(right);
	if (!a || !b) return undefined;
	if (operator.text === '/') {
		const plain = b.filter === null && b.factor && !b.divisor && !b.factor.percent;
		return plain && !a.divisor && a.filter !== null ? { ...a, divisor: b.factor } : undefined;
	}
	if (operator.text !== '*' || (a.filter !== null) === (b.filter !== null) || (a.factor && b.factor)) return undefined;
	return { filter: a.filter ?? b.filter, factor: a.factor ?? b.factor, divisor: a.divisor ?? b.divisor };
}

function isSum({ operator }: Binary): boolean {
	return operator.text === '+' || operator.text === '-';
}

const SIGNS = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;

/** A formula with the usual signs: `2 × Food + 10`. */
export function formulaText(formula: Expression | Missing): string {
	switch (formula.kind) {
		case 'missing':
			return HOLE;
		case 'number':
			return numberText(formula);
		case 'filter-ref':
			return formula.name.text;
		case 'negation':
			return `−${formulaText(formula.operand)}`;
		case 'group':
			return `(${formulaText(formula.inner)})`;
		case 'binary': {
			const { operator, left, right } = formula;
			// `"Food" * 2` is said `2 × Food`; with anything longer the order that was written stays.
			const turned = operator.text === '*' && left.kind === 'filter-ref' && right.kind === 'number';
			const [first, second] = turned ? [right, left] : [left, right];
			return `${formulaText(first)} ${SIGNS[operator.text]} ${formulaText(second)}`;
		}
		default:
			return unreachable(formula);
	}
}
