/** Lays a program out afresh: white space changes, and nothing else. */
import type { TextEdit } from './edit.ts';
import { type Line, linesOf } from './format/lines.ts';
import { gapsOf, piecesOf } from './format/pieces.ts';
import { Planner } from './format/plan.ts';
import { alignRemarks } from './format/remarks.ts';
import { alignTables } from './format/tables.ts';
import { untouchedLines } from './format/untouched.ts';
import { mostCharacters, type ParseResult, readDocument } from './parse.ts';
import { lineStarts, positionAt, type Span } from './text.ts';
import { lex } from './tokens.ts';

/**
 * The edits that bring a program into its usual layout; none where it has it. They replace white space by white space, the
 * program says the same after them, and each comment stays with what it stood above or behind. A declaration that could not be
 * read without a problem keeps its lines as they are. `read` saves reading the text once more.
 */
export function format(text: string, read?: ParseResult): TextEdit[] {
	if (text.length > mostCharacters) return [];
	const lexed = lex(text);
	const { document, problems } = read ?? readDocument(lexed);
	const kept = untouchedLines(text, { document, problems }, gapsOf(lexed));
	const planner = new Planner(lexed);
	const pieces = piecesOf(lexed, kept);
	const words = new Set(pieces.filter(({ kind }) => kind === 'word').map(({ start }) => start));
	for (const declaration of document.declarations) if (words.has(declaration.span.start)) planner.plan(declaration);
	const lines = linesOf(pieces, planner.places);
	alignTables(text, lines, planner.rows);
	alignRemarks(text, lines);
	return editsOf(text, lines);
}

/** The edits of {@link format} that touch the lines of a stretch. */
export function formatRange(text: string, { start, end }: Span, read?: ParseResult): TextEdit[] {
	const starts = lineStarts(text);
	const first = starts[positionAt(starts, start).line - 1] ?? 0;
	const last = end + (/^[^\r\n]*/.exec(text.slice(end))?.[0].length ?? 0);
	return format(text, read).filter(({ span }) => span.start <= last && first <= span.end);
}

/** One edit for each gap between two pieces that is not as it should be. */
function editsOf(text: string, lines: readonly Line[]): TextEdit[] {
	const edits: TextEdit[] = [];
	let at = text.startsWith(byteOrderMark) ? byteOrderMark.length : 0;
	const lineBreak = lineBreakOf(text, lines[0]?.pieces[0]?.start ?? 0);
	const fill = (end: number, gap: string) => {
		const edit = change(text, { start: at, end }, gap);
		if (edit) edits.push(edit);
	};
	for (const [index, { indent, isBlankAbove, pieces, spaces }] of lines.entries()) {
		const opening = index === 0 ? '' : lineBreak.repeat(isBlankAbove ? 2 : 1);
		for (const [position, piece] of pieces.entries()) {
			fill(piece.start, position === 0 ? opening + ' '.repeat(indent) : ' '.repeat(spaces[position] ?? 1));
			at = piece.end;
		}
	}
	fill(text.length, lines.length > 0 ? lineBreak : '');
	return edits;
}

const byteOrderMark = '\uFEFF';

/** The first line break counts, but not one before everything: that does not stay. */
function lineBreakOf(text: string, first: number): '\n' | '\r\n' {
	return /\r\n?|\n/.exec(text.slice(first))?.[0] === '\r\n' ? '\r\n' : '\n';
}

/** The smallest edit that makes a stretch of white space another one; it never parts a line break of two characters. */
function change(text: string, { start, end }: Span, gap: string): TextEdit | undefined {
	const old = text.slice(start, end);
	if (old === gap) return undefined;
	const most = Math.min(old.length, gap.length);
	const parts = (at: number) => old[at - 1] === '\r' && old[at] === '\n';
	let same = 0;
	while (same < most && old[same] === gap[same]) same++;
	if (parts(same)) same--;
	let behind = 0;
	while (behind < most - same && old.at(-1 - behind) === gap.at(-1 - behind)) behind++;
	if (parts(old.length - behind)) behind--;
	return { span: { start: start + same, end: end - behind }, text: gap.slice(same, gap.length - behind) };
}
