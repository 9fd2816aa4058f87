/** What is compared each with each is bounded: up to the bound the last one is told of, beyond it nothing is said. */
import { expect, test } from 'vitest';
import { compile } from '../../compile.ts';
import { MOST_COMPARED_CONDITIONS, MOST_COMPARED_LIMITS, MOST_COMPARED_RULES } from './bounds.ts';

const PREAMBLE = `program "P" { currency AED timezone "Asia/Dubai" channels app, web }
filter "Food" = items in category "Food"
exclusive "S" picks highest priority
`;

function countOf(code: string, rest: string): number {
	return compile(PREAMBLE + rest).problems.filter((problem) => problem.code === code).length;
}

function times(count: number, text: (index: number) => string): string {
	return Array.from({ length: count }, (_, index) => text(index)).join('\n');
}

test('conditions of a list', () => {
	const repeats = (count: number) => {
		const different = times(count - 1, (index) => `spend "Food" = ${index + 1}`);
		return countOf('condition-repeats', `rule "R" { when { any { ${different} spend "Food" = 1 } } earn 1 }`);
	};
	expect([repeats(MOST_COMPARED_CONDITIONS), repeats(MOST_COMPARED_CONDITIONS + 1)]).toEqual([1, 0]);
});

test('conditions of a list that is taken together', () => {
	const always = (count: number) => {
		const small = times(count - 1, (index) => `spend "Food" < ${index + 1}`);
		return countOf('always-true', `rule "R" { when { any { ${small} spend "Food" >= 1 } } earn 1 }`);
	};
	expect([always(500), always(501)]).toEqual([1, 0]);
});

test('limits of a rule', () => {
	const idle = (count: number) =>
		countOf(
			'limit-never-bites',
			`rule "R" { earn "Food" ${times(count, (index) => `limit ${index + 1} points per rolling ${index + 1} days`)} }`,
		);
	expect(idle(2)).toBe(0);
	const twice = (count: number) =>
		countOf('limit-never-bites', `rule "R" { earn "Food" ${times(count, () => 'limit 5 points per day')} }`);
	expect([twice(MOST_COMPARED_LIMITS), twice(MOST_COMPARED_LIMITS + 1)]).toEqual([MOST_COMPARED_LIMITS - 1, 0]);
});

test('rules of an exclusive set', () => {
	const equal = (count: number) =>
		countOf(
			'exclusive-equal-priorities',
			times(count, (index) => `rule "R${index}" { exclusive "S" priority ${Math.max(index, 1)} earn 1 }`),
		);
	// The first two have the same priority; each but the last is hidden by one of a higher one, which is said instead.
	const hidden = (count: number) =>
		countOf(
			'hidden-rule',
			times(count, (index) => `rule "R${index}" { exclusive "S" priority ${index} earn 1 }`),
		);
	expect(equal(2)).toBe(1);
	expect([hidden(MOST_COMPARED_RULES), hidden(MOST_COMPARED_RULES + 1)]).toEqual([MOST_COMPARED_RULES - 1, 0]);
});
