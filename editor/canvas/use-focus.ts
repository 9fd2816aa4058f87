import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Opened } from './canvas-context.ts';
import type { RuleView } from './view.ts';
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
			// Again after the paint: the card may be new, or the focus may have fallen out of a popover that was closed.
			requestAnimationFrame(focus);
		},
		[frame, bring],
	);
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

/** To be called before a condition is added: the new card then gets the focus, and its picker opens. */
export function useFocusOnNew(view: RuleView, focusCard: (id: string) => void, open: (opened: Opened) => void): () => void {
	const known = useRef<ReadonlySet<string> | null>(null);
	useEffect(() => {
		const added = known.current && view.conditions.find(({ id }) => !known.current?.has(id));
		if (!added) return;
		known.current = null;
		focusCard(added.id);
		if (added.condition.kind !== 'always' && added.condition.kind !== 'raw') open({ id: added.id, part: 'picker' });
	}, [view, focusCard, open]);
	return useCallback(() => {
		known.current = new Set(view.conditions.map(({ id }) => id));
	}, [view]);
}

function useBringIntoView(frame: Frame): (card: HTMLElement) => void {
	const { getViewport, setViewport } = useReactFlow();
	return useCallback(
		(card) => {
			const move = moveIntoView(card.getBoundingClientRect(), roomOf(frame));
			if (move.x === 0 && move.y === 0) return;
			const { x, y, zoom } = getViewport();
			void setViewport({ x: x + move.x, y: y + move.y, zoom });
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
