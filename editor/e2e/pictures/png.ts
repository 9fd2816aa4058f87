import { PNG } from 'pngjs';

/** A picture: rows from the top, pixels from the left, four bytes each: red, green, blue and how opaque it is. */
export interface Picture {
	readonly width: number;
	readonly height: number;
	readonly bytes: Uint8Array;
}

/** Reads a PNG. */
export function readPng(png: Buffer): Picture {
	const { width, height, data } = PNG.sync.read(png);
	return { width, height, bytes: data };
}

/** Writes a picture as a small PNG, without saying how opaque it is. */
export function writePng({ width, height, bytes }: Picture): Buffer {
	const png = new PNG({ width, height });
	png.data = Buffer.from(bytes);
	// Each row as its difference to the one above it: large areas become zeros.
	return PNG.sync.write(png, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 2 });
}
