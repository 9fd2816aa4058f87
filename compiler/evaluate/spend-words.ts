/** A condition on an amount that does not hold, in English: the amount seen, and what it needs. */
import { formatMinor } from '../domain/money.ts';
import { powerOfTen, type Rational, rationalFromFraction } from '../domain/rational.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Fraction, PlanFilter, PlanProgram, PlanTest } from '../plan/plan.ts';
import { measureOf } from './filters.ts';

/** `18.00, needs at least 25.00.` of a whole amount of so many decimals. */
export function describeNeed(test: PlanTest, amount: number, decimals: number): string {
	return `${formatMinor(amount, decimals)}, needs ${describeTest(test, decimals)}.`;
}

/** A whole amount in minor units as decimal text. */
export function formatAmount(program: PlanProgram, minor: number | bigint): string {
	return formatMinor(minor, program.currencyDecimals);
}

/** A filter's whole amount as decimal text: money with the currency's decimals, anything else without needless ones. */
export function formatFilterAmount(filter: PlanFilter | undefined, amount: number): string {
	if (!filter || measureOf(filter) === 'money') return formatMinor(amount, filter?.decimals ?? 0);
	return formatCount(amount, filter.decimals);
}

/** A whole amount of something counted, without needless decimals: `formatCount(2500, 3)` is `2.5`. */
export function formatCount(amount: number, decimals: number): string {
	return trimmed(formatMinor(amount, decimals), decimals);
}

/** As {@link describeNeed}, of something counted: `1, needs at least 2.` */
export function describeNeededCount(test: PlanTest, amount: number, decimals: number): string {
	return `${formatCount(amount, decimals)}, needs ${describeTest(test, decimals, formatCount)}.`;
}

type Format = (amount: number, decimals: number) => string;

function describeTest(test: PlanTest, decimals: number, format: Format = formatMinor): string {
	const named = (value: Fraction) => formatBound(rationalFromFraction(value), decimals, format);
	if (test.operator === 'between') return `${named(test.low)} to ${named(test.high)}`;
	const { operator, value } = test;
	switch (operator) {
		case '=':
			return `exactly ${named(value)}`;
		case '!=':
			return `any amount but ${named(value)}`;
		case '<':
			return `less than ${named(value)}`;
		case '<=':
			return `at most ${named(value)}`;
		case '>':
			return `more than ${named(value)}`;
		case '>=':
			return `at least ${named(value)}`;
		default:
			return unreachable(operator);
	}
}

/** Digits behind the point of the finest bound that a program can hold. */
const BOUND_DECIMALS = 6;

/** A bound with all its decimals, which may be more than those of the amounts that it bounds. */
function formatBound(value: Rational, decimals: number, format: Format): string {
	if (value.denominator === 1n) return format(Number(value.numerator), decimals);
	const finest = decimals + BOUND_DECIMALS;
	return trimmed(formatMinor((value.numerator * powerOfTen(BOUND_DECIMALS)) / value.denominator, finest), finest);
}

function trimmed(text: string, decimals: number): string {
	return decimals === 0 ? text : text.replace(/\.?0+$/, '');
}

/** A bound of money as a plan keeps it, in currency units: `25.00`. */
export function formatPlanAmount(program: PlanProgram, value: Fraction): string {
	return formatBound(rationalFromFraction(value), program.currencyDecimals, formatMinor);
}
