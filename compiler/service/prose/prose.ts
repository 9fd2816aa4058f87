import type {
	AttributeDeclaration,
	AttributeType,
	Condition,
	EarnClause,
	Node,
	NodeOfKind,
	RuleDeclaration,
} from '#grammar';
import { campaignParts, exclusiveParts } from './campaigns.ts';
import { daysText, hoursText, rangeText } from './circumstances.ts';
import { amountText, listText } from './comparisons.ts';
import { placeText, proseOfCondition } from './conditions.ts';
import { dateText, datesText, momentText } from './dates.ts';
import { earnText, everyText, multipliesText } from './effects.ts';
import { eventNoun } from './events.ts';
import { selectorText, sourceText, summaryOfFilter } from './filters.ts';
import { formulaText } from './formulas.ts';
import { rollingText, summaryOfLimit, timesText } from './limits.ts';
import { expiryParts, expiryText, momentText as pointsMomentText, redemptionParts, redemptionText } from './points.ts';
import { programParts, settingText } from './program.ts';
import { audienceParts, proseOfRule, ruleParts } from './rule.ts';
import { type Known, type Speech, speechFrom, speechOf } from './speech.ts';
import { factText, testClauseParts, testParts } from './tests.ts';
import { basisText, ladderParts, tierClauseText, tierParts } from './tiers.ts';
import {
	capitalised,
	counted,
	HOLE,
	joined,
	namePart,
	nameText,
	numberText,
	part,
	priorityText,
	type ProsePart,
	says,
	spoken,
	timeText,
	wordText,
} from './words.ts';

/**
 * Any part of a program in plain English: a declaration or a clause as one sentence, a document as several, a smaller part as a
 * phrase. What could not be read is named as such, and what is missing is `…`.
 */
export function prose(node: Node, known: Known = null): ProsePart[] {
	const say = sayings[node.kind] as (node: Node, speech: Speech) => ProsePart[];
	return say(node, node.kind === 'document' && known === null ? speechOf(node) : speechFrom(known));
}

/** What is said of each kind of node: a sentence of some, a phrase of the smaller parts. */
type Sayings = { readonly [K in Node['kind']]: (node: NodeOfKind<K>, speech: Speech) => ProsePart[] };
type Say<N extends Node> = (node: N, speech: Speech) => string | ProsePart[];

function phrase<N extends Node>(say: Say<N>): (node: N, speech: Speech) => ProsePart[] {
	return (node, speech) => {
		const said = say(node, speech);
		return typeof said === 'string' ? [part(said, node)] : said;
	};
}

function sentence<N extends Node>(say: Say<N>): (node: N, speech: Speech) => ProsePart[] {
	const parts = phrase(say);
	return (node, speech) => [...capitalised(parts(node, speech)), { text: '.' }];
}

const condition = (node: Condition, speech: Speech): ProsePart[] => [...proseOfCondition(node, speech), { text: '.' }];

const sayings: Sayings = {
	document: ({ declarations }, speech) =>
		joined(
			declarations.map((each) => (each.kind === 'rule' ? namedRule(each, speech) : prose(each, speech))),
			' ',
		),

	// ------------------------------------------------------------ declarations
	program: sentence(programParts),
	tiers: sentence(ladderParts),
	'tier-declaration': sentence(tierParts),
	'segment-declaration': sentence(
		({ name }) => says`the segment ${namePart(name)} is a group of members that is given by hand`,
	),
	'attribute-declaration': sentence(attributeParts),
	filter: sentence(
		(node) => says`the cart filter ${namePart(node.name)} counts ${part(summaryOfFilter(node), node.source)}`,
	),
	'exclusive-declaration': sentence(exclusiveParts),
	campaign: sentence(campaignParts),
	redemption: sentence(redemptionParts),
	expiry: sentence(expiryParts),
	test: sentence(testParts),
	raw: sentence(() => 'a part that cannot be read'),

	// ------------------------------------------------------------ settings
	currency: sentence(settingText),
	timezone: sentence(settingText),
	week: sentence(settingText),
	day: sentence(settingText),
	points: sentence(settingText),
	channels: sentence(settingText),
	'order-types': sentence(settingText),
	returns: sentence(settingText),

	// ------------------------------------------------------------ clauses
	about: sentence(({ text }) => `it is described as “${text.kind === 'missing' ? HOLE : text.text}”`),
	status: sentence(({ status }) => `it is ${wordText(status)}`),
	active: sentence((node) => `it is active ${datesText(node)}`),
	priority: sentence((node) => `its priority is ${priorityText(node)}`),
	exclusive: sentence(({ set }) => says`at most one rule of ${namePart(set)} counts`),
	when: sentence(({ conditions }, speech) =>
		conditions.every(({ kind }) => kind === 'always')
			? [{ text: 'always' }]
			: says`for ${audienceParts(conditions, speech)}`,
	),
	earn: sentence(earnParts),
	multiply: sentence((node) => `it ${multipliesText(node)}`),
	limit: sentence(summaryOfLimit),
	budget: sentence(({ points }) => `its budget is ${counted(points, 'point')}`),
	'color-clause': sentence(tierClauseText),
	worth: sentence(redemptionText),
	'at-most': sentence(redemptionText),
	'at-least': sentence(redemptionText),
	available: sentence((node) => `points ${expiryText(node)}`),
	expires: sentence((node) => `points ${expiryText(node)}`),
	'test-member': sentence(testClauseParts),
	'test-event': sentence(testClauseParts),
	'test-return': sentence(testClauseParts),
	'test-spend': sentence(testClauseParts),
	expect: sentence(testClauseParts),

	// ------------------------------------------------------------ rules and conditions
	rule: proseOfRule,
	always: condition,
	any: condition,
	all: condition,
	not: condition,
	'day-time': condition,
	'order-type': condition,
	channel: condition,
	tier: condition,
	segment: condition,
	store: condition,
	spend: condition,
	quantity: condition,
	birthday: condition,
	anniversary: condition,
	'purchase-number': condition,
	'member-fact': condition,
	attribute: condition,

	// ------------------------------------------------------------ parts of clauses
	'tier-basis': phrase((node) => `by ${basisText(node)}`),
	'one-of': phrase(({ values }) => `one of ${spoken(values.map(nameText), 'or')}`),
	'total-source': phrase(sourceText),
	'items-source': phrase(sourceText),
	'attribute-source': phrase(sourceText),
	'paid-source': phrase(sourceText),
	selector: phrase(selectorText),
	event: phrase(eventNoun),
	moment: phrase(momentText),
	'day-time-alternative': phrase((node) => daysText({ alternatives: [node] })),
	'day-range': phrase(rangeText),
	'time-range': phrase(hoursText),
	'store-ref': phrase(placeText),
	comparison: phrase((node) => amountText(node, null)),
	between: phrase((node) => amountText(node, null)),
	within: phrase(({ days }) => `within ${counted(days, 'day')}`),
	'attribute-is': phrase((node) => `${node.negated ? 'not ' : ''}${listText(node)}`),
	'every-step': phrase((node, speech) => everyText(node, speech)),
	'limit-points': phrase(({ points }) => counted(points, 'point')),
	'limit-times': phrase(timesText),
	'limit-formula': phrase(({ formula }) => `points by the formula ${formulaText(formula)}`),
	rolling: phrase(rollingText),
	duration: phrase(pointsMomentText),
	'period-end': phrase(pointsMomentText),
	'test-fact': phrase(factText),
	'test-attribute': phrase(factText),
	'test-line': phrase(factText),

	// ------------------------------------------------------------ formulas and values
	'filter-ref': phrase(formulaText),
	negation: phrase(formulaText),
	binary: phrase(formulaText),
	group: phrase(formulaText),
	number: phrase((node) => numberText(node)),
	name: phrase(nameText),
	text: phrase(({ text }) => text),
	color: phrase(({ text }) => text),
	date: phrase((node) => dateText(node)),
	time: phrase(timeText),
	word: phrase(wordText),
	missing: phrase(() => HOLE),
};

/** Among others a rule is named. */
const namedRule = sentence(
	(rule: RuleDeclaration, speech) => says`the rule ${namePart(rule.name)}: ${ruleParts(rule, speech)}`,
);

function earnParts(earn: EarnClause, speech: Speech): ProsePart[] {
	const { recipient } = earn;
	const points = part(earnText(earn, { speech, filter: null }), earn);
	if (!recipient) return says`members get ${points}`;
	return says`the ${wordText(recipient)}${recipient.kind === 'word' && recipient.text === 'referred' ? ' member' : ''} gets ${points}`;
}

const TYPES: Readonly<Record<AttributeType, string>> = {
	text: 'a text',
	number: 'a number',
	flag: 'set or not',
	date: 'a date',
};

function attributeParts({ owner, name, type }: AttributeDeclaration): ProsePart[] {
	const of = owner.kind === 'missing' ? HOLE : owner.text === 'event' ? 'an event' : `a ${owner.text}`;
	const values = type.kind === 'one-of' ? `one of ${spoken(type.values.map(nameText), 'or')}` : typeText(type);
	return says`the attribute ${namePart(name)} of ${of} is ${part(values, type)}`;
}

function typeText(type: Exclude<AttributeDeclaration['type'], { readonly kind: 'one-of' }>): string {
	return type.kind === 'missing' ? HOLE : TYPES[type.text];
}
