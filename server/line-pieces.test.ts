import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstLines, type LinePiece, linesOf, readPieces } from './line-pieces.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'earnest-pieces-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** All lines, each with its number, and how many pieces they came in. */
async function readAll(pieces: AsyncIterable<LinePiece>) {
	const lines: (readonly [number, string])[] = [];
	let count = 0;
	for await (const piece of pieces) {
		count += 1;
		for (const { number, begin, end } of linesOf(piece)) lines.push([number, piece.bytes.toString('utf8', begin, end)]);
	}
	return { lines, count };
}

test('lines of every length come whole and numbered, empty ones counted and left out', async () => {
	// Two of them are longer than what is read at a time, and a letter of several bytes stands at every border.
	const texts = ['', 'a', ' \t\r', '漢'.repeat(800_000), '', 'b\r', '\u00a0', 'é'.repeat(1_500_000), 'c'];
	const expected = texts.flatMap((text, index) => (text.trim() === '' ? [] : [[index + 1, text]]));
	for (const [name, end] of [
		['plain', ''],
		['ended', '\n'],
		['packed.gz', ''],
		['packed-ended.gz', '\n'],
	] as const) {
		const file = join(folder, name);
		const bytes = Buffer.from(texts.join('\n') + end);
		writeFileSync(file, name.endsWith('.gz') ? gzipSync(bytes) : bytes);
		let read = 0;
		const { lines } = await readAll(readPieces(file, (count) => (read = count)));
		expect(lines).toEqual(expected);
		expect(read).toBeGreaterThan(0);
	}
});

test('many short lines come in pieces, in their order', async () => {
	const file = join(folder, 'many');
	const texts = Array.from({ length: 200_000 }, (_, index) => `line of ${index}`);
	writeFileSync(file, texts.join('\n'));
	const { lines, count } = await readAll(readPieces(file, () => undefined));
	expect(lines).toEqual(texts.map((text, index) => [index + 1, text]));
	expect(count).toBeGreaterThan(2);
});

test('the first of them are cut off within a piece', async () => {
	const file = join(folder, 'few');
	writeFileSync(file, 'a\n\nb\nc\n');
	const first = async (most: number) =>
		(
			await readAll(
				firstLines(
					readPieces(file, () => undefined),
					most,
				),
			)
		).lines;
	expect(await first(0)).toEqual([]);
	expect(await first(2)).toEqual([
		[1, 'a'],
		[3, 'b'],
	]);
	expect(await first(9)).toHaveLength(3);
});
