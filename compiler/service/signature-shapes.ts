import type { Level } from '#grammar';
import { campaignClauses } from '../vocabulary/campaigns.ts';
import { ruleClauses } from '../vocabulary/clauses.ts';
import { events } from '../vocabulary/events.ts';
import { expiryClauses, redemptionClauses } from '../vocabulary/points.ts';
import { expectations, testClauses, testEventFacts } from '../vocabulary/tests.ts';
import { tierClauses } from '../vocabulary/tiers.ts';
import { ofWhen } from './signature-conditions.ts';
import { ofDocument, ofProgram, ofTiers, ruleShapes } from './signature-declarations.ts';
import { active, earns, factor, limits, multipliers, whom } from './signature-effects.ts';
import { type ByFirst, ofKind, part, shape, type Shape } from './signature-parts.ts';

/** The shapes of the clauses of a level that begin with a word (`#`: with a number); undefined where they have no parts. */
export function shapesAt(level: Level, first: string): readonly Shape[] | undefined {
	return shapes.get(`${level} ${first}`);
}

const ofTier: ByFirst = {
	earn: earns,
	multiply: [shape('multiply points by FACTOR', ofKind(tierClauses, 'multiply'), [factor])],
};

const ofCampaign: ByFirst = {
	active,
	budget: [
		shape('budget POINTS points', ofKind(campaignClauses, 'budget'), [
			part('POINTS', 'The most points for all members together.', 'budget'),
		]),
	],
	multiply: multipliers('`points` for everything, or `base` for the base awards.'),
	limit: limits,
	rule: ruleShapes(),
};

const ofRule: ByFirst = {
	active,
	priority: [
		shape('priority NUMBER', ofKind(ruleClauses, 'priority'), [
			part('NUMBER', 'A whole number; the higher one is served first.', 'priority'),
		]),
	],
	earn: earns,
	multiply: multipliers('`points` for everything, `base` for the base awards, or `this` for the rule’s own award.'),
	limit: limits,
};

const ofRedemption: ByFirst = {
	'#': [
		shape('POINTS points = AMOUNT', ofKind(redemptionClauses, 'worth'), [
			part('POINTS', 'A number of points.'),
			part('AMOUNT', 'What they are worth, in the program’s currency: `1 AED`.', '='),
		]),
	],
	at: [
		shape('at most SHARE of FILTER', ofKind(redemptionClauses, 'at-most'), [
			part('SHARE', 'The share that may be paid with points, such as 50%.', 'most'),
			part('FILTER', 'The cart filter that it is a share of.', 'of'),
		]),
		shape(
			'at least POINTS points in steps of STEP',
			ofKind(redemptionClauses, 'at-least'),
			[
				part('POINTS', 'The least points that may be spent at once.', 'least'),
				part('STEP', 'The steps in which more may be spent.', 'of'),
			],
			'least',
		),
	],
};

function moments(word: 'available' | 'expires', ending: string): readonly Shape[] {
	const construct = ofKind(expiryClauses, word);
	return [
		shape(`${word} after COUNT UNIT${ending}`, construct, [
			part('COUNT', 'How many of them.', 'after'),
			part('UNIT', '`days`, `weeks`, `months` or `years`.', '«number»'),
		]),
		shape(`${word} at PERIOD end`, construct, [part('PERIOD', '`month` or `year`.', 'at')], 'at'),
	];
}

const ofExpiry: ByFirst = { available: moments('available', ''), expires: moments('expires', ' [without activity]') };

const eventShape = (word: string) =>
	shape(`${word} at DATE TIME { … }`, ofKind(testClauses, 'test-event'), [
		part('DATE', 'The local day on which it happens.', 'at'),
		part('TIME', 'The time of day; noon where it is left out.', '«date»'),
	]);

const ofTest: ByFirst = {
	...Object.fromEntries(
		events.flatMap(({ kind, keyword }) => (kind === 'any' || kind === 'custom' ? [] : [[keyword, [eventShape(keyword)]]])),
	),
	event: [eventShape('event NAME')],
	returns: [
		shape('returns item CODE UNITS', ofKind(testClauses, 'test-return'), [
			part('CODE', 'The code of an item that was bought above.', 'item'),
			part('UNITS', 'How many of it go back.', '«name»'),
		]),
		shape('returns AMOUNT', ofKind(testClauses, 'test-return'), [
			part('AMOUNT', 'Money that goes back, or `all`.', 'returns'),
		]),
	],
	expect: [
		shape(
			'expect RULE earns POINTS [for WHOM]',
			expectations.find(({ what }) => what === 'rule'),
			[
				part('RULE', 'A rule by its name, or `tier`.', 'expect'),
				part('POINTS', 'The points that it gives in the end.', 'earns'),
				whom,
			],
		),
		shape(
			'expect total POINTS',
			expectations.find(({ what }) => what === 'total'),
			[part('POINTS', 'The points of all rules and the tier together.', 'total')],
			'total',
		),
		shape(
			'expect balance POINTS',
			expectations.find(({ what }) => what === 'balance'),
			[part('POINTS', 'The points that the member has in the end.', 'balance')],
			'balance',
		),
		shape(
			'expect paid with points AMOUNT',
			expectations.find(({ what }) => what === 'paid with points'),
			[part('AMOUNT', 'What `spend points` pays.', 'points')],
			'paid',
		),
	],
};

const lineParts = [
	part('CODE', 'The code of the item.', 'item'),
	part('CATEGORY', 'Its category.', 'category'),
	part('GROUP', 'Its subcategory.', 'subcategory'),
	part('SET', 'The combo that it was sold in.', 'combo'),
	part('COUNT', 'How many units.', '«name»'),
];
const labels = 'item CODE [category CATEGORY] [subcategory GROUP] [combo SET]';
const line = testEventFacts.find(({ fact: which }) => which === 'item');

const ofEvent: ByFirst = {
	item: [
		shape(`${labels} COUNT x PRICE`, line, [...lineParts, part('PRICE', 'The price of one unit.', 'x')]),
		shape(
			`${labels} COUNT x UNIT for PRICE`,
			line,
			[...lineParts, part('UNIT', 'What is counted.', 'x'), part('PRICE', 'The price of the whole line.', 'for')],
			'for',
		),
	],
};

const levels: Readonly<Partial<Record<Level, ByFirst>>> = {
	document: ofDocument,
	program: ofProgram,
	tiers: ofTiers,
	tier: ofTier,
	campaign: ofCampaign,
	rule: ofRule,
	when: ofWhen,
	redemption: ofRedemption,
	expiry: ofExpiry,
	test: ofTest,
	event: ofEvent,
};

const shapes: ReadonlyMap<string, readonly Shape[]> = new Map(
	Object.entries(levels).flatMap(([level, byFirst]) =>
		Object.entries(byFirst).map(([first, found]) => [`${level} ${first}`, found]),
	),
);
