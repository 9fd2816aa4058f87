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
			'a name in a clause that cannot be read',
			'filter "X‸" = items\nrule A {\n  when { quantity "X" >= 2 }\n}',
			'Y',
			'`X` also stands in line 3, in a clause that cannot be read; change that one first.',
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
