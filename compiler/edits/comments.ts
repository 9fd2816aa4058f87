/** What somebody wrote about a part: the comments above it and behind it. */
import type { Comment, Span, TextEdit } from '#grammar';
import { type Draft, draft, type Refusal, refuse, type Source } from './draft.ts';
import {
	blanksAfter,
	blanksBefore,
	commentsIn,
	endsLine,
	indentOf,
	type Layout,
	lineEnd,
	lineStart,
	nextLine,
	ownedSpan,
	startsLine,
} from './layout.ts';
import type { ClauseOperation } from './operation.ts';
import { indexesOf, pathOfSpan } from './parts.ts';
import { LINE_BREAK, put } from './place.ts';

type SetComments = Extract<ClauseOperation, { kind: 'set-comments' }>;

/** Edits, with the comments that leave the text and the texts of those that come. */
interface Change {
	readonly edits: readonly TextEdit[];
	readonly removed: readonly Comment[];
	readonly added: readonly string[];
}

const NOTHING: Change = { edits: [], removed: [], added: [] };

/** Plans the setting of the comments around a part; those that already say what is wished keep their writing. */
export function planComments(source: Source, operation: SetComments): Draft | Refusal {
	const { document, layout } = source;
	const { span } = operation;
	const path = pathOfSpan(document, indexesOf(operation.declaration), span);
	if (!path || path.length === 0) return refuse('This clause is no longer in the text.');
	const owned = ownedSpan(layout, span);
	const old = commentsIn(layout, { start: owned.start, end: span.start });
	const [behind] = commentsIn(layout, { start: span.end, end: owned.end });
	const lines = linesOf(operation.above);
	const tail = linesOf([operation.behind ?? '']).join(' ');
	const changes = [changedAbove(layout, span, old, lines), changedBehind(layout, span, behind, tail)];
	const removed = changes.flatMap((change) => change.removed);
	const added = changes.flatMap((change) => change.added);
	const label = removed.length === 0 ? 'Write comment' : added.length === 0 ? 'Remove comment' : 'Change comment';
	const edits = changes.flatMap((change) => change.edits);
	return draft(label, edits, document.declarations, { removed, added });
}

/** One line for each comment, without blank ones at the ends. */
function linesOf(typed: readonly string[]): string[] {
	const lines = typed.flatMap((text) => text.split(LINE_BREAK)).map((line) => line.trim());
	const first = lines.findIndex((line) => line !== '');
	return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}

function written(line: string): string {
	return line === '' ? '//' : `// ${line}`;
}

/** What a comment says, without its slashes. */
function said({ text }: Comment): string {
	return text.replace(/^\/\/+/, '').trim();
}

function changedAbove(layout: Layout, span: Span, old: readonly Comment[], lines: readonly string[]): Change {
	let first = 0;
	while (first < Math.min(old.length, lines.length) && said(old[first] as Comment) === lines[first]) first++;
	let last = 0;
	const most = Math.min(old.length, lines.length) - first;
	while (last < most && said(old.at(-1 - last) as Comment) === lines.at(-1 - last)) last++;
	const removed = old.slice(first, old.length - last);
	const added = lines.slice(first, lines.length - last).map(written);
	if (removed.length === 0 && added.length === 0) return NOTHING;
	const { text, lineBreak } = layout;
	const indent = indentOf(text, span.start);
	const [top, bottom] = [removed[0], removed.at(-1)];
	if (!top || !bottom) {
		const below = old[first]?.span.start ?? span.start;
		return { edits: [linesAbove(layout, below, added, indent)], removed, added };
	}
	const stretch = { start: top.span.start, end: bottom.span.end };
	const edit =
		added.length > 0
			? { span: stretch, text: added.join(lineBreak + indent) }
			: { span: { start: lineStart(text, stretch.start), end: nextLine(text, lineEnd(text, stretch.end)) }, text: '' };
	return { edits: [edit], removed, added };
}

/** Puts lines above what stands at an offset, which then begins a line. */
function linesAbove({ text, lineBreak }: Layout, offset: number, added: readonly string[], indent: string): TextEdit {
	const lines = added.map((line) => line + lineBreak + indent).join('');
	if (startsLine(text, offset)) return put(offset, lines);
	return { span: { start: blanksBefore(text, offset), end: offset }, text: lineBreak + indent + lines };
}

function changedBehind(layout: Layout, { end }: Span, old: Comment | undefined, tail: string): Change {
	const { text, lineBreak } = layout;
	const isThere = old === undefined ? tail === '' : tail !== '' && said(old) === tail;
	if (isThere) return NOTHING;
	const removed = old ? [old] : [];
	if (tail === '' && old) return { edits: [{ span: { start: end, end: old.span.end }, text: '' }], removed, added: [] };
	const added = [written(tail)];
	if (old) return { edits: [{ span: old.span, text: added.join('') }], removed, added };
	// What follows on the line would become part of the comment.
	const next = blanksAfter(text, end);
	const trail = endsLine(text, end) ? { end, text: '' } : { end: next, text: lineBreak + indentOf(text, end) };
	return { edits: [{ span: { start: end, end: trail.end }, text: ` ${added.join('')}${trail.text}` }], removed, added };
}
