/** The few kinds of PNG that a browser makes of a page, and that are kept of it: eight bits a colour, not interlaced. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bytes a pixel, by the colour type of the head. */
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** A picture: rows from the top, pixels from the left, `channels` bytes each, of which the first three are red, green and blue. */
export interface Picture {
	readonly width: number;
	readonly height: number;
	readonly channels: number;
	readonly bytes: Uint8Array;
}

/** Reads a PNG. Throws where it is of a kind that no browser takes of a page. */
export function readPng(png: Buffer): Picture {
	if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is no PNG');
	const data: Buffer[] = [];
	let [width, height, channels] = [0, 0, 0];
	for (let at = 8; at < png.length; ) {
		const length = png.readUInt32BE(at);
		const kind = png.toString('latin1', at + 4, at + 8);
		const body = png.subarray(at + 8, at + 8 + length);
		if (kind === 'IHDR') {
			[width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
			channels = CHANNELS[body.readUInt8(9)] ?? 0;
			if (body.readUInt8(8) !== 8 || channels === 0 || body.readUInt8(12) !== 0)
				throw new Error('This PNG is of another kind');
		}
		if (kind === 'IDAT') data.push(body);
		at += length + 12;
	}
	return {
		width,
		height,
		channels,
		bytes: unfiltered(inflateSync(Buffer.concat(data)), width * channels, height, channels),
	};
}

/** Writes a picture of three channels as a PNG. */
export function writePng({ width, height, channels, bytes }: Picture): Buffer {
	if (channels !== 3) throw new Error('Only red, green and blue are written');
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 2, 0, 0, 0], 8);
	const rows = Buffer.alloc((width * 3 + 1) * height);
	for (let y = 0; y < height; y++) {
		const to = y * (width * 3 + 1);
		// Each row as its difference to the one above it: large areas become zeros.
		rows[to] = 2;
		for (let x = 0; x < width * 3; x++) {
			const above = y > 0 ? (bytes[(y - 1) * width * 3 + x] ?? 0) : 0;
			rows[to + 1 + x] = (bytes[y * width * 3 + x] ?? 0) - above;
		}
	}
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(kind: string, body: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(body.length);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
}

/** The bytes of the rows, each of which came as a difference to its neighbours, in the way that its first byte names. */
function unfiltered(rows: Buffer, stride: number, height: number, channels: number): Uint8Array {
	const bytes = new Uint8Array(stride * height);
	for (let y = 0; y < height; y++) {
		const filter = rows[y * (stride + 1)] ?? 0;
		const from = y * (stride + 1) + 1;
		const to = y * stride;
		for (let x = 0; x < stride; x++) {
			const left = x >= channels ? (bytes[to + x - channels] as number) : 0;
			const above = y > 0 ? (bytes[to + x - stride] as number) : 0;
			const corner = x >= channels && y > 0 ? (bytes[to + x - stride - channels] as number) : 0;
			bytes[to + x] = (rows[from + x] as number) + predicted(filter, left, above, corner);
		}
	}
	return bytes;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
	if (filter === 0) return 0;
	if (filter === 1) return left;
	if (filter === 2) return above;
	if (filter === 3) return (left + above) >> 1;
	const guess = left + above - corner;
	const [byLeft, byAbove, byCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
	if (byLeft <= byAbove && byLeft <= byCorner) return left;
	return byAbove <= byCorner ? above : corner;
}
