import type { Span, TextEdit } from '#grammar';
import {
	blanksAfter,
	blanksBefore,
	endsLine,
	indentOf,
	isBlankLine,
	type Layout,
	lineEnd,
	lineStart,
	nextLine,
	ownedSpan,
	previousLineEnd,
	startsLine,
} from './layout.ts';

/** Something to put into a text: a clause, with the comments that travel with it. */
export interface Insert {
	/** Without blanks around it. Its further lines carry only the indentation that they have against the first. */
	readonly text: string;
	/** It must begin a line: it begins with a comment, which behind another clause would belong to that one, or it is broken. */
	readonly beginsLine: boolean;
	/** It must end a line: it ends with a comment, which would swallow what follows, or it is broken. */
	readonly endsLine: boolean;
}

/** Where something is put. */
export interface Place {
	/** From `{` to `}` of the list of clauses around it; absent at the top of the text. */
	readonly body?: Span;
	/** `shared`: on its neighbour's line where the neighbour shares one. `line`: on its own. `paragraph`: with blank lines around. */
	readonly spacing: 'shared' | 'line' | 'paragraph';
}

/** Copies a clause with its comments, to be put elsewhere. */
export function lift(layout: Layout, span: Span): Insert {
	const owned = ownedSpan(layout, span);
	const text = dedented(layout.text.slice(owned.start, owned.end), indentOf(layout.text, owned.start));
	return { text, beginsLine: owned.start < span.start, endsLine: owned.end > span.end };
}

/** A text without an indentation in front of its further lines. */
export function dedented(text: string, indent: string): string {
	const [first = '', ...rest] = text.split(LINE_BREAK);
	return [first, ...rest.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))].join('\n');
}

/** Puts something behind a clause and its comments. */
export function insertAfter(layout: Layout, sibling: Span, insert: Insert, place: Place): TextEdit {
	const { text } = layout;
	const owned = ownedSpan(layout, sibling);
	const indent = indentBeside(layout, sibling, place);
	const own = indented(layout, insert, indent);
	const lead = opening(layout, place) + indent;
	if (endsLine(text, owned.end)) {
		const alone = startsLine(text, sibling.start) || owned.end > sibling.end;
		if (place.spacing === 'shared' && !alone && !insert.beginsLine) return put(sibling.end, ` ${own}`);
		return put(lineEnd(text, owned.end), lead + own + gapBelow(layout, owned.end, place));
	}
	const next = blanksAfter(text, sibling.end);
	const before = breaks(place, insert.beginsLine) ? lead : ' ';
	if (breaks(place, insert.endsLine)) {
		const indentOfNext = text[next] === '}' && place.body ? indentOf(text, place.body.start) : indent;
		return { span: { start: sibling.end, end: next }, text: before + own + opening(layout, place) + indentOfNext };
	}
	return put(sibling.end, before + own + (next === sibling.end && text[next] !== '}' ? ' ' : ''));
}

/** Puts something before a clause and its comments. */
export function insertBefore(layout: Layout, sibling: Span, insert: Insert, place: Place): TextEdit {
	const { text } = layout;
	const owned = ownedSpan(layout, sibling);
	const indent = indentBeside(layout, sibling, place);
	const own = indented(layout, insert, indent);
	const lead = opening(layout, place) + indent;
	if (startsLine(text, owned.start)) return put(owned.start, gapAbove(layout, owned.start, indent, place) + own + lead);
	const gap = blanksBefore(text, sibling.start);
	const trail = breaks(place, insert.endsLine) ? lead : ' ';
	if (breaks(place, insert.beginsLine)) return { span: { start: gap, end: sibling.start }, text: lead + own + trail };
	const glued = gap === sibling.start && text[gap - 1] !== '{';
	return put(sibling.start, (glued ? ' ' : '') + own + trail);
}

/** Puts something into a body that has no clauses: on a line of its own where the body stands alone on its lines. */
export function insertIntoBody(layout: Layout, body: Span, insert: Insert): TextEdit {
	const { text, lineBreak } = layout;
	const close = body.end - 1;
	if (startsLine(text, close)) {
		const indent = indentOf(text, close) + layout.indentUnit;
		return put(lineStart(text, close), indent + indented(layout, insert, indent) + lineBreak);
	}
	const start = blanksBefore(text, close);
	return { span: { start, end: close }, text: block(layout, body, insert).slice(1, -1) };
}

/**
 * `{`, something and `}`, as they would stand in place of `outer` or at its end: in one line where something else follows
 * on that line, else on three.
 */
export function block(layout: Layout, outer: Span, insert: Insert): string {
	const { text, lineBreak, indentUnit, comments } = layout;
	const next = blanksAfter(text, outer.end);
	const followed = !endsLine(text, outer.end) && !comments.some((comment) => comment.span.start === next);
	const indent = indentOf(text, outer.start);
	if (followed && !insert.beginsLine && !insert.endsLine) return `{ ${indented(layout, insert, indent)} }`;
	const inner = indent + indentUnit;
	return `{${lineBreak}${inner}${indented(layout, insert, inner)}${lineBreak}${indent}}`;
}

/** Puts something behind all declarations and comments, one blank line below them. */
export function appended(layout: Layout, declarations: readonly { readonly span: Span }[], insert: Insert): TextEdit {
	const lasts = [declarations.at(-1), layout.comments.at(-1)];
	const end = Math.max(...lasts.map((last) => last?.span.end ?? 0));
	const own = indented(layout, insert, '');
	if (end === 0) return put(layout.text.length, own + layout.lineBreak);
	return put(end, layout.lineBreak + layout.lineBreak + own);
}

/** The text of an {@link Insert} with the text's own line breaks, its further lines indented like its first. */
export function indented(layout: Layout, insert: Pick<Insert, 'text'>, indent: string): string {
	const [first = '', ...rest] = insert.text.split(LINE_BREAK);
	return [first, ...rest.map((line) => (line.trim() === '' ? '' : indent + line))].join(layout.lineBreak);
}

/** The edit that inserts a text at an offset. */
export function put(at: number, text: string): TextEdit {
	return { span: { start: at, end: at }, text };
}

/** Any line break. */
export const LINE_BREAK = /\r\n|\n|\r/;

/** The indentation of a clause that stands next to `sibling`, on a line of its own. */
function indentBeside({ text, indentUnit }: Layout, sibling: Span, { body }: Place): string {
	const start = lineStart(text, sibling.start);
	const indent = indentOf(text, sibling.start);
	return body && start <= body.start ? indent + indentUnit : indent;
}

function breaks({ spacing }: Place, comment: boolean): boolean {
	return spacing !== 'shared' || comment;
}

function opening({ lineBreak }: Layout, { spacing }: Place): string {
	return spacing === 'paragraph' ? lineBreak + lineBreak : lineBreak;
}

/** What keeps a paragraph apart from a line that follows it directly. */
function gapBelow({ text, lineBreak }: Layout, offset: number, { spacing }: Place): string {
	const end = lineEnd(text, offset);
	const crowded = spacing === 'paragraph' && end < text.length && !isBlankLine(text, nextLine(text, end));
	return crowded ? lineBreak : '';
}

/** What keeps a paragraph apart from a line that stands directly above it. */
function gapAbove({ text, lineBreak }: Layout, offset: number, indent: string, { spacing }: Place): string {
	const above = previousLineEnd(text, lineStart(text, offset));
	const crowded = spacing === 'paragraph' && above !== null && !isBlankLine(text, above);
	return crowded ? lineBreak + indent : '';
}
