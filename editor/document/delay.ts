/** Does work after a while, and answers how to call it off. */
export function after(delayMs: number, work: () => void): () => void {
	const timer = setTimeout(work, delayMs);
	return () => clearTimeout(timer);
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
