/** The reading of one piece of a text: as a rule one declaration, and everything up to the next. */
import type { Comment, Declaration, RawClause } from '../ast.ts';
import { problem } from '../diagnostics/catalogue.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { DocumentReader } from '../document-reader.ts';
import { groupDigits } from '../literals.ts';
import type { Fragment, ParseResult } from '../parse.ts';
import { divide } from '../segments.ts';
import { type Lexed, lex } from '../tokens.ts';
import { mostCharacters } from './bounds.ts';

/** A stretch of a text, read by itself. Its spans count from its own start, so that it stays true wherever it stands. */
export interface Piece {
	readonly text: string;
	/** Nearly always one; none before the first of a text; several where they do not begin their lines. */
	readonly declarations: readonly Declaration[];
	readonly comments: readonly Comment[];
	/** In the order of the text. */
	readonly problems: readonly Problem[];
}

/** Reads a piece. The same text is always read the same, whatever stands around it. */
export function readPiece(text: string): Piece {
	if (text.length > mostCharacters) {
		const { node, problems } = tooLong(text);
		return { text, declarations: [node], comments: [], problems };
	}
	const { document, problems } = readDocument(lex(text));
	return { text, declarations: document.declarations, comments: document.comments, problems };
}

/** Reads words as one piece. */
export function readDocument(lexed: Lexed): ParseResult {
	const reader = new DocumentReader(lexed);
	const declarations = divide(lexed).flatMap((stretch) => reader.read('document', stretch));
	const span = { start: 0, end: lexed.text.length };
	const problems = inOrder([...lexed.problems, ...reader.problems]);
	return { document: { kind: 'document', span, declarations, comments: lexed.comments }, problems };
}

/** What a text is that is too long to be read. */
export function tooLong(text: string): Fragment<RawClause> {
	const span = { start: 0, end: text.length };
	const why = problem('text-too-long', span, { most: groupDigits(String(mostCharacters)) });
	return { node: { kind: 'raw', span, text }, problems: [why] };
}

/** Problems in the order of the text; those of one place stay in the order in which they were found. */
export function inOrder(problems: readonly Problem[]): Problem[] {
	return [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
