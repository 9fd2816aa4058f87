import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '#grammar';
import { describe, expect, test } from 'vitest';
import type { CheckOptions } from '../check/check.ts';
import { compile } from '../compile.ts';
import { marked, PROGRAM } from './fixtures/marked.ts';
import { quickFixes } from './quick-fixes.ts';

const options: CheckOptions = {
	today: { year: 2026, month: 2, day: 7 },
	catalog: {
		stores: [{ id: 'dxb-mall', name: 'Dubai Mall', chain: null, city: null }],
		items: [{ sku: 'LATTE', name: 'Latte', category: 'Drinks', subcategory: null, priceMinor: null }],
	},
};

/** What is offered at the caret of a text that follows the program: each title, and the text after it. */
function offered(source: string, head = PROGRAM): Record<string, string> {
	const { text, caret } = marked(head + source);
	const fixes = quickFixes(compile(text, options), { start: caret, end: caret }, options);
	return Object.fromEntries(
		fixes.map(({ title, edits }) => {
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
			'rule A {\n  earn 1\n  exclu‸sive "X"\n}',
			'Put it in a comment',
			'rule A {\n  earn 1\n  // exclusive "X"\n}',
		],
		[
			'not evaluated yet, of several lines',
			'rule A {\n  when {\n    an‸y {\n      tier is Gold\n    }\n  }\n  earn 1\n}',
			'Put it in a comment',
			'rule A {\n  when {\n    // any {\n    //   tier is Gold\n    // }\n  }\n  earn 1\n}',
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
		expect(offered('rule A { earn 1 exclu‸sive "X" }')).toEqual({});
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

describe('changes of a rule', () => {
	test('at its head', () => {
		expect(offered('rule "A‸" {\n  earn 1\n}')).toEqual({
			'Disable the rule': 'rule "A" {\n  status disabled\n  earn 1\n}',
		});
		expect(offered('ru‸le "A" { status disabled earn 1 }')).toEqual({
			'Enable the rule': 'rule "A" { status enabled earn 1 }',
		});
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
