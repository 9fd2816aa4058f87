import type { Document, Problem } from '#grammar';
import type { CheckOptions } from './check/check.ts';
import type { Symbols } from './check/symbols.ts';
import type { Plan } from './plan/plan.ts';
import { openSnapshot } from './snapshot.ts';

/** A text, read and checked. All but the problems is worked out when it is first asked for. */
export interface Compilation {
	readonly source: string;
	readonly document: Document;
	readonly symbols: Symbols;
	/** In the order of the text. */
	readonly problems: readonly Problem[];
	/** What the program means; null while there is any error. This is what is published. */
	readonly plan: Plan | null;
	/**
	 * The same without the rules that have an error, for previews while somebody types; null while the program's head or its
	 * tiers have one. Never evaluate anything that counts with it.
	 */
	readonly healthyPlan: Plan | null;
	/** Indexes into the document's declarations of the rules that {@link healthyPlan} holds, in the plan's order. */
	readonly healthyRules: readonly number[];
}

/** Reads, checks and lowers a program. Never throws: what is wrong is in `problems`. */
export function compile(source: string, options: CheckOptions = {}): Compilation {
	return openSnapshot(source, options);
}
