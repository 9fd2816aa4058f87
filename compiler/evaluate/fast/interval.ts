/** Comparisons of whole amounts as closed intervals: bounds that are fractions of one move to the next whole ones. */
import { ceilRational, floorRational, type Rational, rationalFromFraction } from '../../domain/rational.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { PlanTest } from '../../plan/plan.ts';

/** Both ends included; one that is not bounded is infinite. Where `low` is above `high` nothing is in it. */
export interface Interval {
	readonly low: number;
	readonly high: number;
	/** It is everything else that passes: `!=`. */
	readonly negated: boolean;
}

const NEVER: Interval = { low: 1, high: 0, negated: false };

/** The amounts that pass a comparison. */
export function intervalOf(test: PlanTest): Interval {
	if (test.operator === 'between') {
		return between(ceilRational(rationalFromFraction(test.low)), floorRational(rationalFromFraction(test.high)));
	}
	const value = rationalFromFraction(test.value);
	const { operator } = test;
	switch (operator) {
		case '=':
			return exactly(value);
		case '!=':
			return { ...exactly(value), negated: true };
		case '<':
			return between(null, ceilRational(value) - 1n);
		case '<=':
			return between(null, floorRational(value));
		case '>':
			return between(floorRational(value) + 1n, null);
		case '>=':
			return between(ceilRational(value), null);
		default:
			return unreachable(operator);
	}
}

function exactly({ numerator, denominator }: Rational): Interval {
	return denominator === 1n ? between(numerator, numerator) : NEVER;
}

function between(low: bigint | null, high: bigint | null): Interval {
	return {
		low: low === null ? Number.NEGATIVE_INFINITY : clamped(low),
		high: high === null ? Number.POSITIVE_INFINITY : clamped(high),
		negated: false,
	};
}

/** Beyond every amount that occurs, the nearest one beyond does as well. */
function clamped(bound: bigint): number {
	const most = BigInt(Number.MAX_SAFE_INTEGER);
	return Number(bound > most ? most : bound < -most ? -most : bound);
}
