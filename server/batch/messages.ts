/** What the threads of a batch say to each other: plain data. */
import type { CatalogIndex, ReplayMember } from '#runtime';
import type { PackedResults } from './packed-results.ts';

/** What a thread begins with. */
export interface LaneData {
	readonly text: string;
	readonly catalog: CatalogIndex;
	/** Those that may come to the lane; null where members are taken as they come. */
	readonly members: ReadonlyMap<string, ReplayMember> | null;
}

/** Lines of a history that a lane is to evaluate, in their order. */
export interface LaneLines {
	/** Of a piece of the history. */
	readonly memory: SharedArrayBuffer;
	/** Where each begins in it, and before which place it ends. */
	readonly begins: Uint32Array<ArrayBuffer>;
	readonly ends: Uint32Array<ArrayBuffer>;
	/** Their numbers in the history. */
	readonly numbers: Uint32Array<ArrayBuffer>;
	/** Places of those of whose id another lane has evaluated a transaction. */
	readonly repeated: readonly number[];
}

/** To a lane. */
export type ToLane = { readonly kind: 'lines'; readonly lines: LaneLines } | { readonly kind: 'has'; readonly id: string };

/** From a lane, one for each message to it and in their order. */
export type FromLane =
	| { readonly kind: 'results'; readonly results: PackedResults }
	| { readonly kind: 'has'; readonly has: boolean };
