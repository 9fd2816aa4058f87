/** The smallest changes of a transaction, its member or its moment by which something else would have come of it, as plain data. */
import type { MemberFact, Span } from '#grammar';
import type { Measure } from '../../domain/measure.ts';
import type { LocalTime } from '../../domain/timezone.ts';
import type { Fraction, LocalMoment, PlanEvent } from '../../plan/plan.ts';
import type { CutBy } from '../outcome.ts';

/** What a condition is to come to: under a `not` its parts are to fail. */
export type Wanted = 'holds' | 'fails';

/** How far a whole value is from where it would do; null where it never would on that side. */
export interface Distance {
	readonly more: number | null;
	readonly less: number | null;
}

/** A minute at which a condition is as wanted. */
export interface NearMoment {
	/** The first instant of the minute, in milliseconds since 1970-01-01T00:00Z. */
	readonly atMs: number;
	/** Whole minutes from the transaction's minute; above 0. */
	readonly minutes: number;
	/** On the program's clock. */
	readonly local: LocalTime;
}

/** The nearest change of what one condition asks about, after which it is as wanted. `span` is the condition's. */
export type ConditionChange =
	/**
	 * Of what a filter measures before its own bounds, net of discounts: minor units, thousandths of a unit, or millionths of an
	 * attribute. Also of the filter of an earn that gives less than a unit; `span` is the earn's then.
	 */
	| (Distance & { readonly kind: 'amount'; readonly span: Span; readonly filter: number; readonly measure: Measure })
	/** The first minute after the transaction's and the last before it. */
	| {
			readonly kind: 'moment';
			readonly span: Span;
			readonly later: NearMoment | null;
			readonly earlier: NearMoment | null;
	  }
	/** Local days until the window of a birthday or an anniversary opens, and since it closed. */
	| {
			readonly kind: 'day';
			readonly span: Span;
			readonly of: 'birthday' | 'anniversary';
			readonly later: number | null;
			readonly earlier: number | null;
	  }
	/** Any of these instead; never none. */
	| {
			readonly kind: 'name';
			readonly span: Span;
			readonly fact: 'order type' | 'channel';
			readonly accepted: readonly string[];
	  }
	/** Any of these instead, never none; `climb` is the lowest of them that points of a lifetime would bring. */
	| {
			readonly kind: 'tier';
			readonly span: Span;
			readonly accepted: readonly string[];
			readonly climb: { readonly tier: string; readonly missingUnits: number } | null;
	  }
	/** One of these, or with `isOther` any but these. */
	| {
			readonly kind: 'store';
			readonly span: Span;
			readonly isOther: boolean;
			readonly stores: readonly string[];
			readonly chains: readonly string[];
	  }
	/** Being in one of these, or with `isLeaving` in none of them. */
	| {
			readonly kind: 'segment';
			readonly span: Span;
			readonly isLeaving: boolean;
			readonly names: readonly string[];
	  }
	/** Further purchases before this one. */
	| { readonly kind: 'purchases'; readonly span: Span; readonly more: number }
	/** Point units, minor units or days, as the fact is. */
	| (Distance & { readonly kind: 'fact'; readonly span: Span; readonly fact: MemberFact })
	/** Millionths; from 0 where nothing says the attribute, and 0 itself may do then. */
	| (Distance & { readonly kind: 'number'; readonly span: Span; readonly attribute: number; readonly isSaid: boolean })
	| { readonly kind: 'flag'; readonly span: Span; readonly attribute: number; readonly isSet: boolean }
	/** One of these, or with `isOther` any but these. */
	| {
			readonly kind: 'text';
			readonly span: Span;
			readonly attribute: number;
			readonly isOther: boolean;
			readonly values: readonly string[];
	  }
	/** Something has to be known before anything can be said. */
	| { readonly kind: 'missing'; readonly span: Span; readonly fact: MissingFirst }
	/** All of these together. */
	| { readonly kind: 'together'; readonly span: Span; readonly changes: readonly ConditionChange[] }
	| { readonly kind: 'unreachable'; readonly span: Span; readonly because: Unreachable };

/** What is asked for first: a member, or what is not known of one. */
export type MissingFirst = 'member' | 'birthday' | 'anniversary' | MemberFact;

/** Why no change helps. */
export type Unreachable =
	/** The filter counts neither so much nor so little, whatever is spent. */
	| 'bounds'
	/** The filter chooses no item at all. */
	| 'no item'
	/** No whole value passes. */
	| 'no value'
	/** It is so at every moment, or at none. */
	| 'every moment'
	/** No name is accepted. */
	| 'no name'
	/** The purchase was made long ago. */
	| 'past'
	/** `always`. */
	| 'always';

/** The nearest change by which a rule would have got past what stood in its way. */
export type RuleChange = ConditionChange | ChangeOfRule;

/** The nearest change where no condition is in the way. `span` is the rule's where nothing else is said. */
export type ChangeOfRule =
	| { readonly kind: 'enable'; readonly span: Span; readonly what: 'rule' | 'campaign' }
	| { readonly kind: 'event'; readonly span: Span; readonly event: PlanEvent }
	/** A date attribute is to be on this day or later, or before it; null: anything at all. */
	| {
			readonly kind: 'date';
			readonly span: Span;
			readonly attribute: number;
			readonly from: LocalMoment | null;
			readonly until: LocalMoment | null;
	  }
	/** A limit's own clause; what it counts begins anew. */
	| { readonly kind: 'renewal'; readonly span: Span; readonly renews: Renewal; readonly by: CutBy }
	/** Another rule of the set stays: it brings so many exact point units more, null where points do not decide. */
	| {
			readonly kind: 'set';
			readonly span: Span;
			readonly exclusive: number;
			readonly to: number;
			readonly by: Fraction | null;
	  }
	/** The formula of an earn, at this amount of its filter, divides by zero. */
	| { readonly kind: 'divisor'; readonly span: Span; readonly filter: number | null; readonly amount: number };

/** When what a limit counts begins anew. */
export type Renewal =
	| { readonly kind: 'at'; readonly moment: NearMoment }
	/** Rolling periods let go of what is older; all of it is gone then. */
	| { readonly kind: 'within'; readonly days: number }
	/** With the next transaction. */
	| { readonly kind: 'transaction' }
	| { readonly kind: 'never' };
