/** Pictures reduced to the mean colours of small squares, and how far two of them are from each other. */
import { type Picture, readPng, writePng } from './png.ts';

/** How many pixels of a page become one of the reduced picture, in each direction. */
const REDUCED_BY = 8;
/** The steps of the mean colours: finer ones say nothing, and take room. */
const STEP = 2;
/** Red, green, blue and how opaque it is. */
const CHANNELS = 4;

/** Two pictures are different where the colours of a patch of squares are. */
export interface Difference {
	/** How many squares that touch each other differ; what has another size differs everywhere. */
	readonly squares: number;
	/** Where they are, in pixels of the page. */
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** How much the worst of them differs, of 255. */
	readonly by: number;
}

/** A screenshot in the mean colours of its squares. */
export function reduced(png: Buffer): Picture {
	const { width, height, bytes } = readPng(png);
	const [columns, rows] = [Math.floor(width / REDUCED_BY), Math.floor(height / REDUCED_BY)];
	const sums = new Uint32Array(columns * rows * CHANNELS);
	for (let y = 0; y < rows * REDUCED_BY; y++) {
		for (let x = 0; x < columns * REDUCED_BY; x++) {
			const from = (y * width + x) * CHANNELS;
			const to = (((y / REDUCED_BY) | 0) * columns + ((x / REDUCED_BY) | 0)) * CHANNELS;
			for (let part = 0; part < CHANNELS; part++)
				sums[to + part] = (sums[to + part] as number) + (bytes[from + part] as number);
		}
	}
	const mean = (sum: number) => Math.min(255, Math.round(sum / (REDUCED_BY * REDUCED_BY * STEP)) * STEP);
	return { width: columns, height: rows, bytes: Uint8Array.from(sums, mean) };
}

/** Two pictures of one size as one, the second below the first. */
export function stacked(upper: Picture, lower: Picture): Buffer {
	return writePng({ ...upper, height: upper.height + lower.height, bytes: Buffer.concat([upper.bytes, lower.bytes]) });
}

/** The two pictures of which one was made. */
export function unstacked(png: Buffer): readonly [upper: Picture, lower: Picture] {
	const both = readPng(png);
	const height = both.height / 2;
	const half = both.bytes.length / 2;
	return [
		{ ...both, height, bytes: both.bytes.subarray(0, half) },
		{ ...both, height, bytes: both.bytes.subarray(half) },
	];
}

/** The largest patch of squares that differ by more than `tolerance`, or null where there is none. */
export function largestDifference(a: Picture, b: Picture, tolerance: number): Difference | null {
	if (a.width !== b.width || a.height !== b.height) {
		const size = { width: a.width * REDUCED_BY, height: a.height * REDUCED_BY };
		return { squares: Infinity, x: 0, y: 0, ...size, by: 255 };
	}
	const distances = Array.from({ length: a.width * a.height }, (_, at) => distanceAt(a, b, at));
	const differing = new Set(distances.flatMap((distance, at) => (distance > tolerance ? [at] : [])));
	let largest: readonly number[] = [];
	while (differing.size > 0) {
		const patch = takePatch(differing, a.width);
		if (patch.length > largest.length) largest = patch;
	}
	if (largest.length === 0) return null;
	return { squares: largest.length, ...placeOf(largest, a.width), by: Math.max(...largest.map((at) => distances[at] ?? 0)) };
}

/** How far the colours of a square are from each other: the largest of the distances of red, green and blue. */
function distanceAt(a: Picture, b: Picture, at: number): number {
	let largest = 0;
	for (let part = at * CHANNELS; part < (at + 1) * CHANNELS; part++) {
		largest = Math.max(largest, Math.abs((a.bytes[part] ?? 0) - (b.bytes[part] ?? 0)));
	}
	return largest;
}

/** Takes one patch of squares that touch, at corners too, out of a set of them. */
function takePatch(squares: Set<number>, columns: number): readonly number[] {
	const [first = 0] = squares;
	const patch = [first];
	squares.delete(first);
	for (const at of patch) {
		const [left, right] = [at % columns > 0 ? -1 : 0, at % columns < columns - 1 ? 1 : 0];
		for (const row of [-columns, 0, columns]) {
			for (let aside = left; aside <= right; aside++) {
				if (squares.delete(at + row + aside)) patch.push(at + row + aside);
			}
		}
	}
	return patch;
}

function placeOf(patch: readonly number[], columns: number): Pick<Difference, 'x' | 'y' | 'width' | 'height'> {
	const [xs, ys] = [patch.map((at) => at % columns), patch.map((at) => Math.floor(at / columns))];
	const [x, y] = [Math.min(...xs), Math.min(...ys)];
	return {
		x: x * REDUCED_BY,
		y: y * REDUCED_BY,
		width: (Math.max(...xs) - x + 1) * REDUCED_BY,
		height: (Math.max(...ys) - y + 1) * REDUCED_BY,
	};
}
