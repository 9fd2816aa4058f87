/** Rules, and the campaigns and sets that hold them together. */
import type { Span } from '../text.ts';
import type { ClauseBase, RawClause } from './base.ts';
import type { Condition } from './conditions.ts';
import type { EarnClause, LimitClause, MultiplyClause } from './effects.ts';
import type { DateLiteral, Missing, Name, NodeBase, NumberLiteral, TextLiteral, TimeLiteral, Word } from './values.ts';

export interface RuleDeclaration extends ClauseBase {
	readonly kind: 'rule';
	readonly name: Name | Missing;
	/** What the rule answers to; a purchase where absent. */
	readonly on?: EventRef | Missing;
	readonly clauses: readonly RuleClause[];
	/** From `{` to `}` inclusive; absent when the head is too broken to find them: the canvas then keeps its last picture. */
	readonly body?: Span;
}

/** The event after `on`: `registration`, `any event`, `event "survey_done"`. */
export interface EventRef extends NodeBase {
	readonly kind: 'event';
	/** `any` for `any event`; `custom` for one of your own, which then has a `name`. */
	readonly event: BuiltInEvent | 'any' | 'custom';
	readonly name?: Name | Missing;
}
export type BuiltInEvent =
	| 'purchase'
	| 'registration'
	| 'profile_completed'
	| 'birthday'
	| 'anniversary'
	| 'referral'
	| 'check_in';

export type RuleClause =
	| AboutClause
	| StatusClause
	| ActiveClause
	| PriorityClause
	| ExclusiveClause
	| WhenClause
	| EarnClause
	| MultiplyClause
	| LimitClause
	| RawClause;

export interface AboutClause extends ClauseBase {
	readonly kind: 'about';
	readonly text: TextLiteral | Missing;
}
export interface StatusClause extends ClauseBase {
	readonly kind: 'status';
	readonly status: Word<'enabled' | 'disabled'> | Missing;
}
/** `active from 2026-01-01 until 2026-03-31 18:00`; either side may be absent. */
export interface ActiveClause extends ClauseBase {
	readonly kind: 'active';
	/** `by booked_at`: a date attribute is the clock instead of the transaction's moment. */
	readonly by?: Name | Missing;
	readonly from?: Moment | Missing;
	readonly until?: Moment | Missing;
}
/** A local date, with a time of day or without (then the whole day is meant). */
export interface Moment extends NodeBase {
	readonly kind: 'moment';
	readonly date: DateLiteral;
	readonly time?: TimeLiteral;
}
export interface PriorityClause extends ClauseBase {
	readonly kind: 'priority';
	readonly value: NumberLiteral | Missing;
	readonly negative: boolean;
}
/** `exclusive "Weekday deals"`: the set that the rule is in. */
export interface ExclusiveClause extends ClauseBase {
	readonly kind: 'exclusive';
	readonly set: Name | Missing;
}

/** `when { … }` or `when always`. */
export interface WhenClause extends ClauseBase {
	readonly kind: 'when';
	readonly conditions: readonly Condition[];
	/** From `{` to `}` inclusive; absent for `when always`. */
	readonly body?: Span;
}

/** `exclusive "Weekday deals" picks highest points`: a set of rules of which at most one counts. */
export interface ExclusiveDeclaration extends ClauseBase {
	readonly kind: 'exclusive-declaration';
	readonly name: Name | Missing;
	/** The span of the word covers both words. */
	readonly picks: Word<'highest points' | 'highest priority'> | Missing;
}

/** `campaign "Black Friday" { … }`: dates, a budget and a multiplier around some rules. */
export interface CampaignDeclaration extends ClauseBase {
	readonly kind: 'campaign';
	readonly name: Name | Missing;
	readonly clauses: readonly CampaignClause[];
	readonly body?: Span;
}

export type CampaignClause =
	| AboutClause
	| StatusClause
	| ActiveClause
	| BudgetClause
	| MultiplyClause
	| LimitClause
	| RuleDeclaration
	| RawClause;

/** `budget 1_000_000 points`. */
export interface BudgetClause extends ClauseBase {
	readonly kind: 'budget';
	readonly points: NumberLiteral | Missing;
}
