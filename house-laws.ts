/** The laws of the house: functions from its files to breaches. */
import { builtinModules } from 'node:module';
import {
	doors,
	type Floor,
	floorOf,
	FUNCTION_LINES_AT_MOST,
	type Import,
	isConfig,
	isEverybodys,
	isTest,
	packageOf,
	type SourceFile,
} from './house-reading.ts';

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
export const HOMES: Record<string, readonly Home[]> = {
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
	'@xyflow/react': ['editor', 'e2e'],
	'intl-messageformat': ['editor'],
	'monaco-editor': ['editor'],
	react: ['editor', 'e2e'],
	'react-dom': ['editor', 'e2e'],
	uplot: ['editor'],
	vite: ['server', 'bench', 'config', 'root', 'e2e'],
	'@vitejs/plugin-react': ['config'],
	'drizzle-kit': ['config'],
	'@playwright/test': ['e2e', 'config'],
	'@sparticuz/chromium': ['e2e'],
	'axe-core': ['e2e'],
	pngjs: ['e2e'],
	vitest: ['tests', 'config'],
	'@vitest/browser-playwright': ['config'],
	'fast-check': ['tests'],
	'@biomejs/biome': [],
	oxlint: [],
	'oxlint-tsgolint': [],
	tsx: [],
	typescript: [],
};

/** So many lines a file may have. */
export const LINES_AT_MOST = 400;
/** Of a function; markup is counted by files only. */
const EMPTY_NAMES = /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/;

/** From the files of a house to what is wrong with it, a line for each breach. */
export type Law = (files: readonly SourceFile[]) => string[];

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

/** Every law of the house. */
export const laws = {
	floorsRise,
	throughDoors,
	contractIsTypes,
	packagesAtHome,
	testsApart,
	purity,
	noDefaults,
	finished,
	loudTests,
	namesSay,
	short,
	functionsShort,
	pathsExist,
	noCircles,
};
