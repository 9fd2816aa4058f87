/** At which amounts of a cart filter a `when` can hold, from its own conditions on that filter. */
import type { AmountCondition, Condition, Missing, NumberLiteral, WhenClause } from '#grammar';
import { ceilRational, floorRational, multiplyRationals, powerOfTen, rational, type Rational } from '../domain/rational.ts';
import { unreachable } from '../domain/unreachable.ts';
import { type AmountSet, amountsBetween, complement, everyAmount, intersection, noAmount, union } from './amount-sets.ts';
import type { Measure } from '../domain/measure.ts';
import { exactly } from './numbers.ts';

/** The filter that is asked about. `decimals` are those of its unit: 36.00 with 2 decimals is the amount 3600. */
export interface AskedFilter {
	readonly name: string;
	readonly measure: Measure | null;
	readonly decimals: number;
}

/**
 * What is known of a condition at each amount: `can` has all at which it may hold, `must` only such at which it surely does.
 * What a condition on something else says is known of no amount; so a `not` never takes away more than it may.
 */
interface Known {
	readonly can: AmountSet;
	readonly must: AmountSet;
}

const unknown: Known = { can: everyAmount, must: noAmount };
const held: Known = { can: everyAmount, must: everyAmount };

/** The whole amounts of a filter at which a `when` may hold; every one where it says nothing of the filter. */
export function possibleAmounts(when: WhenClause | undefined, filter: AskedFilter): AmountSet {
	return when ? allOf(when.conditions, filter).can : everyAmount;
}

function allOf(conditions: readonly Condition[], filter: AskedFilter): Known {
	return conditions.reduce<Known>((known, condition) => {
		const next = knownOf(condition, filter);
		return { can: intersection(known.can, next.can), must: intersection(known.must, next.must) };
	}, held);
}

function anyOf(conditions: readonly Condition[], filter: AskedFilter): Known {
	return conditions.reduce<Known>(
		(known, condition) => {
			const next = knownOf(condition, filter);
			return { can: union(known.can, next.can), must: union(known.must, next.must) };
		},
		{ can: noAmount, must: noAmount },
	);
}

function knownOf(condition: Condition, filter: AskedFilter): Known {
	switch (condition.kind) {
		case 'always':
			return held;
		case 'all':
			return condition.conditions.length === 0 ? unknown : allOf(condition.conditions, filter);
		case 'any':
			return condition.conditions.length === 0 ? unknown : anyOf(condition.conditions, filter);
		case 'not': {
			const { can, must } = anyOf(condition.conditions, filter);
			return { can: complement(must), must: complement(can) };
		}
		case 'spend':
		case 'quantity':
			return isAbout(condition, filter) ? exactlyKnown(condition, filter.decimals) : unknown;
		case 'day-time':
		case 'order-type':
		case 'channel':
		case 'tier':
		case 'segment':
		case 'store':
		case 'birthday':
		case 'anniversary':
		case 'purchase-number':
		case 'member-fact':
		case 'attribute':
		case 'raw':
			return unknown;
		default:
			return unreachable(condition);
	}
}

/** A `quantity` of a filter of money is another number than its amount. */
function isAbout({ kind, filter }: AmountCondition, { name, measure }: AskedFilter): boolean {
	return filter.kind === 'name' && filter.text === name && (kind === 'quantity') === (measure === 'quantity');
}

function exactlyKnown({ test }: AmountCondition, decimals: number): Known {
	if (test.kind === 'missing') return unknown;
	const set =
		test.kind === 'between'
			? amountsBetween(ceilAmount(test.low, decimals), floorAmount(test.high, decimals))
			: test.value.kind === 'number'
				? comparedTo(test.operator.text, scaled(test.value, decimals))
				: null;
	return set ? { can: set, must: set } : unknown;
}

function comparedTo(operator: '=' | '!=' | '<' | '<=' | '>' | '>=', value: Rational): AmountSet {
	const below = floorRational(value);
	const above = ceilRational(value);
	switch (operator) {
		case '>=':
			return amountsBetween(above, null);
		case '>':
			return amountsBetween(below + 1n, null);
		case '<=':
			return amountsBetween(null, below);
		case '<':
			return amountsBetween(null, above - 1n);
		case '=':
			return amountsBetween(above, below);
		case '!=':
			return complement(amountsBetween(above, below));
		default:
			return unreachable(operator);
	}
}

function scaled(literal: NumberLiteral, decimals: number): Rational {
	return multiplyRationals(exactly(literal), rational(powerOfTen(decimals)));
}

function floorAmount(literal: NumberLiteral | Missing, decimals: number): bigint | null {
	return literal.kind === 'number' ? floorRational(scaled(literal, decimals)) : null;
}

function ceilAmount(literal: NumberLiteral | Missing, decimals: number): bigint | null {
	return literal.kind === 'number' ? ceilRational(scaled(literal, decimals)) : null;
}
