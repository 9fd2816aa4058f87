/** The four things that can be done with a part in its list, whatever holds it: add, set, remove, move. */
import type { Declaration, Document, Span, TextEdit } from '#grammar';
import { type Draft, draft, inserted, moved, type Refusal, refuse, type Source } from './draft.ts';
import { commentsIn, type Layout, ownedSpan } from './layout.ts';
import { bodyOf, type Holder, holderAt, lastIndex, outward, type Part, type PartPath, partsOf, withParts } from './parts.ts';
import { appended, block, type Insert, insertAfter, insertBefore, insertIntoBody, type Place, put } from './place.ts';
import { cutOut, keepComments, removal, replacement } from './remove.ts';
import { addAfter, addBefore, isSound, move, ownComments } from './siblings.ts';
import type { Snippet } from './snippet.ts';
import { wordsFor } from './usual-order.ts';
import type { StepLabel } from './step.ts';

/** A part that is new in a list. */
export interface NewPart {
	readonly label: StepLabel;
	readonly part: Part;
	readonly insert: Insert;
	/** The texts of the comments that come with it. */
	readonly added: readonly string[];
	/** What it is a copy of, with the problems that that has. */
	readonly copied?: Span;
}

/** Plans the adding of a part so that it is at `index` afterwards; beside the one `before` it, or behind the one above. */
export function planAdd(
	source: Source,
	list: PartPath,
	index: number,
	{ label, part, insert, added, copied }: NewPart,
	beside: 'previous' | 'next' = 'next',
): Draft | Refusal {
	const holder = holderAt(source.document, list);
	if (!holder) return refuse('This is no longer in the text.');
	const edit = placed(source.layout, holder, index, insert, beside);
	if (!edit) return refuse('has no braces', { what: wordsFor(holder.kind) });
	const expected = withParts(source.document, list, inserted(partsOf(holder), index, part));
	return draft(label, [edit], expected, { added, ...(copied ? { copied } : {}) });
}

/** Plans the replacing of a part by what was typed; only the words that differ change. */
export function planSet(source: Source, path: PartPath, snippet: Snippet, label: StepLabel): Draft {
	const parts = partsAround(source, path);
	const { span } = parts[lastIndex(path)] as Part;
	const kept = keepComments(source.layout, span, snippet);
	const edits = replacement(source.layout, span, snippet.source, kept.above);
	const expected = withParts(source.document, outward(path), parts.with(lastIndex(path), snippet.clause));
	return draft(label, edits, expected, kept);
}

/**
 * Plans the removing of a part with its comments. A group or `when` goes with its last condition; the comments around it go too,
 * unless they are `kept`.
 */
export function planRemove(source: Source, path: PartPath, label: StepLabel, around: 'gone' | 'kept' = 'gone'): Draft {
	const { layout } = source;
	const outer = vanishing(source.document, path);
	const expected = withoutPart(source.document, path);
	const { span } = partsAround(source, path)[lastIndex(path)] as Part;
	if (outer.length === path.length) {
		return draft(label, [removal(layout, span)], expected, { removed: ownComments(layout, span) });
	}
	const stretches = shells(source, outer, path, around);
	const whole = ownedSpan(layout, (partsAround(source, outer)[lastIndex(outer)] as Part).span);
	const isGone = (at: number) => stretches.some(({ start, end }) => start <= at && at < end);
	const removed = commentsIn(layout, whole).filter(({ span: { start } }) => isGone(start));
	const edits = merged(layout.text, stretches).map((stretch) => cutOut(layout, stretch));
	return draft(label, edits, expected, { removed });
}

/** The declarations of a document without a part, and without what would be left empty by that. */
export function withoutPart(document: Document, path: PartPath): readonly Declaration[] {
	const outer = vanishing(document, path);
	const holder = holderAt(document, outward(outer));
	return withParts(document, outward(outer), holder ? partsOf(holder).toSpliced(lastIndex(outer), 1) : []);
}

/** Plans the moving of a part within its list; `to` is the index that it has afterwards. */
export function planMove(source: Source, path: PartPath, to: number, label: StepLabel): Draft | Refusal {
	const holder = holderAt(source.document, outward(path));
	const parts = partsAround(source, path);
	const from = lastIndex(path);
	if (!holder || to < 0 || to >= parts.length) return refuse('There is no such place in the text.');
	if (from === to) return draft(label, [], source.document.declarations);
	const edits = move(source.layout, parts, from, to, placeIn(holder));
	return draft(label, edits, withParts(source.document, outward(path), moved(parts, from, to)));
}

/** Where parts are put in a holder. */
export function placeIn(holder: Holder): Place {
	const body = bodyOf(holder);
	return { spacing: holder.kind === 'document' ? 'paragraph' : 'shared', ...(body ? { body } : {}) };
}

/** The list that a part stands in. */
export function partsAround({ document }: Source, path: PartPath): readonly Part[] {
	const holder = holderAt(document, outward(path));
	return holder ? partsOf(holder) : [];
}

function placed(
	layout: Layout,
	holder: Holder,
	index: number,
	insert: Insert,
	beside: 'previous' | 'next',
): TextEdit | null {
	const parts = partsOf(holder);
	const body = bodyOf(holder);
	const [previous, next] = [parts[index - 1], parts[index]];
	if (holder.kind === 'document') return placedAtTop(layout, holder, index, insert, beside);
	if (next && (beside === 'next' || !previous)) return addBefore(layout, next, insert, body);
	if (previous) return addAfter(layout, previous, insert, body);
	if (body) return insertIntoBody(layout, body, insert);
	if (holder.kind === 'test-event') return put(holder.span.end, ` ${block(layout, holder.span, insert)}`);
	return null;
}

/** The kinds of declarations that stand line by line below one another. */
const ONE_LINERS: readonly string[] = ['filter', 'segment-declaration', 'attribute-declaration', 'exclusive-declaration'];

function placedAtTop(layout: Layout, holder: Holder, index: number, insert: Insert, beside: 'previous' | 'next'): TextEdit {
	const parts = partsOf(holder);
	const [previous, next] = [parts[index - 1], parts[index]];
	if (previous && (beside === 'previous' || !next)) {
		const isLine = ONE_LINERS.some((kind) => previous.kind === kind && insert.text.startsWith(firstWord(kind)));
		return insertAfter(layout, previous.span, insert, { spacing: isLine && !insert.beginsLine ? 'line' : 'paragraph' });
	}
	if (next) return insertBefore(layout, next.span, insert, { spacing: 'paragraph' });
	return appended(layout, parts, insert);
}

function firstWord(kind: string): string {
	return kind.replace('-declaration', '');
}

/** The path of what goes when a part goes: of the part itself, or of the group or `when` that would be left empty. */
function vanishing(document: Document, path: PartPath): PartPath {
	const holder = holderAt(document, outward(path));
	const isEmptied = holder !== null && EMPTIED.has(holder.kind) && partsOf(holder).length === 1;
	return isEmptied ? vanishing(document, outward(path)) : path;
}

const EMPTIED: ReadonlySet<string> = new Set(['when', 'any', 'all', 'not']);

/** What is cut out when holders go with the last part in them: their heads, the part and their closing braces. */
function shells(source: Source, outer: PartPath, path: PartPath, around: 'gone' | 'kept'): Span[] {
	const { layout } = source;
	const heads: Span[] = [];
	const tails: Span[] = [];
	for (let at = outer; at.length < path.length; at = path.slice(0, at.length + 1)) {
		const holder = holderAt(source.document, at) as Holder;
		const body = bodyOf(holder);
		const owned = around === 'gone' ? ownedSpan(layout, holder.span) : holder.span;
		heads.push({ start: owned.start, end: body ? body.start + 1 : holder.span.start + holder.kind.length });
		if (body) tails.unshift({ start: body.end - 1, end: owned.end });
	}
	const { span } = partsAround(source, path)[lastIndex(path)] as Part;
	return [...heads, ownedSpan(layout, span), ...tails];
}

/** Stretches between which nothing stands become one. */
function merged(text: string, stretches: readonly Span[]): Span[] {
	const found: Span[] = [];
	for (const next of stretches) {
		const last = found.at(-1);
		if (last && text.slice(last.end, next.start).trim() === '') {
			found[found.length - 1] = { start: last.start, end: Math.max(last.end, next.end) };
		} else found.push(next);
	}
	return found;
}

/** Says whether every one of some parts was read whole. */
export function areSound(parts: readonly Part[]): boolean {
	return parts.every(isSound);
}
