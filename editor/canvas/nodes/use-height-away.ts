import { type RefObject, useEffect, useState } from 'react';

/** What scrolls or pans the cards, and cuts off those that are out of view. */
const ROOM = '.react-flow, [data-card-list]';
/** So far out of view a card is drawn ahead. */
const AHEAD = '400px';
/** The height of a card that was never in view. */
const GUESSED_HEIGHT = 64;

type Tell = (isNear: boolean) => void;

/** One observer for each canvas, however many cards it has. */
const observers = new WeakMap<Element, { readonly observer: IntersectionObserver; readonly told: Map<Element, Tell> }>();

/**
 * The height in pixels that keeps the place of an element while it is out of view; null while it is in view or close to it, and
 * always for one that is not watched.
 */
export function useHeightAway(ref: RefObject<HTMLElement | null>, isWatched: boolean): number | null {
	const [height, setHeight] = useState<number | null>(GUESSED_HEIGHT);
	useEffect(() => {
		const element = ref.current;
		const room = element?.closest(ROOM);
		if (!isWatched || !element || !room) return undefined;
		return watch(element, room, (isNear) => setHeight(isNear ? null : element.offsetHeight));
	}, [ref, isWatched]);
	return isWatched ? height : null;
}

function watch(element: Element, room: Element, tell: Tell): () => void {
	const { observer, told } = observers.get(room) ?? observe(room);
	told.set(element, tell);
	observer.observe(element);
	return () => {
		observer.unobserve(element);
		told.delete(element);
	};
}

function observe(room: Element) {
	const told = new Map<Element, Tell>();
	const observer = new IntersectionObserver(
		(entries) => {
			for (const { target, isIntersecting } of entries) told.get(target)?.(isIntersecting);
		},
		{ root: room, rootMargin: AHEAD },
	);
	const made = { observer, told };
	observers.set(room, made);
	return made;
}
