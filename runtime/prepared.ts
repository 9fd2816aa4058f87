import { type Compilation, compile, emit, type Evaluate, notRecordedYet, type Plan } from '#compiler';
import type { Problem } from '#grammar';

/** A program's text made ready for evaluating. */
export interface PreparedProgram {
	/** SHA-256 of the text, hexadecimal. */
	readonly hash: string;
	readonly compilation: Compilation;
	/** The compiled plan; null where the text has errors. */
	readonly runnable: Runnable | null;
	/** What keeps its transactions from being recorded, errors aside: what it takes is not kept yet. Published with none only. */
	readonly notRecorded: readonly Problem[];
}

/** A plan and the function compiled from it. */
export interface Runnable {
	readonly plan: Plan;
	readonly run: Evaluate;
}

/** Reads, checks and compiles a text. Names are not checked against any catalogue: that is done before publishing, once. */
export function prepareProgram(text: string, hash: string): PreparedProgram {
	const compilation = compile(text);
	const { plan } = compilation;
	return { hash, compilation, runnable: plan && { plan, run: emit(plan) }, notRecorded: notRecordedYet(compilation) };
}

/** Keeps the programs that were used last. A text never changes under its hash, so nothing here can be out of date. */
export class PreparedPrograms {
	readonly #kept = new Map<string, PreparedProgram>();
	readonly #most: number;

	constructor(most: number) {
		this.#most = most;
	}

	/** The program of a text whose hash is known. */
	get(text: string, hash: string): PreparedProgram {
		const prepared = this.#kept.get(hash) ?? prepareProgram(text, hash);
		// A map iterates in the order of insertion: what is used again goes to the end, what is first is dropped.
		this.#kept.delete(hash);
		this.#kept.set(hash, prepared);
		for (const oldest of this.#kept.keys()) {
			if (this.#kept.size <= this.#most) break;
			this.#kept.delete(oldest);
		}
		return prepared;
	}
}
