/** What every part of a tree that stands on its own has. */
import type { NodeBase } from './values.ts';

/** `ok`: read as written. `incomplete`: something in it is missing, see its {@link Missing} parts. */
export type Health = 'ok' | 'incomplete';

/** What every clause and declaration has. */
export interface ClauseBase extends NodeBase {
	readonly health: Health;
}

/** A clause that could not be read. `text` is its exact source. */
export interface RawClause extends NodeBase {
	readonly kind: 'raw';
	readonly text: string;
}
