import { children, type Node, parse } from '#grammar';
import { describe, expect, test } from 'vitest';
import { plainText, prose, speechOf } from './index.ts';

const PROGRAM = 'program "Café" { currency AED timezone "Asia/Dubai" }\nfilter "Litres" = quantity of items\n';

/** The sentence about the last declaration of a text. */
function sentence(text: string): string {
	const { document } = parse(PROGRAM + text);
	const last = document.declarations.at(-1);
	return last ? plainText(prose(last, speechOf(document))) : '';
}

describe('a declaration as a sentence', () => {
	test.each([
		[
			'program "P" { currency AED timezone "Asia/Dubai" week starts Sunday day starts 04:00 }',
			'The program P: amounts are in AED; days and hours are those of Asia/Dubai; weeks start on Sunday; days start at 04:00.',
		],
		['program "P" { points whole }', 'The program P: points are whole.'],
		[
			'program "P" { points with 2 decimals, rounded half up per item }',
			'The program P: points have 2 decimals, rounded half up for each item.',
		],
		[
			'program "P" { points with 1 decimal, rounded down carried }',
			'The program P: points have 1 decimal, rounded down with the rest kept for the next time.',
		],
		[
			'program "P" { channels app order types dine_in, pickup limit 5_000 points per day }',
			'The program P: the channel is app; the order types are dine_in and pickup; members get at most 5,000 points per day.',
		],
		['program "P" { returns may go negative }', 'The program P: returns may take a balance below zero.'],
		['program "P" { }', 'The program P.'],
		['program "P" { currency AED\nnonsense 5 }', 'The program P: amounts are in AED; a part that cannot be read.'],
		[
			'tiers by lifetime points { tier Bronze from 0 {} tier Gold from 5_000 {} }',
			'Tiers go by lifetime points: Bronze from 0 points and Gold from 5,000 points.',
		],
		['tiers by hand { tier Silver {} tier Gold {} tier Black {} }', 'Tiers are given by hand: Silver, Gold and Black.'],
		[
			'tiers by lifetime spend of "Net" { tier A from 0 { color #D4AF37 earn "Net" * 5% } tier B from 1_000 { multiply points by 2 } }',
			'Tiers go by lifetime spend on Net: A from 0 AED (shown in #D4AF37, 5% of the amount of Net as points); B from 1,000 AED (all points of a purchase doubled).',
		],
		[
			'tiers by spend of "Litres" per year kept through the next year moved by hand { tier A from 0 {} }',
			'Tiers go by the spend on Litres in a year, kept through the next year, moved by hand only: A from 0.',
		],
		['tiers by points per year { tier A from 1 {} }', 'Tiers go by the points of a year: A from 1 point.'],
		['segment Staff', 'The segment Staff is a group of members that is given by hand.'],
		[
			'attribute transaction payment_method one of cash, card',
			'The attribute payment_method of a transaction is one of cash or card.',
		],
		['attribute event score number', 'The attribute score of an event is a number.'],
		['attribute member vip flag', 'The attribute vip of a member is set or not.'],
		[
			'filter "Food" = items in category "Drinks" up to 50',
			'The cart filter Food counts items in category Drinks, up to 50.',
		],
		['exclusive "Deals" picks highest points', 'Of the rules in Deals only the one with the highest points counts.'],
		[
			'campaign "Black Friday" { active from 2026-11-27 until 2026-11-29 18:00 budget 1_000_000 points multiply points by 3 }',
			'The campaign Black Friday triples all points earned from 27 November 2026 to 18:00 on 29 November 2026, up to a budget of 1,000,000 points.',
		],
		[
			'campaign C { multiply base on "Food" by 1.5 multiply points by 2 limit 5 points per day status disabled }',
			'The campaign C multiplies all base points earned on Food by 1.5 and doubles all points earned, at most 5 a day (switched off).',
		],
		[
			'campaign C { rule "A" { when { tier is gold } earn 5 } rule "B" on birthday { earn 1 } }',
			'The campaign C has rules of its own; the rule A: gold members get 5 points with every purchase; the rule B: when a member has their birthday, they get 1 point.',
		],
		['campaign C { about "x" }', 'The campaign C does nothing yet.'],
		[
			'redemption { 100 points = 1 AED at most 50% of "Net" at least 200 points in steps of 100 }',
			'100 points are worth 1 AED; at most 50% of Net can be paid with points; at least 200 points must be spent at once, in steps of 100.',
		],
		['redemption { 1 point = 0.05 AED }', '1 point is worth 0.05 AED.'],
		[
			'expiry { available after 14 days expires after 12 months }',
			'Points can be spent 14 days after they are earned and lapse after 12 months.',
		],
		['expiry { available at month end }', 'Points can be spent at the end of the month.'],
		['expiry { expires after 1 year without activity }', 'Points lapse after 1 year without activity.'],
		['expiry { expires at year end }', 'Points lapse at the end of the year.'],
		[
			'test "Lunch" { member { tier Gold birthday 1990-02-07 purchases 12 balance 1 } purchase at 2026-02-07 12:30 { channel app item "LATTE" category "Drinks" 2 x 18.00 tip 10.00 } expect "Lunch rush" earns 207 expect total 1_957 }',
			'The test Lunch: for a member with tier Gold, birthday on 7 February 1990, 12 earlier purchases and a balance of 1 point, a purchase at 12:30 on 7 February 2026 with channel app, 2 × LATTE (category Drinks) at 18.00 AED and a tip of 10.00 AED; the rule Lunch rush earns 207 points and all together earn 1,957 points.',
		],
		[
			'test "T" { check_in at 2026-02-07 expect tier earns 1 expect "Mate" earns 5 for referred }',
			'The test T: a check-in on 7 February 2026; the tier earns 1 point and the rule Mate earns 5 points for the referred.',
		],
		[
			'test "T" { purchase at 2026-02-07 { item "FUEL" 28 x litres for 41.00 } }',
			'The test T: a purchase on 7 February 2026 with 28 litres of FUEL for 41.00 AED.',
		],
		['?? 5', 'A part that cannot be read.'],
	])('%s', (text, expected) => {
		expect(sentence(text)).toBe(expected);
	});

	test('a document is its sentences one after the other', () => {
		const { document } = parse('segment A\nsegment B');
		expect(plainText(prose(document))).toBe(
			'The segment A is a group of members that is given by hand. The segment B is a group of members that is given by hand.',
		);
	});
});

describe('a clause as a sentence', () => {
	test.each([
		['rule A { about "Hi." }', 'It is described as “Hi.”.'],
		['rule A { status disabled }', 'It is disabled.'],
		['rule A { active from 2026-01-01 }', 'It is active from 1 January 2026.'],
		['rule A { priority -5 }', 'Its priority is −5.'],
		['rule A { exclusive "Deals" }', 'At most one rule of Deals counts.'],
		['rule A { when { tier is Gold spend "Food" > 5 } }', 'For Gold members who spend more than 5 AED on Food.'],
		['rule A { when always }', 'Always.'],
		['rule A { earn 10 }', 'Members get 10 points.'],
		['rule A { earn "Litres" * 2 for referred }', 'The referred member gets 2 points for each unit of Litres.'],
		['rule A { earn "Litres" / 1_000 }', 'Members get 1 point for every 1,000 of Litres.'],
		['rule A { multiply this by 1.25 }', 'It multiplies its own points by 1.25.'],
		['rule A { limit once per day }', 'At most once per day.'],
		['campaign A { budget 1_000 points }', 'Its budget is 1,000 points.'],
		['rule A { ?? 5 }', 'A part that cannot be read.'],
	])('%s', (text, expected) => {
		const { document } = parse(PROGRAM + text);
		const clause = children(document.declarations.at(-1) as Node).at(-1) as Node;
		expect(plainText(prose(clause, speechOf(document)))).toBe(expected);
	});

	test('a filter that counts units is not said to be money', () => {
		expect(sentence('rule A { when { spend "Litres" >= 50 } earn "Litres" * 2 }')).toBe(
			'Members who have at least 50 of Litres get 2 points for each unit.',
		);
	});
});
