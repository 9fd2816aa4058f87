import { describe, expect, it } from 'vitest';
import { applyEdits } from './edit.ts';
import { format, formatRange } from './format.ts';
import { mostCharacters, parse } from './parse.ts';

/** A text laid out. That it settles at once is checked with every case. */
function formatted(text: string): string {
	const after = applyEdits(text, format(text));
	expect(format(after)).toEqual([]);
	return after;
}

/** Lines without the indentation that the test has. */
function page(lines: string): string {
	return lines
		.replace(/^\n/, '')
		.replace(/^\t+/gm, (tabs) => tabs.slice(3))
		.replace(/\t+$/, '');
}

const layouts: readonly { readonly name: string; readonly before: string; readonly after: string }[] = [
	{
		name: 'one clause on a line, setting words and their values in columns, a limit beside them',
		before: `
			program "P"{currency AED
			timezone    "Asia/Dubai"   order types dine_in ,pickup
			    limit 5 points per transaction
			}`,
		after: `
			program "P" {
			  currency    AED
			  timezone    "Asia/Dubai"
			  order types dine_in, pickup
			  limit 5 points per transaction
			}
			`,
	},
	{
		name: 'a formula with one blank around each operator, and none inside parentheses, before a percent or after a sign',
		before: 'rule A { priority - 5\nearn ( "Food"*2+10 % ) /-  3-5 }',
		after: `
			rule A {
			  priority -5
			  earn ("Food" * 2 + 10%) / -3 - 5
			}
			`,
	},
	{
		name: 'words of one clause on one line again, and conditions on lines of their own',
		before: `
			rule A {
				when { on Mon to
				  Fri between 11:00 and 14:00 spend "Food">=50 }
				earn
				5
			}
			`,
		after: `
			rule A {
			  when {
			    on Mon to Fri between 11:00 and 14:00
			    spend "Food" >= 50
			  }
			  earn 5
			}
			`,
	},
	{
		name: 'a rule stays on its line if it was there, and its parts stay off it if they were not',
		before: `
			rule A { when {birthday today} earn 5 }
			rule B {
			when {
			birthday today
			} }
			rule C {earn 5}
			rule Cake {
			earn 5 }
			rule D {   }
			`,
		after: `
			rule A { when { birthday today }  earn 5 }

			rule B {
			  when {
			    birthday today
			  }
			}

			rule C { earn 5 }

			rule Cake {
			  earn 5
			}

			rule D {}
			`,
	},
	{
		name: 'rules of one line in columns',
		before: 'rule A { earn 5 }\nrule "A longer name" {earn 10}\n\nrule B { earn 5 }\n',
		after: 'rule A               { earn 5 }\nrule "A longer name" { earn 10 }\n\nrule B { earn 5 }\n',
	},
	{
		name: 'rules of one line with their events and braces in columns',
		before: `
			rule "Welcome" on registration {earn 100}
			rule "Birthday gift" on birthday{ earn 250 }
			rule "Check in" on check_in { earn 10 limit once per day }
			rule "First" { when {purchase number is 1} earn 200 }
			`,
		after: `
			rule "Welcome"       on registration { earn 100 }
			rule "Birthday gift" on birthday     { earn 250 }
			rule "Check in"      on check_in     { earn 10  limit once per day }
			rule "First"                         { when { purchase number is 1 }  earn 200 }
			`,
	},
	{
		name: 'groups of conditions indented as they nest, and on one line where they were',
		before: `
			rule A {
			when { any { channel is app
			all { vip basket_weight>=2.5 } }
			not {tier is Gold segment is Staff} }
			earn 5
			}
			`,
		after: `
			rule A {
			  when {
			    any {
			      channel is app
			      all { vip  basket_weight >= 2.5 }
			    }
			    not { tier is Gold  segment is Staff }
			  }
			  earn 5
			}
			`,
	},
	{
		name: 'a campaign and what is in it',
		before: `
			campaign "Black Friday" { active from 2026-11-27 budget 1_000 points
			multiply points on "Coffee" by 3
			rule "Early birds" { when { on any day between 06:00 and 09:00 } earn 50 } }
			`,
		after: `
			campaign "Black Friday" {
			  active from 2026-11-27
			  budget 1_000 points
			  multiply points on "Coffee" by 3
			  rule "Early birds" { when { on any day between 06:00 and 09:00 }  earn 50 }
			}
			`,
	},
	{
		name: 'attributes, and the lines of a test, in columns',
		before: `
			attribute transaction payment_method one of cash,card
			attribute member vip flag
			test "T" { member { tier Gold purchases 12 }
			purchase at 2026-02-07 12:30 { item "LATTE" category "Drinks" subcategory "Espresso" 2 x 18.00
			item "SALAD" category "Food" 1 x 64.00 taxes 5.00 }
			expect total 957 }
			expiry { available after 14 days expires after 12 months }
			`,
		after: `
			attribute transaction payment_method one of cash, card
			attribute member      vip            flag

			test "T" {
			  member { tier Gold  purchases 12 }
			  purchase at 2026-02-07 12:30 {
			    item "LATTE" category "Drinks" subcategory "Espresso"  2 x 18.00
			    item "SALAD" category "Food"                           1 x 64.00
			    taxes 5.00
			  }
			  expect total 957
			}

			expiry { available after 14 days  expires after 12 months }
			`,
	},
	{
		name: 'tiers in rows and columns as they were written; a row without a clause leaves its place empty',
		before: `
			tiers by lifetime points {
			tier A from 0 { color #B87333 earn "Net total" * 1 }
			tier Bb from 1_000{color #A8A9AD multiply points by 2}
			tier C from 10_000 { color #A8A9AD earn 1 multiply points by 1.5 }
			tier 金 from 20_000 { earn 5 color #A8A9AD }
			tier D from 30_000 { color #A8A9AD
			earn 5 }
			tier E from 40_000 {}
			}
			`,
		after: `
			tiers by lifetime points {
			  tier A  from 0      { color #B87333  earn "Net total" * 1 }
			  tier Bb from 1_000  { color #A8A9AD                        multiply points by 2 }
			  tier C  from 10_000 { color #A8A9AD  earn 1                multiply points by 1.5 }
			  tier 金 from 20_000 { earn 5  color #A8A9AD }
			  tier D from 30_000 {
			    color #A8A9AD
			    earn 5
			  }
			  tier E from 40_000 {}
			}
			`,
	},
	{
		name: 'filters in columns, up to a blank line',
		before: 'filter "A" = total\n// of food\nfilter "Food, all of it"=items\n\nfilter "B"   =   total\n',
		after: 'filter "A"               = total\n// of food\nfilter "Food, all of it" = items\n\nfilter "B" = total\n',
	},
	{
		name: 'the first words of a rule in columns, up to a clause of another kind',
		before: 'rule A {\nabout "x"\npriority 5\nwhen always\nstatus enabled\n\nactive from 2026-01-01\n}\n',
		after: 'rule A {\n  about    "x"\n  priority 5\n  when always\n  status enabled\n\n  active from 2026-01-01\n}\n',
	},
	{
		name: 'one blank line of several, none at the edges of braces and of the text',
		before: '\n\n// a\n\n\n\nrule A {\n\n\n  earn 5\n\n\n\n  earn 6\n\n}\n\n\n',
		after: '// a\n\nrule A {\n  earn 5\n\n  earn 6\n}\n',
	},
	{
		name: 'a blank line around declarations of several lines, above their comments',
		before: 'filter "A" = total\n// one\n// two\nrule A {\nearn 5\n} // behind\nrule B { earn 5 }\nrule C { earn 5 }\n',
		after: 'filter "A" = total\n\n// one\n// two\nrule A {\n  earn 5\n} // behind\n\nrule B { earn 5 }\nrule C { earn 5 }\n',
	},
	{
		name: 'comments above, behind and inside, where they were',
		before: `
			rule A { // open
			    // first
			about "x"// tight
			when // inside
			// a line inside
			{ birthday today // cond
			// last
			} earn 5 // five
			// end
			} // behind
			// eof  `,
		after: `
			rule A { // open
			  // first
			  about "x" // tight
			  when // inside
			  // a line inside
			  {
			    birthday today // cond
			    // last
			  }
			  earn 5 // five
			  // end
			} // behind
			// eof  
			`,
	},
	{
		name: 'comments of one column stay in one, the others as far off as they were',
		before: `
			program P {
			  currency AED // near
			  channels app,web      // the enabled
			  order types x         // ones
			}
			`,
		after: `
			program P {
			  currency    AED // near
			  channels    app, web      // the enabled
			  order types x             // ones
			}
			`,
	},
	{
		name: 'a long list filled up to the hundredth column, or broken where its author broke it',
		before: `
			rule A {
			  when {
			    store is "dxb-mall", "dxb-marina", "dxb-airport", "auh-corniche", "auh-yas", "shj-beach", "rak-hamra", "aan-jimi"
			    store is "dxb-mall", "dxb-marina", "dxb-airport",
			    "auh-corniche", "auh-yas",
			    "shj-beach", "rak-hamra", "aan-jimi", "fuj-port"
			  }
			}
			`,
		after: `
			rule A {
			  when {
			    store is "dxb-mall", "dxb-marina", "dxb-airport", "auh-corniche", "auh-yas", "shj-beach",
			        "rak-hamra", "aan-jimi"
			    store is "dxb-mall", "dxb-marina", "dxb-airport",
			        "auh-corniche", "auh-yas",
			        "shj-beach", "rak-hamra", "aan-jimi", "fuj-port"
			  }
			}
			`,
	},
	{
		name: 'what does not fit on a line of a hundred columns on several',
		before: `rule A { when { spend ${JSON.stringify('x'.repeat(72))} >= 5_000 } }`,
		after: `rule A {\n  when { spend ${JSON.stringify('x'.repeat(72))} >= 5_000 }\n}\n`,
	},
	{
		name: 'and on one more where it still does not',
		before: `rule A { when { spend ${JSON.stringify('x'.repeat(72))} >= 50_000 } }`,
		after: `rule A {\n  when {\n    spend ${JSON.stringify('x'.repeat(72))} >= 50_000\n  }\n}\n`,
	},
];

describe('a text is laid out', () => {
	it.each(layouts)('$name', ({ before, after }) => expect(formatted(page(before))).toBe(page(after)));

	it('with its own line breaks', () => {
		expect(formatted('rule A {\r\nearn 5\nearn 6 }')).toBe('rule A {\r\n  earn 5\r\n  earn 6\r\n}\r\n');
		expect(formatted('rule A {\nearn 5\r\n}\r\n')).toBe('rule A {\n  earn 5\n}\n');
		expect(formatted('rule A {\rearn 5 }\r')).toBe('rule A {\n  earn 5\n}\n');
	});

	it('from the first byte to the last', () => {
		expect(formatted('')).toBe('');
		expect(formatted(' \n\n')).toBe('');
		expect(formatted('\uFEFF\n filter A = total')).toBe('\uFEFFfilter A = total\n');
		expect(formatted('// only')).toBe('// only\n');
	});

	it('by the smallest edits', () => {
		expect(format('rule A {\n\tearn 5\n  earn   6\n}\n')).toEqual([
			{ span: { start: 9, end: 10 }, text: '  ' },
			{ span: { start: 24, end: 26 }, text: '' },
		]);
		expect(format('rule A { earn 5 }\r\n\r\n\r\n')).toEqual([{ span: { start: 19, end: 23 }, text: '' }]);
	});
});

const kept: readonly (readonly [name: string, text: string, part: string])[] = [
	['a clause that cannot be read', 'rule A {\n   erne   5 }', 'rule A {\n   erne   5 }'],
	['a missing part', '  rule A {\n   earn }  \n', '  rule A {\n   earn }  '],
	['a missing brace', 'rule A {\n\t\tearn   5\n', 'rule A {\n\t\tearn   5'],
	['a wrong escape in a text', 'rule A {\n\t\tabout   "\\n" }\n', 'rule A {\n\t\tabout   "\\n" }'],
	['words that nobody knows', 'rlue   "x" {\n\t earn 5}', 'rlue   "x" {\n\t earn 5}'],
	['an invisible mark', 'rule A {\n\t\tearn\u200f   5 }\n', 'rule A {\n\t\tearn\u200f   5 }'],
	[
		'whatever shares a line with it',
		'rule   A {\n\tearn 5 }  campaign "F" {\n                rulle B { earn 5 }\n}',
		'rule   A {\n\tearn 5 }  campaign "F" {\n                rulle B { earn 5 }\n}',
	],
];

describe('what could not be read keeps its lines', () => {
	it.each(kept)('%s', (_, text, part) => {
		expect(parse(text).problems).not.toEqual([]);
		const around = 'rule Before{earn 5}\n\n\n';
		const behind = '\n\n\n\nrule After{earn 5}';
		expect(formatted(around + text + behind)).toBe(`rule Before { earn 5 }\n\n${part}\n\nrule After { earn 5 }\n`);
	});

	it('even where there are so many problems that not all are named', () => {
		const faults = Array.from({ length: 1_010 }, () => 'rule A {\n    erne\n  5 }\n').join('');
		expect(format(faults)).toEqual([]);
		const marks = 'filter A =   total\u200f\n'.repeat(110);
		expect(format(marks)).toEqual([]);
	});

	it('as a whole where it is too long to be read', () => {
		expect(format(`rule A{earn 5}${' '.repeat(mostCharacters)}`)).toEqual([]);
	});
});

describe('a range of lines is laid out', () => {
	const text = 'rule A{\nearn   5\nearn   6\nearn   7\n}\n';
	const after = (start: number, end: number) => applyEdits(text, formatRange(text, { start, end }));

	it('and nothing above or below it', () => {
		const inside = text.indexOf('6');
		expect(after(inside, inside)).toBe('rule A{\nearn   5\n  earn 6\nearn   7\n}\n');
		expect(after(0, 0)).toBe('rule A {\nearn   5\nearn   6\nearn   7\n}\n');
		expect(after(0, text.length)).toBe(applyEdits(text, format(text)));
	});

	it('with lines that a line is divided into', () => {
		const shared = 'rule A{\nearn 5 earn 6}\nrule B{earn 7}\n';
		expect(applyEdits(shared, formatRange(shared, { start: 0, end: 10 }))).toBe(
			'rule A {\n  earn 5\n  earn 6\n}\nrule B{earn 7}\n',
		);
	});
});
