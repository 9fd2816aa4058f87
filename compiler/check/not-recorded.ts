/**
 * Which constructs of the language the server does not record yet, because it does not keep what they take; the few that
 * nothing evaluates yet are among them. Every kind of node has its row here; what has no row could not be compiled.
 */
import {
	type Declaration,
	type EarnClause,
	type LimitClause,
	type MemberFact,
	type Node,
	type NodeOfKind,
	problem,
	type Problem,
	type Span,
	walk,
} from '#grammar';
import { leadingWords, wordsBetween } from './places.ts';
import type { CheckContext } from './report.ts';
import type { Symbols } from './symbols.ts';

/** Something that is not recorded yet: in the user's words, and the smallest stretch that shows it. */
interface Beyond {
	readonly construct: string;
	readonly span: Span;
	/** Left out where tests and replays evaluate it. */
	readonly isEvaluated?: false;
}

/** What finders look at besides their node. */
type Surroundings = Pick<CheckContext, 'source' | 'symbols'>;

type Finder<N> = (node: N, surroundings: Surroundings) => Beyond | readonly Beyond[] | null;

/**
 * What in a node itself is beyond what is recorded. `whole`: nothing is, and neither is anything in its parts.
 * `parts`: nothing of its own, but its parts are to be looked at, as they are after a finder.
 */
type Row<N> = 'whole' | 'parts' | Finder<N>;

/** Facts of a member that the server keeps. */
const keptFacts: ReadonlySet<MemberFact> = new Set<MemberFact>(['lifetime points', 'balance', 'days since joining']);

const rows: { readonly [K in Node['kind']]: Row<NodeOfKind<K>> } = {
	document: 'parts',
	raw: 'whole',
	missing: 'whole',

	// ------------------------------------------------------------ program
	program: 'parts',
	currency: 'whole',
	timezone: 'whole',
	week: 'whole',
	channels: 'whole',
	'order-types': 'whole',
	day: 'whole',
	returns: ({ span }) => ({ construct: 'returns', span }),
	points: ({ per }) => (per?.kind === 'word' && per.text === 'carried' ? { construct: 'carried', span: per.span } : null),

	// ------------------------------------------------------------ members
	tiers: ({ by, keptThroughNextYear, movedByHand, body, span }, { source }) => {
		const head = { start: by.span.end, end: body?.start ?? span.end };
		const said = (words: string, isSaid: boolean) =>
			isSaid ? [{ construct: words, span: wordsBetween(source, words, head, by.span) }] : [];
		return [...said('kept through the next year', keptThroughNextYear), ...said('moved by hand', movedByHand)];
	},
	'tier-basis': ({ measure, span }) =>
		measure === 'lifetime points' || measure === 'hand' ? null : { construct: `tiers by ${measure}`, span },
	'tier-declaration': 'parts',
	'color-clause': 'whole',
	'segment-declaration': 'whole',
	'attribute-declaration': 'whole',
	'one-of': 'whole',

	// ------------------------------------------------------------ filters
	filter: 'parts',
	'total-source': 'whole',
	'items-source': 'whole',
	selector: 'whole',
	'attribute-source': ({ span }) => ({ construct: 'attribute', span }),
	'paid-source': 'whole',

	// ------------------------------------------------------------ rules
	'exclusive-declaration': 'whole',
	campaign: 'parts',
	budget: ({ span }) => ({ construct: 'budget', span }),
	rule: 'parts',
	event: ({ event, span }) => {
		if (event === 'purchase') return null;
		return { construct: event === 'custom' ? 'on event' : event === 'any' ? 'on any event' : `on ${event}`, span };
	},
	about: 'whole',
	status: 'whole',
	active: ({ by }) => (by?.kind === 'name' ? { construct: 'active by', span: by.span } : null),
	moment: 'whole',
	priority: 'whole',
	exclusive: 'whole',

	// ------------------------------------------------------------ conditions
	when: 'parts',
	always: 'whole',
	any: 'parts',
	all: 'parts',
	not: 'parts',
	'day-time': 'whole',
	'day-time-alternative': 'whole',
	'day-range': 'whole',
	'time-range': 'whole',
	'order-type': 'whole',
	channel: 'whole',
	tier: 'whole',
	segment: (node, { source }) => ({ construct: 'segment is', span: leadingWords(source, 'segment', node.span) }),
	store: 'whole',
	'store-ref': 'whole',
	spend: 'whole',
	quantity: 'whole',
	comparison: 'whole',
	between: 'whole',
	birthday: 'whole',
	anniversary: 'whole',
	within: 'whole',
	'purchase-number': (node, { source }) => ({
		construct: 'purchase number is',
		span: leadingWords(source, 'purchase number', node.span),
	}),
	'member-fact': ({ fact }) =>
		fact.kind === 'word' && !keptFacts.has(fact.text) ? { construct: fact.text, span: fact.span } : null,
	// A name that is no attribute has its own problem, and is hardly meant as one.
	attribute: ({ name }, { symbols }) =>
		symbols.attributes.has(name.text) ? { construct: `attribute ${name.text}`, span: name.span } : null,
	'attribute-is': 'whole',

	// ------------------------------------------------------------ effects and limits
	earn: beyondEarn,
	'every-step': 'whole',
	multiply: 'whole',
	limit: beyondLimit,
	'limit-points': 'whole',
	'limit-times': 'whole',
	'limit-formula': 'whole',
	rolling: 'whole',

	// ------------------------------------------------------------ spending and lapsing
	redemption: (node, { source }) => ({
		construct: 'redemption',
		span: leadingWords(source, 'redemption', node.span),
	}),
	worth: 'whole',
	'at-most': 'whole',
	'at-least': 'whole',
	expiry: (node, { source }) => ({
		construct: 'expiry',
		span: leadingWords(source, 'expiry', node.span),
		isEvaluated: false,
	}),
	available: 'whole',
	expires: 'whole',
	duration: 'whole',
	'period-end': 'whole',

	// ------------------------------------------------------------ tests change nothing
	test: 'whole',
	'test-member': 'whole',
	'test-event': 'whole',
	'test-fact': 'whole',
	'test-attribute': 'whole',
	'test-line': 'whole',
	'test-return': 'whole',
	'test-spend': 'whole',
	expect: 'whole',

	// ------------------------------------------------------------ formulas and values
	'filter-ref': 'whole',
	negation: 'whole',
	binary: 'whole',
	group: 'whole',
	name: 'whole',
	number: 'whole',
	date: 'whole',
	time: 'whole',
	text: 'whole',
	color: 'whole',
	word: 'whole',
};

/** Of these the outermost is named; what stands inside one is no news then. */
const covering: ReadonlySet<Node['kind']> = new Set(['redemption', 'expiry']);

/** What the server cannot record of a program, as far as it could be read: one problem for each construct. */
export function notRecordedYet(program: {
	readonly source: string;
	readonly document: NodeOfKind<'document'>;
	readonly symbols: Symbols;
}): readonly Problem[] {
	return beyondIn(program.document, program).map(({ construct, span, isEvaluated = true }) =>
		problem('not-recorded-yet', span, { construct, isEvaluated }),
	);
}

/** Warns of every construct in a declaration that belongs to the language but is evaluated by nothing yet. */
export function checkEvaluated(declaration: Declaration, context: CheckContext): void {
	for (const { construct, span, isEvaluated = true } of beyondIn(declaration, context)) {
		if (!isEvaluated) context.report('not-evaluated-yet', span, { construct });
	}
}

function beyondIn(root: Node, surroundings: Surroundings): readonly Beyond[] {
	const found: Beyond[] = [];
	walk(root, (node) => {
		const row = rows[node.kind] as Row<Node>;
		if (row === 'whole') return false;
		if (row === 'parts') return undefined;
		found.push(...[row(node, surroundings) ?? []].flat());
		return covering.has(node.kind) ? false : undefined;
	});
	return found;
}

function beyondEarn({ recipient }: EarnClause): Beyond | null {
	return recipient?.kind === 'word' ? { construct: `for ${recipient.text}`, span: recipient.span } : null;
}

/** What was given before is not kept yet, so that only limits of one transaction are recorded. */
function beyondLimit({ most, per }: LimitClause): Beyond | null {
	const period = per.kind === 'rolling' ? 'rolling … days' : per.kind === 'word' ? per.text : '…';
	if (most.kind === 'limit-times' && period !== 'transaction') {
		const often = most.times ? `limit … times per ${period}` : `limit once per ${period}`;
		return { construct: often, span: most.span };
	}
	if (per.kind !== 'missing' && period !== 'transaction') {
		return { construct: `limit … points per ${period}`, span: per.span };
	}
	return null;
}
