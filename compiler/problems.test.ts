import { readdirSync, readFileSync } from 'node:fs';
import { applyEdits, catalogue, type Problem, type ProblemCode, renderProblem } from '#grammar';
import { describe, expect, it } from 'vitest';
import { notRecordedYet } from './check/not-recorded.ts';
import { type Compilation, compile } from './compile.ts';
import type { Catalog } from './domain/catalog.ts';
import { brokenTests, runTests } from './prove/index.ts';
import { quickFixes } from './service/quick-fixes.ts';

const folder = new URL('./fixtures/problems/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.earn'));

/** What the pages are checked against: one chain of two stores, two drinks and a cake, on 1 January 2026. */
const catalog: Catalog = {
	stores: [
		{ id: 'dxb-mall', name: 'Dubai Mall', chain: 'Bluebird', city: 'Dubai' },
		{ id: 's', name: 'Small', chain: null, city: null },
	],
	items: [
		{ sku: 'LATTE', name: 'Latte', category: 'Drinks', subcategory: 'Espresso', priceMinor: 1800 },
		{ sku: 'CAKE', name: 'Cake', category: 'Food', subcategory: 'Sweet', priceMinor: 2200 },
	],
};
const today = { year: 2026, month: 1, day: 1 };

/** What is said when a program is to be published, and not while it is written. */
const whenPublished: Readonly<Record<string, (compilation: Compilation) => readonly Problem[]>> = {
	'not-recorded-yet': notRecordedYet,
	'test-failed': (compilation) => brokenTests(runTests(compilation, { catalog })),
	'test-not-run': (compilation) => brokenTests(runTests(compilation, { catalog })),
};

describe('a page for each problem of a program', () => {
	it.each(pages)('%s', async (name) => {
		const text = readFileSync(new URL(name, folder), 'utf8');
		const compilation = compile(text, { catalog, today });
		const code = name.replace('.earn', '');
		const problems = whenPublished[code]?.(compilation) ?? compilation.problems;
		expect(problems.map((problem) => problem.code)).toContain(code);
		// That something is not evaluated yet is no matter of the other pages.
		const shown = problems.filter((problem) => problem.code === code || problem.code !== 'not-evaluated-yet');
		const rendered = shown.map((problem) => renderProblem(text, problem, { file: name })).join('\n\n');
		await expect(`${text.trimEnd()}\n${'─'.repeat(60)}\n${rendered}\n`).toMatchFileSnapshot(
			new URL(`${code}.page`, folder).pathname,
		);
	});

	it('exists for every row that the checker uses', () => {
		const reading = new Set(readdirSync(new URL('../grammar/fixtures/', import.meta.url)).map((name) => name.split('.')[0]));
		const covered = new Set(pages.map((name) => name.replace('.earn', '')));
		expect(Object.keys(catalogue).filter((code) => !covered.has(code) && !reading.has(code))).toEqual([]);
	});
});

/** What one change puts right that everybody would make. */
const mechanical: readonly ProblemCode[] = [
	'always-true',
	'between-reversed',
	'dates-reversed',
	'empty-band',
	'empty-campaign',
	'empty-expiry',
	'empty-group',
	'event-of-same-name',
	'first-tier-above-zero',
	'formula-limit-period',
	'frequency-or-nothing',
	'frequency-per-transaction',
	'impossible-day-start',
	'kept-without-years',
	'missing-setting',
	'missing-worth',
	'moved-without-thresholds',
	'no-award-of-its-own',
	'no-effect',
	'not-enabled',
	'points-in-quantity',
	'recipient-of-tier',
	'recipient-without-referral',
	'repeated-clause',
	'repeated-name',
	'share-without-percent',
	'unexpected-percent',
	'unexpected-threshold',
	'unknown-condition',
	'unknown-currency',
	'unknown-fact',
	'unknown-item',
	'unknown-name',
	'unknown-timezone',
	'unknown-value',
	'unused-filter',
	'wrong-currency',
];

describe('a fix', () => {
	const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
	const errors = (problems: readonly Problem[]) => problems.filter(({ severity }) => severity === 'error').length;

	it.each(mechanical)('is offered for %s', (code) => {
		const compilation = compile(read(`${code}.earn`), { catalog, today });
		const problems = compilation.problems.filter((problem) => problem.code === code);
		const offered = problems.flatMap(({ span }) => quickFixes(compilation, span, { catalog, today }));
		expect(offered.filter(({ kind, solves }) => kind === 'fix' && solves?.code === code)).not.toEqual([]);
	});

	it.each(pages)('that a problem of %s brings solves it, and brings no other error', (name) => {
		const text = read(name);
		const { problems } = compile(text, { catalog, today });
		for (const { code, span, fix } of problems) {
			if (!fix) continue;
			const after = compile(applyEdits(text, fix.edits), { catalog, today }).problems;
			const ofCode = (all: readonly Problem[]) => all.filter((problem) => problem.code === code).length;
			expect({ code, span, left: ofCode(after) }).toEqual({ code, span, left: ofCode(problems) - 1 });
			expect(errors(after)).toBeLessThanOrEqual(errors(problems));
		}
	});
});
