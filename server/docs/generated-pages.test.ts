/** The pages that are written from tables say what the tables say now. */
import { readdirSync, readFileSync } from 'node:fs';
import { catalogue } from '#grammar';
import { describe, expect, it } from 'vitest';
import { ebnf } from './ebnf.ts';
import { FAULTS } from './faults.ts';
import { GENERATED } from './generated-pages.ts';
import { READ_TO_BE_REFUSED, readGrammarSource } from './grammar-rules.ts';
import { renderMarkdown } from './markdown.ts';
import { compilePiece } from './pieces.ts';
import { REFUSALS } from './refusals.ts';
import { REMARKS } from './remarks.ts';
import { workedExamples } from './fixtures/worked-tables.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

it.each(Object.entries(GENERATED))('%s is as new (else: npx tsx server/docs/generate.ts)', async (name, write) => {
	expect(read(name)).toBe(await write());
});

describe('the page of problems', () => {
	const ids = new Set(renderMarkdown(read('problems.md'), () => null).headings.map(({ id }) => id));

	it('has an anchor for each code', () => {
		const codes = [...Object.keys(REFUSALS), ...Object.keys(catalogue), ...Object.keys(FAULTS)];
		expect(codes.filter((code) => !ids.has(code))).toEqual([]);
	});

	it('has every code that the border gives a fault', () => {
		const routes = readdirSync(new URL('../routes/', import.meta.url)).filter((name) => !/\.(test|bench)\./.test(name));
		const sources = ['../shapes.ts', ...routes.map((name) => `../routes/${name}`)].map(read).join('\n');
		const codes = [...sources.matchAll(/\bcode: '([a-z-]+)'/g)].map(([, code]) => code ?? '');
		expect(codes.length).toBeGreaterThan(10);
		expect(codes.filter((code) => !(code in FAULTS) && code !== 'custom')).toEqual([]);
	});
});

describe('the reference', () => {
	const reference = read('reference.md');

	it.each(workedExamples(reference).map(({ piece }) => piece))('shows an example without errors: %s', (piece) => {
		expect(compilePiece(piece).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
	});

	it('has room for every remark', () => {
		for (const remark of Object.values(REMARKS)) expect(reference).toContain(remark);
	});
});

describe('the grammar', () => {
	const source = readGrammarSource();

	it('defines every name that it uses, once', () => {
		const productions = ebnf(source)
			.split(/ ;(?:\n|$)/)
			.filter((each) => each !== '');
		const defined = productions.map((each) => each.split(' ', 1)[0] ?? '');
		const used = productions.flatMap((each) =>
			[...each.replace(/"[^"]*"/g, '').matchAll(/(?<![\w-])[a-z][a-z-]*/g)].map(([name]) => name),
		);
		expect(new Set(used)).toEqual(new Set(defined));
		expect(defined.length).toBe(new Set(defined).size);
		expect(defined.length).toBeGreaterThan(40);
	});

	it('leaves out nothing but what is refused', () => {
		const refused = {
			primary: ['earn 2026-01-01'],
			roundingPlace: ['carried', 'per item', 'per transaction'].map((place) => `points whole, rounded down ${place}`),
		};
		expect(Object.keys(refused)).toEqual(Object.keys(READ_TO_BE_REFUSED));
		for (const piece of Object.values(refused).flat()) {
			expect(compilePiece(piece).problems.filter(({ severity }) => severity === 'error')).toHaveLength(1);
		}
	});
});
