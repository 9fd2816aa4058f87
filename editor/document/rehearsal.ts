import { advance, type Snapshot } from '#compiler';
import type { Span } from '#grammar';
import { afterWhenIdle } from './delay.ts';

/** So often: what is read a few times is read at the speed of every later key. */
const TIMES = 8;
/** From one rehearsal to the next: nobody is to wait for them. */
const APART_MS = 60;

/**
 * Reads a program as it would be with a letter more, here and there in the stretch where somebody is likely to write, and forgets
 * what came of it: the first key that is pressed would else take many times as long as those after it. Answers how to call it off.
 */
export function rehearseTyping(reading: () => Snapshot, stretch: Span | null): () => void {
	let stop = () => {};
	const next = (done: number) => {
		if (done === TIMES) return;
		stop = afterWhenIdle(APART_MS, () => {
			const now = reading();
			const { start, end } = stretch ?? { start: 0, end: now.source.length };
			const at = Math.min(now.source.length, start + Math.floor(((end - start) * (done + 1)) / (TIMES + 1)));
			advance(now, [{ span: { start: at, end: at }, text: 'x' }]);
			next(done + 1);
		});
	};
	next(0);
	return () => stop();
}
