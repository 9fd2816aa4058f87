import { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

/** Fewer programs than these are done before anybody asks how far it is. */
const FEWEST = 50;

/** Shows how many of some programs are done; does nothing where nobody watches, or where they are few. */
export interface ProgramProgress {
	/** One more is done. */
	step(): void;
	stop(): void;
}

/** Begins to show the progress through `total` programs; `verb` is what happens to them: `Testing`. */
export function programProgress(verb: string, total: number, terminal: Terminal): ProgramProgress {
	if (!terminal.showsProgress || total < FEWEST) return { step: () => undefined, stop: () => undefined };
	const bar = new SingleBar({
		format: `${verb} {bar} {percentage}% | {value} of {total} programs | {eta_formatted} left`,
		stream: process.stderr,
		hideCursor: true,
		clearOnComplete: true,
		barCompleteChar: '█',
		barIncompleteChar: '░',
	});
	bar.start(total, 0);
	return { step: () => bar.increment(), stop: () => bar.stop() };
}
