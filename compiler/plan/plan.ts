/**
 * The plan: what a program means, as plain versioned JSON. Names are resolved, dates are day numbers, formulas are exact
 * rational functions. Every evaluator starts from here and none reads the tree.
 */
import type { Day, Operator, Rounding, SelectorKind, Span } from '#grammar';

export const PLAN_VERSION = 1;

export interface Plan {
	readonly version: typeof PLAN_VERSION;
	readonly program: PlanProgram;
	readonly tiers: PlanTiers;
	/** Every filter of the program, the two built-in ones first. Rules refer to them by index. */
	readonly filters: readonly PlanFilter[];
	/** In the order of the text, disabled ones included. */
	readonly rules: readonly PlanRule[];
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
	/** Decimals of a point, 0 to 6. One point is 10^pointDecimals units. */
	readonly pointDecimals: number;
	readonly rounding: Rounding;
	readonly channels: readonly string[];
	readonly orderTypes: readonly string[];
	/** The most points a transaction may give, in point units. */
	readonly limitUnits: number | null;
}

export interface PlanTiers {
	readonly by: 'lifetime points' | 'hand' | 'none';
	/** From the lowest to the highest. */
	readonly steps: readonly PlanTier[];
}

export interface PlanTier {
	readonly name: string;
	readonly span: Span;
	/** Inclusive, in point units; 0 with `by hand`. */
	readonly fromUnits: number;
	readonly color: string | null;
	readonly earns: readonly PlanFormula[];
	/** Multiplies every award of a purchase. */
	readonly multiplier: Fraction | null;
}

/** An exact fraction in lowest terms: decimal digits of whole numbers of any size, `denominator` above 0. */
export interface Fraction {
	readonly numerator: string;
	readonly denominator: string;
}

export type PlanFilter = PlanTotalFilter | PlanItemsFilter;

export interface PlanTotalFilter {
	readonly kind: 'total';
	readonly name: string;
	readonly without: { readonly taxes: boolean; readonly fees: boolean; readonly tip: boolean; readonly points: boolean };
	readonly beforeDiscounts: boolean;
}

export interface PlanItemsFilter {
	readonly kind: 'items';
	readonly name: string;
	/** `in`: lines that a selector chooses. `not in`: lines that none chooses. `all`: every line. */
	readonly mode: 'all' | 'in' | 'not in';
	readonly selectors: readonly PlanSelector[];
	/** Lines that one of these chooses are left out in every mode. */
	readonly except: readonly PlanSelector[];
}

export interface PlanSelector {
	readonly by: SelectorKind;
	readonly names: readonly string[];
}

export interface PlanRule {
	readonly name: string;
	readonly span: Span;
	readonly enabled: boolean;
	/** Local, included; null: no lower bound. */
	readonly from: LocalMoment | null;
	/** Local, excluded; null: indefinitely. A whole last day is the next day's minute 0. */
	readonly until: LocalMoment | null;
	/** Higher first; 0 where none is given. */
	readonly priority: number;
	/** All must hold; none at all is "always". */
	readonly conditions: readonly PlanCondition[];
	/** Each clamped at 0, then summed into one award. */
	readonly earns: readonly PlanFormula[];
	/** The most points of one transaction, in point units: the smallest of the rule's limits. */
	readonly limitUnits: number | null;
}

/** A local day (days since 1970-01-01) and minute (0 to 1439). */
export interface LocalMoment {
	readonly day: number;
	readonly minute: number;
}

export type PlanCondition =
	| { readonly kind: 'always'; readonly span: Span }
	| { readonly kind: 'day-time'; readonly span: Span; readonly alternatives: readonly PlanDayTime[] }
	| {
			readonly kind: 'order-type' | 'channel' | 'tier';
			readonly span: Span;
			readonly negated: boolean;
			readonly names: readonly string[];
	  }
	| {
			readonly kind: 'store';
			readonly span: Span;
			readonly negated: boolean;
			readonly stores: readonly string[];
			readonly chains: readonly string[];
	  }
	| {
			readonly kind: 'spend';
			readonly span: Span;
			readonly filter: number;
			readonly test:
				| { readonly operator: Operator; readonly valueMinor: Fraction }
				| { readonly operator: 'between'; readonly lowMinor: Fraction; readonly highMinor: Fraction };
	  }
	| {
			readonly kind: 'birthday';
			readonly span: Span;
			readonly window: 'today' | 'this month' | { readonly withinDays: number };
	  };

/** Days on which the window starts, and the minutes it covers. */
export interface PlanDayTime {
	readonly days: readonly Day[];
	/** Start included, 0 to 1439. */
	readonly fromMinute: number;
	/** End excluded, 1 to 1440; at or below `fromMinute` the window ends on the next day. */
	readonly untilMinute: number;
}

/**
 * A formula as P(x)/Q(x) in points, where x is the filter's whole amount in minor units (absent filter: constants).
 * Polynomials are whole coefficients as decimal digits, lowest power first.
 */
export interface PlanFormula {
	readonly span: Span;
	readonly filter: number | null;
	readonly numerator: readonly string[];
	readonly denominator: readonly string[];
	/** Polynomials whose zeros make the formula undefined (a division by zero somewhere in it): it then awards 0. */
	readonly undefinedWhereZero: readonly (readonly string[])[];
}
