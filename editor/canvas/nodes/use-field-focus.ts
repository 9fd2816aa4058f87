import { type RefObject, useLayoutEffect } from 'react';

/** So long something that opens may take to be in its place. */
const SETTLES_WITHIN_MS = 1_000;

/**
 * Gives the focus to a field of something that opens: at once, and again as long as that is still on its way. What is not yet in its
 * place is hidden in between, and loses what it got. Whoever has gone on to something else stays there.
 */
export function useFieldFocus(field: RefObject<HTMLElement | null>): void {
	useLayoutEffect(() => {
		const from = performance.now();
		const before = document.activeElement;
		let frame = 0;
		const settle = () => {
			const { activeElement, body } = document;
			if (activeElement === body || activeElement === before) field.current?.focus({ preventScroll: true });
			if (performance.now() - from < SETTLES_WITHIN_MS) frame = requestAnimationFrame(settle);
		};
		settle();
		return () => cancelAnimationFrame(frame);
	}, [field]);
}
