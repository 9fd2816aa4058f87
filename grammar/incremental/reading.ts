/** Reads a program piece by piece, and after an edit only the pieces that it touched. */
import { applyEdits, sortEdits, type TextEdit } from '../edit.ts';
import { mostCharacters } from './bounds.ts';
import { type Piece, readPiece } from './piece.ts';
import { countTogether, type Strip, stripsBetween } from './strips.ts';

/** A text, read piece by piece. `parse` is what {@link toDocument} and {@link problemsOf} make of it. */
export interface Reading {
	readonly text: string;
	/** At least one; their texts one after the other are the whole. */
	readonly pieces: readonly Piece[];
	/** Where each piece begins. */
	readonly offsets: readonly number[];
	/** What the pieces consist of, nearly always of one each. */
	readonly strips: readonly Strip[];
	/** Where each strip begins. */
	readonly starts: readonly number[];
}

/** Reads a whole program. */
export function readProgram(text: string): Reading {
	const starts = text.length > mostCharacters ? [0] : [0, ...stripsBetween(text, 0, text.length)];
	const strips = starts.map((start, index) => ({ text: detached(text.slice(start, starts[index + 1])) }));
	return together(text, strips, starts);
}

/**
 * Reads a program after edits of its text. Only pieces whose text is new are read; all others are the very same objects as
 * before, wherever they stand now. So whoever keeps something for a piece can keep it by the piece's identity, and two readings
 * differ in those pieces only that are not in both.
 */
export function reread(previous: Reading, edits: readonly TextEdit[]): Reading {
	const sorted = sortEdits(edits);
	const first = sorted[0];
	if (!first) return previous;
	const last = sorted.at(-1) ?? first;
	const text = applyEdits(previous.text, sorted);
	if (text.length > mostCharacters || previous.text.length > mostCharacters) return readProgram(text);
	const shift = text.length - previous.text.length;
	// The first word of a strip and the line break before it make it one: an edit there joins it to the strip before.
	const from = Math.max(indexAt(previous.starts, first.span.start - 1) - 1, 0);
	const to = indexAt(previous.starts, last.span.end) + 1;
	const start = previous.starts[from] ?? 0;
	const end = (previous.starts[to] ?? previous.text.length) + shift;
	const known = new Map(previous.strips.slice(from, to).map((strip) => [strip.text, strip]));
	const starts = [start, ...stripsBetween(text, start, end)];
	const strips = starts.map((at, index) => {
		const source = text.slice(at, starts[index + 1] ?? end);
		return known.get(source) ?? { text: detached(source) };
	});
	return together(
		text,
		[...previous.strips.slice(0, from), ...strips, ...previous.strips.slice(to)],
		[...previous.starts.slice(0, from), ...starts, ...previous.starts.slice(to).map((at) => at + shift)],
	);
}

/** The index of the piece that an offset lies in; at a boundary, of the one that begins there. */
export function pieceAt({ offsets }: Reading, offset: number): number {
	return indexAt(offsets, offset);
}

/** The index of the last of some offsets, which rise, that is not behind `offset`; 0 where all are. */
function indexAt(offsets: readonly number[], offset: number): number {
	let low = 0;
	let high = offsets.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((offsets[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}

function together(text: string, strips: readonly Strip[], starts: readonly number[]): Reading {
	const pieces: Piece[] = [];
	const offsets: number[] = [];
	for (let index = 0; index < strips.length; ) {
		const count = countTogether(strips, index);
		pieces.push(pieceOf(strips, index, count));
		offsets.push(starts[index] ?? 0);
		index += count;
	}
	return { text, pieces, offsets, strips, starts };
}

/** The pieces that were read last from each strip on. */
const known = new WeakMap<Strip, { readonly strips: readonly Strip[]; readonly piece: Piece }>();

function pieceOf(strips: readonly Strip[], from: number, count: number): Piece {
	const first = strips[from] as Strip;
	const before = known.get(first);
	if (before?.strips.length === count && before.strips.every((strip, index) => strip === strips[from + index])) {
		return before.piece;
	}
	const own = strips.slice(from, from + count);
	const piece = readPiece(own.map(({ text }) => text).join(''));
	known.set(first, { strips: own, piece });
	return piece;
}

/**
 * A copy that stands alone. A slice keeps the whole text that it was cut from alive: after an hour of typing each strip would
 * hold an old version of the program.
 */
function detached(text: string): string {
	return ` ${text}`.slice(1);
}
