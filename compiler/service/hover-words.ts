import type { LimitClause, MultiplyClause, Node, NodeOfKind, Span } from '#grammar';
import { attributeOwners, attributeTypes } from '../vocabulary/attributes.ts';
import { campaignClauses, picks } from '../vocabulary/campaigns.ts';
import { activeBy, ruleClauses } from '../vocabulary/clauses.ts';
import { conditionPalette } from '../vocabulary/conditions.ts';
import type { Construct } from '../vocabulary/construct.ts';
import { declarations } from '../vocabulary/declarations.ts';
import { earnParts, multiplierPalette } from '../vocabulary/effects.ts';
import { eventConstruct } from '../vocabulary/events.ts';
import { filterParts, filterSources, selectors, totalParts } from '../vocabulary/filters.ts';
import { limitPalette, limitPeriods } from '../vocabulary/limits.ts';
import { expiryClauses, redemptionClauses } from '../vocabulary/points.ts';
import { programSettings, roundingPlaces } from '../vocabulary/settings.ts';
import { expectations, testClauses, testEventFacts, testMemberFacts } from '../vocabulary/tests.ts';
import { tierBases, tierClauses, tierDeclaration, tierKeepings } from '../vocabulary/tiers.ts';

type Row = Construct | undefined;

/** The row of the vocabulary for a word. */
export interface FoundRow {
	readonly row: Construct;
	/** The node, where the word is one of those that it begins with. */
	readonly begins: Node | null;
}

/** The row of the vocabulary for a fixed word of a text; `path` are the nodes around it, from the document. */
export function rowAt(text: string, path: readonly Node[], word: Span): FoundRow | null {
	const written = text.slice(word.start, word.end);
	for (let index = path.length - 1; index > 0; index--) {
		const node = path[index] as Node;
		const head = headRow(node, path[index - 1]);
		if (head && isHead(text, node, head, word)) return { row: head, begins: node };
		const row = (partRows[node.kind] as PartRow<Node> | undefined)?.(node, written, word);
		if (row) return { row, begins: null };
	}
	return null;
}

/** Says whether a word is one of those that a clause begins with. */
function isHead(text: string, { span }: Node, { keyword }: Construct, word: Span): boolean {
	const written = text.slice(span.start, word.end).split(/\s+/).join(' ');
	return word.start === span.start || keyword === written || keyword.startsWith(`${written} `);
}

/** The row of what a node is as a whole. */
function headRow(node: Node, parent: Node | undefined): Row {
	if (node.kind === 'tier-declaration') return tierDeclaration;
	if (node.kind === 'member-fact') {
		const { fact } = node;
		return conditionPalette.find((row) => fact.kind === 'word' && row.fact === fact.text);
	}
	if (node.kind === 'items-source')
		return filterSources.find((row) => row.isQuantity === node.isQuantity && isOf(node)(row));
	return rowsInside(parent).find(isOf(node));
}

function isOf({ kind }: Node): (row: Construct & { readonly kind: string }) => boolean {
	return (row) => row.kind === kind;
}

function rowsInside(parent: Node | undefined): readonly (Construct & { readonly kind: string })[] {
	if (parent?.kind === 'program') return programSettings;
	if (parent?.kind === 'tier-declaration') return tierClauses;
	return parent?.kind === 'campaign' ? campaignClauses : everywhere;
}

const everywhere = [
	...declarations,
	...ruleClauses,
	...conditionPalette,
	...filterSources,
	...redemptionClauses,
	...expiryClauses,
	...testClauses,
];

type PartRow<N> = (node: N, word: string, span: Span) => Row;

function byKeyword(rows: readonly Construct[], word: string): Row {
	return rows.find(({ keyword }) => keyword === word);
}

/** The row for a word in the midst of a node. */
const partRows: { readonly [K in Node['kind']]?: PartRow<NodeOfKind<K>> } = {
	points: ({ per }, word) => {
		const place = per?.kind === 'word' ? per.text : '';
		return word === 'per' || word === place ? roundingPlaces.find((row) => row.place === place) : undefined;
	},
	tiers: ({ keptThroughNextYear }, word) => {
		const isKept = keptThroughNextYear && ['kept', 'through', 'the', 'next', 'year'].includes(word);
		return tierKeepings.find(({ part }) => part === (isKept ? 'keptThroughNextYear' : 'movedByHand'));
	},
	'tier-basis': ({ measure }) => tierBases.find((row) => row.measure === measure),
	'attribute-declaration': (_, word) => byKeyword([...attributeOwners, ...attributeTypes], word),
	'one-of': () => attributeTypes.find(({ type }) => type === 'one of'),
	filter: (_, word) => {
		if (word !== 'above' && word !== 'up' && word !== 'to') return undefined;
		return filterParts.find(({ part }) => part === (word === 'above' ? 'above' : 'upTo'));
	},
	'total-source': (_, word) => {
		if (word === 'taxes' || word === 'fees' || word === 'tip' || word === 'points') return totalPart(word);
		return filterParts.find(({ part }) => part === (word === 'excluding' ? 'excluding' : 'beforeDiscounts'));
	},
	'items-source': (node, word) => {
		const part = word === 'except' ? 'except' : word === 'excluding' || word === 'points' ? 'excludingPoints' : null;
		return part ? filterParts.find((row) => row.part === part) : headRow(node, undefined);
	},
	'attribute-source': (node) => headRow(node, undefined),
	'paid-source': (node) => headRow(node, undefined),
	selector: ({ by }) => selectors.find((row) => row.by === by.text),
	'exclusive-declaration': (node) => picks.find((row) => node.picks.kind === 'word' && row.picks === node.picks.text),
	event: ({ event }) => eventConstruct(event),
	rule: ({ on }, word) => (word === 'on' && on?.kind === 'event' ? eventConstruct(on.event) : undefined),
	active: ({ by }, word) => (word === 'by' && by ? activeBy : undefined),
	earn: ({ every, recipient }, word, span) => {
		if (word === 'at' || word === 'least' || word === 'points' || word === 'point') return earnPart('atLeast');
		if (word === 'without' || word === 'multipliers') return earnPart('exempt');
		if (every && span.start < every.span.end) return earnPart('every');
		const whom = recipient?.kind === 'word' ? recipient.text : '';
		return earnParts.find(({ keyword }) => keyword === `for ${whom}`);
	},
	'every-step': () => earnPart('every'),
	multiply: multiplierRow,
	limit: limitRow,
	'limit-times': ({ times }) => limitShape(times ? 'times' : 'once'),
	'limit-formula': () => limitShape('formula'),
	rolling: () => limitPeriods.find(({ period }) => period === 'rolling'),
	'purchase-number': (node) => headRow(node, undefined),
	worth: (node) => headRow(node, undefined),
	'at-most': (node) => headRow(node, undefined),
	'at-least': (node) => headRow(node, undefined),
	expires: (node) => headRow(node, undefined),
	available: (node) => headRow(node, undefined),
	'test-fact': ({ fact }) => [...testMemberFacts, ...testEventFacts].find((row) => row.fact === fact.text),
	'test-line': (_, word) =>
		byKeyword(selectors, word === 'item' ? '' : word) ?? testEventFacts.find(({ fact }) => fact === 'item'),
	'test-return': (node) => headRow(node, undefined),
	'test-spend': (node) => headRow(node, undefined),
	expect: ({ what }) => expectations.find((row) => row.what === (what.kind === 'word' ? what.text : 'rule')),
};

function totalPart(word: keyof typeof totalParts): Construct {
	return {
		keyword: word,
		title: word,
		doc: totalParts[word],
		example: `total excluding ${word}`,
		isEvaluated: true,
		fragment: () => word,
	};
}

function earnPart(part: (typeof earnParts)[number]['part']): Row {
	return earnParts.find((row) => row.part === part);
}

function limitShape(shape: (typeof limitPalette)[number]['shape']): Row {
	return limitPalette.find((row) => row.shape === shape);
}

function multiplierRow({ what, on }: MultiplyClause, word: string): Row {
	if (on && word === 'on') return multiplierPalette.find(({ shape }) => shape === 'narrowed');
	return what.kind === 'word' ? multiplierPalette.find(({ shape }) => shape === what.text) : undefined;
}

function limitRow({ orNothing }: LimitClause, word: string, { start }: Span): Row {
	if (orNothing && orNothing.span.start <= start) return limitShape('points or nothing');
	return limitPeriods.find(({ period }) => period === word);
}
