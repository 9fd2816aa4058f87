/** A spend condition that does not hold, in English: the amount seen, what it needs, and how far it is. */
import { formatMinor } from '../domain/money.ts';
import { ceilRational, floorRational, powerOfTen, type Rational, rationalFromFraction } from '../domain/rational.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Fraction, Plan, PlanCondition, PlanProgram } from '../plan/plan.ts';

type Spend = Extract<PlanCondition, { readonly kind: 'spend' }>;

/** `` `Food` spend 18.00, needs at least 25.00; 7.00 more. `` */
export function describeNeededSpend(plan: Plan, condition: Spend, minor: number): string {
	const { program, filters } = plan;
	const { needed, change } = describeTest(program, condition.test, BigInt(minor));
	const seen = `\`${filters[condition.filter]?.name ?? ''}\` spend ${formatAmount(program, minor)}`;
	return `${seen}, needs ${needed}${change === '' ? '' : `; ${change}`}.`;
}

/** A whole amount in minor units as decimal text. */
export function formatAmount(program: PlanProgram, minor: number | bigint): string {
	return formatMinor(minor, program.currencyDecimals);
}

interface Need {
	readonly needed: string;
	/** The smallest change that would do; empty where nothing is near. */
	readonly change: string;
}

function describeTest(program: PlanProgram, test: Spend['test'], minor: bigint): Need {
	const more = (least: bigint) => `${formatAmount(program, least - minor)} more`;
	const less = (most: bigint) => (most < 0n ? '' : `${formatAmount(program, minor - most)} less`);
	if (test.operator === 'between') {
		const low = rationalFromFraction(test.lowMinor);
		const high = rationalFromFraction(test.highMinor);
		const needed = `${formatBound(program, low)} to ${formatBound(program, high)}`;
		return { needed, change: minor < ceilRational(low) ? more(ceilRational(low)) : less(floorRational(high)) };
	}
	const value = rationalFromFraction(test.valueMinor);
	const named = formatBound(program, value);
	const { operator } = test;
	switch (operator) {
		case '=':
			return { needed: `exactly ${named}`, change: equalling(value, minor, more, less) };
		case '!=':
			return { needed: `any amount but ${named}`, change: '' };
		case '<':
			return { needed: `less than ${named}`, change: less(ceilRational(value) - 1n) };
		case '<=':
			return { needed: `at most ${named}`, change: less(floorRational(value)) };
		case '>':
			return { needed: `more than ${named}`, change: more(floorRational(value) + 1n) };
		case '>=':
			return { needed: `at least ${named}`, change: more(ceilRational(value)) };
		default:
			return unreachable(operator);
	}
}

/** An amount of money is never a part of a minor unit, so nothing brings it to one. */
function equalling(
	{ numerator, denominator }: Rational,
	minor: bigint,
	more: (least: bigint) => string,
	less: (most: bigint) => string,
): string {
	if (denominator !== 1n) return '';
	return minor < numerator ? more(numerator) : less(numerator);
}

/** Digits behind the point of the finest bound that a program can hold. */
const BOUND_DECIMALS = 6;

/** A bound in currency units with all its decimals, which may be more than the currency's. */
function formatBound(program: PlanProgram, minor: Rational): string {
	if (minor.denominator === 1n) return formatAmount(program, minor.numerator);
	const decimals = program.currencyDecimals + BOUND_DECIMALS;
	const scaled = (minor.numerator * powerOfTen(BOUND_DECIMALS)) / minor.denominator;
	return formatMinor(scaled, decimals).replace(/0+$/, '');
}

/** A bound as a plan keeps it, in currency units: `25.00`. */
export function formatPlanAmount(program: PlanProgram, valueMinor: Fraction): string {
	return formatBound(program, rationalFromFraction(valueMinor));
}
