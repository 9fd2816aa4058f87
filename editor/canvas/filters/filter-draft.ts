import type { FilterDeclaration, FilterSource, Plain, Selector, SelectorKind, TotalPart } from '#grammar';
import { nameNode, numberNode, wordNode } from '../fragments.ts';
import { says } from '../pickers/says.ts';

/** One row of a form about items: a kind of selector and its names. */
export interface SelectorRow {
	readonly by: SelectorKind;
	readonly names: readonly string[];
}

/** A cart filter while it is filled in. */
export interface FilterDraft {
	readonly name: string;
	/** What is counted: money of items, units of items, or the whole receipt. */
	readonly counts: 'items' | 'units' | 'total';
	readonly mode: 'in' | 'not in';
	readonly include: readonly SelectorRow[];
	readonly exclude: readonly SelectorRow[];
	readonly excludingPoints: boolean;
	/** What a total leaves out. */
	readonly without: readonly TotalPart[];
	readonly beforeDiscounts: boolean;
	/** Plain digits; empty for no bound. */
	readonly above: string;
	readonly upTo: string;
}

/** An empty form for a filter of a name. */
export function emptyDraft(name: string): FilterDraft {
	return {
		name,
		counts: 'items',
		mode: 'in',
		include: [{ by: 'category', names: [] }],
		exclude: [],
		excludingPoints: false,
		without: ['taxes', 'fees', 'tip'],
		beforeDiscounts: false,
		above: '',
		upTo: '',
	};
}

/** The form of a declared filter; null for one that the form cannot show whole: an attribute, the part paid with points, holes. */
export function draftOf(filter: FilterDeclaration): FilterDraft | null {
	const { name, source, above, upTo, health } = filter;
	if (health !== 'ok' || name.kind !== 'name') return null;
	const base = { ...emptyDraft(name.text), include: [], above: digitsOf(above), upTo: digitsOf(upTo) };
	if (source.kind === 'total-source') {
		const without = source.excluding.flatMap((part) => (part.kind === 'word' ? [part.text] : []));
		return { ...base, counts: 'total', without, beforeDiscounts: source.beforeDiscounts };
	}
	if (source.kind !== 'items-source') return null;
	return {
		...base,
		counts: source.isQuantity ? 'units' : 'items',
		mode: source.mode === 'not in' ? 'not in' : 'in',
		include: source.selectors.flatMap(rowOf),
		exclude: source.except.flatMap(rowOf),
		excludingPoints: source.excludingPoints,
	};
}

function digitsOf(literal: FilterDeclaration['above']): string {
	return literal?.kind === 'number' ? literal.digits : '';
}

function rowOf(selector: Selector | { readonly kind: 'missing' }): SelectorRow[] {
	if (selector.kind === 'missing') return [];
	return [{ by: selector.by.text, names: selector.names.flatMap((name) => (name.kind === 'name' ? [name.text] : [])) }];
}

/** The declaration that a form describes. Rows without names are left out. */
export function filterNode(draft: FilterDraft): Plain<FilterDeclaration> {
	return {
		kind: 'filter',
		name: nameNode(draft.name),
		source: sourceNode(draft),
		...(draft.above !== '' && { above: numberNode(draft.above) }),
		...(draft.upTo !== '' && { upTo: numberNode(draft.upTo) }),
	};
}

function sourceNode(draft: FilterDraft): Plain<FilterSource> {
	if (draft.counts === 'total') {
		const excluding = draft.without.map((part) => wordNode(part));
		return { kind: 'total-source', excluding, beforeDiscounts: draft.beforeDiscounts };
	}
	const selectors = rowsNode(draft.include);
	return {
		kind: 'items-source',
		isQuantity: draft.counts === 'units',
		mode: selectors.length === 0 ? 'all' : draft.mode,
		selectors,
		except: rowsNode(draft.exclude),
		excludingPoints: draft.excludingPoints && draft.counts === 'items',
	};
}

function rowsNode(rows: readonly SelectorRow[]): Plain<Selector>[] {
	const written = rows.filter(({ names }) => names.length > 0);
	return written.map(({ by, names }) => ({
		kind: 'selector',
		by: wordNode(by),
		names: names.map((name) => nameNode(name)),
	}));
}

/** What still keeps a form from being a filter, as a sentence; null where nothing does. `taken` are the names of other filters. */
export function whyNotYet(draft: FilterDraft, taken: readonly string[]): string | null {
	if (draft.name.trim() === '') return says.needsName;
	if (taken.includes(draft.name.trim())) return says.nameTaken({ name: draft.name.trim() });
	if (draft.counts === 'total') return null;
	const chosen = draft.include.some(({ names }) => names.length > 0);
	return chosen || draft.exclude.some(({ names }) => names.length > 0) ? null : says.chooseWhat;
}
