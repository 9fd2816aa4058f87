import { parse, parseCondition } from '#grammar';
import { describe, expect, test } from 'vitest';
import {
	currencyOf,
	plainText,
	proseOfCondition,
	proseOfRule,
	summaryOfDates,
	summaryOfEffect,
	summaryOfFilter,
	summaryOfLimit,
} from './index.ts';

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
	])('%s', (inside, expected) => {
		expect(sentence(inside)).toBe(expected);
	});
});

describe('a rule that could not be read whole says so', () => {
	test.each([
		[
			'when { spend "Food" >= 50\nquantity "Coffee" >= 2 } earn 1',
			'Members who spend at least 50 AED on Food and meet a condition written as text get 1 point.',
		],
		['when {\nquantity "Coffee" >= 2\n} earn 1', 'Members who meet a condition written as text get 1 point.'],
		[
			'when {\nquantity "A" >= 2\nquantity "B" >= 2\non Sat\n} earn 1',
			'Members who buy on Saturdays and meet a condition written as text and meet another condition written as text get 1 point.',
		],
		['when {\nspend "Food" >=\n} earn 1', 'Members who spend at least … AED on Food get 1 point.'],
		['when {\ntier is\n} earn 1', '… members get 1 point with every purchase.'],
		['when {\nchannel is app,\n} earn 1', 'Members who buy through app or … get 1 point.'],
		['earn', 'Members get … points.'],
		['earn "Food" * 2 +', 'Members get 2 points for each AED of Food plus … points.'],
		['earn 10\nlimit once per day', 'Members get 10 points with every purchase, with a clause written as text.'],
		[
			'earn 10\nlimit once per day\nexclusive "Deals"',
			'Members get 10 points with every purchase, with a clause written as text and another clause written as text.',
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

describe('a condition as the sentence of a card', () => {
	test.each([
		['tier is Gold, Platinum', 'Tier is Gold or Platinum'],
		['tier is not Gold', 'Tier is not Gold'],
		['channel is app, web, pos', 'Channel is app, web or pos'],
		['order type is not pickup', 'Order type is not pickup'],
		['store is "dxb", chain "Blue"', 'Store is dxb or chain Blue'],
		['spend "Food" >= 50', 'Spend on Food is at least 50 AED'],
		['spend "Food" between 50 and 100', 'Spend on Food is between 50 and 100 AED'],
		['on Mon to Fri between 11:00 and 14:00 or on Sat', 'On Mondays to Fridays between 11:00 and 14:00 or on Saturdays'],
		['on any day between 22:00 and 02:00', 'Between 22:00 and 02:00'],
		['birthday today', 'On the member’s birthday'],
		['birthday within 3 days', 'Within 3 days of the member’s birthday'],
		['birthday this month', 'In the member’s birthday month'],
		['always', 'Always'],
		['quantity "Coffee" >= 2', 'A condition written as text'],
		['tier is', 'Tier is …'],
		['spend "Food"', 'Spend on Food is …'],
		['birthday', 'Around the member’s birthday (…)'],
	])('%s', (text, expected) => {
		expect(plainText(proseOfCondition(parseCondition(text).node, 'AED'))).toBe(expected);
	});

	test('its names are parts of their own', () => {
		const parts = proseOfCondition(parseCondition('tier is Gold, Platinum').node);
		expect(parts.filter((part) => part.span)).toEqual([
			{ text: 'Gold', span: { start: 8, end: 12 } },
			{ text: 'Platinum', span: { start: 14, end: 22 } },
		]);
	});
});

describe('effects, limits and dates in few words', () => {
	test.each([
		['earn "Food" * 2 + 10', '2 × Food + 10 points'],
		['earn 1', '1 point'],
		['earn "Food"', '1 × Food points'],
		['earn 10 earn "Food" * 2', '10 points and 2 × Food points'],
		['earn ("Food" - 5) / 2.50', '(Food − 5) ÷ 2.50 points'],
		['earn -"Food" * 5%', '−Food × 5% points'],
		['earn', '… points'],
		['about "x"', 'nothing yet'],
	])('%s', (inside, expected) => {
		expect(summaryOfEffect(ruleOf(inside).rule)).toBe(expected);
	});

	test.each([
		['limit 500 points per transaction', 'at most 500 points per transaction'],
		['limit 1 point per transaction', 'at most 1 point per transaction'],
	])('%s', (inside, expected) => {
		const [limit] = ruleOf(inside).rule.clauses;
		expect(limit?.kind === 'limit' && summaryOfLimit(limit)).toBe(expected);
	});

	test.each([
		['active from 2026-01-01 until 2026-03-31', '1 January to 31 March 2026'],
		['active from 2026-01-05 until 2026-01-31', '5 to 31 January 2026'],
		['active from 2025-12-01 until 2026-01-31', '1 December 2025 to 31 January 2026'],
		['active from 2026-02-14 until 2026-02-14', '14 February 2026'],
		['active from 2026-02-14', 'from 14 February 2026'],
		['active until 2026-02-14', 'until 14 February 2026'],
		['active from 2026-02-14 08:00 until 2026-02-14 18:30', '08:00 on 14 February 2026 to 18:30 on 14 February 2026'],
		['active', 'from …'],
	])('%s', (inside, expected) => {
		const [active] = ruleOf(inside).rule.clauses;
		expect(active?.kind === 'active' && summaryOfDates(active)).toBe(expected);
	});
});

describe('a filter in few words', () => {
	test.each([
		['total', 'the total'],
		['total excluding taxes, fees, tip', 'the total without taxes, fees and tip'],
		['total excluding points', 'the total without the part paid with points'],
		['total before discounts', 'the total, before discounts'],
		['items', 'all items'],
		['items except item "GIFT-CARD"', 'all items, without GIFT-CARD'],
		['items in category "Drinks" except item "GIFT-CARD"', 'items in category Drinks, without GIFT-CARD'],
		[
			'items in category "Drinks", "Retail", subcategory "Espresso"',
			'items in category Drinks or Retail or subcategory Espresso',
		],
		['items not in category "Drinks", "Retail"', 'items not in category Drinks or Retail'],
		['items in combo "Lunch", item "LATTE"', 'items in combo Lunch or LATTE'],
		['', '…'],
	])('%s', (source, expected) => {
		const [filter] = parse(`filter "X" = ${source}`).document.declarations;
		expect(filter?.kind === 'filter' && summaryOfFilter(filter)).toBe(expected);
	});
});
