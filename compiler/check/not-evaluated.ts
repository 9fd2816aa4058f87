/**
 * Which constructs of the language this version does not evaluate yet. Until it does, each is an error, so that nothing is
 * accepted and then silently ignored. Every kind of node has its row here; what has no row could not be compiled.
 */
import {
	type Declaration,
	type EarnClause,
	type FilterDeclaration,
	type LimitClause,
	type Node,
	type NodeOfKind,
	type Span,
	walk,
} from '#grammar';
import { leadingWords, wordsBetween } from './places.ts';
import type { CheckContext } from './report.ts';

/** Something that is not evaluated yet: in the user's words, and the smallest stretch that shows it. */
interface Beyond {
	readonly construct: string;
	readonly span: Span;
}

type Finder<N> = (node: N, context: CheckContext) => Beyond | readonly Beyond[] | null;

/**
 * What in a node itself is beyond what is evaluated. `whole`: nothing is, and neither is anything in its parts.
 * `parts`: nothing of its own, but its parts are to be looked at, as they are after a finder.
 */
type Row<N> = 'whole' | 'parts' | Finder<N>;

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
	day: ({ span }) => ({ construct: 'day starts', span }),
	returns: ({ span }) => ({ construct: 'returns', span }),
	points: ({ per }) => {
		if (per?.kind !== 'word' || per.text === 'award') return null;
		return { construct: per.text === 'carried' ? 'carried' : `per ${per.text}`, span: per.span };
	},

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
	filter: beyondFilter,
	'total-source': 'whole',
	'items-source': ({ isQuantity, excludingPoints, span }, { source }) => {
		const said = (words: string, isSaid: boolean) =>
			isSaid ? [{ construct: words, span: wordsBetween(source, words, span, span) }] : [];
		return [...said('quantity of', isQuantity), ...said('excluding points', excludingPoints)];
	},
	selector: 'whole',
	'attribute-source': ({ span }) => ({ construct: 'attribute', span }),
	'paid-source': ({ span }) => ({ construct: 'paid with points', span }),

	// ------------------------------------------------------------ rules
	'exclusive-declaration': (node, { source }) => ({
		construct: 'exclusive',
		span: leadingWords(source, 'exclusive', node.span),
	}),
	campaign: (node, { source }) => ({ construct: 'campaign', span: leadingWords(source, 'campaign', node.span) }),
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
	exclusive: (node, { source }) => ({ construct: 'exclusive', span: leadingWords(source, 'exclusive', node.span) }),

	// ------------------------------------------------------------ conditions
	when: 'parts',
	always: 'whole',
	any: beyondGroup,
	all: beyondGroup,
	not: beyondGroup,
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
	quantity: (node, { source }) => ({ construct: 'quantity', span: leadingWords(source, 'quantity', node.span) }),
	comparison: 'whole',
	between: 'whole',
	birthday: 'whole',
	anniversary: (node, { source }) => ({ construct: 'anniversary', span: leadingWords(source, 'anniversary', node.span) }),
	within: 'whole',
	'purchase-number': (node, { source }) => ({
		construct: 'purchase number is',
		span: leadingWords(source, 'purchase number', node.span),
	}),
	'member-fact': ({ fact }) => (fact.kind === 'word' ? { construct: fact.text, span: fact.span } : null),
	// A name that is no attribute has its own problem, and is hardly meant as one.
	attribute: ({ name }, { symbols }) =>
		symbols.attributes.has(name.text) ? { construct: `attribute ${name.text}`, span: name.span } : null,
	'attribute-is': 'whole',

	// ------------------------------------------------------------ effects and limits
	earn: beyondEarn,
	'every-step': 'whole',
	multiply: (node, { source }) => ({
		construct: node.what.kind === 'word' ? `multiply ${node.what.text}` : 'multiply',
		span: leadingWords(source, 'multiply', node.span),
	}),
	limit: beyondLimit,
	'limit-points': 'whole',
	'limit-times': 'whole',
	'limit-formula': 'whole',
	rolling: 'whole',

	// ------------------------------------------------------------ spending and lapsing
	redemption: (node, { source }) => ({ construct: 'redemption', span: leadingWords(source, 'redemption', node.span) }),
	worth: 'whole',
	'at-most': 'whole',
	'at-least': 'whole',
	expiry: (node, { source }) => ({ construct: 'expiry', span: leadingWords(source, 'expiry', node.span) }),
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
const covering: ReadonlySet<Node['kind']> = new Set(['campaign', 'any', 'all', 'not', 'redemption', 'expiry']);

/** Reports every construct in a declaration that belongs to the language but is not evaluated yet. */
export function checkEvaluated(declaration: Declaration, context: CheckContext): void {
	walk(declaration, (node, parents) => {
		const isOfTier = node.kind === 'multiply' && parents.at(-1)?.kind === 'tier-declaration';
		const row = (isOfTier ? beyondTierMultiply : rows[node.kind]) as Row<Node>;
		if (row === 'whole') return false;
		if (row === 'parts') return undefined;
		for (const { construct, span } of [row(node, context) ?? []].flat()) {
			context.report('not-evaluated-yet', span, { construct });
		}
		return covering.has(node.kind) ? false : undefined;
	});
}

function beyondFilter({ source, above, upTo, span }: FilterDeclaration, context: CheckContext): readonly Beyond[] {
	const said = (words: string, bound: FilterDeclaration['above'], from: Span) => {
		if (bound?.kind !== 'number') return [];
		const between = { start: from.end, end: bound.span.start };
		return [{ construct: words, span: wordsBetween(context.source, words, between, bound.span) }];
	};
	return [...said('above', above, source.span), ...said('up to', upTo, above?.span ?? source.span ?? span)];
}

function beyondGroup({ kind, span }: NodeOfKind<'any' | 'all' | 'not'>, { source }: CheckContext): Beyond {
	return { construct: `${kind} { … }`, span: leadingWords(source, kind, span) };
}

function beyondEarn(earn: EarnClause, { source }: CheckContext): readonly Beyond[] {
	const { every, atLeast, exempt, recipient, span } = earn;
	const found: Beyond[] = [];
	if (every) found.push({ construct: 'for every', span: wordsBetween(source, 'for every', span, every.span) });
	if (atLeast?.kind === 'number') {
		const words = wordsBetween(source, 'at least', { start: span.start, end: atLeast.span.start }, atLeast.span);
		found.push({ construct: 'at least … points', span: words });
	}
	if (exempt) found.push({ construct: exempt.text, span: exempt.span });
	if (recipient?.kind === 'word') found.push({ construct: `for ${recipient.text}`, span: recipient.span });
	return found;
}

/** A tier multiplies every point of a purchase; nothing else is evaluated yet. */
function beyondTierMultiply({ what, on }: NodeOfKind<'multiply'>): readonly Beyond[] {
	const found: Beyond[] = [];
	if (what.kind === 'word' && what.text !== 'points') found.push({ construct: `multiply ${what.text}`, span: what.span });
	if (on?.kind === 'name') found.push({ construct: 'multiply … on', span: on.span });
	return found;
}

/** One answer for each limit, the part of it that is furthest from `limit N points per transaction`. */
function beyondLimit({ most, per, orNothing }: LimitClause): Beyond | null {
	const period = per.kind === 'rolling' ? 'rolling … days' : per.kind === 'word' ? per.text : '…';
	if (most.kind === 'limit-formula') return { construct: 'limit points to', span: most.span };
	if (most.kind === 'limit-times') {
		const often = most.times ? `limit … times per ${period}` : `limit once per ${period}`;
		return { construct: often, span: most.span };
	}
	if (per.kind !== 'missing' && period !== 'transaction') {
		return { construct: `limit … points per ${period}`, span: per.span };
	}
	return orNothing ? { construct: 'limit … or nothing', span: orNothing.span } : null;
}
