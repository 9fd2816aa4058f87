/** What points are worth when they are spent, and when they lapse. */
import type { Span } from '../text.ts';
import type { ClauseBase, RawClause } from './base.ts';
import type { Missing, Name, NodeBase, NumberLiteral, Word } from './values.ts';

export interface RedemptionDeclaration extends ClauseBase {
	readonly kind: 'redemption';
	readonly clauses: readonly RedemptionClause[];
	readonly body?: Span;
}
export type RedemptionClause = WorthClause | AtMostClause | AtLeastClause | RawClause;

/** `100 points = 1 AED`. */
export interface WorthClause extends ClauseBase {
	readonly kind: 'worth';
	readonly points: NumberLiteral | Missing;
	readonly amount: NumberLiteral | Missing;
	readonly currency: Name | Missing;
}
/** `at most 50% of "Net total"`: how much of an order may be paid with points. */
export interface AtMostClause extends ClauseBase {
	readonly kind: 'at-most';
	readonly share: NumberLiteral | Missing;
	readonly filter: Name | Missing;
}
/** `at least 200 points in steps of 100`. */
export interface AtLeastClause extends ClauseBase {
	readonly kind: 'at-least';
	readonly points: NumberLiteral | Missing;
	readonly steps?: NumberLiteral | Missing;
}

export interface ExpiryDeclaration extends ClauseBase {
	readonly kind: 'expiry';
	readonly clauses: readonly ExpiryClause[];
	readonly body?: Span;
}
export type ExpiryClause = AvailableClause | ExpiresClause | RawClause;

/** `available after 14 days`, `available at month end`: when earned points can be spent. */
export interface AvailableClause extends ClauseBase {
	readonly kind: 'available';
	readonly moment: Duration | PeriodEnd | Missing;
}
/** `expires after 12 months`, `expires after 12 months without activity`, `expires at year end`. */
export interface ExpiresClause extends ClauseBase {
	readonly kind: 'expires';
	readonly moment: Duration | PeriodEnd | Missing;
	/** The time counts from the member's last activity, not from the award. Only after a {@link Duration}. */
	readonly withoutActivity: boolean;
}
/** `after 14 days`. */
export interface Duration extends NodeBase {
	readonly kind: 'duration';
	readonly count: NumberLiteral | Missing;
	/** In the singular whatever was written; `days` and `day` are the same word. */
	readonly unit: Word<'day' | 'week' | 'month' | 'year'> | Missing;
}
/** `at month end`, `at year end`. */
export interface PeriodEnd extends NodeBase {
	readonly kind: 'period-end';
	readonly period: Word<'month' | 'year'> | Missing;
}
