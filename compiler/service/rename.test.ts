import { applyEdits } from '#grammar';
import { describe, expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { marked, PROGRAM } from './fixtures/marked.ts';
import { prepareRename, rename } from './rename.ts';

const today = { year: 2026, month: 2, day: 7 };

/** The text after a rename at its caret, or why there is none. */
function renamed(source: string, name: string): string {
	const { text, caret } = marked(source);
	const planned = rename(compile(text, { today }), caret, name, { today });
	return planned.ok ? applyEdits(text, planned.edits) : planned.reason;
}

describe('renaming', () => {
	test.each([
		[
			'a filter, wherever it is used',
			'tiers by hand { tier A { earn "Fo‸od" } }\nfilter "Food" = items\nrule B { when { spend "Food" > 5 } earn "Food" }',
			'Lunch menu',
			'tiers by hand { tier A { earn "Lunch menu" } }\nfilter "Lunch menu" = items\nrule B { when { spend "Lunch menu" > 5 } earn "Lunch menu" }',
		],
		[
			'a filter keeps its quotes',
			'filter "Fo‸od" = items rule B { earn "Food" }',
			'Lunch',
			'filter "Lunch" = items rule B { earn "Lunch" }',
		],
		[
			'a bare name gets quotes where it needs them',
			'tiers by hand { tier Gold {} } rule A { when { tier is Go‸ld } }',
			'Very gold',
			'tiers by hand { tier "Very gold" {} } rule A { when { tier is "Very gold" } }',
		],
		[
			'and loses them where it does not',
			'tiers by hand { tier "Very gold" {} } rule A { when { tier is "Very g‸old" } }',
			'Gold',
			'tiers by hand { tier Gold {} } rule A { when { tier is Gold } }',
		],
		[
			'quotes that somebody chose stay',
			'tiers by hand { tier "Gold" {} } rule A { when { tier is G‸old } }',
			'Silver',
			'tiers by hand { tier "Silver" {} } rule A { when { tier is Silver } }',
		],
		[
			'a word of the language gets quotes',
			'program A { channels ap‸p } rule A { when { channel is app } }',
			'points',
			'program A { channels "points" } rule A { when { channel is "points" } }',
		],
		[
			'no words grow together',
			'tiers by hand { tier"my ‸tier"{} } rule A { when { tier is"my tier"spend x > 1 } }',
			'mine',
			'tiers by hand { tier"mine"{} } rule A { when { tier is"mine"spend x > 1 } }',
		],
		[
			'an order type',
			'program A { order types dine_in, pick‸up } rule A { when { order type is pickup } }',
			'take away',
			'program A { order types dine_in, "take away" } rule A { when { order type is "take away" } }',
		],
		['a rule', 'rule "A‸" { earn 1 }', 'ق "1"', 'rule "ق \\"1\\"" { earn 1 }'],
		['quotes around the new name are not part of it', 'rule "A‸" { earn 1 }', '"B"', 'rule "B" { earn 1 }'],
		['the same name changes nothing', 'rule "A‸" { earn 1 }', 'A', 'rule "A" { earn 1 }'],
		[
			'the second of two alone',
			'filter "X" = items filter "X‸" = total rule A { earn "X" }',
			'Y',
			'filter "X" = items filter "Y" = total rule A { earn "X" }',
		],
		[
			'the first of two with its uses',
			'filter "X" = items filter "X" = total rule A { earn "‸X" }',
			'Y',
			'filter "Y" = items filter "X" = total rule A { earn "Y" }',
		],
		[
			'in broken text',
			'filter "X" = \nrule A { when { spend "X" >= \n tier is } earn "‸X" * }',
			'Y',
			'filter "Y" = \nrule A { when { spend "Y" >= \n tier is } earn "Y" * }',
		],
		[
			'a segment, in tests too',
			'segment St‸aff rule A { when { segment is not Staff } } test T { member { segment Staff } }',
			'Crew members',
			'segment "Crew members" rule A { when { segment is not "Crew members" } } test T { member { segment "Crew members" } }',
		],
		[
			'an attribute, wherever it is used',
			'attribute transaction miles number filter "M" = attribute miles rule A { when { mi‸les >= 5 any { miles > 1 } } } test T { purchase at 2026-01-01 { miles 5 } }',
			'km',
			'attribute transaction km number filter "M" = attribute km rule A { when { km >= 5 any { km > 1 } } } test T { purchase at 2026-01-01 { km 5 } }',
		],
		[
			'an attribute that is a clock',
			'attribute transaction boo‸ked date rule A { active by booked from 2026-01-01 }',
			'made',
			'attribute transaction made date rule A { active by made from 2026-01-01 }',
		],
		[
			'a value, of its own attribute only',
			'attribute transaction m one of cash, card attribute member n one of cash rule A { when { m is ca‸sh, card n is not cash } } test T { purchase at 2026-01-01 { m cash n cash } }',
			'coins',
			'attribute transaction m one of coins, card attribute member n one of cash rule A { when { m is coins, card n is not cash } } test T { purchase at 2026-01-01 { m coins n cash } }',
		],
		[
			'an exclusive set',
			'exclusive "De‸als" picks highest points rule A { exclusive "Deals" }',
			'Offers',
			'exclusive "Offers" picks highest points rule A { exclusive "Offers" }',
		],
		[
			'a rule, with the tests that expect something of it',
			'campaign "C" { rule "A" { earn 1 } } test T { expect "A‸" earns 1 }',
			'B',
			'campaign "C" { rule "B" { earn 1 } } test T { expect "B" earns 1 }',
		],
		['a campaign', 'campaign "C‸" { budget 5 points }', 'D', 'campaign "D" { budget 5 points }'],
		['a test', 'test "T‸" { expect total 5 }', 'U', 'test "U" { expect total 5 }'],
		[
			'an event, though nobody declares it',
			'rule A on event "sur‸vey" { earn 1 } test T { event "survey" at 2026-01-01 expect "A" earns 1 }',
			'answers',
			'rule A on event "answers" { earn 1 } test T { event "answers" at 2026-01-01 expect "A" earns 1 }',
		],
		[
			'a tier, in conditions within conditions and in tests',
			'tiers by hand { tier Go‸ld {} } rule A { when { any { not { tier is Gold } } } } test T { member { tier Gold } }',
			'Silver',
			'tiers by hand { tier Silver {} } rule A { when { any { not { tier is Silver } } } } test T { member { tier Silver } }',
		],
		[
			'a filter in every effect, limit and declaration that can have one',
			'filter "F‸" = items tiers by spend of "F" per year { tier A from 0 {} } redemption { at most 5% of "F" } rule A { when { quantity "F" > 1 } earn 1 for every 2 of "F" multiply points on "F" by 2 limit points to "F" * 2 per transaction }',
			'G',
			'filter "G" = items tiers by spend of "G" per year { tier A from 0 {} } redemption { at most 5% of "G" } rule A { when { quantity "G" > 1 } earn 1 for every 2 of "G" multiply points on "G" by 2 limit points to "G" * 2 per transaction }',
		],
		[
			'in clauses that cannot be read, where the word is unmistakable',
			'filter "X‸" = items\nrule A {\n  when { spend "X" >> 5 }\n  earn "X" * * ) 2\n}',
			'Y',
			'filter "Y" = items\nrule A {\n  when { spend "Y" >> 5 }\n  earn "Y" * * ) 2\n}',
		],
		[
			'where the same word means something else in a clause that cannot be read',
			'segment X‸ rule A {\n  when { segment is X spend "X" >> 5 }\n}',
			'Y',
			'segment Y rule A {\n  when { segment is Y spend "X" >> 5 }\n}',
		],
		[
			'comments and other kinds stay',
			'tiers by hand { tier X {} } filter X = items // X\nrule X { when { tier is X spend X‸ > 1 } }',
			'Y',
			'tiers by hand { tier X {} } filter Y = items // X\nrule X { when { tier is X spend Y > 1 } }',
		],
	])('%s', (_what, source, name, result) => {
		expect(renamed(source, name)).toBe(result);
	});
});

describe('renaming is refused', () => {
	const use = `${PROGRAM}rule "A" { when { channel is a‸pp } }`;
	test.each([
		['an empty name', use, '  ', 'A name cannot be empty.'],
		['a line break', use, 'a\nb', 'A name stands on one line and has no invisible characters.'],
		['a control character', use, 'a\u0007b', 'A name stands on one line and has no invisible characters.'],
		['a turned reading direction', use, 'a\u202eb', 'A name stands on one line and has no invisible characters.'],
		['half a character', use, 'a\ud83c', 'A name stands on one line and has no invisible characters.'],
		['a name that another one has', use, 'web shop', 'Another channel is called `web shop`.'],
		[
			'the name of a built-in filter',
			'filter "X‸" = items',
			'Total with fees, taxes and tip',
			'The filter `Total with fees, taxes and tip` is built in; choose another name.',
		],
		[
			'a built-in filter',
			'rule A { earn "Total with f‸ees, taxes and tip" }',
			'All',
			'The filter `Total with fees, taxes and tip` is built in and keeps its name.',
		],
		['a name that nobody declares', 'rule A { earn "Fo‸d" }', 'Food', 'No filter called `Fod` is declared in this program.'],
		[
			'a store',
			'rule A { when { store is "dx‸b" } }',
			'x',
			'`dxb` is a name of the catalogue and can be changed only there.',
		],
		['no name', 'rule A { ea‸rn 10 }', 'x', 'There is no name here that could be changed.'],
		[
			'a name in a clause that cannot be read, where nobody knows what it means',
			'filter "X‸" = items\nrule A {\n  earn 2 2 "X"\n}',
			'Y',
			'`X` also stands in line 3, in a clause that cannot be read; change that one first.',
		],
		[
			'a text that is no value of a list',
			'attribute transaction note text\nrule A { when { note is he‸llo } }',
			'y',
			'`hello` is a text of its own and declared nowhere.',
		],
		[
			'an event whose name another one has',
			'rule A on event "x‸" { earn 1 } rule B on event "y" { earn 1 }',
			'y',
			'Another event is called `y`.',
		],
		[
			'a value that its attribute has already',
			'attribute transaction m one of cash, ca‸rd',
			'cash',
			'Another attribute value is called `cash`.',
		],
		[
			'an attribute whose new name another one has',
			'attribute member x‸ flag attribute transaction y flag',
			'y',
			'Another attribute is called `y`.',
		],
		[
			'a name that is used already, though nobody declares it',
			'filter "X‸" = items rule A { earn "X" } rule B { earn "Y" }',
			'Y',
			'Under the name `Y` the program would mean something else.',
		],
	])('%s', (_what, source, name, reason) => {
		expect(renamed(source, name)).toBe(reason);
	});
});

test('what would be renamed', () => {
	const at = (source: string) => {
		const { text, caret } = marked(source);
		const target = prepareRename(compile(text), caret);
		return target.ok ? [text.slice(target.span.start, target.span.end), target.name] : target.reason;
	};
	expect(at(`${PROGRAM}rule A { when { channel is "web s‸hop" } }`)).toEqual(['"web shop"', 'web shop']);
	expect(at('program "Ca‸fé" {}')).toBe('The name of the program is used nowhere else; change it in place.');
});
