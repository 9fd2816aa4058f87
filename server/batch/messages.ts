/** What the threads of a batch say to each other: plain data. */
import type { CatalogIndex, ReplayMember, ReplayResult } from '#runtime';

/** What a thread begins with. */
export interface LaneData {
	readonly text: string;
	readonly catalog: CatalogIndex;
	readonly members: ReadonlyMap<string, ReplayMember> | null;
}

/** A line of a history that a lane is to evaluate. */
export interface LaneLine {
	readonly place: string;
	readonly line: string;
	/** Another lane has evaluated a transaction of this id. */
	readonly isRepeated: boolean;
}

/** To a lane. */
export type ToLane =
	| { readonly kind: 'lines'; readonly lines: readonly LaneLine[] }
	| { readonly kind: 'has'; readonly id: string };

/** From a lane, one for each message to it and in their order. */
export type FromLane =
	| { readonly kind: 'results'; readonly results: readonly ReplayResult[] }
	| { readonly kind: 'has'; readonly has: boolean };
