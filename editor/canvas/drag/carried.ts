import { prefersStillness } from '../stillness.ts';
import type { RuleView } from '../view.ts';
import type { Movable } from './drop.ts';
import { type Box, type Landing, landingAt, type Point } from './landing.ts';
import { seenAround } from './seen.ts';

/** Where a card is carried about. */
interface Room {
	readonly frame: HTMLElement;
	readonly line: HTMLElement;
	/** Moves the view down by so many pixels of the screen; up where it is negative. */
	readonly pan: (down: number) => void;
}

/** A card that follows the pointer. */
export interface Carried {
	readonly element: Movable;
	/** The picture that it was taken from. */
	readonly view: RuleView;
	/** The place under the pointer; null beside its stage. */
	readonly landing: Landing | null;
	readonly moveTo: (point: Point) => void;
	/** Lets go of the card where it belongs, at once. */
	readonly putDown: () => void;
	/** Lets it glide back; at once for whoever wants no motion. */
	readonly snapBack: () => void;
}

const BACK_MS = 180;

/** Takes up a card at a point of the screen. It is drawn once a frame, however often the pointer moves. */
export function carry(
	room: Room,
	view: RuleView,
	{ element, box }: { readonly element: Movable; readonly box: HTMLElement },
	from: Point,
): Carried {
	let point = from;
	let shift: Point = { x: 0, y: 0 };
	let home = homeOf(box, shift);
	let seen = seenAround(room.frame, view, element, home.box);
	let request = 0;
	let drawnMs = 0;
	// Where the pointer holds the card, in pixels of the card: they stay the same when the canvas is scaled meanwhile.
	const grip = { x: (from.x - home.box.left) / home.scale, y: (from.y - home.box.top) / home.scale };

	const landed = () => seen && landingAt(point, seen, element.id);
	const draw = (nowMs: number) => {
		request = 0;
		const speed = seen ? panSpeed(point, from.y, room.frame.getBoundingClientRect(), seen.box) : 0;
		const down = speed * Math.min(nowMs - drawnMs, LONGEST_FRAME_MS);
		drawnMs = nowMs;
		if (down !== 0) room.pan(down);
		const now = homeOf(box, shift);
		if (hasMoved(now.box, home.box)) seen = seenAround(room.frame, view, element, now.box);
		home = now;
		shift = {
			x: (point.x - home.box.left) / home.scale - grip.x,
			y: (point.y - home.box.top) / home.scale - grip.y,
		};
		box.style.translate = `${shift.x}px ${shift.y}px`;
		const landing = landed();
		showLine(room, landing);
		box.dataset['dragging'] = landing ? 'over' : 'away';
		if (down !== 0) ask();
	};
	const ask = () => {
		request ||= requestAnimationFrame(draw);
	};
	const letGo = () => {
		cancelAnimationFrame(request);
		box.style.translate = '';
		room.line.hidden = true;
	};
	box.dataset['dragging'] = 'over';
	return {
		element,
		view,
		get landing() {
			// What is dropped lands where the pointer is, not where it was a frame ago.
			return landed();
		},
		moveTo: (to) => {
			point = to;
			ask();
		},
		putDown: () => {
			letGo();
			delete box.dataset['dragging'];
		},
		snapBack: () => {
			letGo();
			void glide(box, shift).then(() => delete box.dataset['dragging']);
		},
	};
}

async function glide(box: HTMLElement, { x, y }: Point): Promise<void> {
	if (prefersStillness()) return;
	const keyframes = [{ translate: `${x}px ${y}px` }, { translate: '0px 0px' }];
	await box.animate(keyframes, { duration: BACK_MS, easing: 'ease-out' }).finished.catch(() => undefined);
}

/** Where a box stands without its shift, which is in its own pixels, and how large one of them is on the screen. */
function homeOf(box: HTMLElement, { x, y }: Point): { readonly box: Box; readonly scale: number } {
	const { left, top, width, height } = box.getBoundingClientRect();
	const scale = width / box.offsetWidth || 1;
	return { box: { left: left - x * scale, top: top - y * scale, width, height }, scale };
}

function hasMoved(a: Box, b: Box): boolean {
	return Math.abs(a.left - b.left) + Math.abs(a.top - b.top) + Math.abs(a.width - b.width) > 0.5;
}

function showLine({ frame, line }: Room, landing: Landing | null): void {
	line.hidden = !landing;
	if (!landing) return;
	const room = frame.getBoundingClientRect();
	const { left, top, width, height } = landing.line;
	line.style.translate = `${left - room.left}px ${top - room.top}px`;
	line.toggleAttribute('data-upright', height > 0);
	line.style.width = height > 0 ? '' : `${width}px`;
	line.style.height = height > 0 ? `${height}px` : '';
}

/** So near to the upper or lower edge of the canvas the view moves on. */
const EDGE = 40;
const FASTEST = 0.9;
const LONGEST_FRAME_MS = 40;

/** Pixels a millisecond by which the view moves down, as long as more of the stage is to be seen there. */
function panSpeed({ x, y }: Point, fromY: number, { left, right, top, bottom }: DOMRect, stage: Box): number {
	if (x < left || x > right || y < top - EDGE || y > bottom + EDGE) return 0;
	const [above, below] = [top + EDGE - y, y - bottom + EDGE];
	// A card that is taken up at an edge is not meant to go beyond it, as long as it goes no nearer.
	if (above > 0 && y < fromY && stage.top < top + EDGE) return -FASTEST * Math.min(1, above / EDGE);
	const hasMoreBelow = stage.top + stage.height > bottom - EDGE;
	return below > 0 && y > fromY && hasMoreBelow ? FASTEST * Math.min(1, below / EDGE) : 0;
}
