/** What must hold for a rule to award. */
import type { Span } from '../text.ts';
import type { ClauseBase, RawClause } from './base.ts';
import type { Missing, Name, NodeBase, NumberLiteral, TimeLiteral, Word } from './values.ts';

export type Condition =
	| AlwaysCondition
	| GroupCondition
	| DayTimeCondition
	| MembershipCondition
	| StoreCondition
	| AmountCondition
	| AnniversaryCondition
	| PurchaseNumberCondition
	| MemberFactCondition
	| AttributeCondition
	| RawClause;

export interface AlwaysCondition extends ClauseBase {
	readonly kind: 'always';
}

/** `any { … }`: at least one holds. `all { … }`: every one holds. `not { … }`: none holds. */
export interface GroupCondition extends ClauseBase {
	readonly kind: 'any' | 'all' | 'not';
	readonly conditions: readonly Condition[];
	/** From `{` to `}` inclusive. */
	readonly body?: Span;
}

/** `on Mon to Fri between 11:00 and 14:00 or on Sat`. */
export interface DayTimeCondition extends ClauseBase {
	readonly kind: 'day-time';
	readonly alternatives: readonly DayTime[];
}
export interface DayTime extends NodeBase {
	readonly kind: 'day-time-alternative';
	/** `any` for `on any day`. */
	readonly days: readonly (DayRange | Missing)[] | 'any';
	readonly between?: TimeRange;
}
/** `Mon` or `Mon to Fri`; a range may go round the week's end (`Sat to Mon`). */
export interface DayRange extends NodeBase {
	readonly kind: 'day-range';
	readonly first: Word<Day>;
	readonly last?: Word<Day> | Missing;
}
export type Day = 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun';
export interface TimeRange extends NodeBase {
	readonly kind: 'time-range';
	readonly from: TimeLiteral | Missing;
	readonly until: TimeLiteral | Missing;
}

/** `order type is …`, `channel is not …`, `tier is …`, `segment is …`. */
export interface MembershipCondition extends ClauseBase {
	readonly kind: 'order-type' | 'channel' | 'tier' | 'segment';
	readonly negated: boolean;
	readonly names: readonly (Name | Missing)[];
}
/** `store is "dxb-mall", chain "Bluebird Express"`. */
export interface StoreCondition extends ClauseBase {
	readonly kind: 'store';
	readonly negated: boolean;
	readonly places: readonly (StoreRef | Missing)[];
}
export interface StoreRef extends NodeBase {
	readonly kind: 'store-ref';
	readonly by: 'store' | 'chain';
	readonly name: Name | Missing;
}

/**
 * `spend "Food" >= 50`: an amount in the program's currency; `quantity "Coffee" >= 2`: the units of the lines that an items
 * filter chooses. `between 50 and 100` includes both.
 */
export interface AmountCondition extends ClauseBase {
	readonly kind: 'spend' | 'quantity';
	readonly filter: Name | Missing;
	readonly test: Comparison | Between | Missing;
}
export interface Comparison extends NodeBase {
	readonly kind: 'comparison';
	readonly operator: Word<Operator>;
	readonly value: NumberLiteral | Missing;
}
export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export interface Between extends NodeBase {
	readonly kind: 'between';
	readonly low: NumberLiteral | Missing;
	readonly high: NumberLiteral | Missing;
}

/** `birthday today`, `anniversary within 3 days` (of joining), `birthday this month`. */
export interface AnniversaryCondition extends ClauseBase {
	readonly kind: 'birthday' | 'anniversary';
	readonly window: Word<'today' | 'this month'> | WithinDays | Missing;
}
export interface WithinDays extends NodeBase {
	readonly kind: 'within';
	readonly days: NumberLiteral | Missing;
}

/** `purchase number is 1`, `purchase number is every 10`: the member's purchases, this one included. */
export interface PurchaseNumberCondition extends ClauseBase {
	readonly kind: 'purchase-number';
	readonly isEvery: boolean;
	readonly number: NumberLiteral | Missing;
}

/** `lifetime points >= 1_000`, `days since last purchase > 30`. The span of the word covers all words of the fact. */
export interface MemberFactCondition extends ClauseBase {
	readonly kind: 'member-fact';
	readonly fact: Word<MemberFact> | Missing;
	readonly test: Comparison | Between | Missing;
}
export type MemberFact =
	| 'lifetime points'
	| 'lifetime spend'
	| 'balance'
	| 'days since joining'
	| 'days since last purchase';

/** `payment_method is card`, `basket_weight >= 2.5`, or a flag alone: `vip`. */
export interface AttributeCondition extends ClauseBase {
	readonly kind: 'attribute';
	readonly name: Name;
	/** Absent for a flag. */
	readonly test?: AttributeIs | Comparison | Between | Missing;
}
/** `is card, cash` or `is not card`. */
export interface AttributeIs extends NodeBase {
	readonly kind: 'attribute-is';
	readonly negated: boolean;
	readonly values: readonly (Name | Missing)[];
}
