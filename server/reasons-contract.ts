/** What the reasons of an evaluation look like on the wire; types only, which `contract.ts` hands on. Spans count UTF-16 units of the program's text. */
import type { Span } from '#grammar';

export interface AwardWire {
	readonly source: 'rule' | 'tier';
	readonly name: string;
	readonly points: number;
	/** Before limits. */
	readonly wanted: number;
}

export interface Reasons {
	readonly tier: string | null;
	readonly local: { readonly date: string; readonly day: string; readonly time: string };
	readonly filters: readonly FilterAmountWire[];
	readonly awards: readonly (AwardWire & {
		/** Exact fractions as text: `138`, `415/2`. */
		readonly base: string;
		/** Everything that multiplied it; empty where nothing did. */
		readonly multipliers: readonly MultiplierWire[];
		readonly exact: string;
		readonly rounded: RoundedWire;
		readonly cutBy: LimitKind | null;
		/** Everything that cut it, in the order of taking. */
		readonly cuts: readonly CutWire[];
	})[];
	readonly rules: readonly {
		readonly rule: string;
		readonly span: Span;
		readonly awarded: boolean;
		/** A few sentences, with the nearest change where they do not name it anyway; null when awarded. */
		readonly whyNot: string | null;
		/** The nearest change by which the rule gets past what stood in its way first; null where it awarded or nothing is near. */
		readonly change: ChangeWire | null;
		readonly conditions: readonly ConditionWire[];
	}[];
	/** Rules, the member's tier, campaigns and the program's limits, in the order of the text; where they were asked for. */
	readonly spans?: readonly LitSpanWire[];
}

export type LimitKind = 'rule limit' | 'campaign limit' | 'campaign budget' | 'program limit';
export interface RoundedWire {
	readonly mode: 'down' | 'up' | 'half up' | 'half even';
	/** `carried`: after limits, with what was left over before. */
	readonly place: 'award' | 'item' | 'transaction' | 'carried';
	/** In points; an exact fraction, and whole in the program's precision unless rounding is carried. */
	readonly points: string;
}
export interface CutWire {
	readonly by: LimitKind;
	/** The limit's clause as it stands in the text; of a budget, its campaign's name. */
	readonly text: string;
	readonly span: Span;
	/** What it took away, in points: an exact fraction. */
	readonly points: string;
}

/** A stretch of the text and what came of it. */
export interface LitSpanWire {
	readonly span: Span;
	readonly what: 'rule' | 'tier' | 'campaign' | 'condition' | 'earn' | 'multiplier' | 'limit';
	/** It did something, holds, comes to something, acted, or left everything. */
	readonly verdict: Verdict;
	/**
	 * Points given by a rule, a tier or a campaign, those that an earn comes to or a limit took away, a factor, how often a limit
	 * of times was used when that was too often: decimal text or an exact fraction. Null of a condition, and of an earn that
	 * divides by zero.
	 */
	readonly value: string | null;
	readonly inner: readonly LitSpanWire[];
}

export type Verdict = 'holds' | 'fails' | 'unknown';

export interface ConditionWire {
	/** The condition as it stands in the program's text. */
	readonly text: string;
	readonly span: Span;
	readonly verdict: Verdict;
	/** The value seen, in words. */
	readonly seen: string;
	/** By which it would be as it should; of a part under a `not`, by which it would stop holding. Null where it is so. */
	readonly change: ChangeWire | null;
	/** The conditions inside, where it is a group. */
	readonly conditions?: readonly ConditionWire[];
}
/** The nearest change of the sale, its member or its moment after which a condition, or a rule, would have got on. */
export type ChangeWire = ChangeParts & {
	/** ``2.10 AED more of `Food` ``, `after 15:00`, `on Friday`. */
	readonly words: string;
};
/** Decimal text of what is measured; null on a side on which nothing would do. */
interface DistanceWire {
	readonly more: string | null;
	readonly less: string | null;
}
export type ChangeParts =
	/** Of what the filter counts before its own bounds. */
	| (DistanceWire & {
			readonly kind: 'amount';
			readonly filter: string;
			readonly measure: FilterAmountWire['measure'];
	  })
	/** The first minute after the sale's, and the last before it. */
	| { readonly kind: 'moment'; readonly later: string | null; readonly earlier: string | null }
	/** In days. */
	| {
			readonly kind: 'day';
			readonly of: 'birthday' | 'anniversary';
			readonly later: number | null;
			readonly earlier: number | null;
	  }
	| { readonly kind: 'name'; readonly fact: 'channel' | 'orderType'; readonly accepted: readonly string[] }
	/** `climb`: what is missing in a lifetime's points for the lowest of these tiers that they bring. */
	| {
			readonly kind: 'tier';
			readonly accepted: readonly string[];
			readonly climb: { readonly tier: string; readonly points: number } | null;
	  }
	/** One of these, or any other one. */
	| {
			readonly kind: 'store';
			readonly isOther: boolean;
			readonly stores: readonly string[];
			readonly chains: readonly string[];
	  }
	| { readonly kind: 'segment'; readonly isLeaving: boolean; readonly names: readonly string[] }
	| { readonly kind: 'purchases'; readonly more: number }
	| (DistanceWire & { readonly kind: 'fact'; readonly fact: string })
	/** From 0 where nothing says the attribute. */
	| (DistanceWire & { readonly kind: 'number'; readonly attribute: string; readonly isSaid: boolean })
	| { readonly kind: 'flag'; readonly attribute: string; readonly isSet: boolean }
	| { readonly kind: 'text'; readonly attribute: string; readonly isOther: boolean; readonly values: readonly string[] }
	/** What has to be known first. */
	| { readonly kind: 'missing'; readonly fact: string }
	| { readonly kind: 'together'; readonly changes: readonly ChangeWire[] }
	| { readonly kind: 'unreachable'; readonly because: string }
	| { readonly kind: 'enable'; readonly what: 'rule' | 'campaign' }
	| { readonly kind: 'event'; readonly event: string }
	| { readonly kind: 'date'; readonly attribute: string; readonly from: string | null; readonly until: string | null }
	/** When what a limit counts begins anew: at a moment, within some days, or both null with another sale or never. */
	| { readonly kind: 'renewal'; readonly by: LimitKind; readonly at: string | null; readonly withinDays: number | null }
	/** By how many exact points the sale comes to more with the rule that stays; null where the priority decides. */
	| { readonly kind: 'set'; readonly set: string; readonly to: string; readonly points: string | null }
	/** The amount at which the formula divides by zero. */
	| { readonly kind: 'divisor'; readonly filter: string | null; readonly amount: string | null };

/** What a cart filter comes to. Only an amount of money is in the program's currency. */
export interface FilterAmountWire {
	readonly name: string;
	readonly measure: 'money' | 'quantity' | 'attribute';
	/** With all decimals: those of the currency, 3 of a quantity, 6 of an attribute. */
	readonly amount: string;
}
export interface MultiplierWire {
	readonly source: 'rule' | 'campaign' | 'tier';
	readonly name: string;
	/** Factors of `base` are added up by what they exceed 1; those of `points` and `this` are multiplied. */
	readonly what: 'base' | 'points' | 'this';
	/** The filter whose part of the award alone is multiplied; null: all of it. */
	readonly on: string | null;
	/** An exact fraction as text. */
	readonly factor: string;
}
