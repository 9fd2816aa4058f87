import type { Comment, Document, Span } from '#grammar';

/**
 * A text with its lines, its comments and its habits: everything that a planner asks before it cuts or inserts. Whether
 * something is a comment is what the grammar says, never what it looks like.
 */
export interface Layout {
	readonly text: string;
	readonly comments: readonly Comment[];
	/** The line break that the text uses: that of its first line. */
	readonly lineBreak: string;
	/** One step of indentation, as the text does it. */
	readonly indentUnit: string;
}

/** Reads the layout of a document's text. */
export function layoutOf(text: string, document: Document): Layout {
	const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
	const layout: Layout = { text, comments: document.comments, lineBreak, indentUnit: '  ' };
	return { ...layout, indentUnit: indentUnit(layout, document) };
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
	let start = offset;
	while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
	return start;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
	let end = offset;
	while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
	return end;
}

/** Where the next line begins; the end of the text on its last line. `end` is the end of a line. */
export function nextLine(text: string, end: number): number {
	if (text.startsWith('\r\n', end)) return end + 2;
	return Math.min(end + 1, text.length);
}

/** Where the line before ends, before its line break; null on the first line. `start` is the start of a line. */
export function previousLineEnd(text: string, start: number): number | null {
	if (start === 0) return null;
	return text[start - 1] === '\n' && text[start - 2] === '\r' ? start - 2 : start - 1;
}

/** The start of the blanks (line breaks not included) that stand before an offset on its line. */
export function blanksBefore(text: string, offset: number): number {
	let start = offset;
	while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
	return start;
}

/** The end of the blanks (line breaks not included) that stand behind an offset on its line. */
export function blanksAfter(text: string, offset: number): number {
	let end = offset;
	while (end < text.length && isBlank(text.charCodeAt(end))) end++;
	return end;
}

/** Says whether only blanks stand before an offset on its line. */
export function startsLine(text: string, offset: number): boolean {
	const start = blanksBefore(text, offset);
	return start === 0 || isLineBreak(text.charCodeAt(start - 1));
}

/** Says whether only blanks stand behind an offset on its line. */
export function endsLine(text: string, offset: number): boolean {
	const end = blanksAfter(text, offset);
	return end === text.length || isLineBreak(text.charCodeAt(end));
}

/** Says whether the line of an offset holds nothing but blanks. */
export function isBlankLine(text: string, offset: number): boolean {
	return endsLine(text, lineStart(text, offset));
}

/** The blanks that an offset's line begins with. */
export function indentOf(text: string, offset: number): string {
	const start = lineStart(text, offset);
	return text.slice(start, blanksAfter(text, start));
}

/** The comments that begin inside a span. */
export function commentsIn(layout: Layout, span: Span): Comment[] {
	return layout.comments.filter((comment) => span.start <= comment.span.start && comment.span.start < span.end);
}

/**
 * A clause with the comments that belong to it: the comment lines directly above it, without a blank line between, and a
 * comment behind it on its last line.
 */
export function ownedSpan(layout: Layout, span: Span): Span {
	const { text, comments } = layout;
	let start = span.start;
	while (startsLine(text, start)) {
		const end = previousLineEnd(text, lineStart(text, start));
		const above = end === null ? undefined : comments.find((comment) => comment.span.end === end);
		if (!above || !startsLine(text, above.span.start)) break;
		start = above.span.start;
	}
	const after = blanksAfter(text, span.end);
	const behind = comments.find((comment) => comment.span.start === after);
	return { start, end: behind ? behind.span.end : span.end };
}

/** A line break in any of its forms, as a character code. */
function isLineBreak(code: number): boolean {
	return code === 10 || code === 13;
}

/** What the grammar passes over inside a line: white space, and the marks that turn the reading direction. */
function isBlank(code: number): boolean {
	return code === 32 || code === 9 || (code !== 10 && code !== 13 && BLANK.test(String.fromCharCode(code)));
}

const BLANK = /[^\S\r\n]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** The first step of indentation found: of a clause against the declaration around it. */
function indentUnit({ text }: Layout, document: Document): string {
	for (const declaration of document.declarations) {
		if (!('body' in declaration) || !declaration.body) continue;
		const first = blanksAfterLines(text, declaration.body.start + 1);
		if (first >= declaration.body.end - 1 || !startsLine(text, first)) continue;
		const outer = indentOf(text, declaration.span.start);
		const inner = indentOf(text, first);
		if (inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length);
	}
	return '  ';
}

/** The next character that is neither blank nor a line break. */
function blanksAfterLines(text: string, offset: number): number {
	let at = offset;
	while (at < text.length && (isBlank(text.charCodeAt(at)) || isLineBreak(text.charCodeAt(at)))) at++;
	return at;
}
