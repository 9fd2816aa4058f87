/** Does work after a while, and answers how to call it off. */
export function after(delayMs: number, work: () => void): () => void {
	const timer = setTimeout(work, delayMs);
	return () => clearTimeout(timer);
}
