import {
	covers,
	type Fragment,
	highlight,
	type NodeOfKind,
	parseCampaignClause,
	parseCondition,
	parseDeclaration,
	parseExpiryClause,
	parseProgramSetting,
	parseRedemptionClause,
	parseRuleClause,
	parseTestClause,
	parseEventFact,
	parseMemberFact,
	parseTier,
	parseTierClause,
	type Problem,
	type RawClause,
} from '#grammar';
import { type Refusal, refuse } from './draft.ts';
import { lineStart } from './layout.ts';
import type { HolderKind, Part, PartKind } from './parts.ts';
import { dedented, type Insert } from './place.ts';
import { articleOf, wordsFor } from './usual-order.ts';

/** One clean part, read from what was typed. */
export interface Snippet<T = Part> {
	readonly ok: true;
	readonly clause: T;
	/** Its source, without the comments around it. */
	readonly source: string;
	/** The comments before and behind it. */
	readonly around: readonly string[];
	/** The comments inside it. */
	readonly inside: readonly string[];
}

/** A part of a kind that could be read. */
export type ReadPart<K extends PartKind = PartKind> = Exclude<NodeOfKind<K, Part>, RawClause>;

const readers: { readonly [K in HolderKind]: (text: string) => Fragment<Part> } = {
	document: parseDeclaration,
	program: parseProgramSetting,
	tiers: parseTier,
	'tier-declaration': parseTierClause,
	campaign: parseCampaignClause,
	rule: parseRuleClause,
	when: parseCondition,
	any: parseCondition,
	all: parseCondition,
	not: parseCondition,
	redemption: parseRedemptionClause,
	expiry: parseExpiryClause,
	test: parseTestClause,
	'test-member': parseMemberFact,
	'test-event': parseEventFact,
};

/** Reads a text that must be exactly one condition. */
export function readCondition(text: string): Snippet<ReadPart> | Refusal {
	return read(text, 'when', 'a condition');
}

/** Reads a text that must be exactly one part of a holder, of the kind given. */
export function readPart<K extends PartKind>(text: string, holder: HolderKind, kind: K): Snippet<ReadPart<K>> | Refusal {
	const words = wordsFor(kind);
	const isDeclared = holder === 'document' || holder === 'tiers' || kind === 'rule';
	const what = isDeclared ? `${articleOf(words)} \`${words}\`` : `\`${words}\``;
	const found = read(text, holder, what);
	if (!found.ok) return found;
	if (found.clause.kind !== kind) {
		return refuse('another belongs', { what, found: wordsFor(found.clause.kind) });
	}
	return { ...found, clause: found.clause as ReadPart<K> };
}

/** What to put into a text for a snippet: the comments around it go to lines above it. */
export function insertOf({ around, source }: Snippet<unknown>): Insert {
	return { text: [...around, source].join('\n'), beginsLine: around.length > 0, endsLine: false };
}

/** The texts of all comments of a snippet. */
export function commentsOf({ around, inside }: Snippet<unknown>): string[] {
	return [...around, ...inside];
}

function read(text: string, holder: HolderKind, what: string): Snippet<ReadPart> | Refusal {
	const typed = flush(text);
	if (typed === '') return refuse('nothing written', { what });
	const { node, problems } = readers[holder](typed);
	const [first] = problems;
	if (first) return refuseProblem(first);
	if (node.kind === 'raw') return refuse('belongs alone', { what });
	const around: string[] = [];
	const inside: string[] = [];
	for (const { span, class: kind } of highlight(typed)) {
		if (kind === 'comment') (covers(node.span, span) ? inside : around).push(typed.slice(span.start, span.end));
	}
	const source = typed.slice(node.span.start, node.span.end);
	return { ok: true, clause: node as ReadPart, source, around, inside };
}

/**
 * Without the blanks around it, and without the first line's indentation in front of the others. Blanks at the end of a comment are
 * the comment's own.
 */
function flush(text: string): string {
	const blanks = /^\s*/.exec(text)?.[0] ?? '';
	const indent = blanks.slice(lineStart(text, blanks.length));
	const typed = dedented(text.slice(blanks.length), indent);
	const end = typed.trimEnd().length;
	const last = highlight(typed).findLast(({ span }) => span.start < end);
	return typed.slice(0, last?.class === 'comment' ? last.span.end : end);
}

/** What was put in has a problem. */
function refuseProblem(problem: Problem): Refusal {
	const { message, hint } = problem;
	const said = hint === undefined ? message : `${message} ${hint}`;
	return { ok: false, reason: said, says: { phrase: said }, problem };
}
