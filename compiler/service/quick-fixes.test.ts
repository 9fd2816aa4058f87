import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '#grammar';
import { describe, expect, test } from 'vitest';
import type { CheckOptions } from '../check/check.ts';
import { compile } from '../compile.ts';
import { marked, PROGRAM } from './fixtures/marked.ts';
import { fixAll, type OfferedChange, quickFixes } from './quick-fixes.ts';

const options: CheckOptions = {
	today: { year: 2026, month: 2, day: 7 },
	catalog: {
		stores: [{ id: 'dxb-mall', name: 'Dubai Mall', chain: null, city: null }],
		items: [{ sku: 'LATTE', name: 'Latte', category: 'Drinks', subcategory: null, priceMinor: null }],
	},
};

/** What is offered at the caret, or for the stretch, of a text that follows the program: each title, and the text after it. */
function offered(source: string, head = PROGRAM, kind: OfferedChange['kind'] = 'fix'): Record<string, string> {
	const { text, caret, spans } = marked(head + source);
	const fixes = quickFixes(compile(text, options), spans[0] ?? { start: caret, end: caret }, options);
	return Object.fromEntries(
		fixes
			.filter((fix) => fix.kind === kind)
			.map(({ title, edits }) => {
				const after = applyEdits(text, edits);
				return [title, after.startsWith(head) ? after.slice(head.length) : after];
			}),
	);
}

describe('fixes of problems', () => {
	test('a name that nobody declares: the nearest one, or a new filter', () => {
		expect(offered('rule A { earn "Fo‸d" }')).toEqual({
			'Change to `Food`': 'rule A { earn "Food" }',
			'Create the filter `Fod`': 'filter "Fod" = total excluding taxes, fees, tip\nrule A { earn "Fod" }',
		});
	});

	test('a filter that is called like a category', () => {
		expect(offered('rule A { when { spend "Drin‸ks" > 5 } earn 1 }')).toEqual({
			'Create the filter `Drinks`':
				'filter "Drinks" = items in category "Drinks"\nrule A { when { spend "Drinks" > 5 } earn 1 }',
		});
	});

	test('a channel that is not enabled', () => {
		const fixes = offered('rule A { when { channel is "self ser‸vice" } earn 1 }');
		expect(Object.keys(fixes)).toEqual(['Enable the channel `self service`']);
		expect(fixes['Enable the channel `self service`']).toContain('channels app, "web shop", "self service"\n');
	});

	test('an order type where none is enabled', () => {
		const head = 'program "A" {\n  currency AED // dirham\n  timezone "Asia/Dubai"\n}\n';
		expect(offered('rule A { when { order type is pick‸up } earn 1 }', head)).toEqual({
			'Enable the order type `pickup`':
				'program "A" {\n  currency AED // dirham\n  timezone "Asia/Dubai"\n  order types pickup\n}\nrule A { when { order type is pickup } earn 1 }',
		});
	});

	test.each([
		['unused filter', 'filter "Tea‸" = items\n', 'Remove the filter', ''],
		[
			'repeated clause, with its comment',
			'rule A {\n  status enabled\n  // again\n  sta‸tus disabled\n  earn 1\n}',
			'Remove the repeated clause',
			'rule A {\n  status enabled\n  earn 1\n}',
		],
		[
			'repeated name',
			'rule A { when { tier is Gold, Bronze, Go‸ld } earn 1 }',
			'Remove the repeated name',
			'rule A { when { tier is Gold, Bronze } earn 1 }',
		],
		[
			'repeated store',
			'rule A { when { store is "dxb-mall", "dxb‸-mall" } earn 1 }',
			'Remove the repeated name',
			'rule A { when { store is "dxb-mall" } earn 1 }',
		],
		['no effect', 'rule "A‸" {\n  priority 5\n}', 'Add `earn 10`', 'rule "A" {\n  priority 5\n  earn 10\n}'],
		[
			'dates reversed',
			'rule A { active fr‸om 2027-03-01 until 2027-01-01 earn 1 }',
			'Exchange the two dates',
			'rule A { active from 2027-01-01 until 2027-03-01 earn 1 }',
		],
		['percent', 'rule A { priority 5%‸ earn 1 }', 'Remove the `%`', 'rule A { priority 5 earn 1 }'],
		[
			'equal times',
			'rule A { when { on Mon between‸ 11:00 and 11:00 } earn 1 }',
			'Leave the times out',
			'rule A { when { on Mon } earn 1 }',
		],
		[
			'between reversed',
			'rule A { when { spend "Net" between 9‸ and 5 } earn 1 }',
			'Exchange the two amounts',
			'rule A { when { spend "Net" between 5 and 9 } earn 1 }',
		],
		[
			'not evaluated yet',
			'program A { currency AED }\nexpi‸ry { expires at year end }\n',
			'Put it in a comment',
			'program A { currency AED }\n// expiry { expires at year end }\n',
		],
		[
			'not evaluated yet, of several lines',
			'rule A {\n  earn 1\n}\nex‸piry {\n  expires at year end\n}\n',
			'Put it in a comment',
			'rule A {\n  earn 1\n}\n// expiry {\n//   expires at year end\n// }\n',
		],
		['a misspelt clause', 'rule A { ern‸ 1 }', 'Write `earn`', 'rule A { earn 1 }'],
	])('%s', (_what, source, title, after) => {
		expect(offered(source)[title]).toBe(after);
	});

	test.each([
		['program "‸A" {}', 'Add `currency AED`', 'program "A" {\n  currency AED\n}'],
		[
			'program "‸A" {\n  currency AED\n}',
			'Add `timezone "Asia/Dubai"`',
			'program "A" {\n  currency AED\n  timezone "Asia/Dubai"\n}',
		],
		[
			'program "A" { currency AED timezone "Asia/Dub‸ay" }',
			'Change to `Asia/Dubai`',
			'program "A" { currency AED timezone "Asia/Dubai" }',
		],
		[
			'tiers by lifetime points { tier A from 1‸0 {} }',
			'Start the first tier at 0',
			'tiers by lifetime points { tier A from 0 {} }',
		],
		['tiers by hand { tier A from 1‸0 {} }', 'Remove the threshold', 'tiers by hand { tier A {} }'],
	])('%s', (source, title, after) => {
		expect(offered(source, '')[title]).toBe(after);
	});

	test('nothing that would take a comment along, nothing where there is no problem', () => {
		expect(offered('rule A { when { tier is Gold, // first\n Go‸ld } earn 1 }')).toEqual({});
		expect(offered('rule A { earn 1 mult‸iply base by 2 }')).toEqual({});
		expect(offered('rule A { ea‸rn 1 }')).toEqual({});
	});

	test('the one that was almost certainly meant is marked', () => {
		const text = `${PROGRAM}rule A { earn "Fod" }`;
		const at = text.indexOf('"Fod"');
		const fixes = quickFixes(compile(text), { start: at, end: at });
		expect(fixes.map(({ kind, preferred, solves }) => [kind, preferred, solves?.code])).toEqual([
			['fix', true, 'unknown-name'],
			['fix', false, 'unknown-name'],
		]);
	});
});

describe('names that nobody declares', () => {
	test.each([
		['a segment', 'rule A { when { segment is St‸aff } earn 1 }', 'Declare the segment `Staff`', 'segment Staff'],
		[
			'a set',
			'rule A { exclusive "De‸als" earn 1 }',
			'Declare the exclusive set `Deals`',
			'exclusive "Deals" picks highest points',
		],
		['a flag', 'rule A { when { vi‸p } earn 1 }', 'Declare the attribute `vip`', 'attribute transaction vip flag'],
		[
			'values',
			'rule A { when { met‸hod is card, cash } earn 1 }',
			'Declare the attribute `method`',
			'attribute transaction method one of card, cash',
		],
		[
			'a number',
			'rule A { when { wei‸ght >= 2 } earn 1 }',
			'Declare the attribute `weight`',
			'attribute transaction weight number',
		],
		[
			'a date',
			'rule A { active by boo‸ked from 2026-01-01 earn 1 }',
			'Declare the attribute `booked`',
			'attribute transaction booked date',
		],
		[
			'what counts units',
			'rule A { when { quantity "Cu‸ps" >= 2 } earn 1 }',
			'Create the filter `Cups`',
			'filter "Cups" = items',
		],
		[
			'a fact of a member in a test',
			'test A { member { vi‸p } purchase at 2026-02-07 {} expect total 0 }',
			'Declare the attribute `vip`',
			'attribute member vip flag',
		],
	])('%s', (_what, source, title, declaration) => {
		const { text, caret } = marked(PROGRAM + source);
		const found = quickFixes(compile(text, options), { start: caret, end: caret }, options);
		const fix = found.find((each) => each.title === title);
		expect(fix && applyEdits(text, fix.edits)).toContain(`\n${declaration}\n`);
	});

	test('a value that an attribute does not have', () => {
		const head = `${PROGRAM}attribute transaction method one of cash, card\n`;
		const { text, caret } = marked(`${head}rule A { when { method is voucher‸ } earn 1 }`);
		const found = quickFixes(compile(text, options), { start: caret, end: caret }, options);
		const fix = found.find(({ title }) => title === 'Add `voucher` to the values of `method`');
		expect(fix && applyEdits(text, fix.edits)).toContain('one of cash, card, voucher\n');
	});
});

describe('all of a kind', () => {
	test('the mechanical fixes of one kind together', () => {
		expect(offered('rule A { earn "Fo‸od" * 1,5 earn "Net" * 2,5 }', PROGRAM, 'fix all')).toEqual({});
		expect(offered('rule A { earn "Food" * 1,‸5 earn "Net" * 2,5 }', PROGRAM, 'fix all')).toEqual({
			'Solve all 2 problems of this kind': 'rule A { earn "Food" * 1.5 earn "Net" * 2.5 }',
		});
	});

	test('everything at once', () => {
		const text = `${PROGRAM}rule A { ern "Food" * 1,5 }`;
		const first = fixAll(compile(text, options), undefined, options);
		const better = first && applyEdits(text, first.edits);
		expect(better).toBe(`${PROGRAM}rule A { earn "Food" * 1,5 }`);
		expect(fixAll(compile(PROGRAM, options), undefined, options)).toBeNull();
	});
});

describe('changes of a rule', () => {
	test('at its head', () => {
		expect(offered('rule "A‸" {\n  earn 1\n}', PROGRAM, 'refactor')).toEqual({
			'Disable the rule': 'rule "A" {\n  status disabled\n  earn 1\n}',
			'Duplicate the rule': 'rule "A" {\n  earn 1\n}\n\nrule "A 2" {\n  earn 1\n}',
		});
		expect(offered('ru‸le "A" { status disabled earn 1 }', PROGRAM, 'refactor')['Enable the rule']).toBe(
			'rule "A" { status enabled earn 1 }',
		);
	});

	test('at the head of a rule in a campaign', () => {
		const source = 'campaign "C" {\n  rule "A‸" { earn 1 }\n}';
		expect(offered(source, PROGRAM, 'refactor')['Disable the rule']).toBe(
			'campaign "C" {\n  rule "A" { status disabled earn 1 }\n}',
		);
	});

	test('at a condition', () => {
		expect(offered('rule A { when { tier is Go‸ld } earn 1 }', PROGRAM, 'refactor')).toEqual({
			'Turn the condition into its opposite': 'rule A { when { tier is not Gold } earn 1 }',
			'Put `any { … }` around it': 'rule A { when { any { tier is Gold } } earn 1 }',
			'Put `all { … }` around it': 'rule A { when { all { tier is Gold } } earn 1 }',
			'Put `not { … }` around it': 'rule A { when { not { tier is Gold } } earn 1 }',
		});
	});

	test('at several conditions, and at a group', () => {
		const two = 'rule A { when { «tier is Gold spend "Net" > 5» } earn 1 }';
		expect(offered(two, PROGRAM, 'refactor')['Put `any { … }` around them']).toBe(
			'rule A { when { any { tier is Gold spend "Net" > 5 } } earn 1 }',
		);
		const group = 'rule A { when { an‸y { tier is Gold spend "Net" > 5 } } earn 1 }';
		expect(offered(group, PROGRAM, 'refactor')['Take `any { … }` away']).toBe(
			'rule A { when { tier is Gold spend "Net" > 5 } earn 1 }',
		);
		const inside = 'rule A { when { any { tier is Gold spend "N‸et" > 5 } } earn 1 }';
		expect(offered(inside, PROGRAM, 'refactor')['Put `not { … }` around it']).toBeUndefined();
		expect(Object.keys(offered(inside, PROGRAM, 'refactor'))).toContain('Put `all { … }` around it');
	});

	test('nowhere else', () => {
		expect(offered('rule A { ea‸rn 1 }', PROGRAM, 'refactor')).toEqual({});
		expect(offered('filter "X‸" = items', PROGRAM, 'refactor')).toEqual({});
	});
});

test('every fix that a problem brings itself stands the trial', () => {
	const folders = [join(import.meta.dirname, '../fixtures/problems'), join(import.meta.dirname, '../../grammar/fixtures')];
	const pages = folders.flatMap((folder) => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')));
	let tried = 0;
	for (const page of pages) {
		const [text = ''] = page.split(/^[─-]{10,}$/m);
		const compilation = compile(text, options);
		for (const problem of compilation.problems) {
			if (!problem.fix) continue;
			tried++;
			const titles = quickFixes(compilation, problem.span, options).map(({ title }) => title);
			expect({ text, titles }).toEqual({ text, titles: expect.arrayContaining([problem.fix.title]) });
		}
	}
	expect(tried).toBeGreaterThan(20);
});
