/**
 * The fonts of the pictures, so that no machine shows its own: Latin letters in the face that comes with the npm browser, everything
 * else, and all of a program's text, in blocks of one width.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** The fonts by name, weight and their bytes in base64, as a page can be given them. */
export interface PictureFont {
	readonly family: 'Picture letters' | 'Picture blocks';
	readonly weight: string;
	readonly base64: string;
}

/** All fonts that a picture needs. */
export function pictureFonts(): readonly PictureFont[] {
	const packed = brotliDecompressSync(readFileSync(archivePath()));
	const letters = (file: string, weight: string) =>
		({ family: 'Picture letters', weight, base64: fileIn(packed, file).toString('base64') }) as const;
	return [
		letters('OpenSans-Regular.ttf', '100 500'),
		letters('OpenSans-Bold.ttf', '600 900'),
		{ family: 'Picture blocks', weight: '100 900', base64: blocksFont().toString('base64') },
	];
}

function archivePath(): string {
	const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
	return join(dirname(entry), '..', '..', 'bin', 'fonts.tar.br');
}

/** A file of a tar archive: a head of 512 bytes with name and length, then its bytes, filled up to the next 512. */
function fileIn(tar: Buffer, name: string): Buffer {
	for (let at = 0; at + 512 <= tar.length; ) {
		const path = tar.toString('latin1', at, at + 100).replace(/\0.*$/s, '');
		const length = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
		if (path.endsWith(name)) return tar.subarray(at + 512, at + 512 + length);
		at += 512 + Math.ceil(length / 512) * 512;
	}
	throw new Error(`No ${name} among the fonts of the browser`);
}

const UNITS = 1_000;
const MISSING = 0;
const BLOCK = 1;
const SPACE = 2;
const NOTHING = 3;
/** From which character on which glyph is shown. */
const GLYPHS: readonly (readonly [from: number, glyph: number])[] = [
	[0x00, NOTHING],
	[0x20, SPACE],
	[0x21, BLOCK],
	[0xa0, SPACE],
	[0xa1, BLOCK],
	// Marks of direction and joiners.
	[0x200b, NOTHING],
	[0x2010, BLOCK],
	[0x202a, NOTHING],
	[0x2030, BLOCK],
	[0x2060, NOTHING],
	[0x2070, BLOCK],
	// Joined letters: a font that has them gets two blocks joined into one.
	[0xfb50, MISSING],
	[0xff00, BLOCK],
];
const LAST_CHARACTER = 0x10_ffff;

/** A TrueType font that shows every character as the same block. */
function blocksFont(): Buffer {
	const block = glyph(60, 0, 540, 560);
	const tables: readonly (readonly [string, Buffer])[] = [
		['OS/2', os2()],
		['cmap', cmap()],
		['glyf', Buffer.concat([block, block])],
		[
			'head',
			bytes(
				u32(0x1_0000),
				u32(0x1_0000),
				u32(0),
				u32(0x5f0f_3cf5),
				u16(3, UNITS),
				u32(0, 0, 0, 0),
				u16(0, 0, 600, 800, 0, 8, 2, 0, 0),
			),
		],
		['hhea', bytes(u32(0x1_0000), u16(1_000, 0x1_0000 - 300, 0, 600, 0, 0, 600, 1, 0, 0, 0, 0, 0, 0, 0, 4))],
		['hmtx', u16(600, 0, 600, 60, 600, 0, 0, 0)],
		['loca', u16(0, block.length / 2, block.length, block.length, block.length)],
		['maxp', bytes(u32(0x1_0000), u16(4, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0))],
		['name', u16(0, 0, 6)],
		['post', bytes(u32(0x3_0000, 0, 0, 1, 0, 0, 0, 0))],
	];
	return assembled(tables);
}

function assembled(tables: readonly (readonly [string, Buffer])[]): Buffer {
	const heads: Buffer[] = [];
	const bodies: Buffer[] = [];
	let at = 12 + 16 * tables.length;
	for (const [name, body] of tables) {
		const filled = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
		heads.push(bytes(Buffer.from(name, 'latin1'), u32(sum(filled), at, body.length)));
		bodies.push(filled);
		at += filled.length;
	}
	return Buffer.concat([u32(0x1_0000), u16(tables.length, 128, 3, 16 * tables.length - 128), ...heads, ...bodies]);
}

/** A rectangle as the outline of a glyph. */
function glyph(left: number, bottom: number, right: number, top: number): Buffer {
	const signs = Buffer.from([1, 1, 1, 1]);
	const box = u16(1, left, bottom, right, top, 3, 0);
	const across = u16(left, 0, right - left, 0);
	const up = u16(bottom, top - bottom, 0, 0x1_0000 - (top - bottom));
	return Buffer.concat([box, signs, across, up]);
}

function cmap(): Buffer {
	const groups = GLYPHS.map(([from, shown], index) => u32(from, (GLYPHS[index + 1]?.[0] ?? LAST_CHARACTER + 1) - 1, shown));
	const format13 = bytes(u16(13, 0), u32(16 + 12 * groups.length, 0, groups.length), ...groups);
	return bytes(u16(0, 1, 3, 10), u32(12), format13);
}

function os2(): Buffer {
	const measures = u16(4, 600, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0);
	const rest = u16(0x40, 0x20, 0xffff, 800, 0x1_0000 - 200, 90, 1_000, 300);
	return bytes(measures, Buffer.alloc(10), u32(0, 0, 0, 0), Buffer.from('NONE'), rest, u32(1, 0), u16(560, 560, 0, 0x20, 1));
}

function sum(body: Buffer): number {
	let total = 0;
	for (let at = 0; at < body.length; at += 4) total = (total + body.readUInt32BE(at)) >>> 0;
	return total;
}

function u16(...values: readonly number[]): Buffer {
	const buffer = Buffer.alloc(values.length * 2);
	values.forEach((value, index) => buffer.writeUInt16BE(value & 0xffff, index * 2));
	return buffer;
}

function u32(...values: readonly number[]): Buffer {
	const buffer = Buffer.alloc(values.length * 4);
	values.forEach((value, index) => buffer.writeUInt32BE(value >>> 0, index * 4));
	return buffer;
}

const bytes = (...parts: readonly Buffer[]) => Buffer.concat(parts);
