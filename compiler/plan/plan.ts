/**
 * The plan: what a program means, as plain versioned JSON. Names are resolved, dates are day numbers, formulas are exact
 * rational functions. Every evaluator starts from here and none reads the tree.
 */
import type {
	AttributeOwner,
	AttributeType,
	BuiltInEvent,
	LimitPeriod,
	MultiplyTarget,
	Recipient,
	ReturnsPolicy,
	Rounding,
	RoundingPlace,
	Span,
	TierMeasure,
} from '#grammar';
import type { PlanCondition } from './conditions.ts';
import type { PlanFilter } from './filters.ts';

export type * from './conditions.ts';
export type * from './filters.ts';

export const PLAN_VERSION = 3;

export interface Plan {
	readonly version: typeof PLAN_VERSION;
	readonly program: PlanProgram;
	readonly tiers: PlanTiers;
	/** Facts of the user's own. Conditions, filters and dates refer to them by index. */
	readonly attributes: readonly PlanAttribute[];
	/** Every filter of the program, the two built-in ones first. Rules refer to them by index. */
	readonly filters: readonly PlanFilter[];
	/** In the order of the text. */
	readonly exclusives: readonly PlanExclusive[];
	/** In the order of the text, disabled ones included. */
	readonly campaigns: readonly PlanCampaign[];
	/** In the order of the text, those of campaigns and disabled ones included. */
	readonly rules: readonly PlanRule[];
	/** What limits count, each once. Limits refer to them by index, and so does the state that a transaction needs. */
	readonly usages: readonly PlanUsage[];
	/** What points are worth when they are spent; null: they cannot be. */
	readonly redemption: PlanRedemption | null;
}

export interface PlanProgram {
	readonly name: string;
	/** ISO 4217. */
	readonly currency: string;
	/** Decimals of the currency: 2 for AED, 3 for KWD, 0 for JPY. */
	readonly currencyDecimals: number;
	/** IANA. */
	readonly timezone: string;
	/** 1 Monday to 7 Sunday. */
	readonly weekStarts: number;
	/** Minute at which a business day begins, 0 to 1439: for limits and for `on`. */
	readonly dayStartsMinute: number;
	/** Decimals of a point, 0 to 6. One point is 10^pointDecimals units. */
	readonly pointDecimals: number;
	readonly rounding: Rounding;
	readonly roundingPlace: RoundingPlace;
	readonly returns: ReturnsPolicy;
	readonly channels: readonly string[];
	readonly orderTypes: readonly string[];
	/** The program-wide limits, all of points. */
	readonly limits: readonly PlanLimit[];
}

export interface PlanTiers {
	readonly by: TierMeasure | 'none';
	/** The filter whose amounts count, with the spend measures. */
	readonly filter: number | null;
	readonly keptThroughNextYear: boolean;
	/** Thresholds move nobody. */
	readonly movedByHand: boolean;
	/** From the lowest to the highest. */
	readonly steps: readonly PlanTier[];
}

export interface PlanTier {
	readonly name: string;
	readonly span: Span;
	/** Inclusive; in point units, or in minor units of the currency with the spend measures; 0 with `by hand`. */
	readonly from: number;
	readonly color: string | null;
	readonly earns: readonly PlanEarn[];
	/** They act on every award of a purchase. */
	readonly multipliers: readonly PlanMultiplier[];
}

/** An exact fraction in lowest terms: decimal digits of whole numbers of any size, `denominator` above 0. */
export interface Fraction {
	readonly numerator: string;
	readonly denominator: string;
}

export interface PlanAttribute {
	readonly name: string;
	readonly owner: AttributeOwner;
	readonly type: AttributeType | 'one of';
	/** The values of `one of`. */
	readonly values: readonly string[];
}

export interface PlanExclusive {
	readonly name: string;
	readonly picks: 'highest points' | 'highest priority';
}

export interface PlanCampaign {
	readonly name: string;
	readonly span: Span;
	readonly enabled: boolean;
	readonly dates: PlanDates;
	/** They act on everything that is earned while the campaign is active. */
	readonly multipliers: readonly PlanMultiplier[];
	/** Limits of points over the awards of its rules. */
	readonly limits: readonly PlanLimit[];
	/** The most points that its rules may give and its multipliers may add, to all members together; null: no budget. */
	readonly budgetUnits: number | null;
}

/** When something is active, by the moment of the transaction or by a date attribute. */
export interface PlanDates {
	/** Index of the date attribute that is the clock; null: the transaction's moment. */
	readonly by: number | null;
	/** Local, included; null: no lower bound. */
	readonly from: LocalMoment | null;
	/** Local, excluded; null: indefinitely. A whole last day is the next day's minute 0. */
	readonly until: LocalMoment | null;
}

/** What a rule answers to. */
export type PlanEvent = BuiltInEvent | 'any' | { readonly custom: string };

export interface PlanRule {
	readonly name: string;
	/** In the text. The spans of all that stands in the rule count from its beginning: it stays the same when the rule moves. */
	readonly span: Span;
	readonly event: PlanEvent;
	/** Index of the campaign that the rule is in. */
	readonly campaign: number | null;
	/** Index of the exclusive set that the rule is in. */
	readonly exclusive: number | null;
	readonly enabled: boolean;
	readonly dates: PlanDates;
	/** Higher first; 0 where none is given. */
	readonly priority: number;
	/** All must hold; none at all is "always". */
	readonly conditions: readonly PlanCondition[];
	/** For one recipient, each is clamped at 0 and their sum is one award. */
	readonly earns: readonly PlanEarn[];
	readonly multipliers: readonly PlanMultiplier[];
	/** In the order of taking: per transaction, then periods from the shortest. */
	readonly limits: readonly PlanLimit[];
}

/** A local day (days since 1970-01-01) and minute (0 to 1439). */
export interface LocalMoment {
	readonly day: number;
	readonly minute: number;
}

export interface PlanEarn {
	readonly span: Span;
	readonly amount: PlanFormula | PlanSteps;
	/** The least that it gives where its amount is defined and its filter is above 0, in points; null: none. */
	readonly atLeast: Fraction | null;
	/** No multiplier acts on it. */
	readonly exempt: boolean;
	/** Who gets it, on a referral; null: the member. */
	readonly recipient: Recipient | null;
}

/**
 * A formula as P(x)/Q(x) in points, where x is the filter's whole amount (absent filter: constants).
 * Polynomials are whole coefficients as decimal digits, lowest power first.
 */
export interface PlanFormula {
	readonly kind: 'formula';
	readonly span: Span;
	readonly filter: number | null;
	readonly numerator: readonly string[];
	readonly denominator: readonly string[];
	/** Polynomials whose zeros make the formula undefined (a division by zero somewhere in it): it then awards 0. */
	readonly undefinedWhereZero: readonly (readonly string[])[];
}

/** `points` for every full `step` of a filter's whole amount. */
export interface PlanSteps {
	readonly kind: 'steps';
	readonly span: Span;
	readonly filter: number;
	/** Above 0, in whole amounts of the filter. */
	readonly step: Fraction;
	/** In points. */
	readonly points: Fraction;
}

export interface PlanMultiplier {
	readonly span: Span;
	readonly what: MultiplyTarget;
	/** The items filter whose part of an award alone is multiplied; null: all of it. */
	readonly on: number | null;
	readonly factor: Fraction;
}

export type PlanLimit =
	| {
			readonly kind: 'points';
			readonly span: Span;
			readonly units: number;
			readonly usage: number | null;
			readonly orNothing: boolean;
	  }
	/** A cap that depends on the spend, always per transaction; where it is undefined or negative it is 0. */
	| { readonly kind: 'formula'; readonly span: Span; readonly formula: PlanFormula; readonly orNothing: boolean }
	/** How often a rule may be used; all or nothing. */
	| { readonly kind: 'times'; readonly span: Span; readonly times: number; readonly usage: number };

/** What was used so far in a period; `usage` null in a limit means the transaction itself. */
export interface PlanUsage {
	readonly scope: { readonly kind: 'rule' | 'campaign'; readonly index: number } | { readonly kind: 'program' };
	readonly period: Exclude<LimitPeriod, 'transaction'> | { readonly rollingDays: number };
}

/** What a point is worth, and how many may be spent at once. */
export interface PlanRedemption {
	/** The minor units of the currency that one point unit is worth; above 0. */
	readonly worth: Fraction;
	/** The share of a filter's amount, from 0 to 1, up to which an order may be paid with points; null: all of it. */
	readonly atMost: { readonly share: Fraction; readonly filter: number } | null;
	/** The fewest point units that may be spent at once; 0: any. */
	readonly leastUnits: number;
	/** What is spent is a multiple of so many point units; null: of one. */
	readonly stepUnits: number | null;
}
