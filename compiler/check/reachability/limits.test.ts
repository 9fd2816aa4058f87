import { describe, expect, it } from 'vitest';
import { compile } from '../../compile.ts';

const PREAMBLE = `program "P" { currency AED timezone "Asia/Dubai" channels app, web }
filter "Food" = items in category "Food"
filter "Little" = items in category "Food" up to 100
`;

/** The limits that are said never to bite, and why. */
function idleIn(rest: string, preamble = PREAMBLE): string[] {
	const text = preamble + rest;
	return compile(text)
		.problems.filter(({ code }) => code === 'limit-never-bites')
		.map(
			({ span, message }) =>
				`${text.slice(span.start, span.end)}: ${message.replace('This limit never cuts anything: ', '')}`,
		);
}

describe('a limit beside another one', () => {
	it.each([
		['a longer period that allows less', 'limit 1_000 points per day', 'limit 500 points per week'],
		['the same period', 'limit 1_000 points per week', 'limit 999 points per week'],
		['a lifetime', 'limit 10 points per rolling 30 days', 'limit 10 points per lifetime'],
		['a longer rolling period', 'limit 10 points per rolling 7 days', 'limit 5 points per rolling 8 days'],
		['a day within rolling days', 'limit 10 points per day', 'limit 5 points per rolling 2 days'],
		['fewer times in a longer period', 'limit 3 times per day', 'limit once per week'],
	])('is idle beside %s', (_, idle, strict) => {
		const why = `\`${strict}\` allows no more.`;
		expect(idleIn(`rule "R" { earn "Food"  ${idle}  ${strict} }`)).toEqual([`${idle}: ${why}`]);
		expect(idleIn(`rule "R" { earn "Food"  ${strict}  ${idle} }`)).toEqual([`${idle}: ${why}`]);
	});

	it.each([
		['a shorter period', 'limit 100 points per day  limit 500 points per week'],
		['a day that may be longer than the last 24 hours', 'limit 10 points per day  limit 5 points per rolling 1 days'],
		['a week that lies in two months', 'limit 10 points per week  limit 5 points per month'],
		['points beside times', 'limit 10 points per day  limit once per week'],
		['all or nothing among them', 'limit 1_000 points per day  limit 500 points per week or nothing'],
		['seven times a day in a week, which older counters may have passed', 'limit once per day  limit 7 times per week'],
		['nothing at all', 'limit 10 points per day  limit 0 points per week'],
	])('is not idle beside %s', (_, limits) => {
		expect(idleIn(`rule "R" { earn "Food"  ${limits} }`)).toEqual([]);
	});

	it('is the later one of two that say the same', () => {
		const said = idleIn('rule "R" { earn "Food"  limit 5 points per day  limit 5 points per day }');
		expect(said).toEqual(['limit 5 points per day: `limit 5 points per day` allows no more.']);
	});

	it('is idle inside the same one, wherever the outer one stands', () => {
		const said = idleIn(
			'rule "R" { earn "Food"  limit 5 points per day }\nprogram "P" { limit 5 points per day }',
			PREAMBLE.split('\n').slice(1).join('\n'),
		);
		expect(said).toEqual(['limit 5 points per day: `limit 5 points per day` allows no more.']);
	});

	it('is weighed against its campaign and the program', () => {
		const program = PREAMBLE.replace('web }', 'web limit 50 points per day }');
		const said = idleIn(
			'campaign "C" { limit 60 points per day  rule "R" { earn "Food"  limit 70 points per day  limit 40 points per day } }',
			program,
		);
		expect(said).toEqual([
			'limit 60 points per day: `limit 50 points per day` allows no more.',
			'limit 70 points per day: `limit 40 points per day` allows no more.',
		]);
	});
});

describe('a limit that the rule does not reach', () => {
	const reached = (rule: string, rest = '', preamble = PREAMBLE) =>
		idleIn(`rule "R" { ${rule} }\n${rest}`, preamble).length === 0;

	it('is that of a constant, to the point', () => {
		expect(reached('earn 10 limit 9 points per transaction')).toBe(true);
		expect(reached('earn 10 limit 10 points per transaction')).toBe(false);
		expect(reached('earn 4 earn 6 limit 9 points per transaction')).toBe(true);
	});

	it('is not one of a period in which the rule awards often', () => {
		expect(reached('earn 10 limit 500 points per day')).toBe(true);
		expect(reached('earn 10 limit 500 points per day limit once per week')).toBe(false);
		expect(reached('earn 10 limit 500 points per week limit once per day')).toBe(true);
	});

	it('takes the bounds of filters and conditions into account', () => {
		expect(reached('earn "Little" * 2 limit 199 points per transaction')).toBe(true);
		expect(reached('earn "Little" * 2 limit 200 points per transaction')).toBe(false);
		expect(reached('when { spend "Food" <= 30.50 } earn "Food" limit 29 points per transaction')).toBe(true);
		expect(reached('when { spend "Food" <= 30.50 } earn "Food" limit 30 points per transaction')).toBe(false);
		expect(
			reached('when { any { spend "Food" <= 30  spend "Food" = 40 } } earn "Food" limit 39 points per transaction'),
		).toBe(true);
		expect(reached('when { spend "Little" >= 5 } earn 10 for every 30 of "Little" limit 30 points per transaction')).toBe(
			false,
		);
	});

	it('takes every multiplier into account', () => {
		const tiers = 'tiers by hand { tier A { multiply points by 1.5 } tier B { multiply points by 1.2 } }';
		expect(reached('earn 10 limit 14 points per transaction', tiers)).toBe(true);
		expect(reached('earn 10 limit 15 points per transaction', tiers)).toBe(false);
		const rule = 'rule "Double" { multiply points by 2 }';
		expect(reached('earn 10 limit 29 points per transaction', `${tiers}\n${rule}`)).toBe(true);
		expect(reached('earn 10 limit 30 points per transaction', `${tiers}\n${rule}`)).toBe(false);
		expect(reached('earn 10 without multipliers limit 10 points per transaction', `${tiers}\n${rule}`)).toBe(false);
		expect(reached('earn 10 multiply this by 3 limit 29 points per transaction')).toBe(true);
	});

	it('counts the floor of an earn', () => {
		expect(reached('earn "Little" at least 500 points limit 400 points per transaction')).toBe(true);
		expect(reached('earn "Little" at least 50 points limit 100 points per transaction')).toBe(false);
	});

	it('is rounded as the program rounds', () => {
		const up = PREAMBLE.replace('channels', 'points whole, rounded up channels');
		const whole = PREAMBLE.replace('channels', 'points whole, rounded down per transaction channels');
		expect(reached('earn 9.5 limit 9 points per transaction')).toBe(false);
		expect(reached('earn 9.5 limit 9 points per transaction', '', up)).toBe(true);
		expect(reached('earn 9.5 limit 10 points per transaction', '', up)).toBe(false);
		// Of awards that are rounded together one may get the point that another one lost.
		expect(reached('earn 9.5 limit 10 points per transaction', '', whole)).toBe(true);
	});

	it('may be a cap by the spend', () => {
		expect(reached('earn "Food" * 2 limit points to "Food" * 2 per transaction')).toBe(false);
		expect(reached('earn "Food" * 2 + 1 limit points to "Food" * 2 per transaction')).toBe(true);
		expect(reached('earn "Food" limit points to "Little" * 10 per transaction')).toBe(true);
		expect(reached('earn "Food" * "Food" limit points to "Food" * 10 per transaction')).toBe(true);
		expect(reached('when { spend "Food" <= 10 } earn "Food" * "Food" limit points to "Food" * 10 per transaction')).toBe(
			false,
		);
	});

	it('is not spoken of where something cannot be read, or where the points are another one’s', () => {
		expect(reached('earn 10 limit 500 points per transaction', 'rule "S" { multiply }')).toBe(true);
		expect(reached('earn 10 multiply points by 1 limit 500 points per transaction')).toBe(true);
		const referral = 'rule "R" on referral { earn 10 for referred limit 500 points per day limit once per day }';
		expect(idleIn(referral)).toEqual([]);
	});
});
