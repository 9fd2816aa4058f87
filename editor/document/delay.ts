/** Does work after a while, and answers how to call it off. */
export function after(delayMs: number, work: () => void): () => void {
	const timer = setTimeout(work, delayMs);
	return () => clearTimeout(timer);
}

/** How long work may wait for a moment in which nothing else is to be done. */
const IDLE_WITHIN_MS = 1_000;

/** Does work after a while, at a moment in which nobody waits for anything else, and answers how to call it off. */
export function afterWhenIdle(delayMs: number, work: () => void): () => void {
	// Not every browser tells of such moments.
	if (typeof requestIdleCallback === 'undefined') return after(delayMs, work);
	let stop = after(delayMs, () => {
		const idle = requestIdleCallback(work, { timeout: IDLE_WITHIN_MS });
		stop = () => cancelIdleCallback(idle);
	});
	return () => stop();
}

/** A page that nobody sees paints nothing, and is read all the same. */
const UNSEEN_AFTER_MS = 100;

/** Does work as soon as the frame is painted that shows what was done last, and answers how to call it off. */
export function afterPaint(work: () => void): () => void {
	let stop = after(UNSEEN_AFTER_MS, work);
	const frame = requestAnimationFrame(() => {
		stop();
		stop = after(0, work);
	});
	return () => {
		cancelAnimationFrame(frame);
		stop();
	};
}

/** What may be done within the task of a key without its letter being seen later: half a frame. */
const SHORT_MS = 8;

/**
 * Delays work only as far as it makes others wait: while it was short the last time, it is done as soon as the current task has
 * ended, so that one frame shows what was typed and what came of it; else {@link afterPaint}.
 */
export function unlessShort(now: () => number): (work: () => void) => () => void {
	let lastMs = Number.POSITIVE_INFINITY;
	return (work) => {
		let isWanted = true;
		const timed = () => {
			if (!isWanted) return;
			const from = now();
			work();
			lastMs = now() - from;
		};
		if (lastMs >= SHORT_MS) return afterPaint(timed);
		queueMicrotask(timed);
		return () => {
			isWanted = false;
		};
	};
}
