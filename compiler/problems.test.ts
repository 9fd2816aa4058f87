import { readdirSync, readFileSync } from 'node:fs';
import { catalogue, renderProblem } from '#grammar';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import type { Catalog } from './domain/catalog.ts';

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

describe('a page for each problem of a program', () => {
	it.each(pages)('%s', async (name) => {
		const text = readFileSync(new URL(name, folder), 'utf8');
		const { problems } = compile(text, { catalog, today });
		const code = name.replace('.earn', '');
		expect(problems.map((problem) => problem.code)).toContain(code);
		const rendered = problems.map((problem) => renderProblem(text, problem, { file: name })).join('\n\n');
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
