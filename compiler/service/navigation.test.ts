import { describe, expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { marked, PROGRAM, withMarks } from './fixtures/marked.ts';
import { definition, highlights, references, usedNames } from './navigation.ts';

/** The text with what a question about its caret found marked in it. */
function found(source: string, ask: (text: string, caret: number) => { start: number; end: number }[]): string {
	const { text, caret } = marked(source);
	return withMarks(text, ask(text, caret));
}

describe('where a name is declared', () => {
	test.each([
		['a filter in a condition', 'filter «"Food"» = items\nrule A { when { spend "Fo‸od" >= 5 } }'],
		['a filter in a formula', 'filter «"Food"» = items\nrule A { earn 2 * ("Food" + ‸"Food") }'],
		['a filter in the base of a tier', 'tiers by hand { tier A { earn "Food"‸ } }\nfilter «"Food"» = items'],
		['a tier', 'tiers by hand { tier «Gold» {} }\nrule A { when { tier is not Go‸ld } }'],
		['a channel', 'program A { channels app, «"web shop"» }\nrule A { when { channel is app, "web‸ shop" } }'],
		['an order type', 'program A { order types «dine_in» }\nrule A { when { order type is ‸dine_in } }'],
		['itself, at a declaration', 'filter «"Fo‸od"» = items'],
		['itself, at a rule', 'rule «‸A» { earn 10 }'],
		['the first of two', 'filter «"Food"» = items\nfilter "Food" = total\nrule A { earn "Fo‸od" }'],
		['itself, at the second of two', 'filter "Food" = items\nfilter «"Fo‸od"» = total\nrule A { earn "Food" }'],
		['whatever is broken around it', 'filter «"Food"» = \nrule { when { spend "Fo‸od" >=\n tier is'],
		['whatever the script', 'filter «"غداء 🍕"» = items\nrule A { earn "غد‸اء 🍕" }'],
		['a quote in it', 'filter «"say \\"hi\\""» = items\nrule A { earn "say \\"‸hi\\"" }'],
		['a segment', 'segment «Staff»\nrule A { when { segment is Sta‸ff } }'],
		['a segment in a test', 'segment «Staff»\ntest T { member { segment Sta‸ff } }'],
		['an attribute', 'attribute member «vip» flag\nrule A { when { any { vi‸p } } }'],
		['an attribute behind a filter', 'attribute transaction «miles» number\nfilter "M" = attribute mi‸les'],
		['an attribute in a test', 'attribute member «vip» flag\ntest T { member { vi‸p } }'],
		['a value', 'attribute transaction m one of «cash», card\nrule A { when { m is not ca‸sh } }'],
		['a value in a test', 'attribute transaction m one of cash, «card»\ntest T { purchase at 2026-01-01 { m ca‸rd } }'],
		['nothing at a value of another attribute', 'attribute member m one of cash\nrule A { when { n is ca‸sh } }'],
		['an exclusive set', 'exclusive «"Deals"» picks highest points\nrule A { exclusive "De‸als" }'],
		['a rule in a test', 'campaign C { rule «"A"» { earn 1 } }\ntest T { expect "‸A" earns 1 }'],
		['a filter of a step', 'filter «"F"» = items\nrule A { earn 1 for every 10 of "F‸" }'],
		['a filter of a multiplier', 'filter «"F"» = items\nrule A { multiply points on "F‸" by 2 }'],
		['a filter of a limit', 'filter «"F"» = items\nrule A { limit points to "F‸" * 2 per transaction }'],
		['a filter of the tiers', 'filter «"F"» = items\ntiers by lifetime spend of "F‸" { tier A from 0 {} }'],
		['a filter of a redemption', 'filter «"F"» = items\nredemption { at most 50% of "F‸" }'],
		['a filter in a clause that cannot be read', 'filter «"F"» = items\nrule A { when { spend "F‸" >> 5 } }'],
		['nothing at an event', 'rule A on event "sur‸vey" { earn 1 }'],
		['nothing at a built-in filter', 'rule A { earn "Total with‸ fees, taxes and tip" }'],
		['nothing at a store', 'rule A { when { store is "dxb-‸mall" } }'],
		['nothing at an item', 'filter A = items in item "LAT‸TE"'],
		['nothing at a name that nobody declares', 'rule A { when { tier is Plat‸inum } }'],
		['nothing at a tier of the name of a filter', 'filter Gold = items\nrule A { when { tier is Go‸ld } }'],
		['nothing at a word of the language', 'filter "Food" = items\nrule A { wh‸en { spend "Food" >= 5 } }'],
		['nothing in a comment', 'filter "Food" = items\nrule A { earn 1 } // "Fo‸od"'],
	])('%s', (_what, source) => {
		const { text, spans } = marked(source);
		const answer = found(source, (program, caret) => {
			const target = definition(compile(program), caret);
			return target ? [target.nameSpan] : [];
		});
		expect(answer).toBe(withMarks(text, spans));
	});

	test('with its kind, the whole declaration and the name that was asked about', () => {
		const { text, caret } = marked(`${PROGRAM}rule A { when { tier is Go‸ld } }`);
		const target = definition(compile(text), caret);
		const words = target && [target.from, target.nameSpan, target.span].map(({ start, end }) => text.slice(start, end));
		expect(target?.kind).toBe('tier');
		expect(words).toEqual(['Gold', 'Gold', 'tier Gold from 500 { color #D4AF37 earn "Net" * 2 multiply points by 1.5 }']);
	});
});

describe('where a name stands', () => {
	test.each([
		['filter «"Food"» = items\nrule A { when { spend «"Fo‸od"» >= 5 } earn «"Food"» * 2 }'],
		['tiers by hand { tier «Gold» { earn "Gold" } }\nrule A { when { tier is «G‸old» tier is not «"Gold"» } }'],
		['program A { channels «ap‸p» }\nrule app { when { channel is «app» order type is app } }'],
		['rule A { when { store is «"x‸"», "y", chain "x" store is not «"x"» } }'],
		['rule A { earn «"Total ‸with fees, taxes and tip"» }\nrule B { earn «"Total with fees, taxes and tip"» }'],
		['rule A { when { tier is «Plati‸num» } }\nrule B { when { tier is «Platinum» } }'],
		['filter "Food" = items\nfilter «"Fo‸od"» = total\nrule A { earn "Food" }'],
		['rule A { ea‸rn 10 }'],
		['rule A on event «"x‸"» { earn 1 }\nrule B on event «"x"» {}\ntest T { event «"x"» at 2026-01-01 }'],
		['rule «"A"» { earn 1 }\ntest T { expect «"‸A"» earns 1 expect «"A"» earns 2 }'],
		['filter F = items in combo «"Lu‸nch"»\ntest T { purchase at 2026-01-01 { item "X" combo «"Lunch"» 1 x 2.00 } }'],
		['filter «"F"» = items\nrule A { when { spend «"F‸"» >> 5 spend «"F"» > 1 } }'],
	])('%s', (source) => {
		const { text, spans } = marked(source);
		expect(found(source, (program, caret) => highlights(compile(program), caret).map(({ span }) => span))).toBe(
			withMarks(text, spans),
		);
	});

	test('with or without the declaration', () => {
		const { text, caret } = marked('filter "Food" = items\nrule A { earn "Fo‸od" + "Food" }');
		const compilation = compile(text);
		const counted = (includeDeclaration: boolean) =>
			references(compilation, caret, { includeDeclaration }).map(({ declares }) => declares);
		expect(counted(true)).toEqual([true, false, false]);
		expect(counted(false)).toEqual([false, false]);
	});
});

describe('the names that a part uses', () => {
	const source = `program P { channels app order types pickup }
filter "Food" = items in category "Meals", item "SOUP"
filter "Other" = items in category "Drinks"
exclusive "Deals" picks highest points
rule A {
	when { channel is app spend "Food" > 1 store is "dxb", chain "Express" spend "Food" < 9 }
	earn "Total with fees, taxes and tip"
	exclusive "Deals"
}
rule B { earn "Other" }`;

	test.each([
		[
			0,
			[
				'channel app',
				'filter Food',
				'store dxb',
				'chain Express',
				'filter Total with fees, taxes and tip',
				'exclusive set Deals',
				'category Meals',
				'item SOUP',
			],
		],
		[1, ['filter Other', 'category Drinks']],
	])('are those of rule %i, each once, and those of its filters', (index, names) => {
		const program = compile(source);
		const rules = program.document.declarations.filter(({ kind }) => kind === 'rule');
		const span = rules[index]?.span ?? { start: 0, end: 0 };
		expect(usedNames(program, span).map(({ kind, name }) => `${kind} ${name}`)).toEqual(names);
	});
});
