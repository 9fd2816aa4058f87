/** Worked examples that must hold. */
import type { Span } from '../text.ts';
import type { ClauseBase, RawClause } from './base.ts';
import type { Recipient } from './effects.ts';
import type { EventRef, Moment } from './rules.ts';
import type { DateLiteral, Missing, Name, NumberLiteral, Word } from './values.ts';

export interface TestDeclaration extends ClauseBase {
	readonly kind: 'test';
	readonly name: Name | Missing;
	readonly clauses: readonly TestClause[];
	readonly body?: Span;
}
export type TestClause = TestMember | TestEvent | TestReturn | TestSpend | ExpectClause | RawClause;

/** `member { tier Gold  birthday 1990-02-07  purchases 12 }`. */
export interface TestMember extends ClauseBase {
	readonly kind: 'test-member';
	readonly facts: readonly (TestFact | TestAttribute | RawClause)[];
	readonly body?: Span;
}

/** `purchase at 2026-02-07 12:30 { … }`, `check_in at 2026-02-07`; the braces may be left out where nothing stands in them. */
export interface TestEvent extends ClauseBase {
	readonly kind: 'test-event';
	readonly event: EventRef | Missing;
	/** Local. Without a time of day noon is meant. */
	readonly at: Moment | Missing;
	readonly facts: readonly (TestFact | TestLine | TestAttribute | RawClause)[];
	readonly body?: Span;
}

/** `returns item "LATTE" 1`, `returns 20.00`, `returns all`: what goes back of the purchase above it. */
export interface TestReturn extends ClauseBase {
	readonly kind: 'test-return';
	/** Absent where money goes back, or everything. */
	readonly item?: Name | Missing;
	/** Units of the item; without one, an amount of the program's currency. */
	readonly amount: NumberLiteral | Word<'all'> | Missing;
}

/** `spend points`: as many as may be, on the purchase above it or outside any order. */
export interface TestSpend extends ClauseBase {
	readonly kind: 'test-spend';
}

/** One fact of a member (`tier Gold`, `last purchase 2026-01-31`) or of what happens (`channel app`, `taxes 5.00`). */
export interface TestFact extends ClauseBase {
	readonly kind: 'test-fact';
	readonly fact: Word<MemberTestFact | EventTestFact>;
	readonly value: Name | NumberLiteral | DateLiteral | Missing;
}
/** Names: tier, segment. Days: birthday, joined, last purchase. Numbers: the others. */
export type MemberTestFact =
	| 'tier'
	| 'segment'
	| 'birthday'
	| 'joined'
	| 'last purchase'
	| 'purchases'
	| 'lifetime points'
	| 'lifetime spend'
	| 'balance';
/** Names: store, chain, channel, order type. Amounts of the program's currency: the others. */
export type EventTestFact =
	| 'store'
	| 'chain'
	| 'channel'
	| 'order type'
	| 'discount'
	| 'taxes'
	| 'fees'
	| 'tip'
	| 'paid with points';

/** A fact of the user's own: `payment_method card`, `basket_weight 2.5`, or a flag alone. */
export interface TestAttribute extends ClauseBase {
	readonly kind: 'test-attribute';
	readonly name: Name;
	/** Absent for a flag. */
	readonly value?: Name | NumberLiteral | DateLiteral | Missing;
}

/** `item "LATTE" category "Drinks" 2 x 18.00` (the price of one), `item "FUEL" 28 x litres for 41.00` (of all). */
export interface TestLine extends ClauseBase {
	readonly kind: 'test-line';
	readonly item: Name | Missing;
	readonly category?: Name | Missing;
	readonly subcategory?: Name | Missing;
	readonly combo?: Name | Missing;
	readonly quantity: NumberLiteral | Missing;
	/** What is counted; then `price` is that of the whole line. */
	readonly unit?: Name | Missing;
	/** In the program's currency: of one unit, or of the whole line where `unit` is given. */
	readonly price: NumberLiteral | Missing;
}

/** `expect "Lunch rush" earns 207`, `expect tier earns 750`, `expect total 957`, `expect balance 1_200`, `expect paid with points 20.00`. */
export interface ExpectClause extends ClauseBase {
	readonly kind: 'expect';
	/** A rule by its name; `tier` is what the member's tier itself earns. */
	readonly what: Name | Word<'total' | 'tier' | 'balance' | 'paid with points'> | Missing;
	/** With `paid with points` an amount of the program's currency. */
	readonly points: NumberLiteral | Missing;
	/** Who gets them, on a referral. */
	readonly recipient?: Word<Recipient> | Missing;
}
