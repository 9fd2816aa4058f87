/** Reads a program piece by piece, and after an edit only the pieces that it touched. */
import { applyEdits, sortEdits, type TextEdit } from '../edit.ts';
import { mostCharacters } from './bounds.ts';
import { type Piece, readPiece } from './piece.ts';
import { shiftSpan } from './shift.ts';
import { countTogether, type Strip, stripOf, stripsBetween } from './strips.ts';

/** A text, read piece by piece. `parse` is what {@link toDocument} and {@link problemsOf} make of it. */
export interface Reading {
	/** Put together when it is first asked for: after a key in a long program most of what is asked is not the text. */
	readonly text: string;
	/** Of the text, in UTF-16 units. */
	readonly length: number;
	/** At least one; their texts one after the other are the whole. */
	readonly pieces: readonly Piece[];
	/** Where each piece begins. */
	readonly offsets: readonly number[];
	/** What the pieces consist of, nearly always of one each. */
	readonly strips: readonly Strip[];
	/** Where each strip begins. */
	readonly starts: readonly number[];
	/** Some strip may begin a campaign; where none does, each strip is a piece by itself. */
	readonly hasCampaigns: boolean;
}

/** Reads a whole program. */
export function readProgram(text: string): Reading {
	const starts = text.length > mostCharacters ? [0] : [0, ...stripsBetween(text, 0, text.length)];
	const strips = starts.map((start, index) => stripOf(detached(text.slice(start, starts[index + 1]))));
	return together(strips, starts, text);
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
	const grown = sorted.reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), previous.length);
	if (grown > mostCharacters || previous.length > mostCharacters) return readProgram(applyEdits(previous.text, sorted));
	// The first word of a strip and the line break before it make it one: an edit there joins it to the strip before.
	const from = Math.max(indexAt(previous.starts, first.span.start - 1) - 1, 0);
	const to = indexAt(previous.starts, last.span.end) + 1;
	const start = previous.starts[from] ?? 0;
	const touched = previous.strips.slice(from, to);
	const before = textOf(touched);
	// Its end is the end of a line, or of the text: an edit up to the next strip touches that one too.
	const after = applyEdits(
		before,
		sorted.map(({ span, text }) => ({ span: shiftSpan(span, -start), text })),
	);
	const shift = after.length - before.length;
	const known = new Map([...(tried.get(previous) ?? []), ...touched].map((strip) => [strip.text, strip]));
	const starts = [0, ...stripsBetween(after, 0, after.length)];
	const strips = starts.map((at, index) => {
		const source = after.slice(at, starts[index + 1]);
		return known.get(source) ?? stripOf(detached(source));
	});
	tried.set(previous, strips);
	const all = previous.strips.slice(0, from).concat(strips, previous.strips.slice(to));
	const ahead = previous.starts.slice(0, from);
	const behind = previous.starts.slice(to);
	const allStarts = ahead.concat(
		starts.map((at) => at + start),
		shift === 0 ? behind : behind.map((at) => at + shift),
	);
	if (previous.hasCampaigns || strips.some(({ hasCampaign }) => hasCampaign)) return together(all, allStarts);
	const pieces = strips.map((_, index) => pieceOf(strips, index, 1));
	const allPieces = previous.pieces.slice(0, from).concat(pieces, previous.pieces.slice(to));
	return readingOf({ pieces: allPieces, offsets: allStarts, strips: all, starts: allStarts, hasCampaigns: false });
}

/** What the last edit of each reading was read as: whoever tries an edit before it is done has it read once. */
const tried = new WeakMap<Reading, readonly Strip[]>();

function textOf(strips: readonly Strip[]): string {
	return strips.map(({ text }) => text).join('');
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

function together(strips: readonly Strip[], starts: readonly number[], whole?: string): Reading {
	const pieces: Piece[] = [];
	const offsets: number[] = [];
	for (let index = 0; index < strips.length; ) {
		const count = countTogether(strips, index);
		pieces.push(pieceOf(strips, index, count));
		offsets.push(starts[index] ?? 0);
		index += count;
	}
	const hasCampaigns = strips.some(({ hasCampaign }) => hasCampaign);
	return readingOf({ pieces, offsets, strips, starts, hasCampaigns }, whole);
}

function readingOf(parts: Omit<Reading, 'text' | 'length'>, whole?: string): Reading {
	const { strips, starts } = parts;
	let text = whole;
	return {
		get text() {
			return (text ??= textOf(strips));
		},
		length: (starts.at(-1) ?? 0) + (strips.at(-1)?.text.length ?? 0),
		...parts,
	};
}

function pieceOf(strips: readonly Strip[], from: number, count: number): Piece {
	const first = strips[from] as Strip;
	const { last } = first;
	if (last?.strips.length === count && (count === 1 || last.strips.every((strip, index) => strip === strips[from + index])))
		return last.piece;
	const own = strips.slice(from, from + count);
	const piece = readPiece(textOf(own));
	first.last = { strips: own, piece };
	return piece;
}

/**
 * A copy that stands alone. A slice keeps the whole text that it was cut from alive: after an hour of typing each strip would
 * hold an old version of the program.
 */
function detached(text: string): string {
	return ` ${text}`.slice(1);
}
