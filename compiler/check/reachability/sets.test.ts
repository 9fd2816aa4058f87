import { describe, expect, it } from 'vitest';
import { compile } from '../../compile.ts';

const PREAMBLE = `program "P" { currency AED timezone "Asia/Dubai" channels app, web }
tiers by hand { tier A {} tier B {} }
filter "Food" = items in category "Food"
filter "Drinks" = items in category "Drinks"
filter "Nothing" = items in category "Food" except category "Food"
`;

/** What is said of a set that picks the highest priority, with these rules in it. */
function saidOf(rules: readonly string[], picks = 'highest priority'): string[] {
	const declared = rules.map((clauses, index) => `rule "R${index}" { exclusive "S"  ${clauses}  earn 1 }`);
	const { problems } = compile(`${PREAMBLE}exclusive "S" picks ${picks}\n${declared.join('\n')}`);
	return problems
		.filter(({ code }) => code.startsWith('exclusive-') || code === 'hidden-rule')
		.map(({ code, message }) => `${code} ${(message.match(/`R\d`/g) ?? []).join(' ')}`.replaceAll('`', '').trim());
}

describe('an exclusive set', () => {
	it('of no rule, of one, of several', () => {
		expect(saidOf([])).toEqual(['exclusive-unused']);
		expect(saidOf([''])).toEqual(['exclusive-of-one R0']);
		expect(saidOf(['', ''], 'highest points')).toEqual([]);
		expect(saidOf(['', 'status disabled'])).toEqual([]);
	});

	it('is not spoken of where a rule cannot be read', () => {
		expect(saidOf(['whatever is this'])).toEqual([]);
	});
});

describe('equal priorities', () => {
	it.each([
		['two rules without conditions', '', ''],
		['two rules on one day', 'when { on Fri }', 'when { on Mon to Fri between 11:00 and 14:00 }'],
		['two amounts that may both be large', 'when { spend "Food" >= 50 }', 'when { spend "Drinks" > 5 }'],
		['two amounts that may both be small', 'when { spend "Food" < 50 }', 'when { spend "Drinks" < 5 }'],
		['two bounds of one amount', 'when { spend "Food" >= 50 }', 'when { spend "Food" < 50.01 }'],
		['a channel and any', 'when { channel is app }', ''],
	])('of %s', (_, first, second) => {
		expect(saidOf([`priority 3 ${first}`, `priority 3 ${second}`])).toEqual(['exclusive-equal-priorities R1 R0']);
		expect(saidOf([`priority 3 ${first}`, `priority 4 ${second}`]).filter((said) => said.startsWith('exclusive'))).toEqual(
			[],
		);
	});

	it.each([
		['different days', 'when { on Fri }', 'when { on Sat }'],
		[
			'a night that ends before the other begins',
			'when { on Fri between 22:00 and 02:00 }',
			'when { on Sat between 02:00 and 03:00 }',
		],
		['a small and a large amount, which may hang together', 'when { spend "Food" >= 50 }', 'when { spend "Drinks" < 5 }'],
		['a filter that chooses nothing', 'when { spend "Nothing" >= 50 }', ''],
		['a tier and its points, which hang together', 'when { tier is B }', 'when { lifetime points < 5 }'],
		['a store and a chain that it may not be in', 'when { store is "x" }', 'when { store is chain "y" }'],
		['a condition that cannot be read', 'when { channel is kiosk }', ''],
		['a rule that is disabled', 'status disabled', ''],
		['dates apart', 'active until 2026-01-01', 'active from 2026-01-02'],
	])('are no matter of %s', (_, first, second) => {
		expect(saidOf([first, second])).toEqual([]);
	});
});

describe('a hidden rule', () => {
	it.each([
		['a wider one of higher priority', ['when { on Fri }', 'priority 1 when { on Mon to Fri }'], ['hidden-rule R0 R1']],
		[
			'two that share it',
			['when { channel is app, web }', 'priority 1 when { channel is app }', 'priority 2 when { channel is web }'],
			['hidden-rule R0 R1 R2'],
		],
		['a negative priority', ['priority -1', ''], ['hidden-rule R0 R1']],
	])('is hidden by %s', (_, rules, said) => {
		expect(saidOf(rules)).toEqual(said);
	});

	it.each([
		['the other leaves out who does not name a channel', ['', 'priority 1 when { channel is app, web }']],
		['the other may have been used up', ['', 'priority 1 limit once per week']],
		['the other is disabled', ['', 'priority 1 status disabled']],
		['the other ends', ['', 'priority 1 active until 2026-01-01']],
		['the set picks points', ['', 'priority 1'], 'highest points'],
		['a narrower one is in front', ['when { on Mon to Fri }', 'priority 1 when { on Fri }']],
	])('is not hidden where %s', (_, rules, picks = 'highest priority') => {
		expect(saidOf(rules, picks)).toEqual([]);
	});
});
