import { useReactFlow } from '@xyflow/react';
import { type PointerEvent as PressEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { CanvasValue } from '../canvas-context.ts';
import { says } from '../says.ts';
import { elementsOf } from '../view.ts';
import { type Carried, carry } from './carried.ts';
import { canMove, dropOf, kindOf, type Movable } from './drop.ts';
import { followPress } from './press.ts';

interface DragParts {
	readonly frame: RefObject<HTMLDivElement | null>;
	/** The line that shows where a card would land. */
	readonly line: RefObject<HTMLDivElement | null>;
	readonly canvas: CanvasValue;
	/** Told when the view is moved to reach a place outside of it. */
	readonly onPan: () => void;
}

/**
 * Lets cards be dragged: answers what a press on the canvas does. What moves meanwhile is moved past React, so that no card is
 * drawn again until something is dropped.
 */
export function useDrag({ frame, line, canvas, onPan }: DragParts): (event: PressEvent) => void {
	const { getViewport, setViewport } = useReactFlow();
	const newest = useRef(canvas);
	const carried = useRef<Carried | null>(null);
	useLayoutEffect(() => {
		newest.current = canvas;
	}, [canvas]);
	const { view } = canvas;
	useLayoutEffect(() => {
		// Another picture has other places.
		const old = carried.current;
		if (old?.view === view || !old) return;
		carried.current = null;
		old.putDown();
		newest.current.tell({ tone: 'refused', words: says.drag.nothing({ why: says.drag.changed }) });
	}, [view]);
	useEffect(() => () => carried.current?.putDown(), []);

	const pan = (down: number) => {
		const list = frame.current?.querySelector('[data-card-list]');
		if (list) return list.scrollBy({ top: down });
		onPan();
		const { x, y, zoom } = getViewport();
		return void setViewport({ x, y: y - down, zoom });
	};
	const finish = (settle: (now: Carried) => void) => {
		const now = carried.current;
		carried.current = null;
		if (now) settle(now);
	};
	return (event) => {
		const held = frame.current && line.current && !canvas.readOnly ? heldBy(event, canvas, frame.current) : null;
		if (!held || !frame.current || !line.current) return;
		const room = { frame: frame.current, line: line.current, pan };
		followPress(event, held.box, {
			begin: (from) => {
				// The card that has the focus stays drawn, even while its own place is out of view.
				held.box.querySelector<HTMLElement>('[data-card]')?.focus({ preventScroll: true });
				if (newest.current.opened !== null) newest.current.open(null);
				carried.current = carry(room, newest.current.view, held, from);
			},
			move: (to) => carried.current?.moveTo(to),
			drop: () => finish((now) => drop(newest.current, now)),
			cancel: () =>
				finish((now) => {
					now.snapBack();
					newest.current.say(says.said.putBack);
				}),
		});
	};
}

/** A card and its box in the page. */
export interface Held {
	readonly element: Movable;
	readonly box: HTMLElement;
}

/** What a press takes hold of: with a mouse a card anywhere but in its fields, with a finger by its grip. */
function heldBy(event: PressEvent, { view }: CanvasValue, frame: HTMLElement): Held | null {
	const target = event.target as Element;
	const isPlain = event.button === 0 && event.isPrimary && !event.ctrlKey && !event.metaKey;
	if (!isPlain || !frame.contains(target)) return null;
	if (target.closest('input, textarea, select, [contenteditable]')) return null;
	if (event.pointerType !== 'mouse' && !target.closest('[data-grip]')) return null;
	const box = target.closest<HTMLElement>('[data-movable]');
	const id = box?.dataset['box'];
	const card = target.closest<HTMLElement>('[data-card]');
	// What adds to a group or to a card stands in its box and is yet no part of it.
	if (!box || (card && box.contains(card) && card.dataset['card'] !== id)) return null;
	const element = elementsOf(view).find((each) => each.id === id);
	return element && canMove(view, element) ? { element, box } : null;
}

function drop(canvas: CanvasValue, carried: Carried): void {
	const { element, landing } = carried;
	if (!landing) {
		carried.snapBack();
		const why = says.drag.elsewhere[kindOf(element)];
		return canvas.tell({ tone: 'refused', words: says.drag.nothing({ why }) });
	}
	const found = dropOf(canvas.view, element, canvas.declaration, landing);
	if (found && canvas.perform(found.wish)) {
		// The new picture is drawn before the next frame: a card that glided there would glide from a place that is gone.
		carried.putDown();
		canvas.focusCard(element.id);
		return canvas.say(found.said);
	}
	carried.snapBack();
	return found ? undefined : canvas.say(says.said.putBack);
}
