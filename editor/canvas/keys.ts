import type { KeyboardEvent } from 'react';
import { ADD_CONDITION_ID, ADD_LIMIT_ID, ADD_POINTS_ID, actionsOf, neighbour, walkOrder } from './card-actions.ts';
import type { CanvasValue } from './canvas-context.ts';
import { openCard } from './open-card.ts';
import { elementsOf } from './view.ts';

/** The keys of the canvas, for a card that has the focus; inside of a card only Escape is the canvas's. */
export function handleCanvasKey(event: KeyboardEvent, canvas: CanvasValue): void {
	const target = event.target as Element;
	if (event.defaultPrevented || target.closest('[data-canvas-popover]') || event.ctrlKey || event.metaKey) return;
	const id = target.closest('[data-card]')?.getAttribute('data-card');
	if (!id) return;
	if (target.getAttribute('data-card') !== id) {
		if (event.key === 'Escape') taken(event, () => leave(canvas, id));
		return;
	}
	if (event.altKey ? pressWithAlt(event, canvas, id) : walk(event, canvas, id) || act(event, canvas, id))
		event.preventDefault();
}

function taken(event: KeyboardEvent, action: () => void): void {
	event.preventDefault();
	event.stopPropagation();
	action();
}

function leave(canvas: CanvasValue, id: string): void {
	canvas.enter(null);
	canvas.focusCard(id);
}

/** What the arrows mean follows what is seen: along the flow, and across it. Answers whether the key was one of them. */
function walk(event: KeyboardEvent, { view, arrangement, readOnly, focusCard }: CanvasValue, id: string): boolean {
	const { shape, mirrored } = arrangement;
	const columns = walkOrder(view, shape, readOnly);
	// One column is walked from end to end.
	const order = shape === 'column' ? [columns.flat()] : columns;
	let next: string | null;
	switch (event.key) {
		case 'ArrowLeft':
		case 'ArrowRight':
			next = neighbour(order, id, { stage: (event.key === 'ArrowRight') === mirrored ? -1 : 1 });
			break;
		case 'ArrowUp':
			next = neighbour(order, id, { place: -1 });
			break;
		case 'ArrowDown':
			next = neighbour(order, id, { place: 1 });
			break;
		case 'Home':
			next = order[0]?.[0] ?? null;
			break;
		case 'End':
			next = order.at(-1)?.at(-1) ?? null;
			break;
		default:
			return false;
	}
	if (next !== null) focusCard(next);
	return true;
}

function act(event: KeyboardEvent, canvas: CanvasValue, id: string): boolean {
	const element = elementsOf(canvas.view).find((candidate) => candidate.id === id);
	const actions = element && actionsOf(canvas.view, element, canvas.declaration);
	if (event.key === 'a' && !canvas.readOnly) {
		canvas.focusCard(ADD_CONDITION_ID);
		canvas.open({ id: ADD_CONDITION_ID, part: 'picker' });
		return true;
	}
	if (!actions || [ADD_CONDITION_ID, ADD_POINTS_ID, ADD_LIMIT_ID].includes(id)) return false;
	switch (event.key) {
		case 'Enter':
			if (canvas.readOnly || actions.edit === null) canvas.goToText(actions.goTo);
			else openCard(canvas, id, actions.edit);
			return true;
		case 'F12':
			canvas.goToText(actions.goTo);
			return true;
		case 'ContextMenu':
			canvas.open({ id, part: 'menu' });
			return true;
		case 'F10':
			if (!event.shiftKey) return false;
			canvas.open({ id, part: 'menu' });
			return true;
		case 'Delete':
		case 'Backspace':
			if (actions.remove && !canvas.readOnly) canvas.perform(actions.remove);
			return true;
		default:
			return false;
	}
}

function pressWithAlt(event: KeyboardEvent, canvas: CanvasValue, id: string): boolean {
	const element = elementsOf(canvas.view).find((candidate) => candidate.id === id);
	const actions = element && actionsOf(canvas.view, element, canvas.declaration);
	if (!actions) return false;
	if (event.key === 't') {
		canvas.goToText(actions.goTo);
		return true;
	}
	const move = event.key === 'ArrowUp' ? actions.moveUp : event.key === 'ArrowDown' ? actions.moveDown : undefined;
	if (move === undefined) return false;
	if (move && !canvas.readOnly && canvas.perform(move)) canvas.focusCard(id);
	return true;
}
