import type { Construct } from './construct.ts';
import { printText } from '#grammar';

/** A way to earn, as a row of the palette: all of them are `earn` clauses. */
export interface EffectConstruct extends Construct {
	/** Stable, for menus and tests. */
	readonly shape: 'fixed' | 'per unit' | 'per step' | 'percent' | 'spend and bonus';
}

const needs = 'The program has no cart filter yet.';

/** The usual shapes of a formula, in the order in which a palette shows them. */
export const effectPalette: readonly EffectConstruct[] = [
	{
		shape: 'per unit',
		keyword: 'earn',
		title: 'Points for spend',
		doc: 'Gives a number of points for each unit of the currency that is spent on a filter.',
		example: 'earn "Food" * 2',
		fragment: withFilter((filter) => `earn ${filter} * 2`),
		needs,
	},
	{
		shape: 'fixed',
		keyword: 'earn',
		title: 'Fixed points',
		doc: 'Gives the same number of points each time.',
		example: 'earn 50',
		fragment: () => 'earn 50',
	},
	{
		shape: 'spend and bonus',
		keyword: 'earn',
		title: 'Points for spend and a bonus',
		doc: 'Gives points for what is spent on a filter, and a fixed number on top.',
		example: 'earn "Food" * 2 + 10',
		fragment: withFilter((filter) => `earn ${filter} * 2 + 10`),
		needs,
	},
	{
		shape: 'per step',
		keyword: 'earn',
		title: 'A point for every few units',
		doc: 'Gives one point for a number of units of the currency.',
		example: 'earn "Food" / 10',
		fragment: withFilter((filter) => `earn ${filter} / 10`),
		needs,
	},
	{
		shape: 'percent',
		keyword: 'earn',
		title: 'A share of the spend',
		doc: 'Gives a percentage of what is spent on a filter, as points.',
		example: 'earn "Food" * 5%',
		fragment: withFilter((filter) => `earn ${filter} * 5%`),
		needs,
	},
];

function withFilter(write: (filter: string) => string): Construct['fragment'] {
	return ({ filters: [first] }) => (first === undefined ? null : write(printText(first)));
}
