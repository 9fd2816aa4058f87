/** The ladder of tiers, and the groups that members are in otherwise. */
import type { Span } from '../text.ts';
import type { ClauseBase, RawClause } from './base.ts';
import type { EarnClause, MultiplyClause } from './effects.ts';
import type { ColorLiteral, Missing, Name, NodeBase, NumberLiteral } from './values.ts';

export interface TiersDeclaration extends ClauseBase {
	readonly kind: 'tiers';
	readonly by: TierBasis | Missing;
	/** `kept through the next year`: what was reached in a year holds until the end of the following one. */
	readonly keptThroughNextYear: boolean;
	/** `moved by hand`: thresholds are kept, but move nobody. */
	readonly movedByHand: boolean;
	readonly tiers: readonly (Tier | RawClause)[];
	readonly body?: Span;
}

/** What moves members: the words after `by`. */
export interface TierBasis extends NodeBase {
	readonly kind: 'tier-basis';
	readonly measure: TierMeasure;
	/** The cart filter of `lifetime spend of` and `spend of … per year`; absent with the others. */
	readonly filter?: Name | Missing;
}
export type TierMeasure = 'lifetime points' | 'lifetime spend' | 'points per year' | 'spend per year' | 'hand';

export interface Tier extends ClauseBase {
	readonly kind: 'tier-declaration';
	readonly name: Name | Missing;
	/** The threshold in points, or in the program's currency for spend; absent with `by hand`. */
	readonly from?: NumberLiteral | Missing;
	readonly clauses: readonly TierClause[];
	readonly body?: Span;
}

export type TierClause = ColorClause | EarnClause | MultiplyClause | RawClause;

export interface ColorClause extends ClauseBase {
	readonly kind: 'color-clause';
	readonly color: ColorLiteral | Missing;
}

/** `segment "Staff"`. */
export interface SegmentDeclaration extends ClauseBase {
	readonly kind: 'segment-declaration';
	readonly name: Name | Missing;
}
