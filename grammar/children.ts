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
	day: ['starts'],
	points: ['decimals', 'rounding', 'per'],
	channels: ['names'],
	'order-types': ['names'],
	returns: ['policy'],
	tiers: ['by', 'tiers'],
	'tier-basis': ['filter'],
	'tier-declaration': ['name', 'from', 'clauses'],
	'color-clause': ['color'],
	multiply: ['what', 'on', 'factor'],
	'segment-declaration': ['name'],
	'attribute-declaration': ['owner', 'name', 'type'],
	'one-of': ['values'],
	filter: ['name', 'source', 'above', 'upTo'],
	'total-source': ['excluding'],
	'items-source': ['selectors', 'except'],
	'attribute-source': ['name'],
	'paid-source': [],
	selector: ['by', 'names'],
	'exclusive-declaration': ['name', 'picks'],
	campaign: ['name', 'clauses'],
	budget: ['points'],
	rule: ['name', 'on', 'clauses'],
	event: ['name'],
	about: ['text'],
	status: ['status'],
	active: ['by', 'from', 'until'],
	moment: ['date', 'time'],
	priority: ['value'],
	exclusive: ['set'],
	when: ['conditions'],
	always: [],
	any: ['conditions'],
	all: ['conditions'],
	not: ['conditions'],
	'day-time': ['alternatives'],
	'day-time-alternative': ['days', 'between'],
	'day-range': ['first', 'last'],
	'time-range': ['from', 'until'],
	'order-type': ['names'],
	channel: ['names'],
	tier: ['names'],
	segment: ['names'],
	store: ['places'],
	'store-ref': ['name'],
	spend: ['filter', 'test'],
	quantity: ['filter', 'test'],
	comparison: ['operator', 'value'],
	between: ['low', 'high'],
	birthday: ['window'],
	anniversary: ['window'],
	within: ['days'],
	'purchase-number': ['number'],
	'member-fact': ['fact', 'test'],
	attribute: ['name', 'test'],
	'attribute-is': ['values'],
	earn: ['formula', 'every', 'atLeast', 'exempt', 'recipient'],
	'every-step': ['step', 'filter'],
	limit: ['most', 'per', 'orNothing'],
	'limit-points': ['points'],
	'limit-times': ['times'],
	'limit-formula': ['formula'],
	rolling: ['days'],
	redemption: ['clauses'],
	worth: ['points', 'amount', 'currency'],
	'at-most': ['share', 'filter'],
	'at-least': ['points', 'steps'],
	expiry: ['clauses'],
	available: ['moment'],
	expires: ['moment'],
	duration: ['count', 'unit'],
	'period-end': ['period'],
	test: ['name', 'clauses'],
	'test-member': ['facts'],
	'test-event': ['event', 'at', 'facts'],
	'test-fact': ['fact', 'value'],
	'test-attribute': ['name', 'value'],
	'test-line': ['item', 'category', 'subcategory', 'combo', 'quantity', 'unit', 'price'],
	'test-return': ['item', 'amount'],
	'test-spend': [],
	expect: ['what', 'points', 'recipient'],
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

/** Every kind of node. */
export const allKinds = Object.keys(childKeys) as readonly Node['kind'][];

/** The parts of a node, in the order of the text; a hole is a part too. */
export function children(node: Node): readonly Node[] {
	const parts = node as unknown as Readonly<Record<string, Node | readonly Node[] | undefined>>;
	const found = (childKeys[node.kind] as readonly string[]).flatMap((key) => {
		const part = parts[key];
		// `any day` is a word in a place where otherwise a list stands.
		return part === undefined || typeof part === 'string' ? [] : part;
	});
	// What follows the formula of an `earn` may stand in any order.
	return node.kind === 'earn' ? found.sort((a, b) => a.span.start - b.span.start) : found;
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
