import {
	type AttributeIs,
	children,
	type Document,
	type Level,
	type Missing,
	type Name,
	type Node,
	type NodeOfKind,
	type SelectorKind,
	shiftSpan,
	type Span,
} from '#grammar';
import type { SlotName } from './shape/pattern.ts';
import { sureNames } from './shape/follow.ts';
import { wordsOf } from './shape/words.ts';
import { type Stretch, stretchesOf } from './stretches.ts';

/** Names that a program declares itself and that other parts of it use. */
export type DeclaredKind =
	| 'rule'
	| 'filter'
	| 'tier'
	| 'segment'
	| 'attribute'
	| 'attribute value'
	| 'exclusive set'
	| 'campaign'
	| 'test'
	| 'channel'
	| 'order type';

/**
 * What a name stands for. Stores, chains and what selectors choose by are declared in a catalogue, not in the text. An event
 * of one's own is declared nowhere: whoever says its name means the same.
 */
export type NameKind = DeclaredKind | 'program' | 'event' | 'store' | 'chain' | SelectorKind;

/** A name where it stands in a text. */
export interface Occurrence {
	readonly kind: NameKind;
	readonly name: Name;
	/** The attribute whose value it is; null for every other kind. */
	readonly of: string | null;
	/** What declares it, whole, where it is declared here; null where it is used. */
	readonly declares: Span | null;
	/** It stands in a clause that could not be read, in a place where only such a name can be. */
	readonly isUnread: boolean;
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
	const occurrences = stretchesOf(document).flatMap(namesIn);
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

/** The names of a stretch where it stood last: most stay where they are from one edit to the next. */
const placed = new WeakMap<object, { readonly offset: number; readonly occurrences: readonly Occurrence[] }>();

function namesIn({ key, offset, declarations }: Stretch): readonly Occurrence[] {
	const before = placed.get(key);
	if (before?.offset === offset) return before.occurrences;
	const occurrences = before ? before.occurrences.map((each) => moved(each, offset - before.offset)) : [];
	if (!before) for (const declaration of declarations) collect(declaration, 'document', occurrences);
	const found = before || offset === 0 ? occurrences : occurrences.map((each) => moved(each, offset));
	placed.set(key, { offset, occurrences: found });
	return found;
}

function moved({ name, declares, ...occurrence }: Occurrence, by: number): Occurrence {
	return {
		...occurrence,
		name: { ...name, span: shiftSpan(name.span, by) },
		declares: declares && shiftSpan(declares, by),
	};
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

/** Where a name stands in clauses that could not be read without it being clear what it means there. */
export function unreadPlaces(document: Document, name: string): Span[] {
	const places: Span[] = [];
	const sure = new Set(namesOf(document).occurrences.flatMap((each) => (each.isUnread ? [each.name.span.start] : [])));
	const visit = (node: Node): void => {
		if (node.kind !== 'raw') return children(node).forEach(visit);
		const { start } = node.span;
		for (const { span, class: look, text } of wordsOf(node.text, { start: 0, end: node.text.length }).words) {
			const says = look === 'name' ? text : look === 'string' ? unquoted(text) : null;
			if (says === name && !sure.has(start + span.start)) places.push({ start: start + span.start, end: start + span.end });
		}
	};
	visit(document);
	return places;
}

/** What a quoted text says; a text that is not in quotes says itself. */
export function unquoted(text: string): string {
	return /^"(?:[^"\\]|\\.)*"$/u.test(text) ? text.slice(1, -1).replace(/\\(["\\])/g, '$1') : text;
}

/** The same for names that mean the same. */
export function keyOf({ kind, of, name }: Pick<Occurrence, 'kind' | 'of' | 'name'>): string {
	return of === null ? `${kind} ${name.text}` : `${kind} ${JSON.stringify(of)} ${name.text}`;
}

/** Finds the names in a node, in the order of the text. `level` is that of the braces around it. */
function collect(node: Node, level: Level, found: Occurrence[]): void {
	if (node.kind === 'raw') {
		found.push(...unreadNames(node, level));
		return;
	}
	const find = finders[node.kind] as ((node: Node) => Occurrence[]) | undefined;
	const own = find?.(node) ?? [];
	const inside = levelInside[node.kind] ?? level;
	found.push(...own);
	for (const child of children(node)) collect(child, inside, found);
}

const levelInside: { readonly [K in Node['kind']]?: Level } = {
	program: 'program',
	tiers: 'tiers',
	'tier-declaration': 'tier',
	campaign: 'campaign',
	rule: 'rule',
	when: 'when',
	redemption: 'redemption',
	expiry: 'expiry',
	test: 'test',
	'test-member': 'member',
	'test-event': 'event',
};

const finders: { readonly [K in Node['kind']]?: (node: NodeOfKind<K>) => Occurrence[] } = {
	program: ({ name, span }) => declared('program', [name], span),
	filter: ({ name, span }) => declared('filter', [name], span),
	rule: ({ name, span }) => declared('rule', [name], span),
	campaign: ({ name, span }) => declared('campaign', [name], span),
	test: ({ name, span }) => declared('test', [name], span),
	'tier-declaration': ({ name, span }) => declared('tier', [name], span),
	'segment-declaration': ({ name, span }) => declared('segment', [name], span),
	'exclusive-declaration': ({ name, span }) => declared('exclusive set', [name], span),
	'attribute-declaration': ({ name, type, span }) => [
		...declared('attribute', [name], span),
		...(type.kind === 'one-of' && name.kind === 'name' ? declared('attribute value', type.values, span, name.text) : []),
	],
	channels: ({ names, span }) => declared('channel', names, span),
	'order-types': ({ names, span }) => declared('order type', names, span),
	'tier-basis': ({ filter }) => used('filter', [filter]),
	'filter-ref': ({ name }) => used('filter', [name]),
	spend: ({ filter }) => used('filter', [filter]),
	quantity: ({ filter }) => used('filter', [filter]),
	'every-step': ({ filter }) => used('filter', [filter]),
	multiply: ({ on }) => used('filter', [on]),
	'at-most': ({ filter }) => used('filter', [filter]),
	'attribute-source': ({ name }) => used('attribute', [name]),
	active: ({ by }) => used('attribute', [by]),
	attribute: ({ name, test }) => [
		...used('attribute', [name]),
		...(test?.kind === 'attribute-is' ? valuesOf(name, test) : []),
	],
	'test-attribute': ({ name, value }) => [
		...used('attribute', [name]),
		...(value?.kind === 'name' ? used('attribute value', [value], name.text) : []),
	],
	exclusive: ({ set }) => used('exclusive set', [set]),
	event: ({ name }) => used('event', [name]),
	tier: ({ names }) => used('tier', names),
	segment: ({ names }) => used('segment', names),
	channel: ({ names }) => used('channel', names),
	'order-type': ({ names }) => used('order type', names),
	'store-ref': ({ by, name }) => used(by, [name]),
	selector: ({ by, names }) => used(by.text, names),
	'test-fact': ({ fact, value }) => (value.kind === 'name' ? factNames(fact.text, value) : []),
	'test-line': ({ item, category, subcategory, combo }) => [
		...used('item', [item]),
		...used('category', [category]),
		...used('subcategory', [subcategory]),
		...used('combo', [combo]),
	],
	expect: ({ what }) => (what.kind === 'name' ? used('rule', [what]) : []),
};

const FACTS = ['tier', 'segment', 'store', 'chain', 'channel', 'order type'] as const;

function factNames(fact: string, value: Name): Occurrence[] {
	const kind = FACTS.find((each) => each === fact);
	return kind ? used(kind, [value]) : [];
}

function valuesOf({ text }: Name, { values }: AttributeIs): Occurrence[] {
	return used('attribute value', values, text);
}

type Names = readonly (Name | Missing | undefined)[];

function declared(kind: NameKind, names: Names, declares: Span, of: string | null = null): Occurrence[] {
	return names.flatMap((name) => (name?.kind === 'name' ? [{ kind, name, of, declares, isUnread: false }] : []));
}

function used(kind: NameKind, names: Names, of: string | null = null): Occurrence[] {
	return names.flatMap((name) => (name?.kind === 'name' ? [{ kind, name, of, declares: null, isUnread: false }] : []));
}

/** What the names of slots stand for. Currencies and units are no names of the program's. */
const kindOfSlot: Readonly<Record<SlotName, NameKind | null>> = {
	program: 'program',
	filter: 'filter',
	'items filter': 'filter',
	tier: 'tier',
	segment: 'segment',
	attribute: 'attribute',
	'number attribute': 'attribute',
	'date attribute': 'attribute',
	'attribute value': 'attribute value',
	'exclusive set': 'exclusive set',
	campaign: 'campaign',
	rule: 'rule',
	test: 'test',
	event: 'event',
	channel: 'channel',
	'order type': 'order type',
	store: 'store',
	chain: 'chain',
	category: 'category',
	subcategory: 'subcategory',
	combo: 'combo',
	item: 'item',
	currency: null,
	unit: null,
};

/** The names of a clause that could not be read, as far as they are unmistakable. */
function unreadNames({ text, span: whole }: NodeOfKind<'raw'>, level: Level): Occurrence[] {
	const { start } = whole;
	return sureNames(wordsOf(text, { start: 0, end: text.length }).words, level).flatMap(
		({ of: slot, declares, span, clause }) => {
			const kind = kindOfSlot[slot];
			const written = text.slice(span.start, span.end);
			const isClosed = !written.startsWith('"') || (written.length > 1 && written.endsWith('"'));
			if (kind === null || !isClosed) return [];
			const name: Name = {
				kind: 'name',
				span: { start: start + span.start, end: start + span.end },
				text: unquoted(written),
				quoted: written.startsWith('"'),
			};
			// Where it is declared the attribute stands third, behind whose it is.
			const of = kind === 'attribute value' ? unquoted(clause[declares ? 2 : 0]?.text ?? '') : null;
			return [{ kind, name, of, declares: declares ? whole : null, isUnread: true }];
		},
	);
}
