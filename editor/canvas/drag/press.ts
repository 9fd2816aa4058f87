import type { PointerEvent as PressEvent } from 'react';
import type { Point } from './landing.ts';

/** What becomes of a press that is dragged. */
interface Dragged {
	/** The pointer has gone far enough from where it pressed. */
	readonly begin: (from: Point) => void;
	readonly move: (to: Point) => void;
	readonly drop: () => void;
	readonly cancel: () => void;
}

/** A press that goes less far is a click. */
const FAR_ENOUGH = 5;

/** Follows a press on a card to its end. Only a drag takes anything from the page: a click goes where it always went. */
export function followPress(event: PressEvent, box: HTMLElement, dragged: Dragged): void {
	const { pointerId, clientX, clientY } = event;
	const from = { x: clientX, y: clientY };
	let state: 'pressed' | 'dragging' | 'over' = 'pressed';
	const end = new AbortController();
	const options = { signal: end.signal, capture: true };
	// The canvas's own panning asks for this class. It must not stay: where it is, the wheel does not pan either.
	box.classList.add(NO_PAN);
	end.signal.addEventListener('abort', () => box.classList.remove(NO_PAN));

	const move = ({ pointerId: id, clientX: x, clientY: y }: PointerEvent) => {
		if (id !== pointerId) return;
		if (state === 'pressed' && Math.hypot(x - from.x, y - from.y) >= FAR_ENOUGH) {
			state = 'dragging';
			box.setPointerCapture(pointerId);
			dragged.begin(from);
		}
		if (state === 'dragging') dragged.move({ x, y });
	};
	const settle = (how: 'drop' | 'cancel') => {
		if (state === 'dragging') dragged[how]();
		if (state !== 'pressed') state = 'over';
	};
	const release = (how: 'drop' | 'cancel') => (released: PointerEvent) => {
		if (released.pointerId !== pointerId) return;
		settle(how);
		end.abort();
		if (state === 'over') swallowClick();
	};
	addEventListener('pointermove', move, options);
	addEventListener('pointerup', release('drop'), options);
	addEventListener('pointercancel', release('cancel'), options);
	addEventListener('blur', () => settle('cancel'), options);
	addEventListener('contextmenu', (menu) => state !== 'pressed' && menu.preventDefault(), options);
	addEventListener('selectstart', (selection) => selection.preventDefault(), options);
	addEventListener(
		'keydown',
		(key) => {
			if (key.key !== 'Escape' || state !== 'dragging') return;
			key.preventDefault();
			key.stopPropagation();
			settle('cancel');
		},
		options,
	);
}

const NO_PAN = 'nopan';

/** The click that follows a drag belongs to nothing that it meets. */
function swallowClick(): void {
	const end = new AbortController();
	addEventListener(
		'click',
		(click) => {
			click.preventDefault();
			click.stopPropagation();
		},
		{ capture: true, signal: end.signal },
	);
	setTimeout(() => end.abort(), 0);
}
