import type { KeyboardEvent } from 'react';
import {
	actionsOf,
	ADD_CONDITION_ID,
	ADD_LIMIT_ID,
	ADD_POINTS_ID,
	addIntoId,
	alternativeId,
	type CardActions,
	neighbour,
	walkOrder,
} from './card-actions.ts';
import type { CanvasValue } from './canvas-context.ts';
import { commentedBy } from './commented.ts';
import { conditionAt } from './condition-actions.ts';
import { openCard } from './open-card.ts';
import { setStatus } from './schedule-edits.ts';
import { elementsOf, isGroup, type RuleElement } from './view.ts';
import { says } from './says.ts';

/** The keys of the canvas, for a card that has the focus; inside of a card only Escape is the canvas's. */
export function handleCanvasKey(event: KeyboardEvent, canvas: CanvasValue): void {
	const target = event.target as Element;
	if (event.defaultPrevented || target.closest('[data-canvas-popover]')) return;
	const id = target.closest('[data-card]')?.getAttribute('data-card');
	const isOwn = target.getAttribute('data-card') === id;
	if (event.ctrlKey || event.metaKey) {
		if (pressWithControl(event, canvas, isOwn ? (id ?? null) : null)) event.preventDefault();
		return;
	}
	if (!id) return;
	if (!isOwn) {
		if (event.key === 'Escape') taken(event, () => leave(canvas, id));
		return;
	}
	const done = event.altKey
		? pressWithAlt(event, canvas, id)
		: walk(event, canvas, id) || zoom(event, canvas) || act(event, canvas, id);
	if (done) event.preventDefault();
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
function walk(event: KeyboardEvent, canvas: CanvasValue, id: string): boolean {
	const { view, arrangement, readOnly, focusCard } = canvas;
	const { shape, mirrored } = arrangement;
	const columns = walkOrder(view, shape, readOnly);
	// One column is walked from end to end.
	const order = shape === 'column' || shape === 'list' ? [columns.flat()] : columns;
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

function zoom(event: KeyboardEvent, { zoomBy }: CanvasValue): boolean {
	const way = zooms[event.key];
	if (way === undefined || zoomBy === null) return false;
	zoomBy(way);
	return true;
}

const zooms: Readonly<Record<string, 'in' | 'out' | 'full' | 'fit' | undefined>> = {
	'+': 'in',
	'=': 'in',
	'-': 'out',
	'0': 'full',
	'1': 'fit',
};

function act(event: KeyboardEvent, canvas: CanvasValue, id: string): boolean {
	if (event.key === '?') {
		canvas.show('keys');
		return true;
	}
	if (event.key === 'a' && !canvas.readOnly) {
		openAt(canvas, addPlace(canvas, id));
		return true;
	}
	const element = elementOf(canvas, id);
	const actions = element && actionsOf(canvas.view, element, canvas.declaration);
	if (!element || !actions) return false;
	return show(event, canvas, element, actions) || (!canvas.readOnly && change(event, canvas, element, actions));
}

/** Keys that change nothing. */
function show(event: KeyboardEvent, canvas: CanvasValue, { id }: RuleElement, actions: CardActions): boolean {
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
		default:
			return false;
	}
}

function change(event: KeyboardEvent, canvas: CanvasValue, element: RuleElement, actions: CardActions): boolean {
	const { id } = element;
	switch (event.key) {
		case 'Delete':
		case 'Backspace':
			if (actions.remove) canvas.perform(actions.remove);
			return true;
		case 'o':
			if (element.kind !== 'condition') return false;
			openAt(canvas, isGroup(element) ? addIntoId(id) : alternativeId(id));
			return true;
		case 'n': {
			const negate = actions.more.find(({ key }) => key === 'negate');
			if (negate) canvas.perform(negate.wish);
			return negate !== undefined;
		}
		case 'c':
			if (!actions.connects && element.kind !== 'filter') return false;
			canvas.open({ id, part: 'connect' });
			return true;
		case 'm':
			if (commentedBy(canvas, element).length > 0) canvas.open({ id, part: 'comment' });
			return true;
		case ' ':
			if (element.kind === 'schedule') canvas.perform(setStatus(canvas.declaration, element, !element.enabled));
			return element.kind === 'schedule';
		default:
			return false;
	}
}

/** Where something is added from a card: to its group, its stage, or the conditions. */
function addPlace({ view }: CanvasValue, id: string): string {
	const element = elementsOf(view).find((candidate) => candidate.id === id);
	if (element?.kind === 'condition') {
		const group = isGroup(element) ? element : conditionAt(view, element.path.slice(0, -1));
		return group ? addIntoId(group.id) : ADD_CONDITION_ID;
	}
	if (element?.kind === 'points' || element?.kind === 'multiply' || id === ADD_POINTS_ID) return ADD_POINTS_ID;
	if (element?.kind === 'limit' || element?.kind === 'result' || id === ADD_LIMIT_ID) return ADD_LIMIT_ID;
	return ADD_CONDITION_ID;
}

function openAt(canvas: CanvasValue, id: string): void {
	canvas.focusCard(id);
	canvas.open({ id, part: 'picker' });
}

function pressWithAlt(event: KeyboardEvent, canvas: CanvasValue, id: string): boolean {
	const element = elementOf(canvas, id);
	const actions = element && actionsOf(canvas.view, element, canvas.declaration);
	if (!actions) return false;
	// With Alt, a Mac's T writes another sign.
	if (event.key === 't' || event.code === 'KeyT') {
		canvas.goToText(actions.goTo);
		return true;
	}
	const move = event.key === 'ArrowUp' ? actions.moveUp : event.key === 'ArrowDown' ? actions.moveDown : undefined;
	if (move === undefined) return false;
	if (move && !canvas.readOnly && canvas.perform(move)) canvas.focusCard(id);
	return true;
}

/** Answers whether the key was the canvas's; `id` is the card that has the focus itself. */
function pressWithControl(event: KeyboardEvent, canvas: CanvasValue, id: string | null): boolean {
	if (event.key === 'Enter') {
		canvas.simulate();
		return true;
	}
	if (event.key.toLowerCase() === 'p' && event.shiftKey) {
		canvas.show('commands');
		return true;
	}
	if (event.key === 'f') {
		canvas.show('cards');
		return true;
	}
	if (event.key !== 'd' || id === null) return false;
	const element = elementOf(canvas, id);
	const copy = element && actionsOf(canvas.view, element, canvas.declaration).more.find(({ key }) => key === 'duplicate');
	if (copy && !canvas.readOnly) canvas.perform(copy.wish, says.duplicate);
	return true;
}

function elementOf({ view }: CanvasValue, id: string): RuleElement | null {
	return elementsOf(view).find((candidate) => candidate.id === id) ?? null;
}
