/** What a text becomes that somebody pastes into a rule. */
import {
	type Condition,
	covers,
	highlight,
	isKeyword,
	type Node,
	parseCondition,
	parseDeclaration,
	parseRuleClause,
	print,
	type RuleClause,
	type Span,
	stripSpans,
	walk,
	type WhenClause,
} from '#grammar';
import type { Operation } from '#compiler/edits';
import type { CanvasValue } from './canvas-context.ts';
import { problemWords } from '../messages/problem-words.ts';
import { says } from './says.ts';
import { isGroup, type RuleElement } from './view.ts';

/** What is done for a pasted text, as one step; or why nothing is, in words for the person who pasted it. */
export type Pasted =
	| { readonly ok: true; readonly wish: readonly Operation[]; readonly said: string }
	| { readonly ok: false; readonly reason: string };

/** Where a text is pasted: at a card, or with null anywhere in the rule. */
type Place = RuleElement | null;
type Rule = Pick<CanvasValue, 'view' | 'declaration' | 'compilation'>;

/**
 * Conditions go behind the condition that they are pasted at, or into the group; clauses to their usual place in the rule; a cart
 * filter to those of the program. The comments of the text come with it.
 */
export function pasteOf(text: string, at: Place, rule: Rule): Pasted {
	const typed = text.trim();
	if (typed === '') return refuse(says.clipboard.empty);
	const conditions = conditionsIn(typed);
	if (conditions) return pasteConditions(conditions, at, rule);
	const clauses = clausesIn(typed);
	if (clauses) return pasteClauses(clauses, typed, at, rule);
	const { node, problems } = parseDeclaration(typed);
	if (problems.length > 0 || node.kind === 'raw') return refuse(whyUnreadable(typed));
	if (node.kind !== 'filter') return refuse(says.clipboard.outside({ word: firstWord(typed) }));
	const name = node.name.kind === 'name' ? node.name.text : '';
	const known = rule.compilation.symbols.filters.get(name);
	if (known) {
		return refuse(
			print(stripSpans(known)) === print(stripSpans(node))
				? says.clipboard.sameFilter({ name })
				: says.clipboard.otherFilter({ name }),
		);
	}
	return { ok: true, wish: [{ kind: 'add-filter', text: typed }], said: says.said.filterPasted({ name }) };
}

function refuse(reason: string): Pasted {
	return { ok: false, reason: says.clipboard.nothing({ why: reason }) };
}

/** A condition or a clause as it was read, with the comments around it. */
interface Piece<T> {
	readonly node: T;
	readonly text: string;
}

const HEAD = 'rule "x" {\n';
const WHEN = 'when {\n';

/** The clauses that a text consists of; null for one that is anything else. */
function clausesIn(text: string): readonly Piece<RuleClause>[] | null {
	const { node, problems } = parseDeclaration(`${HEAD}${text}\n}`);
	if (problems.length > 0 || node.kind !== 'rule' || node.clauses.length === 0) return null;
	return piecesOf(text, node.clauses, HEAD.length);
}

/** The conditions that a text consists of; null for one that is anything else. */
function conditionsIn(text: string): readonly Piece<Condition>[] | null {
	const { node, problems } = parseDeclaration(`${HEAD}${WHEN}${text}\n}\n}`);
	const [when, ...others] = node.kind === 'rule' ? node.clauses : [];
	if (problems.length > 0 || when?.kind !== 'when' || others.length > 0 || when.conditions.length === 0) return null;
	return piecesOf(text, when.conditions, HEAD.length + WHEN.length);
}

/** Cuts a text between its parts, so that every comment stays with one of them: its own, or the one that follows. */
function piecesOf<T extends { readonly span: Span }>(text: string, nodes: readonly T[], offset: number): Piece<T>[] {
	const comments = commentsIn(text);
	let from = 0;
	return nodes.map((node, index) => {
		const end = node.span.end - offset;
		const behind = comments.find(({ start }) => start >= end && /^[ \t]*$/.test(text.slice(end, start)));
		const until = index === nodes.length - 1 ? text.length : (behind?.end ?? end);
		const piece = text.slice(from, until).trim();
		from = until;
		return { node, text: piece };
	});
}

function commentsIn(text: string): Span[] {
	return highlight(text).flatMap(({ span, class: kind }) => (kind === 'comment' ? [span] : []));
}

function pasteConditions(pieces: readonly Piece<Condition>[], at: Place, { declaration, compilation }: Rule): Pasted {
	const { attributes } = compilation.symbols;
	for (const { node } of pieces) {
		if (node.kind === 'always') return refuse(says.clipboard.always);
		const unknown = attributesIn(node).find(({ name }) => !attributes.has(name.text));
		// A word alone reads as a flag of the program. Where there is no such flag, it is most likely no condition at all.
		if (unknown?.test) return refuse(says.clipboard.noAttribute({ name: unknown.name.text }));
		if (unknown) return refuse(unreadable(pieces.map(({ text }) => text).join(' ')));
	}
	const wish = pieces.map(({ text }, index): Operation => {
		const add = { kind: 'add-condition', declaration, text } as const;
		if (at?.kind !== 'condition') return add;
		if (isGroup(at)) return { ...add, into: at.path };
		const outer = at.path.slice(0, -1);
		const before = (at.path.at(-1) as number) + 1 + index;
		return { ...add, before, ...(outer.length > 0 && { into: outer }) };
	});
	return { ok: true, wish, said: says.said.conditionsPasted({ count: pieces.length }) };
}

type Attribute = Extract<Condition, { kind: 'attribute' }>;

function attributesIn(condition: Condition): Attribute[] {
	const found: Attribute[] = [];
	const take = (node: Node) => {
		if (node.kind === 'attribute') found.push(node);
	};
	walk(condition, take);
	return found;
}

function pasteClauses(pieces: readonly Piece<RuleClause>[], text: string, at: Place, rule: Rule): Pasted {
	const { view, declaration } = rule;
	const counts = { ...view.counts };
	const wish: Operation[] = [];
	for (const { node, text: piece } of pieces) {
		const { kind } = node;
		if (kind === 'raw') return refuse(whyUnreadable(text));
		if (kind === 'when') {
			const inner = innerPieces(node, piece, parseRuleClause(piece).node);
			if (inner.length === 0) return refuse(says.clipboard.emptyWhen);
			const added = pasteConditions(inner, null, rule);
			if (!added.ok) return added;
			wish.push(...added.wish);
		} else if (kind === 'earn' || kind === 'multiply' || kind === 'limit') {
			wish.push({ kind: 'set-clause', declaration, clause: kind, index: counts[kind]++, text: piece });
		} else {
			const owner = kind === 'about' ? view.note : view.schedule;
			const isWritten = kind === 'about' ? view.note.clause !== null : view.schedule[kind] !== null;
			if (isWritten && at?.id !== owner.id) return refuse(says.clipboard.once[kind]);
			wish.push({ kind: 'set-clause', declaration, clause: kind, text: piece });
		}
	}
	return { ok: true, wish, said: says.said.clausesPasted({ count: pieces.length }) };
}

/** The conditions of a `when`; comments outside of its braces come with the first of them. */
function innerPieces({ kind }: WhenClause, text: string, when: RuleClause): readonly Piece<Condition>[] {
	if (when.kind !== kind || !when.body) return [];
	const body = { start: when.body.start + 1, end: when.body.end - 1 };
	const [first, ...others] = piecesOf(text.slice(body.start, body.end), when.conditions, body.start);
	if (!first) return [];
	const outside = commentsIn(text).filter((span) => !covers(body, span));
	const around = outside.map(({ start, end }) => text.slice(start, end));
	return [{ ...first, text: [...around, first.text].join('\n') }, ...others];
}

/** What is wrong with a text that is no part of a rule: what the reading of the kind that it begins as says. */
function whyUnreadable(text: string): string {
	const readings = [parseRuleClause(text), parseCondition(text), parseDeclaration(text)];
	const begun = readings.find(({ node, problems }) => node.kind !== 'raw' && problems.length > 0);
	const later = readings.find(({ problems }) => (problems[0]?.span.start ?? 0) > 0);
	const problem = (begun ?? (isKeyword(firstWord(text)) ? later : undefined))?.problems[0];
	if (!problem) return unreadable(text);
	const { message, hint = '' } = problemWords(problem);
	return [message, hint].join(' ').trim();
}

function unreadable(text: string): string {
	return says.clipboard.unreadable({ text: shortened(text) });
}

function firstWord(text: string): string {
	return /^\S+/.exec(text)?.[0] ?? '';
}

const SHOWN_CHARACTERS = 40;

/** The beginning of a text in one line, without the marks that set names apart. */
function shortened(text: string): string {
	const line = text.replaceAll('`', '').replace(/\s+/g, ' ').trim();
	return line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS).trimEnd()}…` : line;
}
