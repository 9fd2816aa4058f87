/**
 * The house keeps its floors: what may import what, which package lives where, and a few habits that a reviewer should not have to repeat.
 * Every law is a function from source files to breaches; below, each is shown a small house that breaks it.
 */
import { describe, expect, it } from 'vitest';
import { HOMES, type Law, laws, LINES_AT_MOST } from './house-laws.ts';
import { FUNCTION_LINES_AT_MOST, readFile, readHouse } from './house-reading.ts';
import packageJson from './package.json' with { type: 'json' };

/** Each law with a small house that breaks it, and the breach it must find there. */
const LAWS: readonly { says: string; law: Law; broken: Record<string, string>; breach: string }[] = [
	{
		says: 'imports go down, never up or sideways',
		law: laws.floorsRise,
		broken: {
			'compiler/check.ts': `import { process } from '#runtime';`,
			'server/app.ts': `import { bluebird } from '#examples';`,
		},
		breach: 'compiler/check.ts:1 the compiler floor may not lean on the runtime floor (#runtime)',
	},
	{
		says: 'floors are crossed through doors, and only there',
		law: laws.throughDoors,
		broken: { 'compiler/a.ts': `\nexport { parse } from '../grammar/parse.ts';` },
		breach: 'compiler/a.ts:2 crosses a floor beside its door (../grammar/parse.ts)',
	},
	{
		says: 'a door is a door of package.json',
		law: laws.throughDoors,
		broken: { 'compiler/a.ts': `import type { Rule } from '#grammar/ast';` },
		breach: 'compiler/a.ts:1 #grammar/ast is no door of package.json',
	},
	{
		says: 'of the server the editor knows types only',
		law: laws.contractIsTypes,
		broken: {
			'editor/client.ts': `import type { Fault } from '#server/contract';\nimport { type Draft } from '#server/contract';`,
		},
		breach: 'editor/client.ts:2 imports more than types from #server/contract: write `import type`',
	},
	{
		says: 'what users run does not lean on what is there for tests',
		law: laws.testsApart,
		broken: {
			'server/app.ts': `import { testServer } from './fixtures/test-server.ts';`,
			'server/app.test.ts': `import { testServer } from './fixtures/test-server.ts';`,
		},
		breach: 'server/app.ts:1 leans on what is there for tests (./fixtures/test-server.ts)',
	},
	{
		says: 'each package lives on its floor',
		law: laws.packagesAtHome,
		broken: {
			'runtime/engine.ts': `const { Hono } = await import('hono/tiny');`,
			'editor/a.ts': `import leftPad from 'left-pad';`,
		},
		breach: 'runtime/engine.ts:1 the package hono does not live here (server)',
	},
	{
		says: 'a package without a home is not used',
		law: laws.packagesAtHome,
		broken: { 'editor/a.ts': `import leftPad from 'left-pad';` },
		breach: 'editor/a.ts:1 no home is known for the package left-pad',
	},
	{
		says: 'the pure floors and the page know no Node',
		law: laws.purity,
		broken: {
			'grammar/read.ts': `import { readFileSync } from 'node:fs';`,
			'grammar/read.test.ts': `import { readFileSync } from 'node:fs';`,
		},
		breach: 'grammar/read.ts:1 this floor knows no Node (node:fs)',
	},
	{
		says: 'the pure floors know no clock and no chance',
		law: laws.purity,
		broken: {
			'runtime/engine.ts': `export const now = () => Date.now();`,
			'server/main.ts': `export const now = () => new Date();`,
		},
		breach: 'runtime/engine.ts:1 a pure floor knows no clock and no chance (Date.now)',
	},
	{
		says: 'imports make no circle, through doors neither',
		law: laws.noCircles,
		broken: {
			'grammar/index.ts': `export * from './a.ts';`,
			'grammar/a.ts': `import type { B } from './b.ts';\nexport { c } from './c.ts';`,
			'grammar/b.ts': `import { a } from './a.ts';`,
			'grammar/c.ts': `import { d } from '#grammar';`,
		},
		breach: 'these import one another: grammar/a.ts grammar/c.ts grammar/index.ts',
	},
	{
		says: 'every path leads to a file and is written with its ending',
		law: laws.pathsExist,
		broken: { 'grammar/a.ts': `import { b } from './b.ts';` },
		breach: 'grammar/a.ts:1 leads nowhere (./b.ts)',
	},
	{
		says: 'exports have names',
		law: laws.noDefaults,
		broken: { 'editor/app.tsx': `export default () => <p>Hello</p>;`, 'vite.config.ts': 'export default {};' },
		breach: 'editor/app.tsx:1 exports a default: name it',
	},
	{
		says: 'file names say what is inside',
		law: laws.namesSay,
		broken: { 'server/utils/money.ts': '', 'server/commonwealth.ts': '' },
		breach: 'server/utils/money.ts:1 has a name that does not say what is inside',
	},
	{
		says: `no file has more than ${LINES_AT_MOST} lines`,
		law: laws.short,
		broken: {
			'server/app.ts': '\n'.repeat(401),
			'server/app.test.ts': '\n'.repeat(401),
			'server/main.ts': '\n'.repeat(400),
		},
		breach: 'server/app.ts:401 is longer than 400 lines: split the idea',
	},
	{
		says: `no function has more than ${FUNCTION_LINES_AT_MOST} lines`,
		law: laws.functionsShort,
		broken: { 'server/app.ts': `\nexport const serve = () => { const inside = () => {\n}; ${'\n'.repeat(70)}};` },
		breach: 'server/app.ts:2 has a function of 71 lines: at most 70',
	},
	{
		says: 'nothing is left unfinished',
		law: laws.finished,
		broken: { 'server/app.ts': `export const label = 'TODO';\n/* later\n FIXME */` },
		breach: 'server/app.ts:2 is not finished (FIXME)',
	},
	{
		says: 'no test is hushed',
		law: laws.loudTests,
		broken: {
			'server/app.test.ts': `it.concurrent.only('a', () => {});`,
			'server/list.ts': 'export const rest = page.skip(3);',
		},
		breach: 'server/app.test.ts:1 hushes tests (it.only)',
	},
];

const NAMED_LAWS = LAWS.map((law) => [law.says, law] as const);

describe('the house', () => {
	const house = readHouse('.');

	it('is read from its root', () => {
		expect(house.map(({ path }) => path)).toContain('house.test.ts');
		expect(house.map(({ path }) => path)).toContain('grammar/text.ts');
	});
	it.each(NAMED_LAWS)('%s', (_, { law }) => expect(law(house)).toEqual([]));

	it('knows a home for each package it brings, and for no other', () => {
		const brought = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies });
		expect(Object.keys(HOMES).sort()).toEqual(brought.filter((name) => !name.startsWith('@types/')).sort());
	});
});

describe('each law finds its breach', () => {
	it.each(NAMED_LAWS)('%s', (_, { law, broken, breach }) => {
		const files = Object.entries(broken).map(([path, text]) => readFile(path, text));
		expect(law(files)).toContain(breach);
		expect(law(files.filter(({ path }) => !breach.includes(path)))).not.toContain(breach);
	});
});
