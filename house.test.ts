/**
 * The house keeps its floors: what may import what, which package lives where, and a few habits that a reviewer should not have to repeat.
 * Every law is a function from source files to breaches; below, each is shown a small house that breaks it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';
import packageJson from './package.json' with { type: 'json' };

type Floor = 'grammar' | 'compiler' | 'runtime' | 'server' | 'editor' | 'e2e' | 'examples' | 'bench' | 'root';

/** The floors that each floor may lean on, its own apart. */
const LEANS_ON: Record<Floor, readonly Floor[]> = {
	grammar: [],
	compiler: ['grammar'],
	runtime: ['grammar', 'compiler'],
	server: ['grammar', 'compiler', 'runtime'],
	editor: ['grammar', 'compiler', 'runtime'],
	e2e: ['grammar', 'compiler', 'runtime', 'examples'],
	examples: ['grammar', 'compiler', 'runtime', 'server'],
	bench: ['grammar', 'compiler', 'runtime'],
	root: ['e2e'],
};
const PURE: ReadonlySet<Floor> = new Set(['grammar', 'compiler', 'runtime']);
/** Of the server the browser's side may know the types of the wire and nothing else. */
const CONTRACT = '#server/contract';
/** Nothing leans on the examples, but for the files that put the demo into an empty store, */
const DEMO_BRINGERS = /^server\/(serve|seed)(\.test)?\.ts$/;
/** through this door. */
const EXAMPLES = '#examples';

type Home = Floor | 'config' | 'tests';
/** Where each package may be imported. `config` is any `*.config.ts`, `tests` any test; a tool that is only run has no home. */
const HOMES: Record<string, readonly Home[]> = {
	chevrotain: ['grammar'],
	'temporal-polyfill': ['tests'],
	'@hono/node-server': ['server'],
	'better-sqlite3': ['server'],
	'cli-progress': ['server'],
	commander: ['server'],
	'drizzle-orm': ['server'],
	hono: ['server'],
	marked: ['server'],
	pino: ['server'],
	'vscode-languageserver': ['server'],
	zod: ['server'],
	'@mantine/core': ['editor'],
	'@mantine/hooks': ['editor'],
	'@tabler/icons-react': ['editor'],
	'@tanstack/react-query': ['editor'],
	'@tanstack/react-router': ['editor'],
	'@xyflow/react': ['editor'],
	'intl-messageformat': ['editor'],
	'monaco-editor': ['editor'],
	react: ['editor'],
	'react-dom': ['editor'],
	uplot: ['editor'],
	vite: ['server', 'bench', 'config', 'root'],
	'@vitejs/plugin-react': ['config'],
	'drizzle-kit': ['config'],
	'@playwright/test': ['e2e', 'config'],
	'@sparticuz/chromium': ['e2e'],
	'axe-core': ['e2e'],
	vitest: ['tests', 'config'],
	'@vitest/browser-playwright': ['config'],
	'fast-check': ['tests'],
	'@biomejs/biome': [],
	oxlint: [],
	'oxlint-tsgolint': [],
	tsx: [],
	typescript: [],
};

const LINES_AT_MOST = 400;
/** Of a function; markup is counted by files only. */
const FUNCTION_LINES_AT_MOST = 70;
const EMPTY_NAMES = /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/;
const UNFINISHED = /\b(TODO|FIXME|XXX|HACK)\b/;
const TEST_CALLERS = new Set(['it', 'test', 'describe', 'suite', 'bench']);
const HUSHED = new Set(['skip', 'only', 'todo', 'skipIf', 'runIf', 'fails', 'fixme']);

// ---------------------------------------------------------------- reading a house

interface Import {
	readonly specifier: string;
	readonly line: number;
	/** Gone after compilation: `import type`, `export type … from`, `import('…').T` in a type. */
	readonly typeOnly: boolean;
	/** The file or folder it names, from the root; null for a package. */
	readonly target: string | null;
}

interface SourceFile {
	readonly path: string;
	readonly floor: Floor;
	readonly lines: number;
	readonly imports: readonly Import[];
	/** Things that stand in the file, with the line of each. */
	readonly sights: readonly {
		readonly kind: 'default export' | 'unfinished' | 'hushed test' | 'impure' | 'long function';
		readonly line: number;
		readonly what: string;
	}[];
}

const doors = packageJson.imports as Record<string, string>;

function floorOf(path: string): Floor {
	if (path.startsWith('editor/e2e/')) return 'e2e';
	const first = path.split('/')[0] ?? '';
	return first in LEANS_ON && path.includes('/') ? (first as Floor) : 'root';
}

const isTest = (path: string) => /\.(test|bench|spec)\.tsx?$/.test(path) || /(^|\/)(fixtures|testing)\//.test(path);
const isConfig = (path: string) => path.endsWith('.config.ts');
const packageOf = (specifier: string) =>
	specifier
		.split('/')
		.slice(0, specifier.startsWith('@') ? 2 : 1)
		.join('/');

function targetOf(path: string, specifier: string): string | null {
	const bare = specifier.replace(/\?.*$/, '');
	if (bare.startsWith('.')) return posix.normalize(posix.join(posix.dirname(path), bare));
	const door = doors[bare];
	return door === undefined ? null : posix.normalize(door);
}

/** package.json and its like belong to everybody. */
const isEverybodys = (target: string) => floorOf(target) === 'root' && !/\.tsx?$/.test(target);

/** Reads one file into what the laws ask about. */
function readFile(path: string, text: string): SourceFile {
	const { program, comments, errors } = parseSync(path, text);
	if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`);
	const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
	const imports: Import[] = [];
	const sights: SourceFile['sights'][number][] = [];
	const see = (node: { start: number }, kind: (typeof sights)[number]['kind'], what: string) =>
		sights.push({ kind, line: lineAt(node.start), what });
	const bring = (node: { start: number }, source: unknown, typeOnly: boolean) => {
		const specifier = nameOf(source);
		if (specifier !== '') imports.push({ specifier, line: lineAt(node.start), typeOnly, target: targetOf(path, specifier) });
	};
	// A function answers for its own lines; those of a function inside it are that one's.
	const insideLines: number[] = [];
	const enter = () => void insideLines.push(0);
	const leave = ({ start, end }: { start: number; end: number }) => {
		const lines = text.slice(start, end).split('\n').length;
		const own = lines - (insideLines.pop() ?? 0);
		insideLines.push((insideLines.pop() ?? 0) + lines - 1);
		if (own > FUNCTION_LINES_AT_MOST) see({ start }, 'long function', `${own}`);
	};
	for (const comment of comments) {
		const mark = UNFINISHED.exec(comment.value)?.[1];
		if (mark !== undefined) see(comment, 'unfinished', mark);
	}
	new Visitor({
		ImportDeclaration: (node) => bring(node, node.source, node.importKind === 'type'),
		ExportAllDeclaration: (node) => bring(node, node.source, node.exportKind === 'type'),
		ExportNamedDeclaration: (node) => {
			bring(node, node.source, node.exportKind === 'type');
			if (node.specifiers.some(({ exported }) => nameOf(exported) === 'default')) see(node, 'default export', 'default');
		},
		ExportDefaultDeclaration: (node) => see(node, 'default export', 'default'),
		ImportExpression: (node) => bring(node, node.source, false),
		TSImportType: (node) => bring(node, node.source, true),
		MemberExpression: (node) => {
			const property = nameOf(node.property);
			if (HUSHED.has(property) && TEST_CALLERS.has(rootOf(node))) see(node, 'hushed test', `${rootOf(node)}.${property}`);
			const called = `${nameOf(node.object)}.${property}`;
			if (called === 'Date.now' || called === 'Math.random' || called === 'performance.now') see(node, 'impure', called);
		},
		NewExpression: (node) => {
			if (nameOf(node.callee) === 'Date' && node.arguments.length === 0) see(node, 'impure', 'new Date()');
			bring(node, pathBesideModule(node, text), true);
		},
		FunctionDeclaration: enter,
		FunctionExpression: enter,
		ArrowFunctionExpression: enter,
		'FunctionDeclaration:exit': leave,
		'FunctionExpression:exit': leave,
		'ArrowFunctionExpression:exit': leave,
	}).visit(program);
	return { path, floor: floorOf(path), lines: text.split('\n').length - 1, imports, sights };
}

/** The text of an identifier or of a string; empty for anything else. */
function nameOf(node: unknown): string {
	const { name, value } = (node ?? {}) as { name?: unknown; value?: unknown };
	const text = name ?? value;
	return typeof text === 'string' ? text : '';
}

/** `new URL('./x.ts', import.meta.url)`: how a worker names its file. */
function pathBesideModule(node: ESTree.NewExpression, text: string): unknown {
	const [path, base] = node.arguments;
	const beside =
		nameOf(node.callee) === 'URL' && base !== undefined && text.slice(base.start, base.end) === 'import.meta.url';
	return beside && /^\..*\.tsx?$/.test(nameOf(path)) ? path : null;
}

/** The first name of a chain: `it` of `it.concurrent.only`. */
function rootOf(node: ESTree.MemberExpression): string {
	let object: ESTree.Expression = node.object;
	while (object.type === 'MemberExpression' || object.type === 'CallExpression') {
		object = object.type === 'MemberExpression' ? object.object : object.callee;
	}
	return nameOf(object);
}

// ---------------------------------------------------------------- the laws

type Law = (files: readonly SourceFile[]) => string[];

const inEach =
	(look: (file: SourceFile) => readonly (readonly [line: number, breach: string])[]): Law =>
	(files) =>
		files.flatMap((file) => look(file).map(([line, breach]) => `${file.path}:${line} ${breach}`));

const inEachImport = (look: (file: SourceFile, use: Import) => string | null): Law =>
	inEach((file) => file.imports.flatMap((use) => wrap(use.line, look(file, use))));

const wrap = (line: number, breach: string | null): [number, string][] => (breach === null ? [] : [[line, breach]]);

const mayUseContract = (floor: Floor) => floor === 'editor' || floor === 'e2e' || floor === 'examples';

const floorsRise = inEachImport((file, use) => {
	if (use.target === null || isEverybodys(use.target) || use.specifier === CONTRACT) return null;
	if (use.specifier === EXAMPLES && DEMO_BRINGERS.test(file.path)) return null;
	const floor = floorOf(use.target);
	if (floor === file.floor || LEANS_ON[file.floor].includes(floor)) return null;
	return `the ${file.floor} floor may not lean on the ${floor} floor (${use.specifier})`;
});

const throughDoors = inEachImport((file, use) => {
	if (use.specifier.startsWith('#') && doors[use.specifier] === undefined)
		return `${use.specifier} is no door of package.json`;
	if (use.target === null || isEverybodys(use.target)) return null;
	const floor = floorOf(use.target);
	// The stories have no door: nobody but the settings of their runner looks in.
	const beside = floor === file.floor || (file.floor === 'root' && floor === 'e2e');
	if (use.specifier.startsWith('.')) return beside ? null : `crosses a floor beside its door (${use.specifier})`;
	return floor === file.floor ? `uses its own door (${use.specifier}): inside a floor paths are relative` : null;
});

const contractIsTypes = inEachImport((file, use) => {
	if (use.specifier !== CONTRACT) return null;
	if (!mayUseContract(file.floor)) return `the ${file.floor} floor may not know the wire (${CONTRACT})`;
	return use.typeOnly ? null : `imports more than types from ${CONTRACT}: write \`import type\``;
});

const packagesAtHome = inEachImport((file, use) => {
	if (use.target !== null || /^(node:|#|virtual:)/.test(use.specifier)) return null;
	const name = packageOf(use.specifier);
	if (builtinModules.includes(name)) return `write \`node:${name}\``;
	const homes = HOMES[name];
	if (homes === undefined) return `no home is known for the package ${name}`;
	const here: Home[] = [
		file.floor,
		...(isTest(file.path) ? ['tests' as const] : []),
		...(isConfig(file.path) ? ['config' as const] : []),
	];
	return here.some((home) => homes.includes(home)) ? null : `the package ${name} does not live here (${homes.join(', ')})`;
});

const testsApart = inEachImport((file, use) =>
	use.target !== null && isTest(use.target) && !isTest(file.path) && file.floor !== 'e2e'
		? `leans on what is there for tests (${use.specifier})`
		: null,
);

const purity: Law = (files) =>
	[
		...inEachImport((_, use) => (use.specifier.startsWith('node:') ? `this floor knows no Node (${use.specifier})` : null))(
			files.filter(({ path, floor }) => (PURE.has(floor) || floor === 'editor') && !isTest(path) && !isConfig(path)),
		),
		...inEach((file) => sightings(file, 'impure', (what) => `a pure floor knows no clock and no chance (${what})`))(
			files.filter(({ path, floor }) => PURE.has(floor) && !isTest(path)),
		),
	].sort();

const sightings = (file: SourceFile, kind: SourceFile['sights'][number]['kind'], say: (what: string) => string) =>
	file.sights.filter((sight) => sight.kind === kind).map(({ line, what }) => [line, say(what)] as const);

const noDefaults = inEach((file) =>
	isConfig(file.path) ? [] : sightings(file, 'default export', () => 'exports a default: name it'),
);
const finished = inEach((file) => sightings(file, 'unfinished', (what) => `is not finished (${what})`));
const loudTests = inEach((file) => sightings(file, 'hushed test', (what) => `hushes tests (${what})`));
const namesSay = inEach((file) => (EMPTY_NAMES.test(file.path) ? [[1, 'has a name that does not say what is inside']] : []));
const short = inEach((file) =>
	file.lines > LINES_AT_MOST && !isTest(file.path)
		? [[file.lines, `is longer than ${LINES_AT_MOST} lines: split the idea`]]
		: [],
);
const functionsShort = inEach((file) =>
	isTest(file.path) || file.path.endsWith('.tsx')
		? []
		: sightings(file, 'long function', (lines) => `has a function of ${lines} lines: at most ${FUNCTION_LINES_AT_MOST}`),
);

const pathsExist: Law = (files) => {
	const known = new Set(files.map(({ path }) => path));
	return inEachImport((_, { target, specifier }) => {
		if (target === null || !/\.tsx?$/.test(target))
			return target === null || /\.\w+$/.test(target) ? null : `has no file ending (${specifier})`;
		return known.has(target) ? null : `leads nowhere (${specifier})`;
	})(files);
};

/** Tarjan's strongly connected components over imports that are still there when the program runs. */
const noCircles: Law = (files) => {
	const edges = new Map(files.map((file) => [file.path, runs(file)]));
	const order = new Map<string, number>();
	const low = new Map<string, number>();
	const stack: string[] = [];
	const circles: string[] = [];
	const visit = (path: string): number => {
		const mine = order.size;
		order.set(path, mine);
		low.set(path, mine);
		stack.push(path);
		for (const next of edges.get(path) ?? []) {
			if (!order.has(next)) low.set(path, Math.min(low.get(path) ?? mine, visit(next)));
			else if (stack.includes(next)) low.set(path, Math.min(low.get(path) ?? mine, order.get(next) ?? mine));
		}
		if (low.get(path) === mine) {
			const circle = stack.splice(stack.indexOf(path));
			if (circle.length > 1 || (edges.get(path) ?? []).includes(path))
				circles.push(`these import one another: ${circle.sort().join(' ')}`);
		}
		return low.get(path) ?? mine;
	};
	for (const path of edges.keys()) if (!order.has(path)) visit(path);
	return circles;
};

const runs = (file: SourceFile) =>
	file.imports.flatMap(({ target, typeOnly, specifier }) =>
		target === null || typeOnly || specifier.includes('?') ? [] : [target],
	);

// ---------------------------------------------------------------- this house

const AWAY = new Set(['node_modules', 'dist', 'data', 'coverage', 'test-results', 'playwright-report']);

function readHouse(folder: string): SourceFile[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = posix.join(folder, entry.name);
		if (entry.isDirectory()) return AWAY.has(entry.name) || entry.name.startsWith('.') ? [] : readHouse(path);
		return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts')
			? [readFile(path, readFileSync(join(import.meta.dirname, path), 'utf8'))]
			: [];
	});
}

/** Each law with a small house that breaks it, and the breach it must find there. */
const LAWS: readonly { says: string; law: Law; broken: Record<string, string>; breach: string }[] = [
	{
		says: 'imports go down, never up or sideways',
		law: floorsRise,
		broken: {
			'compiler/check.ts': `import { process } from '#runtime';`,
			'server/app.ts': `import { bluebird } from '#examples';`,
		},
		breach: 'compiler/check.ts:1 the compiler floor may not lean on the runtime floor (#runtime)',
	},
	{
		says: 'floors are crossed through doors, and only there',
		law: throughDoors,
		broken: { 'compiler/a.ts': `\nexport { parse } from '../grammar/parse.ts';` },
		breach: 'compiler/a.ts:2 crosses a floor beside its door (../grammar/parse.ts)',
	},
	{
		says: 'a door is a door of package.json',
		law: throughDoors,
		broken: { 'compiler/a.ts': `import type { Rule } from '#grammar/ast';` },
		breach: 'compiler/a.ts:1 #grammar/ast is no door of package.json',
	},
	{
		says: 'of the server the editor knows types only',
		law: contractIsTypes,
		broken: {
			'editor/client.ts': `import type { Fault } from '#server/contract';\nimport { type Draft } from '#server/contract';`,
		},
		breach: 'editor/client.ts:2 imports more than types from #server/contract: write `import type`',
	},
	{
		says: 'what users run does not lean on what is there for tests',
		law: testsApart,
		broken: {
			'server/app.ts': `import { testServer } from './fixtures/test-server.ts';`,
			'server/app.test.ts': `import { testServer } from './fixtures/test-server.ts';`,
		},
		breach: 'server/app.ts:1 leans on what is there for tests (./fixtures/test-server.ts)',
	},
	{
		says: 'each package lives on its floor',
		law: packagesAtHome,
		broken: {
			'runtime/engine.ts': `const { Hono } = await import('hono/tiny');`,
			'editor/a.ts': `import leftPad from 'left-pad';`,
		},
		breach: 'runtime/engine.ts:1 the package hono does not live here (server)',
	},
	{
		says: 'a package without a home is not used',
		law: packagesAtHome,
		broken: { 'editor/a.ts': `import leftPad from 'left-pad';` },
		breach: 'editor/a.ts:1 no home is known for the package left-pad',
	},
	{
		says: 'the pure floors and the page know no Node',
		law: purity,
		broken: {
			'grammar/read.ts': `import { readFileSync } from 'node:fs';`,
			'grammar/read.test.ts': `import { readFileSync } from 'node:fs';`,
		},
		breach: 'grammar/read.ts:1 this floor knows no Node (node:fs)',
	},
	{
		says: 'the pure floors know no clock and no chance',
		law: purity,
		broken: {
			'runtime/engine.ts': `export const now = () => Date.now();`,
			'server/main.ts': `export const now = () => new Date();`,
		},
		breach: 'runtime/engine.ts:1 a pure floor knows no clock and no chance (Date.now)',
	},
	{
		says: 'imports make no circle, through doors neither',
		law: noCircles,
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
		law: pathsExist,
		broken: { 'grammar/a.ts': `import { b } from './b.ts';` },
		breach: 'grammar/a.ts:1 leads nowhere (./b.ts)',
	},
	{
		says: 'exports have names',
		law: noDefaults,
		broken: { 'editor/app.tsx': `export default () => <p>Hello</p>;`, 'vite.config.ts': 'export default {};' },
		breach: 'editor/app.tsx:1 exports a default: name it',
	},
	{
		says: 'file names say what is inside',
		law: namesSay,
		broken: { 'server/utils/money.ts': '', 'server/commonwealth.ts': '' },
		breach: 'server/utils/money.ts:1 has a name that does not say what is inside',
	},
	{
		says: `no file has more than ${LINES_AT_MOST} lines`,
		law: short,
		broken: {
			'server/app.ts': '\n'.repeat(401),
			'server/app.test.ts': '\n'.repeat(401),
			'server/main.ts': '\n'.repeat(400),
		},
		breach: 'server/app.ts:401 is longer than 400 lines: split the idea',
	},
	{
		says: `no function has more than ${FUNCTION_LINES_AT_MOST} lines`,
		law: functionsShort,
		broken: { 'server/app.ts': `\nexport const serve = () => { const inside = () => {\n}; ${'\n'.repeat(70)}};` },
		breach: 'server/app.ts:2 has a function of 71 lines: at most 70',
	},
	{
		says: 'nothing is left unfinished',
		law: finished,
		broken: { 'server/app.ts': `export const label = 'TODO';\n/* later\n FIXME */` },
		breach: 'server/app.ts:2 is not finished (FIXME)',
	},
	{
		says: 'no test is hushed',
		law: loudTests,
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
