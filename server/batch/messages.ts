/** What the threads of a batch say to each other: plain data. */
import type { Plan } from '#compiler';
import type { CatalogIndex } from '#runtime';
import type { PackedResults } from './packed-results.ts';

/** What a thread begins with. */
export interface LaneData {
	/** The program as its plan: a thread that need not read a text begins in a fraction of the time. */
	readonly plan: Plan;
	readonly catalog: CatalogIndex;
	/** Members are told to the lane, and no others are taken; else members are taken as they come. */
	readonly hasMembers: boolean;
}

/** Lines of a piece of a file, in their order. */
export interface LinesOfPiece {
	readonly memory: SharedArrayBuffer;
	/** Where each begins in it, and before which place it ends. */
	readonly begins: Uint32Array<ArrayBuffer>;
	readonly ends: Uint32Array<ArrayBuffer>;
	/** Their numbers in the file. */
	readonly numbers: Uint32Array<ArrayBuffer>;
}

/** To a lane: members who may come to it, transactions to evaluate, a question. */
export type ToLane =
	| { readonly kind: 'members'; readonly lines: LinesOfPiece }
	/** `repeated`: places of those of whose id another lane has evaluated a transaction. */
	| { readonly kind: 'transactions'; readonly lines: LinesOfPiece; readonly repeated: readonly number[] }
	| { readonly kind: 'has'; readonly id: string };

/** From a lane, one for each message to it and in their order. */
export type FromLane =
	| { readonly kind: 'members'; readonly unreadable: number }
	| { readonly kind: 'results'; readonly results: PackedResults }
	| { readonly kind: 'has'; readonly has: boolean };
