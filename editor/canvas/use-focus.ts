import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Opened } from './canvas-context.ts';
import { isDrawn } from './drawn.ts';
import type { Layout } from './layout.ts';
import {
	type ConditionElement,
	conditionsOf,
	type LimitElement,
	type MultiplyElement,
	type PointsElement,
	type RuleView,
} from './view.ts';
import { moveIntoView } from './viewport.ts';

type Frame = RefObject<HTMLDivElement | null>;

/** Puts the keyboard focus on a card and brings it into view. */
export function useFocusCard(frame: Frame): (id: string) => void {
	const bring = useBringIntoView(frame);
	return useCallback(
		(id) => {
			const focus = () => {
				const card = cardIn(frame, id);
				if (card && document.activeElement !== card) card.focus({ preventScroll: true });
				if (card) bring(card);
			};
			focus();
			const holder = document.activeElement;
			// Again after the paint: the card may be new, or the focus may have fallen out of a popover that was closed. What was
			// opened in the meantime keeps the focus that it took.
			requestAnimationFrame(() => {
				if (document.activeElement === holder || document.activeElement === document.body) focus();
			});
		},
		[frame, bring],
	);
}

/** So many frames are waited for the first card to be drawn. */
const FRAMES_AT_MOST = 90;

/** Puts the focus on the canvas when a rule is opened from elsewhere in the editor: what had it before is gone. */
export function useFocusAtFirst(frame: Frame, activeId: string): void {
	const first = useRef(activeId);
	useEffect(() => {
		if (!navigator.userActivation.hasBeenActive) return undefined;
		let request = 0;
		const attempt = (frames: number) => {
			// Whoever has gone somewhere in the meantime stays there; a card cannot take the focus before it is measured.
			if (frames > FRAMES_AT_MOST || document.activeElement !== document.body) return;
			cardIn(frame, first.current)?.focus({ preventScroll: true });
			request = requestAnimationFrame(() => attempt(frames + 1));
		};
		request = requestAnimationFrame(() => attempt(0));
		return () => cancelAnimationFrame(request);
	}, [frame]);
}

/** How long the text's selection must rest before its card is brought into view. */
const REVEAL_AFTER_MS = 100;

/** Brings the card of the text's selection into view, without taking the focus. */
export function useReveal(frame: Frame, selectedId: string | null): void {
	const bring = useBringIntoView(frame);
	useEffect(() => {
		if (selectedId === null || frame.current?.contains(document.activeElement)) return undefined;
		const timer = setTimeout(() => {
			const card = cardIn(frame, selectedId);
			if (card) bring(card);
		}, REVEAL_AFTER_MS);
		return () => clearTimeout(timer);
	}, [frame, selectedId, bring]);
}

/** Brings the card into view of which something was opened, where the middle of it is out of view: what was opened is hidden with it. */
export function useOpenedInView(frame: Frame, opened: Opened, layout: Layout): void {
	const bring = useBringIntoView(frame);
	const id = opened?.id ?? null;
	// Anew with each layout: cards that grow push others out of view.
	const sought = useMemo(() => ({ id, layout }), [id, layout]);
	useEffect(() => {
		if (sought.id === null) return undefined;
		const wanted = sought.id;
		// Two frames on: the browser's own scrolling is undone by then, and a card that was given the focus is in view.
		let request = requestAnimationFrame(() => {
			request = requestAnimationFrame(look);
		});
		const look = () => {
			const card = cardIn(frame, wanted);
			if (!card) return;
			const box = card.getBoundingClientRect();
			const room = roomOf(frame);
			const middle = (box.top + box.bottom) / 2;
			if (middle < room.top || middle > room.bottom) bring(card);
		};
		return () => cancelAnimationFrame(request);
	}, [frame, sought, bring]);
}

type Addable = ConditionElement | PointsElement | MultiplyElement | LimitElement;

/** What an operation may add to a rule: a group stands before what is in it, so that of both the inner one is the new one. */
function addable(view: RuleView): Addable[] {
	const shared = view.campaign?.limits ?? [];
	return [...conditionsOf(view), ...view.points, ...view.multipliers, ...view.limits, ...shared];
}

function opensAtOnce(added: Addable): boolean {
	if (added.kind === 'condition') return isDrawn(added.condition) && added.condition.kind !== 'always';
	return added.kind !== 'points';
}

/** To be called when something was added, before it is drawn: the new card then gets the focus, and its picker opens where that is wanted. */
export function useFocusOnNew(
	view: RuleView,
	focusCard: (id: string) => void,
	open: (opened: Opened) => void,
): (then: 'open' | 'focus') => void {
	const known = useRef<ReadonlySet<string> | null>(null);
	const opensNew = useRef(true);
	useEffect(() => {
		const all = addable(view);
		const added = known.current && all.findLast(({ id }) => !known.current?.has(id));
		known.current = null;
		if (!added) return;
		focusCard(added.id);
		if (opensNew.current && opensAtOnce(added)) open({ id: added.id, part: 'picker' });
	}, [view, focusCard, open]);
	return useCallback(
		(then) => {
			known.current = new Set(addable(view).map(({ id }) => id));
			opensNew.current = then === 'open';
		},
		[view],
	);
}

function useBringIntoView(frame: Frame): (card: HTMLElement) => void {
	const { getViewport, setViewport } = useReactFlow();
	return useCallback(
		(card) => {
			if (!card.closest('.react-flow')) return card.scrollIntoView({ block: 'nearest' });
			const move = moveIntoView(card.getBoundingClientRect(), roomOf(frame));
			if (move.x === 0 && move.y === 0) return undefined;
			const { x, y, zoom } = getViewport();
			return void setViewport({ x: x + move.x, y: y + move.y, zoom });
		},
		[frame, getViewport, setViewport],
	);
}

function roomOf(frame: Frame): DOMRect {
	return frame.current?.getBoundingClientRect() ?? new DOMRect();
}

function cardIn(frame: Frame, id: string): HTMLElement | null {
	return frame.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`) ?? null;
}
