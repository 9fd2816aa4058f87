/** The `program` declaration and its settings. */
import type { Span } from '../text.ts';
import type { ClauseBase, RawClause } from './base.ts';
import type { LimitClause } from './effects.ts';
import type { Missing, Name, NumberLiteral, TextLiteral, TimeLiteral, Word } from './values.ts';

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
	| DaySetting
	| PointsSetting
	| ChannelsSetting
	| OrderTypesSetting
	| LimitClause
	| ReturnsSetting
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
/** `day starts 04:00`: when a business day begins, for limits and for `on`. */
export interface DaySetting extends ClauseBase {
	readonly kind: 'day';
	readonly starts: TimeLiteral | Missing;
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
/** `returns may go negative`: what a return may do to points already spent. The span of the word covers all words after `returns`. */
export interface ReturnsSetting extends ClauseBase {
	readonly kind: 'returns';
	readonly policy: Word<ReturnsPolicy> | Missing;
}

export type LongDay = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';
/** `half up` and `half even` are one word here, their span covers both. */
export type Rounding = 'down' | 'up' | 'half up' | 'half even';
export type RoundingPlace = 'award' | 'item' | 'transaction' | 'carried';
export type ReturnsPolicy = 'may go negative' | 'stop at zero' | 'pending only';
