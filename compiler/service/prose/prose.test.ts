import { parse } from '#grammar';
import { describe, expect, test } from 'vitest';
import { currencyOf, plainText, proseOfRule } from './index.ts';

const PROGRAM = 'program "Café" { currency AED timezone "Asia/Dubai" }\n';

function ruleOf(inside: string) {
	const { document } = parse(`${PROGRAM}rule "Lunch" {\n${inside}\n}`);
	const rule = document.declarations.find((declaration) => declaration.kind === 'rule');
	if (rule?.kind !== 'rule') throw new Error('The test has no rule');
	return { rule, document };
}

function sentence(inside: string): string {
	const { rule, document } = ruleOf(inside);
	return plainText(proseOfRule(rule, currencyOf(document)));
}

describe('a rule as a sentence', () => {
	test.each([
		[
			'when { tier is Gold, Platinum spend "Food" >= 50 on Sat }\nearn "Food" * 2\nlimit 500 points per transaction',
			'Gold and Platinum members who spend at least 50 AED on Food on Saturdays get 2 points for each AED, at most 500 a visit.',
		],
		// who
		['earn 10', 'Members get 10 points with every purchase.'],
		['when always earn 1', 'Members get 1 point with every purchase.'],
		['when { always } earn 0.5', 'Members get 0.5 points with every purchase.'],
		['when { tier is Gold } earn 10', 'Gold members get 10 points with every purchase.'],
		['when { tier is gold, Silver, Bronze } earn 10', 'gold, Silver and Bronze members get 10 points with every purchase.'],
		['when { tier is not Gold, Silver } earn 10', 'Members who are not Gold or Silver get 10 points.'],
		['when { tier is Gold, Silver tier is not Silver } earn 1', 'Gold and Silver members who are not Silver get 1 point.'],
		[
			'when { tier is not Gold spend "Food" > 5 } earn 1',
			'Members who are not Gold and spend more than 5 AED on Food get 1 point.',
		],
		// how much
		['when { spend "Food" < 1_000.50 } earn 1', 'Members who spend less than 1,000.50 AED on Food get 1 point.'],
		['when { spend "Food" <= 50 } earn 1', 'Members who spend at most 50 AED on Food get 1 point.'],
		['when { spend "Food" = 50 } earn 1', 'Members who spend exactly 50 AED on Food get 1 point.'],
		['when { spend "Food" != 50 } earn 1', 'Members who spend any amount but 50 AED on Food get 1 point.'],
		['when { spend "Food" between 50 and 100 } earn 1', 'Members who spend between 50 and 100 AED on Food get 1 point.'],
		[
			'when { spend "Food" >= 5 spend "Tea" >= 2 } earn "Food"',
			'Members who spend at least 5 AED on Food and spend at least 2 AED on Tea get 1 point for each AED of Food.',
		],
		// when, where and how
		['when { on Sat, Sun } earn 1', 'Members who buy on Saturdays and Sundays get 1 point.'],
		[
			'when { on Mon to Wed, Fri between 11:00 and 14:00 or on Sat between 09:30 and 24:00 } earn 1',
			'Members who buy on Mondays to Wednesdays and Fridays between 11:00 and 14:00 or on Saturdays between 09:30 and 24:00 get 1 point.',
		],
		['when { on any day between 06:00 and 09:00 } earn 1', 'Members who buy between 06:00 and 09:00 get 1 point.'],
		['when { on any day } earn 1', 'Members who buy on any day get 1 point.'],
		['when { channel is app } earn 1', 'Members who buy through app get 1 point.'],
		['when { channel is app, web, pos } earn 1', 'Members who buy through app, web or pos get 1 point.'],
		['when { channel is not kiosk, web } earn 1', 'Members who buy through any channel except kiosk and web get 1 point.'],
		['when { order type is pickup } earn 1', 'Members who buy with order type pickup get 1 point.'],
		['when { order type is not pickup } earn 1', 'Members who buy with any order type except pickup get 1 point.'],
		['when { store is "dxb", chain "Blue" } earn 1', 'Members who buy at dxb or any store of Blue get 1 point.'],
		[
			'when { store is not "dxb", chain "Blue" } earn 1',
			'Members who buy at any store except dxb and those of Blue get 1 point.',
		],
		['when { birthday today } earn 1', 'Members who buy on their birthday get 1 point.'],
		['when { birthday this month } earn 1', 'Members who buy in their birthday month get 1 point.'],
		['when { birthday within 1 days } earn 1', 'Members who buy within 1 day of their birthday get 1 point.'],
		['when { birthday within 3 days } earn 1', 'Members who buy within 3 days of their birthday get 1 point.'],
		['when { on Sat channel is app } earn 1', 'Members who buy on Saturdays through app get 1 point.'],
		[
			'when { on Sat channel is app, web store is "dxb" } earn 1',
			'Members who buy on Saturdays, through app or web, at dxb, get 1 point.',
		],
		// what they get
		['earn "Food"', 'Members get 1 point for each AED of Food.'],
		['earn 2 * "Food"', 'Members get 2 points for each AED of Food.'],
		['earn "Food" / 10', 'Members get 1 point for every 10 AED of Food.'],
		['earn "Food" * 3 / 10', 'Members get 3 points for every 10 AED of Food.'],
		['earn "Food" / 10 * 3', 'Members get 3 points for every 10 AED of Food.'],
		['earn "Food" * 5%', 'Members get 5% of the amount of Food as points.'],
		['when { spend "Food" >= 5 } earn "Food" * 5%', 'Members who spend at least 5 AED on Food get 5% of it as points.'],
		['earn "Food" * 2 + 10', 'Members get 2 points for each AED of Food plus 10 points.'],
		['earn ("Food" * 2) - 10', 'Members get 2 points for each AED of Food less 10 points.'],
		['earn 10 earn "Food" * 2', 'Members get 10 points, plus 2 points for each AED of Food.'],
		['earn ("Food" - 5) * 2', 'Members get points by the formula (Food − 5) × 2.'],
		['earn 10 - ("Food" + 1)', 'Members get points by the formula 10 − (Food + 1).'],
		['earn -"Food"', 'Members get points by the formula −Food.'],
		['earn 100 / "Food"', 'Members get points by the formula 100 ÷ Food.'],
		['earn "Food" * 2 * 3', 'Members get points by the formula 2 × Food × 3.'],
		['earn 1_000_000', 'Members get 1,000,000 points with every purchase.'],
		['about "x"', 'Members get nothing yet.'],
		[
			'earn 10 limit 5 points per transaction limit 3 points per transaction',
			'Members get 10 points with every purchase, at most 5 a visit, at most 3 a visit.',
		],
		// dates and status
		[
			'active from 2026-01-01 until 2026-03-31 earn 1',
			'From 1 January to 31 March 2026, members get 1 point with every purchase.',
		],
		['active from 2026-05-01 earn 1', 'From 1 May 2026, members get 1 point with every purchase.'],
		['active until 2026-11-29 18:00 earn 1', 'Until 18:00 on 29 November 2026, members get 1 point with every purchase.'],
		['active from 2026-05-01 until 2026-05-01 earn 1', 'On 1 May 2026, members get 1 point with every purchase.'],
		['status disabled earn 1', 'Switched off: members get 1 point with every purchase.'],
		[
			'status disabled active from 2026-05-01 when { tier is Gold } earn 1',
			'Switched off: from 1 May 2026, Gold members get 1 point with every purchase.',
		],
		['status enabled earn 1', 'Members get 1 point with every purchase.'],
		// groups
		[
			'when { any { tier is Gold spend "Food" >= 50 on Sat } } earn 1',
			'Members who either are Gold, spend at least 50 AED on Food or buy on Saturdays get 1 point.',
		],
		['when { any { on Sat channel is app } } earn 1', 'Members who buy either on Saturdays or through app get 1 point.'],
		[
			'when { any { on Sat channel is app, web } } earn 1',
			'Members who buy either on Saturdays, or through app or web get 1 point.',
		],
		[
			'when { tier is Gold not { on Sat store is "x" } } earn 1',
			'Gold members who buy neither on Saturdays nor at x get 1 point.',
		],
		['when { not { tier is Gold } } earn 1', 'Members who are not Gold get 1 point.'],
		['when { not { tier is not Gold } } earn 1', 'Members who are Gold get 1 point.'],
		['when { not { on Sat } } earn 1', 'Members who buy not on Saturdays get 1 point.'],
		['when { not { spend "Food" > 5 } } earn 1', 'Members who do not spend more than 5 AED on Food get 1 point.'],
		['when { not { not { vip } } } earn 1', 'Members who have vip set get 1 point.'],
		['when { not { any { vip on Sat } } } earn 1', 'Members who neither have vip set nor buy on Saturdays get 1 point.'],
		[
			'when { not { all { vip tier is Gold } } } earn 1',
			'Members who fail to do all of this: have vip set and be Gold get 1 point.',
		],
		[
			'when { not { spend "Food" > 5 vip on Sat } } earn 1',
			'Members who neither spend more than 5 AED on Food, have vip set nor buy on Saturdays get 1 point.',
		],
		[
			'when { any { all { vip on Sat } segment is Staff } } earn 1',
			'Members who either both have vip set and buy on Saturdays, or are in the segment Staff get 1 point.',
		],
		['when { all { vip on Sat } } earn 1', 'Members who have vip set and buy on Saturdays get 1 point.'],
		['when { any { vip } } earn 1', 'Members who have vip set get 1 point.'],
		['when { any { always vip } } earn 1', 'Members who either always qualify or have vip set get 1 point.'],
		// facts of members and of one's own
		['when { balance >= 1_000 } earn 1', 'Members who have a balance of at least 1,000 points get 1 point.'],
		['when { balance = 1 } earn 1', 'Members who have a balance of exactly 1 point get 1 point.'],
		[
			'when { lifetime points between 5 and 10 lifetime spend < 5 days since joining <= 30 } earn 1',
			'Members who have between 5 and 10 lifetime points, have a lifetime spend of less than 5 AED and joined at most 30 days ago get 1 point.',
		],
		['when { days since last purchase > 60 } earn 1', 'Members who last bought more than 60 days ago get 1 point.'],
		['when { not { days since joining != 1 } } earn 1', 'Members who have not joined any number but 1 day ago get 1 point.'],
		['when { segment is not Staff } earn 1', 'Members who are not in the segment Staff get 1 point.'],
		['when { payment_method is card, cash } earn 1', 'Members who have the payment_method card or cash get 1 point.'],
		['when { payment_method is not card } earn 1', 'Members who have another payment_method than card get 1 point.'],
		['when { miles between 1 and 2 } earn 1', 'Members who have miles of between 1 and 2 get 1 point.'],
		['when { purchase number is 1 } earn 200', 'Members who make their 1st purchase get 200 points.'],
		['when { purchase number is every 10 on Sat } earn 1', 'Members who make every 10th purchase on Saturdays get 1 point.'],
		['when { quantity "Coffee" >= 2 } earn 1', 'Members who buy at least 2 units of Coffee get 1 point.'],
		['when { quantity "Coffee" = 1 } earn 1', 'Members who buy exactly 1 unit of Coffee get 1 point.'],
		['when { quantity "Coffee" != 3 } earn 1', 'Members who buy any number but 3 units of Coffee get 1 point.'],
		['when { anniversary today } earn 1', 'Members who buy on the anniversary of their joining get 1 point.'],
		// effects
		['earn 1 for every 10 of "Food"', 'Members get 1 point for every full 10 AED of Food.'],
		[
			'when { spend "Food" > 5 } earn 2 for every 1_000 of "Food" at least 5 points',
			'Members who spend more than 5 AED on Food get 2 points for every full 1,000 AED (at least 5 points).',
		],
		['earn 10 without multipliers', 'Members get 10 points (without multipliers) with every purchase.'],
		['multiply points by 2', 'Members get all points of every purchase doubled.'],
		['when { on Sat } multiply points by 3', 'Members who buy on Saturdays get all points of the purchase tripled.'],
		[
			'earn 10 multiply base on "Food" by 1.5 multiply this by 2',
			'Members get 10 points, and the base points of every purchase on Food multiplied by 1.5, and the points of this rule doubled.',
		],
		// limits, sets, priority
		[
			'earn 1 limit once per day limit 3 times per week limit 1_000 points per month limit 5 points per lifetime',
			'Members get 1 point with every purchase, at most once a day, at most 3 times a week, at most 1,000 a month, at most 5 in a lifetime.',
		],
		['earn 1 limit 7 points per rolling 30 days', 'Members get 1 point with every purchase, at most 7 in any 30 days.'],
		[
			'earn 1 limit points to "Food" * 10 per transaction or nothing',
			'Members get 1 point with every purchase, at most 10 points for each AED of Food a visit, or nothing if it would be more.',
		],
		[
			'exclusive "Deals" priority -5 earn 1',
			'Members get 1 point with every purchase, unless another rule of Deals counts instead, with priority −5.',
		],
		['active by booked_at from 2026-05-01 earn 1', 'From 1 May 2026 by booked_at, members get 1 point with every purchase.'],
	])('%s', (inside, expected) => {
		expect(sentence(inside)).toBe(expected);
	});
});

describe('a rule on an event', () => {
	test.each([
		['registration { earn 100 }', 'When a member registers, they get 100 points.'],
		['profile_completed { earn 1 }', 'When a member completes their profile, they get 1 point.'],
		['birthday { earn 250 }', 'When a member has their birthday, they get 250 points.'],
		['anniversary { earn 1 }', 'When a member has the anniversary of their joining, they get 1 point.'],
		['check_in { earn 10 limit once per day }', 'When a member checks in, they get 10 points, at most once a day.'],
		[
			'check_in { earn 10 limit 5 points per transaction }',
			'When a member checks in, they get 10 points, at most 5 each time.',
		],
		['event "survey_done" { earn 1 }', 'When a member triggers the event survey_done, they get 1 point.'],
		['any event { multiply points by 2 }', 'When a member triggers any event, they get all points of the event doubled.'],
		['purchase { earn 1 }', 'Members get 1 point with every purchase.'],
		[
			'referral { earn 200 for referrer earn 100 for referred limit 10 times per lifetime }',
			'When a member refers another, the referrer gets 200 points and the referred member gets 100 points, at most 10 times in a lifetime.',
		],
		['referral { earn 200 earn 5 }', 'When a member refers another, the referrer gets 200 points, plus 5 points.'],
		[
			'check_in { when { tier is Amber, Gold on Sat channel is app, web vip } earn 5 }',
			'When an Amber or Gold member who has vip set checks in on Saturdays, through app or web, they get 5 points.',
		],
		[
			'check_in { when { any { balance > 5 on Sat } days since joining < 9 } earn 5 }',
			'When a member who joined less than 9 days ago and either has a balance of more than 5 points or does so on Saturdays, checks in, they get 5 points.',
		],
		[
			'birthday { status disabled active from 2026-05-01 earn 5 }',
			'Switched off: from 1 May 2026, when a member has their birthday, they get 5 points.',
		],
		['birthday { }', 'When a member has their birthday, they get nothing yet.'],
	])('%s', (rest, expected) => {
		const { document } = parse(`${PROGRAM}rule "Lunch" on ${rest}`);
		const rule = document.declarations.find((declaration) => declaration.kind === 'rule');
		expect(rule?.kind === 'rule' && plainText(proseOfRule(rule, currencyOf(document)))).toBe(expected);
	});
});

describe('a rule that could not be read whole says so', () => {
	test.each([
		[
			'when { spend "Food" >= 50\n?? 5\n} earn 1',
			'Members who spend at least 50 AED on Food and meet a condition that cannot be read get 1 point.',
		],
		['when {\n?? 5\n} earn 1', 'Members who meet a condition that cannot be read get 1 point.'],
		['when {\nspend "Food" >=\n} earn 1', 'Members who spend at least … AED on Food get 1 point.'],
		['when {\ntier is\n} earn 1', '… members get 1 point with every purchase.'],
		['when {\nchannel is app,\n} earn 1', 'Members who buy through app or … get 1 point.'],
		['when { any { } } earn 1', 'Members who meet … get 1 point.'],
		['earn', 'Members get … points.'],
		['earn "Food" * 2 +', 'Members get 2 points for each AED of Food plus … points.'],
		['earn 10\nlimitt once per day', 'Members get 10 points with every purchase, and a part that cannot be read.'],
		[
			'earn 10\nlimitt once per day\nexlusive "Deals"',
			'Members get 10 points with every purchase, and a part that cannot be read, and another part that cannot be read.',
		],
	])('%s', (inside, expected) => {
		expect(sentence(inside)).toBe(expected);
	});
});

test('each phrase points at its clause', () => {
	const { rule, document } = ruleOf('when { tier is Gold spend "Food" >= 50 }\nearn 10\nlimit 5 points per transaction');
	const when = rule.clauses.find((clause) => clause.kind === 'when');
	const spans = new Map(proseOfRule(rule, currencyOf(document)).map((part) => [part.text, part.span]));
	expect(spans.get('Gold members')).toEqual(when?.conditions[0]?.span);
	expect(spans.get('spend at least 50 AED on Food')).toEqual(when?.conditions[1]?.span);
	expect(spans.get('10 points')).toEqual(rule.clauses.find((clause) => clause.kind === 'earn')?.span);
	expect(spans.get('at most 5 a visit')).toEqual(rule.clauses.find((clause) => clause.kind === 'limit')?.span);
});

test('without a currency amounts are bare', () => {
	const { rule } = ruleOf('when { spend "Food" >= 50 } earn "Food"');
	expect(plainText(proseOfRule(rule))).toBe('Members who spend at least 50 on Food get 1 point for each unit.');
});
