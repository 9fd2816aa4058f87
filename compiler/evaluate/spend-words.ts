/** A condition on an amount that does not hold, in English: the amount seen, what it needs, and how far it is. */
import { formatMinor } from '../domain/money.ts';
import { ceilRational, floorRational, powerOfTen, type Rational, rationalFromFraction } from '../domain/rational.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Fraction, PlanFilter, PlanProgram, PlanTest } from '../plan/plan.ts';
import { measureOf } from './filters.ts';

/** `18.00, needs at least 25.00; 7.00 more.` of a whole amount of so many decimals. */
export function describeNeed(test: PlanTest, amount: number, decimals: number): string {
	const { needed, change } = describeTest(test, BigInt(amount), decimals);
	return `${formatMinor(amount, decimals)}, needs ${needed}${change === '' ? '' : `; ${change}`}.`;
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

/** As {@link describeNeed}, of something counted: `1, needs at least 2; 1 more.` */
export function describeNeededCount(test: PlanTest, amount: number, decimals: number): string {
	const { needed, change } = describeTest(test, BigInt(amount), decimals, formatCount);
	return `${formatCount(amount, decimals)}, needs ${needed}${change === '' ? '' : `; ${change}`}.`;
}

interface Need {
	readonly needed: string;
	/** The smallest change that would do; empty where nothing is near. */
	readonly change: string;
}

type Format = (amount: number, decimals: number) => string;

function describeTest(test: PlanTest, amount: bigint, decimals: number, format: Format = formatMinor): Need {
	const named = (value: Rational) => formatBound(value, decimals, format);
	const more = (least: bigint) => `${format(Number(least - amount), decimals)} more`;
	const less = (most: bigint) => (most < 0n ? '' : `${format(Number(amount - most), decimals)} less`);
	if (test.operator === 'between') {
		const low = rationalFromFraction(test.low);
		const high = rationalFromFraction(test.high);
		const needed = `${named(low)} to ${named(high)}`;
		return { needed, change: amount < ceilRational(low) ? more(ceilRational(low)) : less(floorRational(high)) };
	}
	const value = rationalFromFraction(test.value);
	const { operator } = test;
	switch (operator) {
		case '=':
			return { needed: `exactly ${named(value)}`, change: equalling(value, amount, more, less) };
		case '!=':
			return { needed: `any amount but ${named(value)}`, change: '' };
		case '<':
			return { needed: `less than ${named(value)}`, change: less(ceilRational(value) - 1n) };
		case '<=':
			return { needed: `at most ${named(value)}`, change: less(floorRational(value)) };
		case '>':
			return { needed: `more than ${named(value)}`, change: more(floorRational(value) + 1n) };
		case '>=':
			return { needed: `at least ${named(value)}`, change: more(ceilRational(value)) };
		default:
			return unreachable(operator);
	}
}

/** A whole amount is never a part of a unit, so nothing brings it to one. */
function equalling(
	{ numerator, denominator }: Rational,
	amount: bigint,
	more: (least: bigint) => string,
	less: (most: bigint) => string,
): string {
	if (denominator !== 1n) return '';
	return amount < numerator ? more(numerator) : less(numerator);
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
