import {
	type Document,
	highlight,
	type Missing,
	type Name,
	type Node,
	type NodeOfKind,
	type SelectorKind,
	type Span,
	walk,
} from '#grammar';

/** Names that a program declares itself and that other parts of it use. */
export type DeclaredKind = 'rule' | 'filter' | 'tier' | 'channel' | 'order type';

/** What a name stands for. Stores, chains and what selectors choose by are declared in a catalogue, not in the text. */
export type NameKind = DeclaredKind | 'program' | 'store' | 'chain' | SelectorKind;

/** A name where it stands in a text. */
export interface Occurrence {
	readonly kind: NameKind;
	readonly name: Name;
	/** What declares it, whole, where it is declared here; null where it is used. */
	readonly declares: Span | null;
}

/** The names of a document, and which of them mean the same. */
export interface NameIndex {
	/** In the order of the text. */
	readonly occurrences: readonly Occurrence[];
	/** For each of `occurrences`: where it is declared, itself included; null where nothing in the text does. */
	readonly declarations: readonly (Occurrence | null)[];
}

// A tree is immutable, and one caret asks several questions of it.
const known = new WeakMap<Document, NameIndex>();

/** Finds the names of a document, however broken; once for each. */
export function namesOf(document: Document): NameIndex {
	const before = known.get(document);
	if (before) return before;
	const occurrences: Occurrence[] = [];
	walk(document, (node) => void occurrences.push(...namesIn(node)));
	const first = new Map<string, Occurrence>();
	for (const occurrence of occurrences) {
		const key = keyOf(occurrence);
		if (occurrence.declares && !first.has(key)) first.set(key, occurrence);
	}
	// A second declaration of a name has no uses: they belong to the first.
	const declarations = occurrences.map((each) => (each.declares ? each : (first.get(keyOf(each)) ?? null)));
	const index = { occurrences, declarations };
	known.set(document, index);
	return index;
}

/** The name at a caret, before its first or behind its last character included; null where there is none. */
export function nameAt(document: Document, offset: number): Occurrence | null {
	const touching = namesOf(document).occurrences.filter(({ name: { span } }) => span.start <= offset && offset <= span.end);
	return touching.find(({ name: { span } }) => offset < span.end) ?? touching[0] ?? null;
}

/** Every place of a document that means the same as a name of it, itself included. */
export function sameName(document: Document, occurrence: Occurrence): readonly Occurrence[] {
	const { occurrences, declarations } = namesOf(document);
	const declaration = declarationOf(document, occurrence);
	const key = keyOf(occurrence);
	return occurrences.filter((each, index) =>
		declaration ? declarations[index] === declaration : !declarations[index] && keyOf(each) === key,
	);
}

/** Where a name of a document is declared; null where nothing in the text does. */
export function declarationOf(document: Document, occurrence: Occurrence): Occurrence | null {
	const { occurrences, declarations } = namesOf(document);
	return declarations[occurrences.indexOf(occurrence)] ?? null;
}

/** Where a name stands in clauses that could not be read, so that nobody knows what it means there. */
export function unreadPlaces(document: Document, name: string): Span[] {
	const places: Span[] = [];
	walk(document, (node) => {
		if (node.kind !== 'raw') return;
		for (const { span, class: kind } of highlight(node.text)) {
			const written = node.text.slice(span.start, span.end);
			const says = kind === 'name' ? written : kind === 'string' ? unquoted(written) : null;
			if (says === name) places.push({ start: node.span.start + span.start, end: node.span.start + span.end });
		}
	});
	return places;
}

/** What a quoted text says; a text that is not in quotes says itself. */
export function unquoted(text: string): string {
	return /^"(?:[^"\\]|\\.)*"$/u.test(text) ? text.slice(1, -1).replace(/\\(["\\])/g, '$1') : text;
}

function keyOf({ kind, name }: Occurrence): string {
	return `${kind} ${name.text}`;
}

/** The names that stand directly in a node. */
function namesIn(node: Node): Occurrence[] {
	const find = finders[node.kind] as ((node: Node) => Occurrence[]) | undefined;
	return find?.(node) ?? [];
}

const finders: { readonly [K in Node['kind']]?: (node: NodeOfKind<K>) => Occurrence[] } = {
	program: ({ name, span }) => declared('program', [name], span),
	filter: ({ name, span }) => declared('filter', [name], span),
	rule: ({ name, span }) => declared('rule', [name], span),
	'tier-declaration': ({ name, span }) => declared('tier', [name], span),
	channels: ({ names, span }) => declared('channel', names, span),
	'order-types': ({ names, span }) => declared('order type', names, span),
	'filter-ref': ({ name }) => used('filter', [name]),
	spend: ({ filter }) => used('filter', [filter]),
	tier: ({ names }) => used('tier', names),
	channel: ({ names }) => used('channel', names),
	'order-type': ({ names }) => used('order type', names),
	'store-ref': ({ by, name }) => used(by, [name]),
	selector: ({ by, names }) => used(by.text, names),
};

function declared(kind: NameKind, names: readonly (Name | Missing)[], declares: Span): Occurrence[] {
	return names.flatMap((name) => (name.kind === 'name' ? [{ kind, name, declares }] : []));
}

function used(kind: NameKind, names: readonly (Name | Missing)[]): Occurrence[] {
	return names.flatMap((name) => (name.kind === 'name' ? [{ kind, name, declares: null }] : []));
}
