import { printText, type TierClause, type TierMeasure } from '#grammar';
import { type ClauseRow, type Construct, rowsOf } from './construct.ts';

/** One tier, inside the tiers. */
export const tierDeclaration = {
	keyword: 'tier',
	title: 'Tier',
	doc: 'A level of membership: its name and the threshold from which it begins.',
	example: 'tier Gold from 5_000 { multiply points by 1.5 }',
	isEvaluated: true,
	fragment: () => 'tier Gold from 5_000 {}',
	repeatable: true,
} as const satisfies ClauseRow;

/** A clause of a tier. */
export interface TierConstruct extends ClauseRow {
	readonly kind: Exclude<TierClause['kind'], 'raw'>;
}

/** Every clause of a tier. */
export const tierClauses = rowsOf<TierConstruct>()([
	{
		kind: 'color-clause',
		keyword: 'color',
		title: 'Colour',
		doc: 'The colour in which the tier is shown.',
		example: 'color #D4AF37',
		isEvaluated: true,
		fragment: () => 'color #D4AF37',
		repeatable: false,
	},
	{
		kind: 'earn',
		keyword: 'earn',
		title: 'Points for every purchase',
		doc: 'What members of the tier earn with every purchase, besides the rules.',
		example: 'earn "Net total" * 5',
		isEvaluated: true,
		fragment: ({ filters: [first] }) => (first === undefined ? null : `earn ${printText(first)}`),
		needs: 'The program has no cart filter yet.',
		repeatable: true,
	},
	{
		kind: 'multiply',
		keyword: 'multiply points by',
		title: 'Multiplier',
		doc: 'Multiplies every award of a purchase by members of the tier.',
		example: 'multiply points by 1.5',
		isEvaluated: true,
		fragment: () => 'multiply points by 1.5',
		repeatable: false,
	},
]);

/** What moves members between tiers, as it follows `tiers by`. */
export interface TierBasisConstruct extends Construct {
	readonly measure: TierMeasure;
}

const needs = 'The program has no cart filter yet.';

/** Every basis of a ladder of tiers. */
export const tierBases = rowsOf<TierBasisConstruct>()([
	{
		measure: 'lifetime points',
		keyword: 'lifetime points',
		title: 'By lifetime points',
		doc: 'A member is in the highest tier whose threshold the points earned since joining reach.',
		example: 'lifetime points',
		isEvaluated: true,
		fragment: () => 'lifetime points',
	},
	{
		measure: 'lifetime spend',
		keyword: 'lifetime spend of',
		title: 'By lifetime spend',
		doc: 'A member is in the highest tier whose threshold the amount of a cart filter since joining reaches.',
		example: 'lifetime spend of "Net total"',
		isEvaluated: true,
		fragment: ({ moneyFilters: [first] }) => (first === undefined ? null : `lifetime spend of ${printText(first)}`),
		needs,
	},
	{
		measure: 'points per year',
		keyword: 'points per year',
		title: 'By points of a year',
		doc: 'A member is in the highest tier whose threshold the points earned in the calendar year reach.',
		example: 'points per year',
		isEvaluated: true,
		fragment: () => 'points per year',
	},
	{
		measure: 'spend per year',
		keyword: 'spend of',
		title: 'By spend of a year',
		doc: 'A member is in the highest tier whose threshold the amount of a cart filter in the calendar year reaches.',
		example: 'spend of "Net total" per year',
		isEvaluated: true,
		fragment: ({ moneyFilters: [first] }) => (first === undefined ? null : `spend of ${printText(first)} per year`),
		needs,
	},
	{
		measure: 'hand',
		keyword: 'hand',
		title: 'By hand',
		doc: 'People put members into tiers; there are no thresholds.',
		example: 'hand',
		isEvaluated: true,
		fragment: () => 'hand',
	},
]);

/** What may follow the basis of a ladder of tiers. */
export interface TierKeepingConstruct extends Construct {
	readonly part: 'keptThroughNextYear' | 'movedByHand';
}

/** Everything that may follow the basis, in its order. */
export const tierKeepings = rowsOf<TierKeepingConstruct>()([
	{
		part: 'keptThroughNextYear',
		keyword: 'kept',
		title: 'Kept through the next year',
		doc: 'A tier reached in a year is kept until the end of the following one.',
		example: 'kept through the next year',
		isEvaluated: true,
		fragment: () => 'kept through the next year',
	},
	{
		part: 'movedByHand',
		keyword: 'moved',
		title: 'Moved by hand',
		doc: 'The thresholds stay, but move nobody: everyone stays in a tier until people change it.',
		example: 'moved by hand',
		isEvaluated: true,
		fragment: () => 'moved by hand',
	},
]);
