import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import type { Catalog } from '../domain/catalog.ts';
import { emit } from '../evaluate/emit/emit.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import { evaluateTwice, runTests, type TestOptions } from './run-tests.ts';
import { sceneOf } from './scene.ts';

const PROGRAM = `program "Café" {
  currency AED
  timezone "Asia/Dubai"
  channels app, pos
  order types dine_in, pickup
}
tiers by lifetime points {
  tier Bronze from 0 { earn "Net total" }
  tier Gold from 5_000 { earn "Net total" * 2 multiply points by 1.5 }
}
filter "Net total" = total excluding taxes, fees, tip
filter "Food" = items not in category "Drinks"
rule "Lunch rush" {
  when { on any day between 11:00 and 14:00 channel is app }
  earn "Food" * 2 + 10
  limit 200 points per transaction
}
rule "Birthday" { when { birthday today } earn 50 }
rule "Metro" { when { store is chain "Express" } earn 7 }
`;

const catalog: Catalog = {
	stores: [{ id: 'metro', name: 'Metro', chain: 'Express', city: null }],
	items: [{ sku: 'LATTE', name: 'Latte', category: 'Drinks', subcategory: null, priceMinor: null }],
};

function run(tests: string, options: TestOptions = {}, program = PROGRAM) {
	return runTests(compile(program + tests), options);
}

/** The one result of a test with these parts, in short. */
function outcome(parts: string, options: TestOptions = {}, program = PROGRAM): string {
	const [result] = run(`test "T" { ${parts} }`, options, program);
	if (!result) return 'none';
	if ('reason' in result) return `${result.kind}: ${result.reason}`;
	const failed = result.expectations.filter(({ holds }) => !holds);
	return [result.kind, ...failed.map(({ expected, got, reason }) => `${expected}, got ${got}: ${reason}`)].join('\n');
}

describe('what a test tells of', () => {
	it.each([
		['a line at the price of one', '', 'item "A" 2 x 18.00', 'tier earns 36'],
		['a line at the price of all', '', 'item "A" 28 x litres for 41.00', 'tier earns 41'],
		['a price with a part of a unit', '', 'item "A" 0.5 x 18.50 item "B" 1 x 0.75', 'tier earns 10'],
		['every amount', '', 'item "A" 1 x 100.00 discount 10.00 taxes 4.50 fees 3.00 tip 5.00', 'tier earns 90'],
		['a category of the line', '', 'channel app item "A" category "Drinks" 1 x 30.00', '"Lunch rush" earns 10'],
		['a tier by name', 'member { tier Gold }', 'item "A" 1 x 10.00', 'tier earns 30'],
		['a tier by points', 'member { lifetime points 5_000 }', 'item "A" 1 x 10.00', 'tier earns 30'],
		['points below a tier', 'member { lifetime points 4_999 }', 'item "A" 1 x 10.00', 'tier earns 10'],
		['a tier, whatever the points', 'member { tier Bronze lifetime points 9_000 }', 'item "A" 1 x 10.00', 'tier earns 10'],
		['nobody in particular', '', 'item "A" 1 x 10.00', 'total 10'],
		['a birthday', 'member { birthday 1990-02-07 }', '', '"Birthday" earns 50'],
		['a chain', '', 'chain "Express"', '"Metro" earns 7'],
	])('%s', (_, member, facts, expected) => {
		expect(outcome(`${member} purchase at 2026-02-07 12:30 { ${facts} } expect ${expected}`)).toBe('passed');
	});

	it('a moment is local, and noon where no time is said', () => {
		const at = (moment: string, points: number) =>
			outcome(`purchase at ${moment} { channel app } expect "Lunch rush" earns ${points}`);
		expect([at('2026-02-07 13:59', 10), at('2026-02-07 14:00', 0), at('2026-02-07', 10)]).toEqual(Array(3).fill('passed'));
	});

	it('the catalogue says chains and categories', () => {
		const told = 'purchase at 2026-02-07 12:30 { store "metro" channel app item "LATTE" 1 x 30.00 }';
		expect(outcome(`${told} expect "Metro" earns 7 expect "Lunch rush" earns 10`, { catalog })).toBe('passed');
		expect(outcome(`${told} expect "Lunch rush" earns 70`)).toBe('passed');
	});

	it('tiers by hand have none that is not told', () => {
		const byHand = PROGRAM.replace('by lifetime points', 'by hand').replace('from 0 ', '').replace('from 5_000 ', '');
		const told = 'purchase at 2026-02-07 { item "A" 1 x 10.00 } expect tier earns 10';
		expect(outcome(told, {}, byHand)).toBe('failed\n10, got 0: The member is in no tier.');
		expect(outcome(`member { tier Bronze } ${told}`, {}, byHand)).toBe('passed');
	});
});

describe('what is expected', () => {
	it('fails with the reason', () => {
		const told = 'member { tier Gold } purchase at 2026-02-07 12:30 { channel app item "A" 1 x 100.00 }';
		expect(
			outcome(`${told} expect "Lunch rush" earns 315 expect "Birthday" earns 1 expect tier earns 1 expect total 1`),
		).toBe(
			[
				'failed',
				"315, got 200: `Food` 100.00 gives 210; × 1.5 is 315; the rule's limit leaves 200.",
				"1, got 0: The member's birthday is not known, so the condition does not hold.",
				'1, got 300: `Net total` 100.00 gives 200; × 1.5 is 300.',
				'1, got 500: `Lunch rush` 200, the tier `Gold` 300.',
			].join('\n'),
		);
	});

	it('says where something was rounded, and where nothing was earned', () => {
		const told = (amount: string) => `purchase at 2026-02-07 16:00 { item "A" 1 x ${amount} }`;
		expect(outcome(`${told('10.75')} expect tier earns 11`)).toBe(
			'failed\n11, got 10: `Net total` 10.75 gives 10.75; rounded down is 10.',
		);
		expect(outcome(`${told('0.75')} expect tier earns 1 expect total 1`)).toBe(
			'failed\n1, got 0: The tier `Bronze` comes to 0 points at this amount.\n1, got 0: Nothing was awarded.',
		);
	});

	it('counts points with decimals exactly', () => {
		const program = PROGRAM.replace('currency', 'points with 2 decimals currency');
		const told = 'purchase at 2026-02-07 16:00 { item "A" 1 x 10.75 }';
		expect(outcome(`${told} expect tier earns 10.75 expect total 10.75`, {}, program)).toBe('passed');
		expect(outcome(`${told} expect total 10.7`, {}, program)).toBe('failed\n10.70, got 10.75: the tier `Bronze` 10.75.');
	});
});

describe('what cannot be run', () => {
	const sale = 'purchase at 2026-02-07 12:30 { item "A" 1 x 10.00 }';

	it.each([
		['another event', 'check_in at 2026-02-07 expect total 0', /^not-evaluated-yet: Only a purchase/],
		[
			'a fact that nothing asks for yet',
			`member { purchases 12 } ${sale} expect total 10`,
			/^not-evaluated-yet: `purchases`/,
		],
	])('%s is not evaluated yet', (_, parts, said) => {
		expect(outcome(parts)).toMatch(said);
	});

	it('a program that uses what is not evaluated yet', () => {
		const program = `${PROGRAM}redemption { 100 points = 1 AED }\n`;
		expect(outcome(`${sale} expect total 10`, {}, program)).toMatch(
			/^not-evaluated-yet: `redemption` belongs to the language/,
		);
	});

	it('a program with errors, whatever else it has', () => {
		const program = `${PROGRAM}redemption { 100 points = 1 AED }\nrule "Wrong" { earn "Nothing" }\n`;
		expect(outcome(`${sale} expect total 10`, {}, program)).toMatch(/^refused: The program has errors\. .*`Nothing`/);
	});

	it('an amount that no transaction can hold', () => {
		const line = 'item "A" 1_000_000 x 1_000_000.00';
		expect(outcome(`purchase at 2026-02-07 { ${line} } expect total 0`)).toBe(
			'refused: This comes to no amount in AED that can be paid.',
		);
		const lines = 'item "A" 1 x 1.00 '.repeat(1_001);
		expect(outcome(`purchase at 2026-02-07 { ${lines} } expect total 0`)).toBe(
			'refused: A purchase has at most 1000 lines.',
		);
	});

	it('points that no transaction can hold', () => {
		const program = PROGRAM.replace('earn 50', 'earn "Net total" * 999_999_999_999');
		const parts = 'member { birthday 1990-02-07 } purchase at 2026-02-07 { item "A" 1 x 1_000_000.00 } expect total 0';
		expect(outcome(parts, {}, program)).toMatch(/^refused: All awards together are more points/);
	});

	it('a moment that no clock shows', () => {
		const program = PROGRAM.replace('Asia/Dubai', 'Europe/Kyiv');
		const at = (moment: string) => outcome(`purchase at ${moment} { } expect total 0`, {}, program);
		expect(at('2026-03-29 03:30')).toMatch(/^refused: There is no 2026-03-29 03:30 in Europe\/Kyiv/);
		expect([at('2026-03-29 02:59'), at('2026-03-29 04:00'), at('2026-10-25 03:30')]).toEqual(Array(3).fill('passed'));
	});
});

describe('the tests of a program', () => {
	const tests = `
test "One" { purchase at 2026-02-07 { } expect total 0 }
test "Another one" { purchase at 2026-02-07 { } expect total 1 }
test "Two" { purchase at 2026-02-07 { } expect total 0 }
`;

	it('go in the order of the text, each by itself', () => {
		const results = run(tests);
		expect(results.map(({ name, kind }) => [name, kind])).toEqual([
			['One', 'passed'],
			['Another one', 'failed'],
			['Two', 'passed'],
		]);
		const source = PROGRAM + tests;
		expect(results.map(({ span }) => source.slice(span.start, span.end).slice(0, 10))).toEqual([
			'test "One"',
			'test "Anot',
			'test "Two"',
		]);
	});

	it('can be chosen by name', () => {
		expect(run(tests, { isChosen: (name) => /one/i.test(name) }).map(({ name }) => name)).toEqual(['One', 'Another one']);
		expect(run('')).toEqual([]);
	});

	it('do not believe evaluators that disagree', () => {
		const { plan, document } = compile(PROGRAM + tests);
		const test = document.declarations.find((declaration) => declaration.kind === 'test');
		if (!plan || test?.kind !== 'test') throw new Error('The program has no test');
		const scene = sceneOf(test, plan, null);
		if ('kind' in scene) throw new Error(scene.reason);
		const { outcome } = evaluateTwice(plan, emit(plan), scene);
		expect(outcome).toMatchObject({ kind: 'awarded', awards: [], totalUnits: 0 });
		expect(() => evaluateTwice(plan, () => ({ ...outcome, totalUnits: 1 }) as Outcome, scene)).toThrow(/disagree/);
	});
});
