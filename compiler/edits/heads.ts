import { highlight, type Span } from '#grammar';
import { type Draft, draft, type Refusal, refuse, type Source } from './draft.ts';
import { commentsIn, type Layout } from './layout.ts';
import type { ClauseOperation } from './operation.ts';
import {
	bodyOf,
	type Holder,
	type HolderKind,
	holderAt,
	indexesOf,
	lastIndex,
	outward,
	type Part,
	type PartPath,
	partsOf,
	withParts,
} from './parts.ts';
import { partsAround } from './lists.ts';
import { put } from './place.ts';
import { keepComments, replacement } from './remove.ts';
import { type ReadPart, readPart, type Snippet } from './snippet.ts';
import type { StepLabel } from './step.ts';

type SetHead = Extract<ClauseOperation, { kind: 'set-head' }>;

/** For each head that can be set: its label, what stands before it, and what of the tree it decides. */
const heads: { readonly [K in HolderKind]?: Head } = {
	rule: { label: 'Change event', before: 'rule x ', keys: ['on'] },
	tiers: { label: 'Change basis of tiers', before: 'tiers ', keys: ['by', 'keptThroughNextYear', 'movedByHand'] },
	'tier-declaration': { label: 'Change threshold', before: 'tier x ', keys: ['from'] },
	'test-event': { label: 'Change event', before: '', keys: ['event', 'at'] },
};

interface Head {
	readonly label: StepLabel;
	readonly before: string;
	readonly keys: readonly string[];
}

/** Plans the setting of what stands between the name of something and its braces. */
export function planHead(source: Source, { declaration, text: typed }: SetHead): Draft | Refusal {
	const path = indexesOf(declaration);
	const holder = path.length === 0 ? null : holderAt(source.document, path);
	const head = holder && heads[holder.kind];
	if (!head) return refuse('This is no longer in the text.');
	const read = readHead(source, path, head, typed);
	if (!read.ok) return read;
	const stretch = headOf(source, holder);
	const wished = head.keys.map((key) => [key, (read.clause as unknown as Record<string, unknown>)[key]]);
	const next = { ...holder, ...Object.fromEntries(wished), health: 'ok' };
	const given = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as unknown as Part;
	const expected = withParts(source.document, outward(path), partsAround(source, path).with(lastIndex(path), given));
	const written = typed.trim();
	if (stretch.start === stretch.end) {
		const edits = written === '' ? [] : [put(stretch.start, ` ${written}`)];
		return draft(head.label, edits, expected);
	}
	const kept = keepComments(source.layout, stretch, { around: [], inside: [] });
	if (kept.removed.length > 0) return refuse('A comment stands in the middle of this; change it in the text.');
	const edits = written === '' ? [emptied(source.layout, stretch)] : replacement(source.layout, stretch, written, []);
	return draft(head.label, edits, expected);
}

/** Reads what was typed as the head of something that has nothing else. */
function readHead({ document }: Source, path: PartPath, { before }: Head, typed: string): Snippet<ReadPart> | Refusal {
	const holder = holderAt(document, path) as Exclude<Holder, { kind: 'document' }>;
	const around = holderAt(document, outward(path)) as Holder;
	const isMore = highlight(typed).some(
		({ span, class: kind }) => kind === 'comment' || /^[{}]$/.test(typed.slice(span.start, span.end)),
	);
	if (isMore) return refuse('Only what stands before the braces belongs here.');
	return readPart(`${before}${typed.trim()} {}`, around.kind, holder.kind);
}

/** The stretch of the head: from behind the name, or the keyword, to before the braces, comments and blanks aside. */
function headOf({ text, layout }: Source, holder: Holder): Span {
	const from = holder.kind === 'test-event' ? holder.span.start : beforeHead(holder);
	const to = bodyOf(holder)?.start ?? headEnd(text, holder, from);
	const isSpace = (at: number) => /\s/.test(text.charAt(at));
	const comments = commentsIn(layout, { start: from, end: to });
	let start = from;
	let end = to;
	for (let before = -1; before !== start; ) {
		before = start;
		while (start < end && isSpace(start)) start++;
		start = comments.find(({ span }) => span.start === start)?.span.end ?? start;
	}
	for (let before = -1; before !== end; ) {
		before = end;
		while (end > start && isSpace(end - 1)) end--;
		end = comments.find(({ span }) => span.end === end && span.start >= start)?.span.start ?? end;
	}
	return start < end ? { start, end } : { start: from, end: from };
}

function beforeHead(holder: Holder): number {
	if ('name' in holder) return holder.name.span.end;
	return holder.span.start + holder.kind.length;
}

/** Where a head ends whose braces are not both there: before the one that is, or before the first part. */
function headEnd(text: string, holder: Holder, from: number): number {
	const to = partsOf(holder)[0]?.span.start ?? holder.span.end;
	const head = text.slice(from, to);
	const open = highlight(head).find(({ span }) => head.slice(span.start, span.end) === '{');
	return open ? from + open.span.start : to;
}

/** Takes a head away, with the gap before it. */
function emptied({ text }: Layout, { start, end }: Span) {
	const before = text.slice(0, start).trimEnd().length;
	const isFree = !/[\r\n]/.test(text.slice(before, start));
	return { span: { start: isFree ? before : start, end }, text: '' };
}
