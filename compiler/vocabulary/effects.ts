import { type EarnClause, type MultiplyTarget, printText } from '#grammar';
import { type Construct, rowsOf } from './construct.ts';

/** A way to earn, as a row of the palette: all of them are `earn` clauses. */
export interface EffectConstruct extends Construct {
	/** Stable, for menus and tests. */
	readonly shape: 'fixed' | 'per unit' | 'per step' | 'full steps' | 'percent' | 'spend and bonus';
}

const needs = 'The program has no cart filter yet.';

/** The usual shapes of a formula, in the order in which a palette shows them. */
export const effectPalette = rowsOf<EffectConstruct>()([
	{
		shape: 'per unit',
		keyword: 'earn',
		title: 'Points for spend',
		doc: 'Gives a number of points for each unit of the currency that is spent on a filter.',
		example: 'earn "Food" * 2',
		isEvaluated: true,
		fragment: withFilter((filter) => `earn ${filter} * 2`),
		needs,
	},
	{
		shape: 'fixed',
		keyword: 'earn',
		title: 'Fixed points',
		doc: 'Gives the same number of points each time.',
		example: 'earn 50',
		isEvaluated: true,
		fragment: () => 'earn 50',
	},
	{
		shape: 'spend and bonus',
		keyword: 'earn',
		title: 'Points for spend and a bonus',
		doc: 'Gives points for what is spent on a filter, and a fixed number on top.',
		example: 'earn "Food" * 2 + 10',
		isEvaluated: true,
		fragment: withFilter((filter) => `earn ${filter} * 2 + 10`),
		needs,
	},
	{
		shape: 'per step',
		keyword: 'earn',
		title: 'A point for every few units',
		doc: 'Gives one point for a number of units of the currency.',
		example: 'earn "Food" / 10',
		isEvaluated: true,
		fragment: withFilter((filter) => `earn ${filter} / 10`),
		needs,
	},
	{
		shape: 'full steps',
		keyword: 'earn',
		title: 'Points for full steps',
		doc: 'Gives points for every full step of the spend, and nothing for what is left over.',
		example: 'earn 1 for every 10 of "Food"',
		isEvaluated: true,
		fragment: withFilter((filter) => `earn 1 for every 10 of ${filter}`),
		needs,
	},
	{
		shape: 'percent',
		keyword: 'earn',
		title: 'A share of the spend',
		doc: 'Gives a percentage of what is spent on a filter, as points.',
		example: 'earn "Food" * 5%',
		isEvaluated: true,
		fragment: withFilter((filter) => `earn ${filter} * 5%`),
		needs,
	},
]);

/** What may follow the formula of an `earn`. */
export interface EarnPartConstruct extends Construct {
	readonly part: Extract<keyof EarnClause, 'every' | 'atLeast' | 'exempt' | 'recipient'>;
}

/** Everything that may follow the formula of an `earn`, in its order. */
export const earnParts = rowsOf<EarnPartConstruct>()([
	{
		part: 'every',
		keyword: 'for every',
		title: 'Full steps',
		doc: 'Counts full steps of a cart filter only; the number before it is what one step gives.',
		example: 'for every 10 of "Food"',
		isEvaluated: true,
		fragment: withFilter((filter) => `for every 10 of ${filter}`),
		needs,
	},
	{
		part: 'atLeast',
		keyword: 'at least',
		title: 'At least',
		doc: 'A floor for the award, where its formula is defined and its cart filter is above 0.',
		example: 'at least 5 points',
		isEvaluated: true,
		fragment: () => 'at least 5 points',
	},
	{
		part: 'exempt',
		keyword: 'without multipliers',
		title: 'Without multipliers',
		doc: 'No multiplier acts on this award, whether of a tier, a rule or a campaign.',
		example: 'without multipliers',
		isEvaluated: true,
		fragment: () => 'without multipliers',
	},
	{
		part: 'recipient',
		keyword: 'for referrer',
		title: 'For the referrer',
		doc: 'On a referral, gives the points to the member who brought another.',
		example: 'for referrer',
		isEvaluated: true,
		fragment: () => 'for referrer',
	},
	{
		part: 'recipient',
		keyword: 'for referred',
		title: 'For the referred',
		doc: 'On a referral, gives the points to the member who was brought.',
		example: 'for referred',
		isEvaluated: true,
		fragment: () => 'for referred',
	},
]);

/** A multiplier, as a row of the palette: all of them are `multiply` clauses. */
export interface MultiplierConstruct extends Construct {
	/** Stable and unique, for menus and tests. */
	readonly shape: MultiplyTarget | 'narrowed';
}

/** Every multiplier, in the order in which a palette shows them. */
export const multiplierPalette = rowsOf<MultiplierConstruct>()([
	{
		shape: 'points',
		keyword: 'multiply points by',
		title: 'Multiply points',
		doc: 'Multiplies everything that the transaction earns so far; several multiply one another.',
		example: 'multiply points by 2',
		isEvaluated: true,
		fragment: () => 'multiply points by 2',
	},
	{
		shape: 'base',
		keyword: 'multiply base by',
		title: 'Multiply the base',
		doc: 'Adds the base award again, so many times less one; several add up.',
		example: 'multiply base by 2',
		isEvaluated: true,
		fragment: () => 'multiply base by 2',
	},
	{
		shape: 'this',
		keyword: 'multiply this by',
		title: 'Multiply this rule',
		doc: 'Multiplies the rule’s own award only.',
		example: 'multiply this by 2',
		isEvaluated: true,
		fragment: () => 'multiply this by 2',
	},
	{
		shape: 'narrowed',
		keyword: 'multiply points on',
		title: 'Multiply points on some items',
		doc: 'Multiplies the part of each award that is owed to a cart filter.',
		example: 'multiply points on "Coffee" by 2',
		isEvaluated: true,
		fragment: ({ itemFilters: [first] }) => (first === undefined ? null : `multiply points on ${printText(first)} by 2`),
		needs: 'The program has no cart filter of items yet.',
	},
]);

function withFilter(write: (filter: string) => string): Construct['fragment'] {
	return ({ filters: [first] }) => (first === undefined ? null : write(printText(first)));
}
