import { parse, parseCondition } from '#grammar';
import { describe, expect, test } from 'vitest';
import { plainText, proseOfCondition, summaryOfDates, summaryOfEffect, summaryOfFilter, summaryOfLimit } from './index.ts';

function ruleOf(inside: string) {
	const rule = parse(`rule "Lunch" {\n${inside}\n}`).document.declarations[0];
	if (rule?.kind !== 'rule') throw new Error('The test has no rule');
	return rule;
}

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
		['segment is Staff, VIP', 'Segment is Staff or VIP'],
		['quantity "Coffee" >= 2', 'Quantity of Coffee is at least 2'],
		['anniversary this month', 'In the month of the anniversary of the member’s joining'],
		['anniversary within 1 days', 'Within 1 day of the anniversary of the member’s joining'],
		['purchase number is 1', 'Purchase number is 1'],
		['purchase number is every 22', 'Every 22nd purchase'],
		['lifetime points >= 1_000', 'Lifetime points are at least 1,000'],
		['lifetime spend < 1_000', 'Lifetime spend is less than 1,000 AED'],
		['balance between 5 and 10', 'Balance is between 5 and 10'],
		['days since last purchase > 60', 'Days since last purchase are more than 60'],
		['payment_method is card, cash', 'payment_method is card or cash'],
		['payment_method is not card', 'payment_method is not card'],
		['basket_weight >= 2.5', 'basket_weight is at least 2.5'],
		['vip', 'vip is set'],
		['any { on Sat tier is Gold }', 'One of (on Saturdays; tier is Gold)'],
		['not { all { vip on Sat } channel is app }', 'None of (all of (vip is set; on Saturdays); channel is app)'],
		['any { }', 'One of (…)'],
		['spnd "Food" > 5', 'A condition that cannot be read'],
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
		['earn 1 for every 10 of "Food"', '1 point for every 10 of Food'],
		['earn 5 at least 3 points without multipliers', '5 points, at least 3 points, without multipliers'],
		['earn 200 for referrer', '200 points for the referrer'],
		['multiply points by 2', 'all points × 2'],
		[
			'earn 5 multiply base on "Food" by 1.5 multiply this by 2',
			'5 points and base points on Food × 1.5 and own points × 2',
		],
	])('%s', (inside, expected) => {
		expect(summaryOfEffect(ruleOf(inside))).toBe(expected);
	});

	test.each([
		['limit 500 points per transaction', 'at most 500 points per transaction'],
		['limit 1 point per transaction', 'at most 1 point per transaction'],
		['limit 1_000 points per day', 'at most 1,000 points per day'],
		['limit 5 points per lifetime or nothing', 'at most 5 points per lifetime, or nothing if it would be more'],
		['limit once per week', 'at most once per week'],
		['limit 3 times per rolling 7 days', 'at most 3 times in any 7 days'],
		['limit points to "Food" * 10 per transaction', 'at most 10 × Food points per transaction'],
		['limit', 'at most … points per …'],
	])('%s', (inside, expected) => {
		const [limit] = ruleOf(inside).clauses;
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
		['active by booked_at from 2026-02-14', 'from 14 February 2026 by booked_at'],
		['active', 'from …'],
	])('%s', (inside, expected) => {
		const [active] = ruleOf(inside).clauses;
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
		[
			'items in category "Drinks" except item "X" excluding points',
			'items in category Drinks, without X and the part paid with points',
		],
		['quantity of items in category "Fuel"', 'the number of items in category Fuel'],
		['quantity of items', 'the number of all items'],
		['attribute miles', 'the attribute miles'],
		['paid with points', 'the part paid with points'],
		['total above 100 up to 1_300', 'the total, above 100 and up to 1,300'],
		['items up to 50', 'all items, up to 50'],
		['', '…'],
	])('%s', (source, expected) => {
		const [filter] = parse(`filter "X" = ${source}`).document.declarations;
		expect(filter?.kind === 'filter' && summaryOfFilter(filter)).toBe(expected);
	});
});
