/** From a reading to the whole: its tree and its problems, with spans that count from the start of the text. */
import type { Declaration, Document, RawClause } from '../ast.ts';
import { problem } from '../diagnostics/catalogue.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { groupDigits } from '../literals.ts';
import { lex, spanOf } from '../tokens.ts';
import { mostProblems } from './bounds.ts';
import type { Piece } from './piece.ts';
import type { Reading } from './reading.ts';
import { shiftComment, shiftNode, shiftProblem } from './shift.ts';

/** What a reading comes to: its pieces, but for those behind so many problems that nobody reads on. */
interface Composition {
	readonly pieces: readonly Piece[];
	document?: Document;
	problems?: readonly Problem[];
}

const compositions = new WeakMap<Reading, Composition>();
const readings = new WeakMap<Document, Reading>();
/** The declarations of a piece where it stood last: most pieces stay where they are from one edit to the next. */
const placed = new WeakMap<Piece, { readonly offset: number; readonly declarations: readonly Declaration[] }>();

/** The tree of the whole text. It is made when it is first asked for, and then kept with the reading. */
export function toDocument(reading: Reading): Document {
	const composition = compositionOf(reading);
	composition.document ??= composed(reading, composition.pieces);
	readings.set(composition.document, reading);
	return composition.document;
}

/** The reading that a tree was composed from; undefined for a tree that was made otherwise. */
export function readingOf(document: Document): Reading | undefined {
	return readings.get(document);
}

/** What kept the text from being read better, in its order. */
export function problemsOf(reading: Reading): readonly Problem[] {
	const composition = compositionOf(reading);
	composition.problems ??= composition.pieces.flatMap(({ problems }, index) =>
		problems.map((each) => shiftProblem(each, reading.offsets[index] ?? 0)),
	);
	return composition.problems;
}

/** The pieces as they count in the whole: those that {@link mostProblems} leaves unread are raw. */
export function piecesOf(reading: Reading): readonly Piece[] {
	return compositionOf(reading).pieces;
}

/** One declaration of {@link toDocument}, without the others. */
export function declarationAt(reading: Reading, index: number): Declaration | undefined {
	let before = 0;
	for (const [at, piece] of piecesOf(reading).entries()) {
		const declaration = piece.declarations[index - before];
		if (declaration) return placedDeclarations(piece, reading.offsets[at] ?? 0)[index - before];
		before += piece.declarations.length;
	}
	return undefined;
}

function composed({ length, offsets }: Reading, pieces: readonly Piece[]): Document {
	return {
		kind: 'document',
		span: { start: 0, end: length },
		declarations: pieces.flatMap((piece, index) => placedDeclarations(piece, offsets[index] ?? 0)),
		comments: pieces.flatMap(({ comments }, index) => comments.map((each) => shiftComment(each, offsets[index] ?? 0))),
	};
}

function placedDeclarations(piece: Piece, offset: number): readonly Declaration[] {
	const before = placed.get(piece);
	if (before?.offset === offset) return before.declarations;
	const declarations = piece.declarations.map((declaration) => shiftNode(declaration, offset));
	placed.set(piece, { offset, declarations });
	return declarations;
}

function compositionOf(reading: Reading): Composition {
	const known = compositions.get(reading);
	if (known) return known;
	const composition: Composition = { pieces: withoutTooMany(reading.pieces) };
	compositions.set(reading, composition);
	return composition;
}

/** A text of nothing but faults would keep an editor busy; a person needs the first of them only. */
function withoutTooMany(pieces: readonly Piece[]): readonly Piece[] {
	let count = 0;
	const end = pieces.findIndex(({ problems }) => (count += problems.length) >= mostProblems) + 1;
	const beyond = end === 0 ? -1 : pieces.findIndex(({ declarations }, index) => index >= end && declarations.length > 0);
	if (beyond < 0) return pieces;
	const isSaid = pieces[end - 1]?.problems.some(({ code }) => code === 'too-many-problems') === true;
	return pieces.map((piece, index) => {
		if (index < end) return piece;
		const problems = index === beyond && !isSaid ? [tooMany(piece)] : [];
		return { ...piece, declarations: unread(piece), problems };
	});
}

function unread({ text, declarations }: Piece): RawClause[] {
	const [first, last] = [declarations[0], declarations.at(-1)];
	if (!first || !last) return [];
	const span = { start: first.span.start, end: last.span.end };
	return [{ kind: 'raw', span, text: text.slice(span.start, span.end) }];
}

function tooMany({ text }: Piece): Problem {
	const [first] = lex(text).tokens;
	const span = first ? spanOf(first) : { start: 0, end: 0 };
	return problem('too-many-problems', span, { most: groupDigits(String(mostProblems)) });
}
