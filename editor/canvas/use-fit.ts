import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Arrangement } from './arrangement.ts';
import type { Layout } from './layout.ts';
import { prefersStillness } from './stillness.ts';
import { openingViewport } from './viewport.ts';

/** How long after its opening a canvas still follows its cards, so that the whole rule is in view once all is known. */
const SETTLING_MS = 1_500;

/** How a canvas is brought into view. */
export interface Fit {
	/** Shows the whole rule, or its beginning where that would be too small to read. */
	readonly fit: () => void;
	/** Larger, smaller, in full, or so that the whole is seen. */
	readonly zoomBy: (way: 'in' | 'out' | 'full' | 'fit') => void;
	/** From now on the view is the user's: nothing moves it any more. */
	readonly keepViewport: () => void;
}

/** Fits the rule when the canvas opens and when its room changes, until the user moves the view. */
export function useFit(
	frame: RefObject<HTMLDivElement | null>,
	layout: Layout,
	isMeasured: boolean,
	{ shape, mirrored }: Arrangement,
): Fit {
	const { setViewport, zoomIn, zoomOut, zoomTo } = useReactFlow();
	const kept = useRef(false);
	const newest = useRef(layout);
	const show = useCallback(
		(duration: number) => {
			const room = roomOf(frame);
			if (room.width > 0) void setViewport(openingViewport(newest.current, room, mirrored), { duration });
		},
		[frame, mirrored, setViewport],
	);
	const opened = useRef(0);
	useEffect(() => {
		opened.current = performance.now();
	}, []);
	useEffect(() => {
		newest.current = layout;
		// The sample's verdicts come a moment after the rule and make its cards taller.
		if (isMeasured && !kept.current && performance.now() - opened.current < SETTLING_MS) show(0);
	}, [layout, isMeasured, show]);
	useEffect(() => {
		const element = frame.current;
		if (!element || !isMeasured) return undefined;
		const observer = new ResizeObserver(() => {
			if (!kept.current) show(0);
		});
		observer.observe(element);
		return () => observer.disconnect();
	}, [frame, isMeasured, show]);
	const fitted = useRef(shape);
	useEffect(() => {
		// Another arrangement is another picture: what the user had moved into view is no longer there.
		if (fitted.current === shape || !isMeasured) return;
		fitted.current = shape;
		kept.current = false;
		show(0);
	}, [shape, isMeasured, show]);
	const fit = useCallback(() => {
		kept.current = false;
		show(prefersStillness() ? 0 : 180);
	}, [show]);
	const keepViewport = useCallback(() => {
		kept.current = true;
	}, []);
	const zoomBy = useCallback(
		(way: 'in' | 'out' | 'full' | 'fit') => {
			if (way === 'fit') return fit();
			keepViewport();
			return void (way === 'full' ? zoomTo(1) : way === 'in' ? zoomIn() : zoomOut());
		},
		[fit, keepViewport, zoomIn, zoomOut, zoomTo],
	);
	return { fit, keepViewport, zoomBy };
}

function roomOf(frame: RefObject<HTMLDivElement | null>): DOMRect {
	return frame.current?.getBoundingClientRect() ?? new DOMRect();
}
