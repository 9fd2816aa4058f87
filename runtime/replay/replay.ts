/** A whole history, evaluated in its order under one program, as if it had been in force all along. Nothing is recorded. */
import { type LaneOptions, type ReplayItem, ReplayLane } from './lane.ts';
import { type ReplayReport, Tally } from './tally.ts';

/** A program, a history, and how to follow it. */
export interface ReplayOptions extends LaneOptions {
	readonly transactions: AsyncIterable<ReplayItem> | Iterable<ReplayItem>;
	/** Called after every transaction with how many there were. */
	readonly onProgress?: (transactions: number) => void;
	/** Looked at before every transaction; once `aborted`, the replay ends with what it has. */
	readonly signal?: { readonly aborted: boolean };
}

/** Evaluates a history. Whatever is in it, this ends with a report. */
export async function replay(options: ReplayOptions): Promise<ReplayReport> {
	const lane = new ReplayLane(options);
	const tally = new Tally(options.program.plan);
	for await (const item of options.transactions) {
		if (options.signal?.aborted) return tally.report(true);
		tally.add(lane.add(item));
		options.onProgress?.(tally.transactions);
	}
	return tally.report(options.signal?.aborted ?? false);
}
