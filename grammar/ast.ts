/**
 * The typed tree of a program. Every node carries the exact span of the text it was read from.
 *
 * A hole in broken text is a {@link Missing}; a clause that could not be read at all is a {@link RawClause} that keeps its
 * source, so that its siblings stay usable. Nothing in the tree is ever invented.
 */
import type {
	ColorLiteral,
	Comment,
	DateLiteral,
	Missing,
	Name,
	NodeBase,
	NumberLiteral,
	TextLiteral,
	TimeLiteral,
	Word,
} from './ast-values.ts';
import type { Span } from './text.ts';

export type * from './ast-values.ts';

/** `ok`: read as written. `incomplete`: something in it is missing, see its {@link Missing} parts. */
export type Health = 'ok' | 'incomplete';

/** A clause that could not be read. `text` is its exact source; `unsupported` names a known construct that is not evaluated yet. */
export interface RawClause extends NodeBase {
	readonly kind: 'raw';
	readonly text: string;
	readonly unsupported?: string;
}

// ---------------------------------------------------------------- the document

export interface Document extends NodeBase {
	readonly kind: 'document';
	readonly declarations: readonly Declaration[];
	readonly comments: readonly Comment[];
}

export type Declaration = ProgramDeclaration | TiersDeclaration | FilterDeclaration | RuleDeclaration | RawClause;

interface ClauseBase extends NodeBase {
	readonly health: Health;
}

// ---------------------------------------------------------------- program

export interface ProgramDeclaration extends ClauseBase {
	readonly kind: 'program';
	readonly name: Name | Missing;
	readonly settings: readonly ProgramSetting[];
	/** From `{` to `}` inclusive; where new settings go. Absent when the braces are. */
	readonly body?: Span;
}

export type ProgramSetting =
	| CurrencySetting
	| TimezoneSetting
	| WeekSetting
	| PointsSetting
	| ChannelsSetting
	| OrderTypesSetting
	| LimitClause
	| RawClause;

export interface CurrencySetting extends ClauseBase {
	readonly kind: 'currency';
	readonly code: Name | Missing;
}
export interface TimezoneSetting extends ClauseBase {
	readonly kind: 'timezone';
	readonly zone: TextLiteral | Missing;
}
export interface WeekSetting extends ClauseBase {
	readonly kind: 'week';
	/** The first day of the week, written in full: `Monday`. */
	readonly first: Word<LongDay> | Missing;
}
export interface PointsSetting extends ClauseBase {
	readonly kind: 'points';
	/** Number of decimals; absent for `whole`. */
	readonly decimals?: NumberLiteral | Missing;
	readonly rounding?: Word<Rounding> | Missing;
	/** Where rounding happens; `per award` when absent. */
	readonly per?: Word<RoundingPlace> | Missing;
}
export interface ChannelsSetting extends ClauseBase {
	readonly kind: 'channels';
	readonly names: readonly (Name | Missing)[];
}
export interface OrderTypesSetting extends ClauseBase {
	readonly kind: 'order-types';
	readonly names: readonly (Name | Missing)[];
}

export type LongDay = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';
/** `half up` and `half even` are one word here, their span covers both. */
export type Rounding = 'down' | 'up' | 'half up' | 'half even';
export type RoundingPlace = 'award' | 'item' | 'transaction' | 'carried';

// ---------------------------------------------------------------- tiers

export interface TiersDeclaration extends ClauseBase {
	readonly kind: 'tiers';
	/** `by lifetime points` moves members by what they earned; `by hand` moves nobody. */
	readonly by: Word<'lifetime points' | 'hand'> | Missing;
	readonly tiers: readonly (Tier | RawClause)[];
	readonly body?: Span;
}

export interface Tier extends ClauseBase {
	readonly kind: 'tier-declaration';
	readonly name: Name | Missing;
	/** The threshold in points; absent with `by hand`. */
	readonly from?: NumberLiteral | Missing;
	readonly clauses: readonly TierClause[];
	readonly body?: Span;
}

export type TierClause = ColorClause | EarnClause | MultiplyClause | RawClause;

export interface ColorClause extends ClauseBase {
	readonly kind: 'color-clause';
	readonly color: ColorLiteral | Missing;
}
/** `multiply points by 1.5`, in a tier. */
export interface MultiplyClause extends ClauseBase {
	readonly kind: 'multiply';
	readonly factor: NumberLiteral | Missing;
}

// ---------------------------------------------------------------- filters

export interface FilterDeclaration extends ClauseBase {
	readonly kind: 'filter';
	readonly name: Name | Missing;
	readonly source: TotalSource | ItemsSource | Missing;
}

/** `total`, `total excluding taxes, fees, tip, points`, `total before discounts`. */
export interface TotalSource extends NodeBase {
	readonly kind: 'total-source';
	readonly excluding: readonly (Word<TotalPart> | Missing)[];
	readonly beforeDiscounts: boolean;
}
export type TotalPart = 'taxes' | 'fees' | 'tip' | 'points';

/** `items in …` or `items not in …`, with `except …`. No selectors at all (`items`) means every line. */
export interface ItemsSource extends NodeBase {
	readonly kind: 'items-source';
	readonly mode: 'all' | 'in' | 'not in';
	readonly selectors: readonly (Selector | Missing)[];
	readonly except: readonly (Selector | Missing)[];
}
/** One kind word and the names after it: `category "Drinks", "Retail"`. */
export interface Selector extends NodeBase {
	readonly kind: 'selector';
	readonly by: Word<SelectorKind>;
	readonly names: readonly (Name | Missing)[];
}
export type SelectorKind = 'category' | 'subcategory' | 'combo' | 'item';

// ---------------------------------------------------------------- rules

export interface RuleDeclaration extends ClauseBase {
	readonly kind: 'rule';
	readonly name: Name | Missing;
	readonly clauses: readonly RuleClause[];
	/** From `{` to `}` inclusive; absent when the head is too broken to find them: the canvas then keeps its last picture. */
	readonly body?: Span;
}

export type RuleClause =
	| AboutClause
	| StatusClause
	| ActiveClause
	| PriorityClause
	| WhenClause
	| EarnClause
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

/** `when { … }` or `when always`. */
export interface WhenClause extends ClauseBase {
	readonly kind: 'when';
	readonly conditions: readonly Condition[];
	/** From `{` to `}` inclusive; absent for `when always`. */
	readonly body?: Span;
}

export type Condition =
	| AlwaysCondition
	| DayTimeCondition
	| MembershipCondition
	| StoreCondition
	| SpendCondition
	| BirthdayCondition
	| RawClause;

export interface AlwaysCondition extends ClauseBase {
	readonly kind: 'always';
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

/** `order type is …`, `channel is not …`, `tier is …`. */
export interface MembershipCondition extends ClauseBase {
	readonly kind: 'order-type' | 'channel' | 'tier';
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

/** `spend "Food" >= 50`, `spend "Food" between 50 and 100` (both included). Amounts are in the program's currency. */
export interface SpendCondition extends ClauseBase {
	readonly kind: 'spend';
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

/** `birthday today`, `birthday within 3 days`, `birthday this month`. */
export interface BirthdayCondition extends ClauseBase {
	readonly kind: 'birthday';
	readonly window: Word<'today' | 'this month'> | BirthdayWithin | Missing;
}
export interface BirthdayWithin extends NodeBase {
	readonly kind: 'within';
	readonly days: NumberLiteral | Missing;
}

/** `earn FORMULA`. */
export interface EarnClause extends ClauseBase {
	readonly kind: 'earn';
	readonly formula: Expression | Missing;
}

/** `limit 500 points per transaction`. */
export interface LimitClause extends ClauseBase {
	readonly kind: 'limit';
	readonly points: NumberLiteral | Missing;
	readonly per: Word<'transaction'> | Missing;
}

// ---------------------------------------------------------------- formulas

export type Expression = NumberLiteral | FilterRef | Negation | Binary | Group;

export interface FilterRef extends NodeBase {
	readonly kind: 'filter-ref';
	readonly name: Name;
}
export interface Negation extends NodeBase {
	readonly kind: 'negation';
	readonly operand: Expression | Missing;
}
export interface Binary extends NodeBase {
	readonly kind: 'binary';
	readonly operator: Word<'+' | '-' | '*' | '/'>;
	readonly left: Expression | Missing;
	readonly right: Expression | Missing;
}
/** Parentheses, kept so that a drawing can show exactly the frames that were written. */
export interface Group extends NodeBase {
	readonly kind: 'group';
	readonly inner: Expression | Missing;
}

/** Any node of the tree. */
export type Node =
	| Document
	| Declaration
	| ProgramSetting
	| Tier
	| TierClause
	| TotalSource
	| ItemsSource
	| Selector
	| RuleClause
	| Moment
	| Condition
	| DayTime
	| DayRange
	| TimeRange
	| StoreRef
	| Comparison
	| Between
	| BirthdayWithin
	| Expression
	| Name
	| TextLiteral
	| ColorLiteral
	| DateLiteral
	| TimeLiteral
	| Word
	| Missing;
