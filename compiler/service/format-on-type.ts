import { covers, formatRange, type Node, pathAt, pieceAt, readingOf, shiftSpan, type Span, type TextEdit } from '#grammar';
import type { Compilation } from '../compile.ts';
import { blanksAfter, endsLine, lineStart, previousLineEnd } from '../edits/layout.ts';
import { follow } from './shape/follow.ts';
import { declarationStart, wordsOf } from './shape/words.ts';

/** What a person types that brings the text before it into its usual layout. */
export type Typed = '}' | '\n';

/**
 * The edits that follow what was just typed before `offset`. After `}`: the layout of what it closes. After a line break: the
 * layout of the line before, and the indentation of the new one. Only white space changes, and nothing behind the caret but
 * the blanks of its own line.
 */
export function formatOnType(program: Pick<Compilation, 'source' | 'document'>, offset: number, typed: Typed): TextEdit[] {
	return typed === '}' ? afterBrace(program, offset) : afterLineBreak(program, offset);
}

/** The declaration or clause that ends with the brace; where the brace closes nothing, nothing changes. */
function afterBrace(program: Pick<Compilation, 'source' | 'document'>, offset: number): TextEdit[] {
	const closed = pathAt(program.document, offset - 1).findLast((node) => bodyEnd(node) === offset);
	return closed ? layoutOf(program, closed.span) : [];
}

function bodyEnd(node: Node): number | undefined {
	return 'body' in node ? node.body?.end : undefined;
}

function afterLineBreak(program: Pick<Compilation, 'source' | 'document'>, offset: number): TextEdit[] {
	const { source } = program;
	const start = lineStart(source, offset);
	const before = previousLineEnd(source, start);
	if (before === null) return [];
	const edits = layoutOf(program, { start: lineStart(source, before), end: before });
	const indent = '  '.repeat(depthAt(source, start));
	const blanks: Span = { start, end: blanksAfter(source, start) };
	// Whatever stands on the new line already has its layout, but for what the line break has just cut off.
	if (source.slice(blanks.start, blanks.end) === indent || !isOwn(source, blanks)) return edits;
	return [...edits, { span: blanks, text: indent }];
}

/** A line is indented anew where nothing stands on it; a brace that was cut off is put where the line before begins. */
function isOwn(source: string, { end }: Span): boolean {
	return endsLine(source, end) || source[end] === '}';
}

/** How many braces are open at the start of a line; one less where the line closes one. */
function depthAt(source: string, offset: number): number {
	const { words } = wordsOf(source, { start: declarationStart(source, offset), end: offset });
	const depth = follow(words).around.length;
	return source[blanksAfter(source, offset)] === '}' ? Math.max(0, depth - 1) : depth;
}

/** The edits of the layout that lie in a stretch and the blanks before it on its line. Only its declaration is laid out. */
function layoutOf({ source, document }: Pick<Compilation, 'source' | 'document'>, span: Span): TextEdit[] {
	const reading = readingOf(document);
	const index = reading ? pieceAt(reading, span.start) : 0;
	const at = reading?.offsets[index] ?? 0;
	const text = reading?.pieces[index]?.text ?? source;
	const wanted: Span = { start: Math.max(lineStart(source, span.start), at), end: span.end };
	return formatRange(text, shiftSpan(wanted, -at))
		.map((edit) => ({ ...edit, span: shiftSpan(edit.span, at) }))
		.filter(({ span: own }) => covers(wanted, own) && own.start < wanted.end);
}
