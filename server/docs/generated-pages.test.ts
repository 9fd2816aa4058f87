/** The pages that are written from tables say what the tables say now. */
import { readdirSync, readFileSync } from 'node:fs';
import { notRecordedYet } from '#compiler';
import { catalogue } from '#grammar';
import { describe, expect, it } from 'vitest';
import { ebnf } from './ebnf.ts';
import { FAULTS } from './faults.ts';
import { workedExamples } from './fixtures/worked-tables.ts';
import { DIAGRAMS, generatedFiles } from './generated-pages.ts';
import { renderMarkdown } from './markdown.ts';
import { compilePiece } from './pieces.ts';
import { NOT_RECORDED, placed, SECTIONS } from './reference-sections.ts';
import { REFUSALS } from './refusals.ts';
import { REMARKS } from './remarks.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const files = await generatedFiles();

it.each([...files.keys()].filter((path) => path.endsWith('.md')))(
	'%s is as new (else: npx tsx server/docs/generate.ts)',
	(path) => {
		expect(read(path)).toBe(files.get(path));
	},
);

it('every diagram is as new, and there is no other (else: npx tsx server/docs/generate.ts)', () => {
	const drawn = [...files.keys()].filter((path) => path.startsWith(`${DIAGRAMS}/`));
	const found = readdirSync(new URL(`${DIAGRAMS}/`, import.meta.url)).map((name) => `${DIAGRAMS}/${name}`);
	expect(found.sort()).toEqual(drawn.sort());
	expect(drawn.filter((path) => read(path) !== files.get(path))).toEqual([]);
});

describe('the page of problems', () => {
	const ids = new Set(renderMarkdown(read('problems.md'), { addressOf: () => null }).headings.map(({ id }) => id));

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
	const rows = SECTIONS.flatMap(({ rows, place }) => rows.map((row) => [row.example, row.isEvaluated, place] as const));
	it.each(rows)('says truly whether this is evaluated: %s', (example, isEvaluated, place) => {
		const { problems } = compilePiece(placed(example, place));
		expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(problems.some(({ code }) => code === 'not-evaluated-yet')).toBe(!isEvaluated);
	});

	it.each(NOT_RECORDED.map(({ example }) => example))('lists what is not published for now: %s', (example) => {
		expect(notRecordedYet(compilePiece(example))).not.toEqual([]);
	});

	it.each(workedExamples(reference).map(({ piece }) => piece))(
		'shows an example that can be read and checked: %s',
		(piece) => {
			const errors = compilePiece(piece).problems.filter(({ severity }) => severity === 'error');
			expect(errors).toEqual([]);
		},
	);

	it('has room for every remark', () => {
		for (const remark of Object.values(REMARKS)) expect(reference).toContain(remark);
	});
});

describe('the grammar', () => {
	it('defines every name that it uses, once', () => {
		const productions = ebnf()
			.split(/ ;(?:\n|$)/)
			.filter((each) => each !== '');
		const defined = productions.map((each) => each.split(' ', 1)[0] ?? '');
		const used = productions.flatMap((each) =>
			[...each.replace(/"[^"]*"/g, '').matchAll(/(?<![\w-])[a-z][a-z-]*/g)].map(([name]) => name),
		);
		expect(new Set(used)).toEqual(new Set(defined));
		expect(defined.length).toBe(new Set(defined).size);
		expect(defined.length).toBeGreaterThan(100);
	});
});
