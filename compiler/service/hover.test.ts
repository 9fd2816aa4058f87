import { parse } from '#grammar';
import { describe, expect, test } from 'vitest';
import { hoverAt } from './hover.ts';

const TEXT = `program "Café" { currency AED timezone "Asia/Dubai" limit 5_000 points per transaction }
tiers by lifetime points { tier Gold from 5_000 { color #D4AF37 } }
filter "Food" = items in category "Drinks"
rule "All" { earn "Total with fees, taxes and tip" }
rule "Lunch" {
  when { tier is Gold spend "Food" >= 50 on Sat between 11:00 and 14:00 }
  earn "Food" * 2 + 10 // earn
  limit 500 points per transaction
}
`;

/** What is said at the first character of a part of the text, the `nth` time that it occurs. */
function hover(part: string, nth = 1) {
	let at = -1;
	for (let count = 0; count < nth; count++) at = TEXT.indexOf(part, at + 1);
	const found = hoverAt(TEXT, parse(TEXT).document, at);
	return found && { word: TEXT.slice(found.span.start, found.span.end), title: found.title, doc: found.doc };
}

describe('hovering', () => {
	test.each<[string, number, string, string]>([
		['"Food"', 2, 'Food', 'Cart filter: items in category Drinks.'],
		['"Food"', 3, 'Food', 'Cart filter: items in category Drinks.'],
		['"Total with', 1, 'Total with fees, taxes and tip', 'Cart filter that every program has.'],
		['Gold', 2, 'Gold', 'Tier from 5,000 points.'],
		[
			'"Lunch"',
			1,
			'Lunch',
			'Gold members who spend at least 50 AED on Food on Saturdays between 11:00 and 14:00 get 2 points for each AED plus 10 points, at most 500 a visit.',
		],
	])('the name %s (%i)', (part, nth, title, doc) => {
		expect(hover(part, nth)).toMatchObject({ title, doc });
	});

	test.each<[string, number, string]>([
		['program', 1, 'Program'],
		['tiers', 1, 'Tiers'],
		['tier ', 1, 'Tier'],
		['rule', 1, 'Rule'],
		['when', 1, 'Conditions'],
		['tier is', 1, 'Tier'],
		['spend', 1, 'Spend'],
		['on Sat', 1, 'Days and times'],
		['earn "Food"', 1, 'Points'],
		['limit', 1, 'Limit of the program'],
		['limit', 2, 'Limit'],
		['items', 1, 'Items'],
		['per transaction', 2, 'per'],
	])('the word %s (%i)', (part, nth, title) => {
		expect(hover(part, nth)?.title).toBe(title);
	});

	test('numbers, comments and blanks say nothing', () => {
		for (const part of ['// earn', '50 on', '  earn']) expect(hover(part)).toBeNull();
	});
});
