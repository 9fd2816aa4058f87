/** Trees without places, and what can be done with them in the simplest way. Nothing here is shared with the planner. */
import { type Document, parse } from '#grammar';
import type { Path } from '../operation.ts';

/** A node of a tree without places. */
export interface Plain {
	readonly kind: string;
	readonly [key: string]: unknown;
}

/** Indexes from the document down. */
export type Steps = readonly number[];

/** The tree of a document without places. Braces are places too, but here they decide what a new condition does. */
export function plain({ declarations }: Document): Plain {
	return bare({ kind: 'document', declarations }) as Plain;
}

/** What was made of a node: a tree that nothing changed is often asked for again. */
const bared = new WeakMap<object, unknown>();

function bare(node: unknown): unknown {
	if (typeof node !== 'object' || node === null) return node;
	const known = bared.get(node);
	if (known !== undefined) return known;
	const made = Array.isArray(node) ? node.map(bare) : bareNode(node);
	bared.set(node, made);
	return made;
}

function bareNode(node: object): unknown {
	const kept: Record<string, unknown> = {};
	for (const key of Object.keys(node).sort()) {
		if (!PLACES.has(key)) kept[key] = bare((node as Record<string, unknown>)[key]);
	}
	if (kept['kind'] === 'when') kept['braces'] = 'body' in node;
	return kept;
}

const PLACES: ReadonlySet<string> = new Set(['span', 'health', 'body']);
const texts = new WeakMap<object, string>();

/** Trees as text: the order of keys does not count, nor the indentation of what could not be read, nor `braces`. */
export function text(value: unknown): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
	const known = texts.get(value);
	if (known !== undefined) return known;
	const said = Array.isArray(value) ? `[${value.map(text).join()}]` : textOfNode(value as Plain);
	texts.set(value, said);
	return said;
}

function textOfNode(node: Plain): string {
	if (node.kind === 'raw') return JSON.stringify(String(node['text']).replace(/[^\S\r\n]*(\r\n|\r|\n)[^\S\r\n]*/g, '\n'));
	const keys = Object.keys(node).filter((key) => key !== 'braces' && node[key] !== undefined);
	return `{${keys
		.sort()
		.map((key) => `${key}:${text(node[key])}`)
		.join()}}`;
}

export function steps(path: Path): Steps {
	return typeof path === 'number' ? [path] : path;
}

const LISTS = ['declarations', 'settings', 'tiers', 'clauses', 'conditions', 'facts'];

function keyOf(node: Plain): string {
	return LISTS.find((key) => Array.isArray(node[key])) ?? 'nothing';
}

export function listIn(node: Plain): readonly Plain[] {
	return (node[keyOf(node)] ?? []) as readonly Plain[];
}

export function at(node: Plain, path: Steps): Plain {
	return path.reduce((found, index) => listIn(found)[index] as Plain, node);
}

export function changed(node: Plain, path: Steps, change: (list: readonly Plain[]) => readonly Plain[]): Plain {
	const [index, ...rest] = path;
	const list = listIn(node);
	const next = index === undefined ? change(list) : list.with(index, changed(list[index] as Plain, rest, change));
	return { ...node, [keyOf(node)]: next };
}

export function replaced(node: Plain, path: Steps, by: Plain): Plain {
	return changed(node, path.slice(0, -1), (list) => list.with(path.at(-1) as number, by));
}

/** The tree without a part, and without what would be left empty by that. */
export function without(node: Plain, path: Steps): Plain {
	const list = path.slice(0, -1);
	const holder = at(node, list);
	const isLast = ['when', 'any', 'all', 'not'].includes(holder.kind) && listIn(holder).length === 1;
	if (isLast) return without(node, list);
	return changed(node, list, (each) => each.filter((_, index) => index !== path.at(-1)));
}

/** The tree with a part in another list. */
export function carried(node: Plain, path: Steps, target: Steps, to: number): Plain {
	const part = at(node, path);
	const GOING: Plain = { kind: 'going' };
	const put = changed(replaced(node, path, GOING), target, (list) => list.toSpliced(to, 0, part));
	return without(put, pathOf(put, GOING) ?? []);
}

function pathOf(node: Plain, wanted: Plain): Steps | null {
	for (const [index, part] of listIn(node).entries()) {
		if (part === wanted) return [index];
		const inner = pathOf(part, wanted);
		if (inner) return [index, ...inner];
	}
	return null;
}

/** Every tree that has something more at one place of a list. */
export function anywhere(node: Plain, path: Steps, part: Plain): Plain[] {
	return Array.from({ length: listIn(at(node, path)).length + 1 }, (_, index) =>
		changed(node, path, (list) => list.toSpliced(index, 0, part)),
	);
}

export function moved(list: readonly Plain[], from: number, to: number): readonly Plain[] {
	const rest = list.filter((_, index) => index !== from);
	return [...rest.slice(0, to), list[from] as Plain, ...rest.slice(to)];
}

export function placesOf(holder: Plain, kind: string): number[] {
	return listIn(holder).flatMap((part, index) => (part.kind === kind ? [index] : []));
}

/** A holder of a kind that has nothing but what a text says, read as part of a whole program. */
export function fragment(kind: string, source: string): Plain {
	const around: Readonly<Record<string, readonly [before: string, after: string, depth: number]>> = {
		document: ['', '', 0],
		program: ['program x {', '}', 1],
		tiers: ['tiers by hand {', '}', 1],
		'tier-declaration': ['tiers by hand { tier x {', '} }', 2],
		campaign: ['campaign x {', '}', 1],
		rule: ['rule x {', '}', 1],
		when: ['rule x { when {', '} }', 2],
		redemption: ['redemption {', '}', 1],
		expiry: ['expiry {', '}', 1],
		test: ['test x {', '}', 1],
		'test-member': ['test x { member {', '} }', 2],
		'test-event': ['test x { purchase at 2026-01-01 {', '} }', 2],
	};
	const [before, after, depth] = around[kind] as readonly [string, string, number];
	// At the start of a line a declaration would end whatever is open.
	const lines = depth === 0 ? source : source.replaceAll('\n', '\n ');
	const document = plain(parse(`${before}\n ${lines}\n${after}`).document);
	return Array.from({ length: depth }).reduce<Plain>((node) => listIn(node)[0] as Plain, document);
}

export function conditionOf(source: string): Plain {
	return listIn(fragment('when', source))[0] as Plain;
}

/** The same with another head. */
export function withHead(node: Plain, head: string): Plain {
	const heads: Readonly<Record<string, readonly [before: string, within: string, keys: readonly string[]]>> = {
		rule: ['rule x', 'document', ['on']],
		tiers: ['tiers', 'document', ['by', 'keptThroughNextYear', 'movedByHand']],
		'tier-declaration': ['tier x', 'tiers', ['from']],
		'test-event': ['', 'test', ['event', 'at']],
	};
	const [before, within, keys] = heads[node.kind] as readonly [string, string, readonly string[]];
	const read = listIn(fragment(within, `${before} ${head} {}`))[0] as Plain;
	const rest = Object.fromEntries(Object.entries(node).filter(([key]) => !keys.includes(key)));
	const own = Object.fromEntries(keys.flatMap((key) => (key in read ? [[key, read[key]]] : [])));
	return { ...rest, ...own } as Plain;
}
