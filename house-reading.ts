/** What the laws of the house ask about, read from its source files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';
import packageJson from './package.json' with { type: 'json' };

const FLOORS = ['grammar', 'compiler', 'runtime', 'server', 'editor', 'examples', 'bench'] as const;
/** A part of the house; what lies beside all of them is at its root. */
export type Floor = (typeof FLOORS)[number] | 'e2e' | 'root';

/** A function of so many lines is seen as a long one; markup is counted by files only. */
export const FUNCTION_LINES_AT_MOST = 70;
const UNFINISHED = /\b(TODO|FIXME|XXX|HACK)\b/;
const TEST_CALLERS = new Set(['it', 'test', 'describe', 'suite', 'bench']);
const HUSHED = new Set(['skip', 'only', 'todo', 'skipIf', 'runIf', 'fails', 'fixme']);

/** One import of a file, or what amounts to one. */
export interface Import {
	readonly specifier: string;
	readonly line: number;
	/** Gone after compilation: `import type`, `export type … from`, `import('…').T` in a type. */
	readonly typeOnly: boolean;
	/** The file or folder it names, from the root; null for a package. */
	readonly target: string | null;
}

/** A file of the house. */
export interface SourceFile {
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

/** The doors of package.json, each with the file behind it. */
export const doors = packageJson.imports as Record<string, string>;

/** The floor that a path lies on. */
export function floorOf(path: string): Floor {
	if (path.startsWith('editor/e2e/')) return 'e2e';
	return FLOORS.find((floor) => path.startsWith(`${floor}/`)) ?? 'root';
}

/** Says whether a file is there for tests. */
export const isTest = (path: string) => /\.(test|bench|spec)\.tsx?$/.test(path) || /(^|\/)(fixtures|testing)\//.test(path);
/** Says whether a file sets up a tool. */
export const isConfig = (path: string) => path.endsWith('.config.ts');
/** The package that a specifier names. */
export const packageOf = (specifier: string) =>
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
export const isEverybodys = (target: string) => floorOf(target) === 'root' && !/\.tsx?$/.test(target);

/** Reads one file into what the laws ask about. */
export function readFile(path: string, text: string): SourceFile {
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

const AWAY = new Set(['node_modules', 'dist', 'data', 'coverage', 'test-results', 'playwright-report']);

/** Reads every source file below a folder. */
export function readHouse(folder: string): SourceFile[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = posix.join(folder, entry.name);
		if (entry.isDirectory()) return AWAY.has(entry.name) || entry.name.startsWith('.') ? [] : readHouse(path);
		return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts')
			? [readFile(path, readFileSync(join(import.meta.dirname, path), 'utf8'))]
			: [];
	});
}
