/** The lines of a text as the formatter makes them. */
import { columns } from '../columns.ts';
import type { Piece } from './pieces.ts';
import type { Place } from './plan.ts';

/** One line, with the comment behind it if there is one. */
export interface Line {
	/** That of its first word. `comment`: there is no word on it. `kept`: it stands for several lines that stay as they are. */
	readonly role: Place['role'] | 'comment' | 'kept';
	/** The columns before its first piece. */
	readonly indent: number;
	isBlankAbove: boolean;
	readonly pieces: Piece[];
	/** The columns before each of its pieces, the first aside. */
	readonly spaces: number[];
}

/** Puts the pieces of a text into lines. Of several blank lines one stays; at the edges of a block and inside a clause, none. */
export function linesOf(pieces: readonly Piece[], places: readonly Place[]): Line[] {
	const lines: Line[] = [];
	const commentIndents = commentIndentsOf(pieces, places);
	const placeOf = (piece: Piece | undefined) => (piece?.word === undefined ? undefined : places[piece.word]);
	for (const [index, piece] of pieces.entries()) {
		const before = pieces[index - 1];
		const place = placeOf(piece);
		const line = lines.at(-1);
		if (line && before?.kind === 'word' && staysOnLine(piece, place)) {
			line.pieces.push(piece);
			line.spaces.push(place?.space ?? 1);
			continue;
		}
		const role = piece.kind === 'word' ? (place?.role ?? 'rest') : piece.kind;
		const mayBeBlank = role === 'item' || role === 'comment' || role === 'kept';
		const isFirst = before === undefined || placeOf(before)?.role === 'open';
		const indent = place ? place.indent : (commentIndents[index] ?? 0);
		lines.push({ role, indent, isBlankAbove: mayBeBlank && !isFirst && piece.breaks > 1, pieces: [piece], spaces: [0] });
	}
	separateDeclarations(lines);
	return lines;
}

/** The columns of some pieces of a line, of the index `from` up to `to`; what stands before the first is left out. */
export function widthOf(text: string, { pieces, spaces }: Line, from: number, to: number): number {
	let width = 0;
	for (let index = from; index < to; index++) {
		const { start, end } = pieces[index] as Piece;
		width += columns(text.slice(start, end)) + (index > from ? (spaces[index] ?? 0) : 0);
	}
	return width;
}

function staysOnLine({ kind, breaks }: Piece, place: Place | undefined): boolean {
	return kind === 'comment' ? breaks === 0 : kind === 'word' && place?.begins === false;
}

/** A comment on a line of its own is indented like what stands below it. */
function commentIndentsOf(pieces: readonly Piece[], places: readonly Place[]): number[] {
	const indents: number[] = [];
	let below = 0;
	for (let index = pieces.length - 1; index >= 0; index--) {
		const { kind, word } = pieces[index] as Piece;
		if (word !== undefined) below = places[word]?.commentIndent ?? 0;
		indents[index] = kind === 'comment' ? below : 0;
		if (kind === 'kept') below = 0;
	}
	return indents;
}

/** A declaration over several lines is set apart from its neighbours; the comments above it stay with it. */
function separateDeclarations(lines: readonly Line[]): void {
	let previous: { readonly last: number; readonly isTall: boolean } | undefined;
	let index = 0;
	while (index < lines.length) {
		const line = lines[index] as Line;
		if (line.role === 'kept') previous = undefined;
		if (line.role !== 'item') {
			index++;
			continue;
		}
		const end = endOfDeclaration(lines, index);
		const isTall = lines[end - 1]?.role === 'close';
		const first = previous && lines[previous.last + 1];
		if (previous && first && (previous.isTall || isTall)) {
			const between = lines.slice(previous.last + 1, index + 1);
			first.isBlankAbove = first.isBlankAbove || between.every(({ isBlankAbove }) => !isBlankAbove);
		}
		previous = { last: end - 1, isTall };
		index = end;
	}
}

/** The index after the last line of the declaration whose first line is given. */
function endOfDeclaration(lines: readonly Line[], first: number): number {
	let end = first + 1;
	for (let index = end; index < lines.length; index++) {
		const { role, indent } = lines[index] as Line;
		if (role === 'kept' || (role === 'item' && indent === 0)) break;
		if (role !== 'comment') end = index + 1;
	}
	return end;
}
