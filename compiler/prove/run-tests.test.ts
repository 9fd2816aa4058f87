import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import type { Catalog } from '../domain/catalog.ts';
import { emit } from '../evaluate/emit/emit.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import { evaluateTwice } from './play.ts';
import { runTests, type TestOptions } from './run-tests.ts';
import { actOf, sceneOf } from './scene.ts';

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

it('a limit on how often in one transaction changes nothing', () => {
	const program = `${PROGRAM}rule "Once" { earn 5 limit once per transaction limit 2 times per transaction limit 3 points per transaction }`;
	expect(outcome('purchase at 2026-02-07 {} expect "Once" earns 3', {}, program)).toBe('passed');
	const never = program.replace('limit 2 times', 'limit 0 times');
	expect(outcome('purchase at 2026-02-07 {} expect "Once" earns 0', {}, never)).toBe('passed');
});

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

const EVERYTHING = `${PROGRAM}
segment Staff
attribute member plan one of single, family
attribute transaction payment_method one of cash, card
attribute transaction miles number
attribute transaction vip flag
attribute transaction booked_at date
attribute event mood text
filter "Miles" = attribute miles
rule "Registered" on registration { earn 100 }
rule "Profile" on profile_completed { earn 25 }
rule "Birthday gift" on birthday { earn 250 }
rule "Years" on anniversary { earn 77 }
rule "Check in" on check_in { when { mood is good } earn 10 limit once per day }
rule "Survey" on event "survey_done" { when { channel is app } earn 33 }
rule "Mates" on referral { when { balance >= 50 } earn 200 for referrer earn 90 for referred }
rule "Thanks" on referral { earn 5 }
rule "Staff only" { when { segment is Staff } earn 11 }
rule "Family" { when { plan is family } earn 12 }
rule "First" { when { purchase number is 1 } earn 13 }
rule "Tenth" { when { purchase number is every 10 } earn 14 }
rule "Spenders" { when { lifetime spend >= 500.50 } earn 15 }
rule "Savers" { when { balance between 100 and 200 } earn 16 }
rule "Earners" { when { lifetime points >= 6_000 } earn 17 }
rule "Old friends" { when { days since joining > 365 } earn 18 }
rule "Missed you" { when { days since last purchase >= 60 } earn 19 }
rule "Anniversary week" { when { anniversary within 3 days } earn 20 }
rule "Card" { when { payment_method is card } earn 21 }
rule "Miles" { earn "Miles" * 2 }
rule "Very important" { when { vip } earn 22 }
rule "Booked early" { active by booked_at until 2026-01-31 earn 23 }
`;

describe('every event', () => {
	it.each([
		['registration', '', 'registration at 2026-02-07', '"Registered" earns 100', 100],
		['a completed profile', '', 'profile_completed at 2026-02-07 09:30', '"Profile" earns 25', 25],
		['a birthday', 'member { birthday 1990-02-07 }', 'birthday at 2026-02-07', '"Birthday gift" earns 250', 250],
		['an anniversary', 'member { joined 2020-02-07 }', 'anniversary at 2026-02-07', '"Years" earns 77', 77],
		['a check-in', '', 'check_in at 2026-02-07 { mood good }', '"Check in" earns 10', 10],
		['one of their own', '', 'event "survey_done" at 2026-02-07 { channel app }', '"Survey" earns 33', 33],
		['another of their own', '', 'event "survey_sent" at 2026-02-07 { channel app }', '"Survey" earns 0', 0],
	])('%s', (_, member, event, expected, total) => {
		// No tier, no multiplier and no rule of a purchase has a part in it.
		const parts = `${member} ${event} expect ${expected} expect tier earns 0 expect total ${total}`;
		expect(outcome(parts, {}, EVERYTHING)).toBe('passed');
	});

	it('a referral has two sides, and what is said of neither is the referrer’s', () => {
		const told = 'member { balance 50 } referral at 2026-02-07';
		const sides = 'expect "Mates" earns 200 for referrer expect "Mates" earns 90 for referred';
		const totals = 'expect total 205 for referrer expect total 90 for referred';
		expect(outcome(`${told} ${sides} ${totals} expect "Thanks" earns 5 expect total 205`, {}, EVERYTHING)).toBe('passed');
		expect(outcome(`${told} expect "Thanks" earns 5 for referred`, {}, EVERYTHING)).toBe(
			'failed\n5, got 0: It gives its points to the other side of the referral.',
		);
		expect(outcome('referral at 2026-02-07 expect "Mates" earns 90 for referred', {}, EVERYTHING)).toMatch(
			/^failed\n90, got 0: Balance 0, needs at least 50/,
		);
	});
});

describe('every fact', () => {
	const sale = 'purchase at 2026-02-07 16:00 { item "A" 1 x 10.00 }';
	it.each([
		['a segment', 'member { segment Staff }', '', 'Staff only', 11],
		['an attribute of the member', 'member { plan family }', '', 'Family', 12],
		['nobody’s purchases', '', '', 'First', 13],
		['purchases', 'member { purchases 19 }', '', 'Tenth', 14],
		['lifetime spend', 'member { lifetime spend 500.50 }', '', 'Spenders', 15],
		['a balance', 'member { balance 200 }', '', 'Savers', 16],
		['lifetime points', 'member { tier Bronze lifetime points 6_000 }', '', 'Earners', 17],
		['when they joined', 'member { joined 2025-02-06 }', '', 'Old friends', 18],
		['the last purchase', 'member { last purchase 2025-12-09 }', '', 'Missed you', 19],
		['the day of joining, a year on', 'member { joined 2024-02-10 }', '', 'Anniversary week', 20],
		['one of a list', '', 'payment_method card', 'Card', 21],
		['a number', '', 'miles 4.5', 'Miles', 9],
		['a flag', '', 'vip', 'Very important', 22],
		['a date that is the clock', '', 'booked_at 2026-01-31', 'Booked early', 23],
	])('%s', (_, member, fact, rule, points) => {
		const told = (facts: string) => `purchase at 2026-02-07 16:00 { item "A" 1 x 10.00 ${facts} }`;
		expect(outcome(`${member} ${told(fact)} expect "${rule}" earns ${points}`, {}, EVERYTHING)).toBe('passed');
		// Without the fact, or with another number, the rule says nothing.
		const without = member === '' && fact === '' ? 'member { purchases 1 }' : '';
		expect(outcome(`${without} ${told('')} expect "${rule}" earns 0`, {}, EVERYTHING)).toBe('passed');
	});

	it.each([
		['lifetime spend of "Food"', 'lifetime spend 50'],
		['spend of "Food" per year', 'lifetime spend 50'],
		['points per year', 'lifetime points 50'],
	])('tiers by %s: the tier is told, or nothing was gathered yet', (measure, fact) => {
		const program = PROGRAM.replace('by lifetime points', `by ${measure}`);
		expect(outcome(`${sale} expect tier earns 10`, {}, program)).toBe('passed');
		expect(outcome(`member { ${fact} tier Gold } ${sale} expect tier earns 30`, {}, program)).toBe('passed');
		expect(outcome(`member { ${fact} } ${sale} expect tier earns 10`, {}, program)).toMatch(
			/^refused: The tiers go by .* Tell the `tier`/,
		);
	});

	it('tiers that are moved by hand are those that are told', () => {
		const program = PROGRAM.replace('by lifetime points', 'by lifetime points moved by hand');
		expect(outcome(`member { lifetime points 9_000 } ${sale} expect tier earns 0`, {}, program)).toBe('passed');
		expect(outcome(`member { tier Gold } ${sale} expect tier earns 30`, {}, program)).toBe('passed');
	});

	it('a limit per period has room for what a newcomer earns, and carried rounding nothing left over', () => {
		const program = `${PROGRAM}rule "Capped" { earn 700 limit 500 points per week }\n`;
		expect(outcome(`${sale} expect "Capped" earns 500`, {}, program)).toBe('passed');
		const carried = program.replace('currency', 'points whole, rounded down carried currency');
		expect(outcome('purchase at 2026-02-07 16:00 { item "A" 1 x 10.75 } expect tier earns 10', {}, carried)).toBe('passed');
	});
});

describe('several events', () => {
	const sale = (at: string, amount = '10.00') => `purchase at ${at} { item "A" 1 x ${amount} }`;

	it('happen one after the other, and the last is what is expected', () => {
		const checkIns = (...moments: string[]) => moments.map((at) => `check_in at ${at} { mood good }`).join(' ');
		const twice = checkIns('2026-02-07 09:00', '2026-02-07 18:00');
		expect(outcome(`${twice} expect "Check in" earns 0`, {}, EVERYTHING)).toBe('passed');
		expect(outcome(`${twice} ${checkIns('2026-02-08')} expect "Check in" earns 10`, {}, EVERYTHING)).toBe('passed');
		expect(outcome(`${sale('2026-02-07')} ${sale('2026-02-08')} expect "First" earns 0`, {}, EVERYTHING)).toBe('passed');
	});

	it('leave what is left of limits and budgets, and what rounding leaves over', () => {
		const limited = `${PROGRAM}rule "Capped" { earn 400 limit 500 points per week }
campaign "Short" { budget 50 points rule "Early" { earn 30 } }`;
		const two = `${sale('2026-02-02')} ${sale('2026-02-08')}`;
		expect(outcome(`${two} expect "Capped" earns 100 expect "Early" earns 20`, {}, limited)).toBe('passed');
		expect(outcome(`${two} ${sale('2026-02-09')} expect "Capped" earns 400 expect "Early" earns 0`, {}, limited)).toBe(
			'passed',
		);
		const carried = PROGRAM.replace('currency', 'points whole, rounded down carried currency');
		expect(outcome(`${sale('2026-02-02', '10.75')} ${sale('2026-02-03', '10.25')} expect total 11`, {}, carried)).toBe(
			'passed',
		);
	});

	it('move the member upwards', () => {
		const told = `member { lifetime points 4_990 } ${sale('2026-02-02')} ${sale('2026-02-03')}`;
		expect(outcome(`${told} expect tier earns 30`)).toBe('passed');
		const stays = `member { tier Gold } ${sale('2026-02-02')} ${sale('2026-02-03')}`;
		expect(outcome(`${stays} expect tier earns 30`)).toBe('passed');
	});

	it('are refused where the tier at a later one is not told', () => {
		const low = `member { tier Bronze lifetime points 9_000 } ${sale('2026-02-02')} ${sale('2026-02-03')} expect total 10`;
		expect(outcome(low)).toMatch(/^refused: The member has too many points for `Bronze`/);
		const yearly = PROGRAM.replace('by lifetime points', 'by points per year');
		const years = (next: string) => `member { tier Gold } ${sale('2025-12-31')} ${sale(next)} expect total 30`;
		expect(outcome(years('2025-12-31'), {}, yearly)).toBe('passed');
		expect(outcome(years('2026-01-01'), {}, yearly)).toMatch(/^refused: Whether the member is in `Gold` in another year/);
	});

	it('bring a newcomer each time', () => {
		const referrals = 'member { balance 50 } referral at 2026-02-07 referral at 2026-02-08';
		expect(outcome(`${referrals} expect total 90 for referred`, {}, EVERYTHING)).toBe('passed');
	});

	it('stand in their order', () => {
		const problems = compile(
			`${PROGRAM}test "T" { ${sale('2026-02-08')} ${sale('2026-02-08 11:59')} expect total 0 }`,
		).problems;
		expect(problems.map(({ code }) => code)).toContain('events-out-of-order');
	});
});

describe('what goes back, and what is spent', () => {
	const redeeming = `${PROGRAM}redemption { 100 points = 1 AED at most 50% of "Net total" at least 200 points in steps of 100 }`;
	const sale = 'purchase at 2026-02-02 16:00 { item "A" 2 x 20.00 item "B" 1 x 10.00 taxes 5.00 }';

	it('a return leaves what the remaining cart earns', () => {
		const after = (returns: string, total: number) =>
			outcome(`${sale} ${returns} expect tier earns ${total} expect total ${total}`);
		expect([after('', 50), after('returns item "A" 1', 30), after('returns item "A" 1 returns item "A" 1', 10)]).toEqual(
			Array(3).fill('passed'),
		);
		expect([after('returns 12.50', 37), after('returns item "B" 1 returns all', 0)]).toEqual(Array(2).fill('passed'));
		expect(after('returns item "B" 1', 50)).toBe(
			[
				'failed',
				'50, got 40: `Net total` 50.00 gives 50. Of that 40 stand after what went back.',
				'50, got 40: the tier `Bronze` 50. Of that 40 stand after what went back.',
			].join('\n'),
		);
	});

	it('gives back the limit that was used', () => {
		const program = `${PROGRAM}rule "Once" { earn 5 limit once per day }`;
		const again = `${sale.replace('16:00', '18:00')} expect "Once" earns`;
		expect(outcome(`${sale} ${again} 0`, {}, program)).toBe('passed');
		expect(outcome(`${sale} returns all ${again} 5`, {}, program)).toBe('passed');
	});

	it('does to the balance what the program chooses', () => {
		const choosing = (returns: string) => PROGRAM.replace('currency', `returns ${returns} currency`);
		const balances = (returns: string, told: string) =>
			outcome(`${told} expect balance 0`, {}, `${choosing(returns)}redemption { 1 point = 1 AED }`);
		const told = `member { balance 0 } ${sale} check_in at 2026-02-03 spend points returns all`;
		expect(balances('stop at zero', told)).toMatch(/^refused: .*Nothing was bought above this/);
		const all = `${sale} returns all`;
		expect(balances('pending only', all)).toBe('failed\n0, got 50: 0 at first, 50 earned.');
		expect(balances('stop at zero', all)).toBe('passed');
		expect(balances('may go negative', all)).toBe('passed');
		const pending = `${choosing('pending only')}expiry { available after 14 days }`;
		expect(outcome(`${all} expect total 0`, {}, pending)).toBe('passed');
		expect(outcome(`${all} expect balance 0`, {}, pending)).toMatch(/^refused: .*nothing evaluates `available` yet/);
	});

	it('points pay what the program lets them, and none of what the purchase itself earned', () => {
		const paying = (member: string, told: string) => outcome(`member { ${member} } ${told}`, {}, redeeming);
		expect(paying('balance 1_999', `${sale} spend points expect paid with points 19.00 expect balance 149`)).toBe('passed');
		expect(paying('balance 9_999', `${sale} spend points expect paid with points 1.00`)).toBe(
			'failed\n1.00, got 25.00: 2500 points pay 25.00 AED, 7499 are left. Points pay at most 50% of `Net total` 50.00, which is 25.00.',
		);
		expect(paying('balance 9_999', `${sale} spend points spend points expect paid with points 0.00`)).toBe('passed');
		expect(paying('balance 9_999', `${sale} returns item "A" 2 spend points expect paid with points 5`)).toBe('passed');
		expect(paying('balance 9_999', `${sale} returns all spend points expect paid with points 0`)).toBe('passed');
		expect(paying('balance 199', 'spend points expect paid with points 1 expect balance 0')).toBe(
			[
				'failed',
				'1.00, got 0.00: No points can be spent. At least 200 are spent at once.',
				'0, got 199: 199 at first.',
			].join('\n'),
		);
		expect(paying('balance 1', `${sale} expect paid with points 1`)).toBe(
			'failed\n1.00, got 0.00: No points are spent. Add `spend points`.',
		);
		expect(paying('balance 700', 'spend points expect total 1 expect balance 0')).toBe(
			'failed\n1, got 0: Nothing happens in the test.',
		);
	});

	it('no more money than is left goes back', () => {
		expect(outcome(`${sale} returns item "A" 2 returns 10.01 expect total 0`)).toBe(
			'refused: No more than 10.00 AED is left that could go back.',
		);
		expect(outcome(`${sale} returns all returns all expect total 0`)).toBe('refused: Nothing is left that could go back.');
	});
});

describe('what cannot be run', () => {
	const sale = 'purchase at 2026-02-07 12:30 { item "A" 1 x 10.00 }';

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
		const [transaction] = scene.transactions;
		if (!transaction) throw new Error('Nothing happens');
		const act = actOf(plan, scene.before, scene, transaction);
		const { outcome } = evaluateTwice(plan, emit(plan), act);
		expect(outcome).toMatchObject({ kind: 'awarded', awards: [], totalUnits: 0 });
		expect(() => evaluateTwice(plan, () => ({ ...outcome, totalUnits: 1 }) as Outcome, act)).toThrow(/disagree/);
	});
});
