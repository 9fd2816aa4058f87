/** Conditions of a plan. */
import type { Day, MemberFact, Operator, Span } from '#grammar';
import type { Fraction } from './plan.ts';

export type PlanCondition =
	| { readonly kind: 'always'; readonly span: Span }
	| { readonly kind: 'any' | 'all' | 'not'; readonly span: Span; readonly conditions: readonly PlanCondition[] }
	| { readonly kind: 'day-time'; readonly span: Span; readonly alternatives: readonly PlanDayTime[] }
	| {
			readonly kind: 'order-type' | 'channel' | 'tier' | 'segment';
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
	/** Against the filter's whole amount; for a quantity, in thousandths of a unit. */
	| { readonly kind: 'spend' | 'quantity'; readonly span: Span; readonly filter: number; readonly test: PlanTest }
	| {
			readonly kind: 'birthday' | 'anniversary';
			readonly span: Span;
			readonly window: 'today' | 'this month' | { readonly withinDays: number };
	  }
	| { readonly kind: 'purchase-number'; readonly span: Span; readonly isEvery: boolean; readonly number: number }
	/** Points in point units, spend in minor units, days as they are. */
	| { readonly kind: 'member-fact'; readonly span: Span; readonly fact: MemberFact; readonly test: PlanTest }
	| { readonly kind: 'attribute'; readonly span: Span; readonly attribute: number; readonly test: PlanAttributeTest };

/** A comparison of an exact value. `between` includes both. */
export type PlanTest =
	| { readonly operator: Operator; readonly value: Fraction }
	| { readonly operator: 'between'; readonly low: Fraction; readonly high: Fraction };

export type PlanAttributeTest =
	| { readonly kind: 'flag' }
	| { readonly kind: 'is'; readonly negated: boolean; readonly values: readonly string[] }
	| { readonly kind: 'number'; readonly test: PlanTest };

/** Days on which the window starts, and the minutes it covers. */
export interface PlanDayTime {
	readonly days: readonly Day[];
	/** Start included, 0 to 1439. */
	readonly fromMinute: number;
	/** End excluded, 1 to 1440; at or below `fromMinute` the window ends on the next day. */
	readonly untilMinute: number;
}
