/** Walks of the tree. Which parts a node has is said once, in a table. */
import type { Document, Node } from './ast.ts';

/** The nodes of one kind. */
export type NodeOfKind<K extends Node['kind'], N = Node> = N extends Node ? (K extends N['kind'] ? N : never) : never;
/** The keys of `N` that hold a node or a list of nodes. */
type ChildKey<N> = {
	[K in keyof N]-?: Extract<NonNullable<N[K]>, Node | readonly Node[]> extends never ? never : K;
}[keyof N];

/** The parts of each kind of node, in the order of the text. */
const childKeys: { readonly [K in Node['kind']]: readonly ChildKey<NodeOfKind<K>>[] } = {
	document: ['declarations'],
	program: ['name', 'settings'],
	currency: ['code'],
	timezone: ['zone'],
	week: ['first'],
	points: ['decimals', 'rounding', 'per'],
	channels: ['names'],
	'order-types': ['names'],
	tiers: ['by', 'tiers'],
	'tier-declaration': ['name', 'from', 'clauses'],
	'color-clause': ['color'],
	multiply: ['factor'],
	filter: ['name', 'source'],
	'total-source': ['excluding'],
	'items-source': ['selectors', 'except'],
	selector: ['by', 'names'],
	rule: ['name', 'clauses'],
	about: ['text'],
	status: ['status'],
	active: ['from', 'until'],
	moment: ['date', 'time'],
	priority: ['value'],
	when: ['conditions'],
	always: [],
	'day-time': ['alternatives'],
	'day-time-alternative': ['days', 'between'],
	'day-range': ['first', 'last'],
	'time-range': ['from', 'until'],
	'order-type': ['names'],
	channel: ['names'],
	tier: ['names'],
	store: ['places'],
	'store-ref': ['name'],
	spend: ['filter', 'test'],
	comparison: ['operator', 'value'],
	between: ['low', 'high'],
	birthday: ['window'],
	within: ['days'],
	earn: ['formula'],
	limit: ['points', 'per'],
	'filter-ref': ['name'],
	negation: ['operand'],
	binary: ['left', 'operator', 'right'],
	group: ['inner'],
	raw: [],
	missing: [],
	name: [],
	number: [],
	date: [],
	time: [],
	text: [],
	color: [],
	word: [],
};

/** The parts of a node, in the order of the text; a hole is a part too. */
export function children(node: Node): readonly Node[] {
	const parts = node as unknown as Readonly<Record<string, Node | readonly Node[] | undefined>>;
	return (childKeys[node.kind] as readonly string[]).flatMap((key) => {
		const part = parts[key];
		// `any day` is a word in a place where otherwise a list stands.
		return part === undefined || typeof part === 'string' ? [] : part;
	});
}

/** Visits a node and everything in it, each before its parts. Where `visit` answers `false`, the parts are left out. */
export function walk(node: Node, visit: (node: Node, parents: readonly Node[]) => false | void): void {
	const parents: Node[] = [];
	const enter = (each: Node): void => {
		if (visit(each, parents) === false) return;
		parents.push(each);
		for (const child of children(each)) enter(child);
		parents.pop();
	};
	enter(node);
}

/**
 * The nodes around an offset, from the document to the innermost. An offset between two neighbours is in the one that begins there;
 * an offset at a node's end, before nothing else, is in that node.
 */
export function pathAt(document: Document, offset: number): readonly Node[] {
	const path: Node[] = [];
	let node: Node | undefined = document;
	while (node) {
		path.push(node);
		const parts: readonly Node[] = children(node);
		node =
			parts.find(({ span }) => span.start <= offset && offset < span.end) ??
			parts.findLast(({ span }) => span.start <= offset && offset === span.end);
	}
	return path;
}
