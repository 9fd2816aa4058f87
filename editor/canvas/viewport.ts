import type { Layout, Size } from './layout.ts';

/** How a canvas is moved and scaled. */
export interface Viewport {
	readonly x: number;
	readonly y: number;
	readonly zoom: number;
}

const MARGIN = 32;
/** Below this scale text is too small to read: the beginning is shown instead of the whole. */
const LEAST_ZOOM = 0.72;

/** The view that a canvas opens with: the whole rule across, from its top, and never so small that it cannot be read. */
export function openingViewport(layout: Layout, room: Size, isMirrored: boolean): Viewport {
	const places = [...layout.values()];
	const left = Math.min(...places.map(({ x }) => x));
	const right = Math.max(...places.map(({ x, width }) => x + width));
	const top = Math.min(...places.map(({ y }) => y));
	const bottom = Math.max(...places.map(({ y, height }) => y + height));
	const across = (room.width - 2 * MARGIN) / (right - left);
	const down = (room.height - 2 * MARGIN) / (bottom - top);
	// A rule that is a little too tall is made smaller to be seen whole; a much taller one runs out of the canvas at its foot.
	const zoom = Math.min(1, Math.max(LEAST_ZOOM, Math.min(across, down < LEAST_ZOOM ? 0.9 : down)));
	const spare = room.width - (right - left) * zoom;
	const start = spare >= 2 * MARGIN ? spare / 2 : MARGIN;
	const x = isMirrored && spare < 2 * MARGIN ? room.width - MARGIN - right * zoom : start - left * zoom;
	const free = room.height - (bottom - top) * zoom;
	const y = Math.max(MARGIN, Math.min(free / 2, 72)) - top * zoom;
	return { x, y, zoom };
}

/** How far a view must move so that a box comes into its room, with a margin; both in screen pixels. */
export function moveIntoView(box: DOMRect, room: DOMRect): { readonly x: number; readonly y: number } {
	const shift = (start: number, end: number, low: number, high: number) => {
		if (start < low + MARGIN) return low + MARGIN - start;
		// What does not fit shows its beginning.
		return end > high - MARGIN ? Math.max(high - MARGIN - end, low + MARGIN - start) : 0;
	};
	return {
		x: shift(box.left, box.right, room.left, room.right),
		y: shift(box.top, box.bottom, room.top, room.bottom),
	};
}
