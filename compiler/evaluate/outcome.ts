import type { Fraction } from '../plan/plan.ts';

/** The largest number of point units in one transaction: 15 digits, so that it survives JSON's doubles unchanged. */
export const MAX_POINT_UNITS = 999_999_999_999_999;

/** What a transaction earns. Awards above 0 only: rules by priority, then the order of the text; the tier's own last. */
export type Outcome =
	| { readonly kind: 'awarded'; readonly awards: readonly Award[]; readonly totalUnits: number }
	/**
	 * More than {@link MAX_POINT_UNITS}: nothing may be recorded. In the order of taking, `source` is the first award that
	 * wants more by itself, before limits, or whose given units bring the total above.
	 */
	| { readonly kind: 'too-large'; readonly source: AwardSource };

/** Index into the plan's rules, or into its tiers for a tier's own `earn`. */
export interface AwardSource {
	readonly kind: 'rule' | 'tier';
	readonly index: number;
	readonly name: string;
}

export interface Award {
	readonly source: AwardSource;
	/** After rounding, before limits; point units. */
	readonly wantedUnits: number;
	/** What is posted. */
	readonly givenUnits: number;
}

/** Why an award is what it is; one for each award, in the same order. Amounts are exact, in points. */
export interface AwardReason {
	readonly source: AwardSource;
	/** The sum of the earns, each clamped at 0. */
	readonly base: Fraction;
	/** The tier's multiplier; 1 where there is none. */
	readonly multiplier: Fraction;
	readonly exact: Fraction;
	readonly wantedUnits: number;
	readonly givenUnits: number;
	readonly cutBy: 'rule limit' | 'program limit' | null;
	/** Indexes of earns that divided by zero and gave 0. */
	readonly dividedByZero: readonly number[];
}

export type Verdict = 'holds' | 'fails' | 'unknown';

/** A condition with the value seen; `missing` names the fact an unknown verdict lacked. */
export interface ConditionTrace {
	/** Index into the rule's conditions. */
	readonly index: number;
	readonly verdict: Verdict;
	readonly seen: Seen;
}

export type Seen =
	| { readonly kind: 'nothing' }
	| { readonly kind: 'missing'; readonly fact: 'store' | 'channel' | 'order type' | 'tier' | 'birthday' }
	| { readonly kind: 'name'; readonly name: string; readonly chain?: string }
	| { readonly kind: 'amount'; readonly minor: number }
	/** ISO weekday name and minutes of the local day. */
	| { readonly kind: 'local-time'; readonly day: string; readonly minute: number }
	/** Days from the nearest birthday: negative before it, 0 on it. */
	| { readonly kind: 'birthday'; readonly daysFromBirthday: number };

/** Why a rule did not award: the first thing that stood in the way. */
export type WhyNot =
	| { readonly kind: 'disabled' }
	| { readonly kind: 'not-started' }
	| { readonly kind: 'ended' }
	| { readonly kind: 'condition'; readonly index: number }
	| { readonly kind: 'no-effect' }
	| { readonly kind: 'divided-by-zero' }
	| { readonly kind: 'nothing-left'; readonly by: 'rule limit' | 'program limit' }
	| { readonly kind: 'zero-points' }
	/** The whole outcome is `too-large`, so nothing is awarded at all. */
	| { readonly kind: 'too-large' };

export interface RuleTrace {
	/** Index into the plan's rules. */
	readonly index: number;
	readonly name: string;
	readonly awarded: boolean;
	/** Null exactly when `awarded`. */
	readonly whyNot: WhyNot | null;
	/** Every condition, tested whether or not an earlier one failed. */
	readonly conditions: readonly ConditionTrace[];
}

/** An outcome with all its reasons. */
export interface Explanation {
	readonly outcome: Outcome;
	readonly awards: readonly AwardReason[];
	readonly rules: readonly RuleTrace[];
	/** Every filter's amount in minor units, by index into the plan's filters. */
	readonly filtersMinor: readonly number[];
	readonly tier: string | null;
	/** The local date `YYYY-MM-DD`, weekday and minute of the transaction in the program's timezone. */
	readonly local: { readonly date: string; readonly day: string; readonly minute: number };
}
