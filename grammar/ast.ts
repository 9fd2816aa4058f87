/**
 * The typed tree of a program. Every node carries the exact span of the text it was read from.
 *
 * A hole in broken text is a {@link Missing}; a clause that could not be read at all is a {@link RawClause} that keeps its
 * source, so that its siblings stay usable. Nothing in the tree is ever invented.
 */
import type { AttributeDeclaration, OneOf } from './ast/attributes.ts';
import type { RawClause } from './ast/base.ts';
import type {
	AttributeIs,
	Between,
	Comparison,
	Condition,
	DayRange,
	DayTime,
	StoreRef,
	TimeRange,
	WithinDays,
} from './ast/conditions.ts';
import type { EveryStep, LimitMost, RollingPeriod } from './ast/effects.ts';
import type { FilterDeclaration, FilterSource, Selector } from './ast/filters.ts';
import type { Expression } from './ast/formulas.ts';
import type {
	Duration,
	ExpiryClause,
	ExpiryDeclaration,
	PeriodEnd,
	RedemptionClause,
	RedemptionDeclaration,
} from './ast/points.ts';
import type { ProgramDeclaration, ProgramSetting } from './ast/program.ts';
import type {
	CampaignClause,
	CampaignDeclaration,
	EventRef,
	ExclusiveDeclaration,
	Moment,
	RuleClause,
	RuleDeclaration,
} from './ast/rules.ts';
import type { TestAttribute, TestClause, TestDeclaration, TestFact, TestLine } from './ast/tests.ts';
import type { SegmentDeclaration, Tier, TierBasis, TierClause, TiersDeclaration } from './ast/tiers.ts';
import type {
	ColorLiteral,
	Comment,
	DateLiteral,
	Missing,
	Name,
	NodeBase,
	TextLiteral,
	TimeLiteral,
	Word,
} from './ast/values.ts';

export type * from './ast/attributes.ts';
export type * from './ast/base.ts';
export type * from './ast/conditions.ts';
export type * from './ast/effects.ts';
export type * from './ast/filters.ts';
export type * from './ast/formulas.ts';
export type * from './ast/points.ts';
export type * from './ast/program.ts';
export type * from './ast/rules.ts';
export type * from './ast/tests.ts';
export type * from './ast/tiers.ts';
export type * from './ast/values.ts';

export interface Document extends NodeBase {
	readonly kind: 'document';
	readonly declarations: readonly Declaration[];
	readonly comments: readonly Comment[];
}

export type Declaration =
	| ProgramDeclaration
	| TiersDeclaration
	| SegmentDeclaration
	| AttributeDeclaration
	| FilterDeclaration
	| ExclusiveDeclaration
	| CampaignDeclaration
	| RuleDeclaration
	| RedemptionDeclaration
	| ExpiryDeclaration
	| TestDeclaration
	| RawClause;

/** Any node of the tree. */
export type Node =
	| Document
	| Declaration
	| ProgramSetting
	| TierBasis
	| Tier
	| TierClause
	| OneOf
	| FilterSource
	| Selector
	| CampaignClause
	| RuleClause
	| EventRef
	| Moment
	| Condition
	| DayTime
	| DayRange
	| TimeRange
	| StoreRef
	| Comparison
	| Between
	| WithinDays
	| AttributeIs
	| EveryStep
	| LimitMost
	| RollingPeriod
	| Expression
	| RedemptionClause
	| ExpiryClause
	| Duration
	| PeriodEnd
	| TestClause
	| TestFact
	| TestAttribute
	| TestLine
	| Name
	| TextLiteral
	| ColorLiteral
	| DateLiteral
	| TimeLiteral
	| Word
	| Missing;
