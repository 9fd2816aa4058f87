/** The whole language: one program that uses it, and what each construct is read as. */
import { describe, expect, it } from 'vitest';
import type { RuleDeclaration, WhenClause } from './ast.ts';
import { parse, parseCondition, parseDeclaration, parseRuleClause } from './parse.ts';
import { stripSpans } from './plain.ts';
import { print } from './print.ts';

const program = `program "Bluebird Café" {
  currency    AED
  timezone    "Asia/Dubai"
  week        starts Monday
  points      whole, rounded down per award
  channels    app, web, kiosk, pos           // the enabled ones
  order types dine_in, pickup, delivery      // the enabled ones
  limit 5_000 points per day                 // program-wide cap, per member
}

tiers by lifetime points {
  tier Bronze from 0      { color #B87333  earn "Net total" * 1 }
  tier Silver from 1_000  { color #A8A9AD  earn "Net total" * 3 }
  tier Gold   from 5_000  { color #D4AF37  earn "Net total" * 5   multiply points by 1.5 }
}

filter "Net total" = total excluding taxes, fees, tip
filter "Coffee"    = items in subcategory "Espresso", "Filter" except item "GIFT-CARD"
filter "Food"      = items not in category "Drinks", "Retail"

exclusive "Weekday deals" picks highest points       // or: picks highest priority

rule "Lunch rush" {
  about    "Double points on weekday lunches in the mall."
  status   enabled
  active   from 2026-01-01 until 2026-03-31
  priority 20
  exclusive "Weekday deals"
  when {
    on Mon to Fri between 11:00 and 14:00 or on Sat, Sun between 12:00 and 15:00
    order type is dine_in, pickup
    channel is not kiosk
    store is "dxb-mall", chain "Bluebird Express"
    spend "Food" >= 50
    birthday within 3 days
  }
  earn "Food" * 2 + 10
  limit 500 points per transaction
  limit 1_000 points per day
  limit once per week
}

rule "Coffee break" {
  exclusive "Weekday deals"
  when { quantity "Coffee" >= 2 }
  earn 1 for every 10 of "Coffee"
}

campaign "Black Friday" {
  active from 2026-11-27 until 2026-11-29 18:00
  budget 1_000_000 points
  multiply points by 3
  rule "Early birds" { when { on any day between 06:00 and 09:00 }  earn 50 }
}

rule "Welcome"       on registration  { earn 100 }
rule "Birthday gift" on birthday      { earn 250 }
rule "Check in"      on check_in      { earn 10  limit once per day  limit 3 times per week }
rule "Bring a mate"  on referral      { earn 200 for referrer  earn 100 for referred  limit 10 times per lifetime }
rule "First order"                    { when { purchase number is 1 }  earn 200 }

redemption {
  100 points = 1 AED
  at most 50% of "Net total"
  at least 200 points in steps of 100
}

expiry { available after 14 days  expires after 12 months }

test "Saturday lunch for a Gold member" {
  member { tier Gold  birthday 1990-02-07  purchases 12 }
  purchase at 2026-02-07 12:30 { store "dxb-mall"  channel app  order type dine_in
    item "LATTE"  category "Drinks" subcategory "Espresso"  2 x 18.00
    item "SALAD"  category "Food"                           1 x 64.00
    taxes 5.00  tip 10.00
  }
  expect "Lunch rush" earns 207
  expect total 957
}
`;

const bare = (text: string) => ({ kind: 'name', text, quoted: false });
const quoted = (text: string) => ({ kind: 'name', text, quoted: true });
const number = (digits: string) => ({ kind: 'number', digits, percent: false });
const word = (text: string) => ({ kind: 'word', text });
const date = (year: number, month: number, day: number) => ({ kind: 'date', year, month, day });
const atLeast = (digits: string) => ({ kind: 'comparison', operator: word('>='), value: number(digits) });

describe('a program that uses the whole language', () => {
	const { document, problems } = parse(program);

	it('is read without a problem', () => {
		expect(problems).toEqual([]);
		const kinds = document.declarations.map(({ kind }) => kind);
		expect(kinds.filter((kind, index) => kind !== kinds[index - 1])).toEqual([
			'program',
			'tiers',
			'filter',
			'exclusive-declaration',
			'rule',
			'campaign',
			'rule',
			'redemption',
			'expiry',
			'test',
		]);
	});

	it('says the same on one line, and each word on its own', () => {
		const remarks = /\/\/.*/g;
		const said = stripSpans(document.declarations);
		expect(stripSpans(parse(program.replace(remarks, '').replace(/\s+/g, ' ')).document.declarations)).toEqual(said);
		const words = program.replace(remarks, '').match(/"[^"]*"|\S+/g) ?? [];
		expect(parse(words.join('\n')).problems).toEqual([]);
		expect(stripSpans(parse(words.join('\n')).document.declarations)).toEqual(said);
	});

	it('is printed and read again', () => {
		const again = parse(print(document));
		expect(again.problems).toEqual([]);
		expect(stripSpans(again.document.declarations)).toEqual(stripSpans(document.declarations));
	});
});

describe('a condition', () => {
	it.each([
		[
			'payment_method is card, cash',
			{ test: { kind: 'attribute-is', negated: false, values: [bare('card'), bare('cash')] } },
		],
		['payment_method is not card', { test: { kind: 'attribute-is', negated: true, values: [bare('card')] } }],
		['payment_method >= 2.5', { test: atLeast('2.5') }],
		['payment_method between 1 and 2', { test: { kind: 'between', low: number('1'), high: number('2') } }],
		['payment_method', {}],
	])('%s is on an attribute, by its form alone', (text, said) => {
		const { node, problems } = parseCondition(text);
		expect(problems).toEqual([]);
		expect(stripSpans(node)).toEqual({ kind: 'attribute', name: bare('payment_method'), ...said });
		const inQuotes = parseCondition(text.replace('payment_method', '"payment method"'));
		expect(stripSpans(inQuotes.node)).toEqual({ kind: 'attribute', name: quoted('payment method'), ...said });
	});

	it.each([
		['lifetime points', 'lifetime points'],
		['lifetime spend', 'lifetime spend'],
		['balance', 'balance'],
		['days since joining', 'days since joining'],
		['days since last purchase', 'days since last purchase'],
	])('%s >= 5 is on a fact of the member', (text, fact) => {
		const { node } = parseCondition(`${text} >= 5`);
		expect(stripSpans(node)).toEqual({ kind: 'member-fact', fact: word(fact), test: atLeast('5') });
	});

	it('is a group, and a group of groups', () => {
		const { node, problems } = parseCondition('any { vip all { channel is app not { vip balance > 5 } } tier is Gold }');
		expect(problems).toEqual([]);
		expect(stripSpans(node)).toMatchObject({
			kind: 'any',
			conditions: [
				{ kind: 'attribute' },
				{ kind: 'all', conditions: [{ kind: 'channel' }, { kind: 'not', conditions: [{}, {}] }] },
				{ kind: 'tier' },
			],
		});
	});

	it('follows another on one line as on the next', () => {
		const conditions = [
			'channel is app',
			'vip',
			'payment_method is card',
			'spend "Food" >= 5',
			'"a b"',
			'x between 1 and 2',
		];
		const read = (joint: string) => {
			const { document, problems } = parse(`rule "R" { when { ${conditions.join(joint)} } }`);
			expect(problems).toEqual([]);
			return stripSpans(((document.declarations[0] as RuleDeclaration).clauses[0] as WhenClause).conditions);
		};
		expect(read(' ')).toEqual(read('\n'));
		expect(read(' ').map(({ kind }) => kind)).toEqual([
			'channel',
			'attribute',
			'attribute',
			'spend',
			'attribute',
			'attribute',
		]);
	});

	it.each(['purchase number is 3', 'purchase number is every 3'])('is %s', (text) => {
		const isEvery = text.includes('every');
		expect(stripSpans(parseCondition(text).node)).toEqual({ kind: 'purchase-number', isEvery, number: number('3') });
	});
});

describe('an effect', () => {
	it.each([
		'earn 1 for every 10 of "Food" at least 5 points without multipliers for referrer',
		'earn 1 for referrer without multipliers for every 10 of "Food" at least 5 points',
		'earn 1 at least 5 point for every 10 of "Food" for referrer without multipliers',
	])('%s says one thing in any order', (text) => {
		const { node, problems } = parseRuleClause(text);
		expect(problems).toEqual([]);
		expect(stripSpans(node)).toEqual({
			kind: 'earn',
			formula: number('1'),
			every: { kind: 'every-step', step: number('10'), filter: quoted('Food') },
			atLeast: number('5'),
			exempt: word('without multipliers'),
			recipient: word('referrer'),
		});
	});

	it.each([
		['500 points per transaction', { kind: 'limit-points', points: number('500') }, word('transaction')],
		['1 point per lifetime', { kind: 'limit-points', points: number('1') }, word('lifetime')],
		['once per quarter', { kind: 'limit-times' }, word('quarter')],
		['3 times per rolling 7 days', { kind: 'limit-times', times: number('3') }, { kind: 'rolling', days: number('7') }],
		['points to 10 per year', { kind: 'limit-formula', formula: number('10') }, word('year')],
	])('limit %s', (text, most, per) => {
		expect(stripSpans(parseRuleClause(`limit ${text}`).node)).toEqual({ kind: 'limit', most, per });
		const { node, problems } = parseRuleClause(`limit ${text} or nothing`);
		expect(problems).toEqual([]);
		expect(stripSpans(node)).toEqual({ kind: 'limit', most, per, orNothing: word('or nothing') });
	});

	it.each(['base', 'points', 'this'])('multiply %s', (what) => {
		const { node } = parseRuleClause(`multiply ${what} on "Food" by 2`);
		expect(stripSpans(node)).toEqual({ kind: 'multiply', what: word(what), on: quoted('Food'), factor: number('2') });
	});
});

describe('a declaration', () => {
	it.each([
		['lifetime points', { measure: 'lifetime points' }],
		['lifetime spend of "Food"', { measure: 'lifetime spend', filter: quoted('Food') }],
		['points per year', { measure: 'points per year' }],
		['spend of "Food" per year', { measure: 'spend per year', filter: quoted('Food') }],
		['hand', { measure: 'hand' }],
	])('tiers by %s', (text, basis) => {
		const tiers = (ending: string) => stripSpans(parseDeclaration(`tiers by ${text} ${ending} { }`).node);
		const by = { kind: 'tier-basis', ...basis };
		const unmoved = { kind: 'tiers', by, keptThroughNextYear: false, movedByHand: false, tiers: [] };
		expect(tiers('')).toEqual(unmoved);
		expect(tiers('kept through the next year')).toEqual({ ...unmoved, keptThroughNextYear: true });
		expect(tiers('moved by hand')).toEqual({ ...unmoved, movedByHand: true });
		const both = { ...unmoved, keptThroughNextYear: true, movedByHand: true };
		expect(tiers('kept through the next year moved by hand')).toEqual(both);
	});

	it.each([
		['purchase', { event: 'purchase' }],
		['profile_completed', { event: 'profile_completed' }],
		['birthday', { event: 'birthday' }],
		['any event', { event: 'any' }],
		['event "survey_done"', { event: 'custom', name: quoted('survey_done') }],
		['event survey_done', { event: 'custom', name: bare('survey_done') }],
	])('rule "R" on %s', (text, event) => {
		const { node, problems } = parseDeclaration(`rule "R"\non ${text} { }`);
		expect(problems).toEqual([]);
		expect(stripSpans(node)).toEqual({ kind: 'rule', name: quoted('R'), on: { kind: 'event', ...event }, clauses: [] });
	});

	it.each([
		['filter "F" = attribute miles', { source: { kind: 'attribute-source', name: bare('miles') } }],
		['filter "F" = paid with points', { source: { kind: 'paid-source' } }],
		[
			'filter "F" = quantity of items excluding points',
			{ source: { isQuantity: true, mode: 'all', excludingPoints: true } },
		],
		['filter "F" = total above 100 up to 300', { above: number('100'), upTo: number('300') }],
		['attribute event kind one of a, "b c"', { owner: word('event'), type: { values: [bare('a'), quoted('b c')] } }],
		['attribute member vip flag', { name: bare('vip'), type: word('flag') }],
		['exclusive "S" picks highest priority', { picks: word('highest priority') }],
		['segment Staff', { kind: 'segment-declaration', name: bare('Staff') }],
	])('%s', (text, said) => {
		const { node, problems } = parseDeclaration(text);
		expect(problems).toEqual([]);
		expect(stripSpans(node)).toMatchObject(said);
	});

	it('is a test, whose facts are told apart by their form', () => {
		const facts = 'vip basket_weight 2.5 payment_method card hired 2020-01-01 "odd one"';
		const { node, problems } = parseDeclaration(
			`test "T" { member { ${facts} tier Gold } event survey_done at 2026-02-07 12:30 { ${facts} item x 2 x 5 item x 2 x x for 5 } }`,
		);
		expect(problems).toEqual([]);
		const attribute = (name: unknown, value?: unknown) => ({
			kind: 'test-attribute',
			name,
			...(value !== undefined && { value }),
		});
		const attributes = [
			attribute(bare('vip')),
			attribute(bare('basket_weight'), number('2.5')),
			attribute(bare('payment_method'), bare('card')),
			attribute(bare('hired'), date(2020, 1, 1)),
			attribute(quoted('odd one')),
		];
		const line = { kind: 'test-line', item: bare('x'), quantity: number('2'), price: number('5') };
		expect(stripSpans(node)).toMatchObject({
			clauses: [
				{ facts: [...attributes, { kind: 'test-fact', fact: word('tier'), value: bare('Gold') }] },
				{
					event: { event: 'custom', name: bare('survey_done') },
					facts: [...attributes, line, { ...line, unit: bare('x') }],
				},
			],
		});
	});
});
