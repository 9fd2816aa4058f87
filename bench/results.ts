/** What a measuring process is asked, and what it answers: one line of JSON. */

export interface Task {
	readonly phase: 'verify' | 'measure' | 'change';
	/** Earnest's own, or one of the harness. */
	readonly engine: string;
	/** Rules. */
	readonly size: number;
	/** The folder of the harness's copy. */
	readonly harness: string;
	/** How long answers are checked at most; null: all of them are. */
	readonly budgetMs: number | null;
	readonly warmMs: number;
	readonly windowMs: number;
}

/** How many answers were compared with those that must come out, and how many were not those. */
export interface Verified {
	readonly checked: number;
	readonly transactions: number;
	readonly wrongTotals: number;
	/** Transactions of which other rules gave points than must. */
	readonly wrongMatches: number;
	/** Rules that gave other points than they must. */
	readonly wrongPoints: number;
}

export interface Measured {
	/** Transactions a second, from what a till sends. */
	readonly rawPerSecond: number;
	/** The same with facts, or Earnest's own objects, made beforehand. */
	readonly factsPerSecond: number;
	/** Microseconds of processor time for one transaction, from what a till sends, all threads together. */
	readonly rawCpu: number;
	/** Microseconds for one transaction, from what a till sends. */
	readonly p50: number;
	readonly p99: number;
	/** What {@link p99} is of {@link p50} for a loop without memory that takes as long: the machine's own tail. */
	readonly machineTail: number;
	readonly buildMs: number;
	/** Processor time of the building, all threads together. */
	readonly buildCpuMs: number;
	/** Of Earnest's build: from the text to the plan, and from there to the evaluator. */
	readonly compileMs: number | null;
	readonly emitMs: number | null;
	/** What is kept for each rule after building and after all that was run. */
	readonly bytesPerRule: number;
}

/** What one changed rule costs, in milliseconds: median and 95th percentile. */
export interface Changed {
	readonly changes: number;
	readonly planMs: number;
	readonly evaluatorMs: number;
	readonly bothMs: number;
	readonly bothMs95: number;
}

/** One answer, or what went wrong. */
export type Answer<T> = T | { readonly error: string };

export function median(values: readonly number[]): number {
	return percentile(values, 50);
}

/** Of sorted values the one that so many percent are below; NaN of none. */
export function percentile(values: readonly number[], percent: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	if (percent === 50 && sorted.length % 2 === 0) {
		const upper = sorted.length / 2;
		return ((sorted[upper - 1] ?? Number.NaN) + (sorted[upper] ?? Number.NaN)) / 2;
	}
	return sorted[Math.min(Math.floor((sorted.length * percent) / 100), sorted.length - 1)] ?? Number.NaN;
}
