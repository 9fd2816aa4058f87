/**
 * Files of lines, plain or gzipped, as pieces of whole lines. A piece is bytes, so that what is not looked at here, and goes to
 * another thread, never becomes a text here.
 */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** Whole lines of a file as they stand there. */
export interface LinePiece {
	/** Memory that threads share. Each line ends with a line feed, but the last of the file may not. */
	readonly bytes: Buffer<SharedArrayBuffer>;
	/** The number of the first line, from 1. */
	readonly firstLine: number;
}

/** A line of a piece: from `begin` to before `end`, without its line feed. */
export interface LinePlace {
	readonly number: number;
	readonly begin: number;
	readonly end: number;
}

const LINE_FEED = 10;
const SPACE = 32;
const READ_BYTES = 256 * 1_024;
/** Unpacked bytes that are read at a time: some hundred transactions, enough that a thread asked for them is not asked often. */
const PIECE_BYTES = 1_024 * 1_024;

/** Reads a file; `onBytes` hears how many of its bytes are read. Throws what reading throws. */
export async function* readPieces(file: string, onBytes: (bytes: number) => void): AsyncGenerator<LinePiece> {
	const source = createReadStream(file, { highWaterMark: file.endsWith('.gz') ? READ_BYTES : PIECE_BYTES });
	const input = file.endsWith('.gz') ? source.pipe(createGunzip({ chunkSize: PIECE_BYTES })) : source;
	// A fault of the file has to reach the reader through the pipe.
	source.on('error', (error) => input.destroy(error));
	let firstLine = 1;
	let begun: Buffer[] = [];
	for await (const chunk of input as AsyncIterable<Buffer>) {
		onBytes(source.bytesRead);
		const end = chunk.lastIndexOf(LINE_FEED) + 1;
		if (end > 0) {
			const bytes = sharedBytes([...begun, chunk.subarray(0, end)]);
			yield { bytes, firstLine };
			firstLine += lineFeedsOf(bytes);
			begun = [];
		}
		begun.push(chunk.subarray(end));
	}
	const bytes = sharedBytes(begun);
	if (bytes.length > 0) yield { bytes, firstLine };
}

/** Bytes one behind the other, in memory that threads share. */
export function sharedBytes(parts: readonly Buffer[]): Buffer<SharedArrayBuffer> {
	const bytes = Buffer.from(new SharedArrayBuffer(parts.reduce((sum, part) => sum + part.length, 0)));
	let at = 0;
	for (const part of parts) at += part.copy(bytes, at);
	return bytes;
}

function lineFeedsOf(bytes: Buffer): number {
	let count = 0;
	for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
	return count;
}

/** The lines of a piece that are not empty. */
export function* linesOf({ bytes, firstLine }: LinePiece): Generator<LinePlace> {
	let number = firstLine;
	for (let begin = 0; begin < bytes.length; number++) {
		const feed = bytes.indexOf(LINE_FEED, begin);
		const end = feed < 0 ? bytes.length : feed;
		if (!isBlank(bytes, begin, end)) yield { number, begin, end };
		begin = end + 1;
	}
}

function isBlank(bytes: Buffer, begin: number, end: number): boolean {
	const first = bytes[begin] ?? 0;
	const mayBeBlank = begin === end || first <= SPACE || first > 127;
	return mayBeBlank && bytes.toString('utf8', begin, end).trim() === '';
}

/** The pieces up to so many lines that are not empty. */
export async function* firstLines(pieces: AsyncIterable<LinePiece>, most: number): AsyncGenerator<LinePiece> {
	let left = most;
	if (left <= 0) return;
	for await (const piece of pieces) {
		let end = 0;
		for (const line of linesOf(piece)) {
			end = line.end;
			left -= 1;
			if (left === 0) break;
		}
		yield left > 0 ? piece : { ...piece, bytes: piece.bytes.subarray(0, end) };
		if (left === 0) return;
	}
}
