import type { EarnClause, Missing, NumberLiteral, RuleDeclaration, SpendCondition } from '#grammar';
import { walk } from '#grammar';
import {
	ceilRational,
	floorRational,
	multiplyRationals,
	powerOfTen,
	type Rational,
	rational,
	rationalFromDecimal,
} from '../domain/rational.ts';
import { unreachable } from '../domain/unreachable.ts';

/** The whole minor amounts of a formula's filter for which a rule can award; null means no bound on that side. Both included. */
export interface AmountRange {
	readonly low: bigint | null;
	readonly high: bigint | null;
}

/** Narrows the amounts of an earn's filter by the rule's own `spend` conditions on the same filter. */
export function spendBounds(rule: RuleDeclaration, earn: EarnClause, currencyDecimals: number): AmountRange {
	const filter = firstFilter(earn);
	let range: AmountRange = { low: null, high: null };
	if (filter === null) return range;
	const when = rule.clauses.find((clause) => clause.kind === 'when');
	if (when?.kind !== 'when') return range;
	for (const condition of when.conditions) {
		if (condition.kind !== 'spend' || condition.filter.kind === 'missing' || condition.filter.text !== filter) continue;
		range = intersect(range, boundsOf(condition, currencyDecimals));
	}
	return range;
}

function firstFilter(earn: EarnClause): string | null {
	if (earn.formula.kind === 'missing') return null;
	let found: string | null = null;
	walk(earn.formula, (node) => {
		if (node.kind === 'filter-ref') found ??= node.name.text;
	});
	return found;
}

function boundsOf({ test }: SpendCondition, decimals: number): AmountRange {
	if (test.kind === 'between') {
		return { low: ceilMinor(test.low, decimals), high: floorMinor(test.high, decimals) };
	}
	if (test.kind !== 'comparison') return { low: null, high: null };
	const below = floorMinor(test.value, decimals);
	const above = ceilMinor(test.value, decimals);
	if (below === null || above === null) return { low: null, high: null };
	const operator = test.operator.text;
	switch (operator) {
		case '>=':
			return { low: above, high: null };
		case '>':
			return { low: below + 1n, high: null };
		case '<=':
			return { low: null, high: below };
		case '<':
			return { low: null, high: above - 1n };
		case '=':
			return { low: above, high: below };
		case '!=':
			return { low: null, high: null };
		default:
			return unreachable(operator);
	}
}

function intersect(a: AmountRange, b: AmountRange): AmountRange {
	const low = a.low === null ? b.low : b.low === null || a.low > b.low ? a.low : b.low;
	const high = a.high === null ? b.high : b.high === null || a.high < b.high ? a.high : b.high;
	return { low, high };
}

function exactMinor(literal: NumberLiteral, decimals: number): Rational {
	return multiplyRationals(rationalFromDecimal(literal.digits), rational(powerOfTen(decimals)));
}

function floorMinor(literal: NumberLiteral | Missing, decimals: number): bigint | null {
	return literal.kind === 'number' ? floorRational(exactMinor(literal, decimals)) : null;
}

function ceilMinor(literal: NumberLiteral | Missing, decimals: number): bigint | null {
	return literal.kind === 'number' ? ceilRational(exactMinor(literal, decimals)) : null;
}
