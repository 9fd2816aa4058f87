/** Comparisons and bounds as stretches: what an amount or a number has to be. */
import type { Between, Comparison, Missing, NumberLiteral } from '#grammar';
import { decimalsOf, MAX_NAMED, MOST_DECIMALS } from '../check/numbers.ts';
import { powerOfTen } from '../domain/rational.ts';
import { unreachable } from '../domain/unreachable.ts';
import { EVERYTHING, type Stretches, stretch, subtractStretches } from './stretches.ts';

/**
 * Where a number lies among the values of an axis: the cut before all values from it on, and the cut after all up to it. Null
 * where it is a percentage, too large or too fine, which are errors of their own.
 */
export type Place = (literal: NumberLiteral) => { readonly before: bigint; readonly after: bigint } | null;

const MOST_NAMED = BigInt(MAX_NAMED);

/** Whole values in units of 10^-`decimals`: cut n is before the n-th unit. */
export function wholeUnits(decimals: number): Place {
	return (literal) => {
		const units = unitsOf(literal, decimals);
		return units === null ? null : { before: units, after: units + 1n };
	};
}

/**
 * Any value, however fine: of the millionths that literals can name each has two cuts, before it (even) and after it (odd), so
 * that something lies between two neighbours.
 */
export const anyNumber: Place = (literal) => {
	const millionths = unitsOf(literal, MOST_DECIMALS);
	return millionths === null ? null : { before: 2n * millionths, after: 2n * millionths + 1n };
};

function unitsOf({ digits, percent }: NumberLiteral, decimals: number): bigint | null {
	if (percent || decimalsOf(digits) > decimals) return null;
	const [whole = '', fraction = ''] = digits.split('.');
	const units = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
	return units / powerOfTen(decimals) > MOST_NAMED ? null : units;
}

/** The values that pass a test; null where a number is missing or has no place, or the bounds are the wrong way round. */
export function passing(test: Comparison | Between | Missing, place: Place): Stretches | null {
	if (test.kind === 'missing') return null;
	if (test.kind === 'between') {
		const [from, until] = [placeOf(test.low, place), placeOf(test.high, place)];
		return !from || !until || from.before > until.before ? null : stretch(from.before, until.after);
	}
	const found = placeOf(test.value, place);
	if (!found) return null;
	const { before, after } = found;
	const operator = test.operator.text;
	switch (operator) {
		case '>=':
			return stretch(before, Number.POSITIVE_INFINITY);
		case '>':
			return stretch(after, Number.POSITIVE_INFINITY);
		case '<=':
			return stretch(Number.NEGATIVE_INFINITY, after);
		case '<':
			return stretch(Number.NEGATIVE_INFINITY, before);
		case '=':
			return stretch(before, after);
		case '!=':
			return subtractStretches(EVERYTHING, stretch(before, after));
		default:
			return unreachable(operator);
	}
}

function placeOf(literal: NumberLiteral | Missing, place: Place): ReturnType<Place> {
	return literal.kind === 'number' ? place(literal) : null;
}
