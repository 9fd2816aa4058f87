/** What a rule, a tier or a campaign gives, and the most that it may give. */
import type { ClauseBase } from './base.ts';
import type { Expression } from './formulas.ts';
import type { Missing, Name, NodeBase, NumberLiteral, Word } from './values.ts';

/** `earn FORMULA`, or `earn N for every M of "filter"`, with what may follow either. */
export interface EarnClause extends ClauseBase {
	readonly kind: 'earn';
	/** With `every` it is the number of points of one step. */
	readonly formula: Expression | Missing;
	readonly every?: EveryStep;
	/** `at least N points`: a floor for the award. */
	readonly atLeast?: NumberLiteral | Missing;
	/** No multiplier acts on this earn. The span of the word covers both words. */
	readonly exempt?: Word<'without multipliers'>;
	/** `for referrer` or `for referred`: who gets it, on a referral. The span is that of the last word. */
	readonly recipient?: Word<Recipient> | Missing;
}
/** `for every M of "filter"`: full steps only. */
export interface EveryStep extends NodeBase {
	readonly kind: 'every-step';
	readonly step: NumberLiteral | Missing;
	readonly filter: Name | Missing;
}
export type Recipient = 'referrer' | 'referred';

/** `multiply points by 1.5`, `multiply base by 2`, `multiply this by 3`, `multiply points on "Coffee" by 2`. */
export interface MultiplyClause extends ClauseBase {
	readonly kind: 'multiply';
	readonly what: Word<MultiplyTarget> | Missing;
	/** Only the part of an award that is owed to this cart filter. */
	readonly on?: Name | Missing;
	readonly factor: NumberLiteral | Missing;
}
export type MultiplyTarget = 'base' | 'points' | 'this';

/** `limit 500 points per day`, `limit once per week`, `limit points to "Food" * 10 per transaction`. */
export interface LimitClause extends ClauseBase {
	readonly kind: 'limit';
	readonly most: LimitMost | Missing;
	readonly per: Word<LimitPeriod> | RollingPeriod | Missing;
	/** What exceeds the limit gives nothing at all. The span of the word covers both words. */
	readonly orNothing?: Word<'or nothing'>;
}
export type LimitMost = LimitPoints | LimitTimes | LimitFormula;
/** `500 points`. */
export interface LimitPoints extends NodeBase {
	readonly kind: 'limit-points';
	readonly points: NumberLiteral | Missing;
}
/** `once`, or `3 times`. */
export interface LimitTimes extends NodeBase {
	readonly kind: 'limit-times';
	/** Absent for `once`. */
	readonly times?: NumberLiteral | Missing;
}
/** `points to FORMULA`: a cap that depends on the spend. */
export interface LimitFormula extends NodeBase {
	readonly kind: 'limit-formula';
	readonly formula: Expression | Missing;
}
export type LimitPeriod = 'transaction' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'lifetime';
/** `rolling 7 days`: the last days, not a calendar period. */
export interface RollingPeriod extends NodeBase {
	readonly kind: 'rolling';
	readonly days: NumberLiteral | Missing;
}
