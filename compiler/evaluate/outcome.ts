import type { BuiltInEvent, MemberFact, Rounding, RoundingPlace, Span } from '#grammar';
import type { AttributeValue } from '../domain/attribute.ts';
import type { Fraction } from '../plan/plan.ts';

/** The largest number of point units in one transaction: 15 digits, so that it survives JSON's doubles unchanged. */
export const MAX_POINT_UNITS = 999_999_999_999_999;

/** What a transaction earns, and what it changes. */
export type Outcome =
	| {
			readonly kind: 'awarded';
			/** Above 0 only: rules by priority, then the order of the text; the tier's own last. */
			readonly awards: readonly Award[];
			/** What the member gets, without what another member gets on a referral. */
			readonly totalUnits: number;
			/** What a referred member gets; 0 where there is none. */
			readonly referredUnits: number;
			readonly change: StateChange;
	  }
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
	/** `member`: whose transaction it is, the referrer on a referral. */
	readonly recipient: 'member' | 'referred';
	/** After rounding, before limits; point units. Where rounding is carried, rounded down. */
	readonly wantedUnits: number;
	/** What is posted. */
	readonly givenUnits: number;
}

/** What is to be remembered of a transaction for the next ones, besides its awards. */
export interface StateChange {
	/** Indexes of the plan's rules that used one of their times: those that gave, and those that changed what others gave. */
	readonly usedRules: readonly number[];
	/** Point units that campaigns' budgets paid for, by index into the plan's campaigns; those above 0 only. */
	readonly budgetUnits: readonly { readonly campaign: number; readonly units: number }[];
	/** What rounding leaves over, in point units; null where rounding is not carried. */
	readonly remainder: Fraction | null;
	readonly referredRemainder: Fraction | null;
}

/** A multiplier that acted on an award. */
export interface AppliedMultiplier {
	readonly source: { readonly kind: 'rule' | 'campaign' | 'tier'; readonly index: number; readonly name: string };
	readonly what: 'base' | 'points' | 'this';
	/** Index of the filter whose part alone it acts on; null: all of it. */
	readonly on: number | null;
	readonly factor: Fraction;
}

/** What cut an award, in the order in which limits are applied. */
export type CutBy = 'rule limit' | 'campaign limit' | 'campaign budget' | 'program limit';

/** What one limit or budget took from an award. */
export interface Cut {
	readonly by: CutBy;
	/** Of the limit's clause; of a budget, its campaign's. */
	readonly span: Span;
	/** Exact point units; whole unless rounding is carried. */
	readonly units: Fraction;
}

/** What rounding did to an award, in point units. */
export interface Rounded {
	readonly mode: Rounding;
	/** Where rounding is carried it waits until limits have cut. */
	readonly place: RoundingPlace;
	readonly exactUnits: Fraction;
	/** Whole unless rounding is carried. */
	readonly units: Fraction;
}

/** Why an award is what it is; one for each award, in the same order. Amounts are exact, in points. */
export interface AwardReason {
	readonly source: AwardSource;
	readonly recipient: 'member' | 'referred';
	/** The sum of the earns, each clamped at 0 and with its floor. */
	readonly base: Fraction;
	readonly multipliers: readonly AppliedMultiplier[];
	readonly exact: Fraction;
	readonly rounded: Rounded;
	readonly wantedUnits: number;
	readonly givenUnits: number;
	/** The last limit that cut it. */
	readonly cutBy: CutBy | null;
	/** Everything that cut it, in the order of taking; without what was carried they make up what is wanted and not given. */
	readonly cuts: readonly Cut[];
	/** Indexes of the source's earns that divided by zero and gave 0. */
	readonly dividedByZero: readonly number[];
}

export type Verdict = 'holds' | 'fails' | 'unknown';

/** A condition with the value seen; `missing` names the fact an unknown verdict lacked. */
export interface ConditionTrace {
	/** Index into the conditions of the rule, or of the group around it. */
	readonly index: number;
	readonly verdict: Verdict;
	readonly seen: Seen;
	/** The parts of a group. */
	readonly inner?: readonly ConditionTrace[];
}

export type MissingFact =
	| 'store'
	| 'channel'
	| 'order type'
	| 'tier'
	| 'segment'
	| 'birthday'
	| 'anniversary'
	| 'purchase number'
	| MemberFact;

export type Seen =
	| { readonly kind: 'nothing' }
	| { readonly kind: 'missing'; readonly fact: MissingFact }
	| { readonly kind: 'missing'; readonly fact: 'attribute'; readonly name: string }
	| { readonly kind: 'name'; readonly name: string; readonly chain?: string }
	| { readonly kind: 'names'; readonly names: readonly string[] }
	/** A filter's whole amount of `10^-decimals`. */
	| { readonly kind: 'amount'; readonly amount: number; readonly decimals: number }
	/** ISO weekday name and minutes of the local day. */
	| { readonly kind: 'local-time'; readonly day: string; readonly minute: number }
	/** Days from the nearest birthday or anniversary: negative before it, 0 on it. */
	| { readonly kind: 'days-from'; readonly of: 'birthday' | 'anniversary'; readonly days: number }
	| { readonly kind: 'number'; readonly value: number }
	/** Point units, minor units or days, as the fact is. */
	| { readonly kind: 'fact'; readonly fact: MemberFact; readonly value: number }
	| { readonly kind: 'attribute'; readonly name: string; readonly value: AttributeValue };

/** Why a rule did not award: the first thing that stood in the way. */
export type WhyNot =
	| { readonly kind: 'disabled' }
	| { readonly kind: 'campaign-disabled' }
	/** It answers to something else. */
	| { readonly kind: 'other-event' }
	/** Its dates count by an attribute that nobody says. */
	| { readonly kind: 'no-date'; readonly attribute: number }
	| { readonly kind: 'not-started'; readonly of: 'rule' | 'campaign' }
	| { readonly kind: 'ended'; readonly of: 'rule' | 'campaign' }
	| { readonly kind: 'condition'; readonly index: number }
	/** A limit of times: how often it may be used, and was. */
	| { readonly kind: 'used-up'; readonly limit: number; readonly times: number }
	| { readonly kind: 'no-effect' }
	/**
	 * Another rule of its set stays. Where the points decide, with that one the transaction comes to `by` exact units more; null
	 * where the priority does.
	 */
	| { readonly kind: 'set-lost'; readonly exclusive: number; readonly to: number; readonly by: Fraction | null }
	/** Indexes of the rule's earns that divide by zero; what else it earns comes to nothing. */
	| { readonly kind: 'divided-by-zero'; readonly earns: readonly number[] }
	/** It only multiplies, and there was nothing to multiply. */
	| { readonly kind: 'nothing-to-multiply' }
	/** It awards to a referred member only, and there is none. */
	| { readonly kind: 'nobody-referred' }
	/** What is wanted and cut, by `by` last. */
	| { readonly kind: 'nothing-left'; readonly by: CutBy; readonly cuts: readonly Cut[] }
	| { readonly kind: 'zero-points' }
	/** The whole outcome is `too-large`, so nothing is awarded at all. */
	| { readonly kind: 'too-large' };

export interface RuleTrace {
	/** Index into the plan's rules. */
	readonly index: number;
	readonly name: string;
	/** It gave points, or changed those of others. */
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
	/** Every filter's whole amount, by index into the plan's filters. */
	readonly amounts: readonly number[];
	readonly event: BuiltInEvent | { readonly custom: string };
	readonly tier: string | null;
	/** The local date `YYYY-MM-DD`, weekday and minute of the transaction in the program's timezone. */
	readonly local: { readonly date: string; readonly day: string; readonly minute: number };
}
