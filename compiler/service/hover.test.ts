import { highlight, isKeyword, parse } from '#grammar';
import { describe, expect, test } from 'vitest';
import { tables } from '../vocabulary/testing/tables.ts';
import { hoverAt } from './hover.ts';

const TEXT = `program "Café" { currency AED timezone "Asia/Dubai" channels app limit 5_000 points per transaction }
tiers by lifetime points { tier Gold from 5_000 { color #D4AF37 } }
filter "Food" = items in category "Drinks" up to 300
segment Staff
attribute transaction payment_method one of cash, card
attribute member vip flag
exclusive "Deals" picks highest points
rule "All" { earn "Total with fees, taxes and tip" }
rule "Lunch" {
  when { tier is Gold spend "Food" >= 50 on Sat between 11:00 and 14:00 }
  earn "Food" * 2 + 10 // earn
  limit 500 points per transaction
}
campaign "Spring" {
  multiply points on "Food" by 2
  rule "Early" on event "survey_done" { exclusive "Deals" when { vip payment_method is cash segment is Staff channel is app } earn 5 for every 10 of "Food" limit once per day }
}
rule "Late" { exclusive "Deals" }
test "T" { member { tier Gold vip balance 5 } purchase at 2026-01-01 { item "LATTE" 1 x 2 store "dxb" } expect "Late" earns 5 }
`;

/** What is said at the first character of a part of a text, the `nth` time that it occurs. */
function hover(part: string, nth = 1, text = TEXT) {
	let at = -1;
	for (let count = 0; count < nth; count++) at = text.indexOf(part, at + 1);
	const found = hoverAt(text, parse(text).document, at);
	return found && { ...found, word: text.slice(found.span.start, found.span.end) };
}

describe('hovering over a name', () => {
	test.each<[string, number, string, string]>([
		['"Food"', 2, 'Food', 'Cart filter: items in category Drinks, up to 300. Used 4 times.'],
		['"Food"', 1, 'Food', 'Cart filter: items in category Drinks, up to 300. Used 4 times.'],
		['"Total with', 1, 'Total with fees, taxes and tip', 'Cart filter that every program has. Used once.'],
		['Gold', 2, 'Gold', 'Tier from 5,000 points.'],
		['Gold', 3, 'Gold', 'Tier from 5,000 points.'],
		['Staff', 2, 'Staff', 'Segment of members, given by hand. Used once.'],
		['payment_method', 2, 'payment_method', 'Attribute of a transaction: one of cash or card. Used once.'],
		['vip', 2, 'vip', 'Attribute of a member: flag. Used 2 times.'],
		['card', 1, 'card', 'Value of payment_method. Not used yet.'],
		['"Deals"', 2, 'Deals', 'Of the rules in Deals only the one with the highest points counts. In it: Early and Late.'],
		['"survey_done"', 1, 'survey_done', 'Event of your own, by the name under which it is reported. Used once.'],
		['app', 2, 'app', 'Sales channel. Used once.'],
		['"dxb"', 1, 'dxb', 'Store, by its id.'],
		['"LATTE"', 1, 'LATTE', 'Item, by its code.'],
		['"Drinks"', 1, 'Drinks', 'Category of items.'],
		[
			'"Café"',
			1,
			'Café',
			'The program Café: amounts are in AED; days and hours are those of Asia/Dubai; the channel is app; members get at most 5,000 points per transaction.',
		],
		[
			'"Lunch"',
			1,
			'Lunch',
			'Gold members who spend at least 50 AED on Food on Saturdays between 11:00 and 14:00 get 2 points for each AED plus 10 points, at most 500 a visit.',
		],
		['"Late"', 2, 'Late', 'Members get nothing yet, unless another rule of Deals counts instead.'],
		[
			'"T"',
			1,
			'T',
			'The test T: for a member with tier Gold, vip set and a balance of 5 points, a purchase on 1 January 2026 with 1 × LATTE at 2 AED and store dxb; the rule Late earns 5 points.',
		],
	])('%s (%i)', (part, nth, title, doc) => {
		expect(hover(part, nth)).toMatchObject({ title, doc });
	});

	test.each([
		[
			'tiers by spend of "F" per year { tier Gold from 5_000 { multiply points by 2 } }',
			'Tier from 5,000 spent on F in a year. Members get all points of a purchase doubled.',
		],
		['tiers by points per year { tier Gold from 5_000 {} }', 'Tier from 5,000 points in a year.'],
		['tiers by hand { tier Gold {} }', 'Tier that is given by hand.'],
	])('a tier of %s', (text, doc) => {
		expect(hover('Gold', 1, text)).toMatchObject({ doc });
	});

	test('names that nothing declares, and the currency, say nothing', () => {
		expect(hover('Nobody', 1, 'rule A { when { tier is Nobody } earn "Nothing" }')).toBeNull();
		expect(hover('Nothing', 1, 'rule A { when { tier is Nobody } earn "Nothing" }')).toBeNull();
		expect(hover('AED')).toBeNull();
	});

	test('of many uses it is said that they are many', () => {
		const text = `segment Staff\n${Array.from({ length: 150 }, (_, index) => `rule R${index} { when { segment is Staff } }`).join('\n')}`;
		expect(hover('Staff', 1, text)?.doc).toBe('Segment of members, given by hand. Used 100 times or more.');
	});
});

describe('hovering over a word of the language', () => {
	test.each<[string, number, string]>([
		['program', 1, 'Program'],
		['tiers', 1, 'Tiers'],
		['by lifetime', 1, 'Tiers'],
		['lifetime points', 1, 'By lifetime points'],
		['tier ', 1, 'Tier'],
		['rule', 1, 'Rule'],
		['rule "Early"', 1, 'Rule of the campaign'],
		['when', 1, 'Conditions'],
		['tier is', 1, 'Tier'],
		['is Gold', 1, 'Tier'],
		['spend', 1, 'Spend'],
		['on Sat', 1, 'Days and times'],
		['between', 1, 'between'],
		['earn "Food"', 1, 'Points'],
		['limit', 1, 'Limit of the program'],
		['limit', 2, 'Limit'],
		['items', 1, 'Items'],
		['category', 1, 'Category'],
		['up to', 1, 'Up to an amount'],
		['per transaction', 2, 'per'],
		['transaction', 1, 'Transaction'],
		['day }', 1, 'Day'],
		['once', 1, 'Once in a period'],
		['one of', 1, 'One of a list'],
		['member vip', 1, 'Of a member'],
		['flag', 1, 'Flag'],
		['highest', 1, 'Highest points'],
		['on event', 1, 'Event of your own'],
		['multiply', 1, 'Multiplier'],
		['on "Food"', 1, 'Multiply points on some items'],
		['for every', 1, 'Full steps'],
		['expect', 1, 'Expectation'],
		['balance', 1, 'Balance'],
		['item "LATTE"', 1, 'Line'],
	])('%s (%i)', (part, nth, title) => {
		expect(hover(part, nth)?.title).toBe(title);
	});

	test('what the clause says here is said too', () => {
		expect(hover('limit', 2)).toMatchObject({
			doc: 'Gives at most this many points, or this often, in one transaction or period.',
			prose: 'At most 500 points per transaction.',
			example: 'limit 500 points per transaction',
		});
		expect(hover('tier is')?.prose).toBe('Tier is Gold.');
		expect(hover('between')?.prose).toBeNull();
	});

	test('what is not evaluated yet says so', () => {
		expect(hover('expiry', 1, 'expiry { expires at year end }')?.doc).toMatch(/ This version does not evaluate it yet\.$/);
		expect(hover('tiers')?.doc).not.toMatch(/does not evaluate/);
	});

	test('what goes back in a test is not what a return may do', () => {
		const told = (word: string) => hover(word, 1, 'test T { returns all spend points expect balance 5 }')?.title;
		expect([told('returns'), told('all'), told('spend'), told('points'), told('balance')]).toEqual([
			'What goes back',
			'What goes back',
			'Spend points',
			'Spend points',
			'Balance',
		]);
		expect(hover('returns', 1, 'program P { returns stop at zero }')?.title).toBe('Returns');
	});

	test('numbers, comments and blanks say nothing', () => {
		for (const part of ['// earn', '50 on', '  earn', '\n']) expect(hover(part)).toBeNull();
	});

	/** Tables of shapes of one clause: the clause's own row is shown for its first word. */
	const SHAPES = new Set(['effects', 'multipliers', 'limits', 'expectations']);

	test.each(
		tables.flatMap(({ name, rows, around }) =>
			rows.map((row) => [`${name}: ${row.example}`, row, around(row), name] as const),
		),
	)('%s', (_name, row, around, table) => {
		const text = around.replace('‸', () => row.example);
		const start = around.indexOf('‸');
		const { document } = parse(text);
		// What happens in a test is called by its event.
		const isNamed = row.keyword !== '' && row.title !== 'What happens' && !SHAPES.has(table);
		const title = hoverAt(text, document, start)?.title;
		expect(isNamed ? title : row.title).toBe(row.title);
		for (const { span, class: look } of highlight(text)) {
			// Days are said by their colour alone.
			if (look !== 'keyword' || !isKeyword(text.slice(span.start, span.end))) continue;
			const found = hoverAt(text, document, span.start);
			const faulty = found === null || /undefined|null|…$/.test(`${found.title} ${found.doc}`);
			expect({ word: text.slice(span.start, span.end), faulty }).toMatchObject({ faulty: false });
		}
	});
});
