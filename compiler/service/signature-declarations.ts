import { declarations } from '../vocabulary/declarations.ts';
import { filterSources } from '../vocabulary/filters.ts';
import { programSettings } from '../vocabulary/settings.ts';
import { tierBases, tierDeclaration } from '../vocabulary/tiers.ts';
import { limits } from './signature-effects.ts';
import { type ByFirst, ofKind, part, type Part, shape, type Shape } from './signature-parts.ts';

const bounds = [
	part('FLOOR', 'Only what exceeds this amount counts.', 'above'),
	part('CEILING', 'The most that counts of the unreduced amount.', 'up', 'to'),
];
const filterName = part('NAME', 'What the rules call the amount.', 'filter');

export const ofDocument: ByFirst = {
	tiers: [
		shape('tiers by BASIS [kept through the next year] [moved by hand] { … }', ofKind(declarations, 'tiers'), [
			part(
				'BASIS',
				'`lifetime points`, `lifetime spend of` a filter, `points per year`, `spend of` a filter `per year`, or `hand`.',
				'by',
			),
		]),
		shape(
			'tiers by spend of FILTER per year [kept through the next year] { … }',
			tierBases.find(({ measure }) => measure === 'spend per year'),
			[part('FILTER', 'The cart filter whose amounts are added up.', 'of')],
			'of',
		),
	],
	attribute: [
		shape('attribute OWNER NAME TYPE', ofKind(declarations, 'attribute-declaration'), attributeParts('TYPE')),
		shape(
			'attribute OWNER NAME one of VALUES',
			ofKind(declarations, 'attribute-declaration'),
			attributeParts('VALUES'),
			'of',
		),
	],
	filter: [
		shape('filter NAME = SOURCE [above FLOOR] [up to CEILING]', ofKind(declarations, 'filter'), [
			filterName,
			part('SOURCE', '`total`, `items`, `quantity of items`, `attribute` and a name, or `paid with points`.', '='),
			...bounds,
		]),
		shape(
			'filter NAME = total [excluding PARTS] [before discounts] [above FLOOR] [up to CEILING]',
			ofKind(filterSources, 'total-source'),
			[
				filterName,
				part('PARTS', 'Of `taxes`, `fees`, `tip` and `points` those that are left out.', 'total', 'excluding'),
				...bounds,
			],
			'total',
		),
		shape(
			'filter NAME = items in CHOSEN [except LESS] [excluding points] [above FLOOR] [up to CEILING]',
			ofKind(filterSources, 'items-source'),
			[
				filterName,
				part('CHOSEN', '`category`, `subcategory`, `combo` or `item` with names.', 'items', 'in'),
				part('LESS', 'What is taken out of those, in the same way.', 'except'),
				...bounds,
			],
			'items',
		),
	],
	exclusive: [
		shape('exclusive NAME picks WHICH', ofKind(declarations, 'exclusive-declaration'), [
			part('NAME', 'What the set is called.', 'exclusive'),
			part('WHICH', '`highest points` or `highest priority`.', 'picks'),
		]),
	],
	rule: ruleShapes(),
};

export function ruleShapes(): readonly Shape[] {
	return [
		shape('rule NAME [on EVENT] { … }', ofKind(declarations, 'rule'), [
			part('NAME', 'What the rule is called.', 'rule'),
			part('EVENT', 'What it answers to, such as `birthday` or `check_in`; a purchase where it is left out.', 'on'),
		]),
	];
}

function attributeParts(last: 'TYPE' | 'VALUES'): Part[] {
	return [
		part('OWNER', '`member`, `transaction` or `event`: what it is a fact of.', 'attribute'),
		part('NAME', 'What conditions call it.', 'member', 'transaction', 'event'),
		last === 'TYPE'
			? part('TYPE', '`text`, `number`, `flag`, `date`, or `one of` with values.', '«name»')
			: part('VALUES', 'The values that it may have, with commas between them.', 'of'),
	];
}

const pointsParts = [
	part('DIRECTION', '`down`, `up`, `half up` or `half even`.', 'rounded'),
	part('PLACE', '`award`, `item` or `transaction`; `carried` stands in the place of `per` and this.', 'per'),
];

export const ofProgram: ByFirst = {
	points: [
		shape('points whole, rounded DIRECTION per PLACE', ofKind(programSettings, 'points'), pointsParts),
		shape(
			'points with COUNT decimals, rounded DIRECTION per PLACE',
			ofKind(programSettings, 'points'),
			[part('COUNT', 'How many decimals points have: 1 to 6.', 'with'), ...pointsParts],
			'with',
		),
	],
	limit: limits,
};

export const ofTiers: ByFirst = {
	tier: [
		shape('tier NAME from POINTS { … }', tierDeclaration, [
			part('NAME', 'What the tier is called.', 'tier'),
			part('POINTS', 'The threshold from which it begins, in points or in the program’s currency.', 'from'),
		]),
	],
};
