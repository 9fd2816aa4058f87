import { type Plain, text } from './trees.ts';

/** What names things of each kind, besides where they are declared: the kind of node, its key, and what the node must be. */
const USES: Readonly<Record<string, readonly (readonly [kind: string, key: string, fact?: string])[]>> = {
	filter: [
		['filter-ref', 'name'],
		['spend', 'filter'],
		['quantity', 'filter'],
		['every-step', 'filter'],
		['multiply', 'on'],
		['tier-basis', 'filter'],
		['at-most', 'filter'],
	],
	'tier-declaration': [
		['tier', 'names'],
		['test-fact', 'value', 'tier'],
	],
	'segment-declaration': [
		['segment', 'names'],
		['test-fact', 'value', 'segment'],
	],
	'attribute-declaration': [
		['attribute', 'name'],
		['attribute-source', 'name'],
		['active', 'by'],
		['test-attribute', 'name'],
	],
	'exclusive-declaration': [['exclusive', 'set']],
	rule: [['expect', 'what']],
	campaign: [],
	program: [],
	test: [],
};

/** The tree after a rename; whether a name is in quotes is as it came out. */
export function expectedAfterRename(old: Plain, now: Plain, path: readonly number[], to: string): readonly Plain[] {
	const LISTS = ['declarations', 'tiers', 'clauses'];
	const listIn = (node: Plain) => (LISTS.map((key) => node[key]).find(Array.isArray) ?? []) as readonly Plain[];
	const target = path.reduce((node, index) => listIn(node)[index] as Plain, old);
	const from = (target['name'] as Plain)['text'] as string | undefined;
	const first = declarations(old, target.kind).find((each) => (each['name'] as Plain)['text'] === from);
	const uses = first === target && from !== undefined ? (USES[target.kind] ?? []) : [];
	const wished = renamed(
		old,
		(node, key) => {
			if (node === target) return key === 'name';
			return uses.some(([kind, own, fact]) => node.kind === kind && own === key && (!fact || factOf(node) === fact));
		},
		from,
		to,
	);
	const loose = (tree: Plain) => text(withoutQuotes(tree));
	return loose(wished) === loose(now) ? [now] : [wished];
}

function declarations(node: unknown, kind: string): Plain[] {
	if (Array.isArray(node)) return node.flatMap((each) => declarations(each, kind));
	if (typeof node !== 'object' || node === null) return [];
	const inner = Object.values(node).flatMap((value) => declarations(value, kind));
	return (node as Plain).kind === kind ? [node as Plain, ...inner] : inner;
}

function factOf(node: Plain): unknown {
	return (node['fact'] as Plain | undefined)?.['text'];
}

/** The tree with other names where `isNamed` says so: those that are called `from`, or are missing where that is undefined. */
function renamed(
	value: unknown,
	isNamed: (node: Plain, key: string) => boolean,
	from: string | undefined,
	to: string,
): Plain {
	const change = (item: unknown): unknown => {
		const node = item as Plain;
		const fits = from === undefined ? node.kind === 'missing' : node.kind === 'name' && node['text'] === from;
		return fits ? { kind: 'name', text: to, quoted: true } : item;
	};
	const visit = (item: unknown): unknown => {
		if (Array.isArray(item)) return item.map(visit);
		if (typeof item !== 'object' || item === null) return item;
		const node = item as Plain;
		return Object.fromEntries(
			Object.entries(node).map(([key, inner]) => {
				if (!isNamed(node, key)) return [key, visit(inner)];
				return [key, Array.isArray(inner) ? inner.map(change) : change(inner)];
			}),
		);
	};
	return visit(value) as Plain;
}

function withoutQuotes(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutQuotes);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).filter(([key]) => key !== 'quoted');
	return Object.fromEntries(entries.map(([key, inner]) => [key, withoutQuotes(inner)]));
}
