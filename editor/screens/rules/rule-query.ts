import { unreachable } from '#compiler';
import { nearest } from '#grammar';
import type { UsedName } from '#compiler/service';
import { words } from './words.ts';

/** What a rule can be, in the words of the list and of the rule's own screen. */
export const states = ['error', 'warning', 'current', 'scheduled', 'expired', 'disabled', 'draft'] as const;
export type QueryState = (typeof states)[number];

/** What stands before a colon. */
export const operators = ['is', 'uses', 'in'] as const;
export type Operator = (typeof operators)[number];

/** What a search can tell of a rule. */
export interface Searchable {
	/** Its name, its description, its sentence and what it gives. */
	readonly text: string;
	readonly states: ReadonlySet<QueryState>;
	readonly campaign: string | null;
	/** What it refers to. */
	readonly uses: () => readonly UsedName[];
}

/** One part of a search. All of them must hold. */
export type Term = {
	/** Where it stands in the search. */
	readonly start: number;
	readonly end: number;
	/** A minus before it: it must not hold. */
	readonly negated: boolean;
} & (
	| { readonly kind: 'words'; readonly text: string }
	| { readonly kind: 'is'; readonly state: QueryState }
	| { readonly kind: 'uses' | 'in'; readonly name: string; readonly isQuoted: boolean }
	/** An operator without a value yet, or with the beginning of one. */
	| { readonly kind: 'unfinished' }
);

/** Something in a search that means nothing, with what is meant instead where that can be told. */
export interface QueryFault {
	readonly message: string;
	/** The whole search as it should be. */
	readonly mend: { readonly label: string; readonly search: string } | null;
}

/** A search, read. */
export interface Query {
	readonly terms: readonly Term[];
	readonly faults: readonly QueryFault[];
}

/** A piece of a search between spaces, as it was typed. */
export interface Piece {
	readonly start: number;
	readonly end: number;
	readonly negated: boolean;
	/** What stands before the colon; null where there is none, or where it is quoted. */
	readonly operator: string | null;
	/** Without its quotes. */
	readonly value: string;
	readonly isQuoted: boolean;
}

/** Cuts a search at its spaces; what is quoted stays together, and a quote that is not closed reaches to the end. */
export function piecesOf(search: string): Piece[] {
	const pattern = /(-?)(?:(\p{L}+):)?(?:"([^"]*)"?|(\S*))/gu;
	const pieces: Piece[] = [];
	for (const match of search.matchAll(pattern)) {
		const [whole, minus = '', operator, quoted, plain = ''] = match;
		if (whole === '') continue;
		pieces.push({
			start: match.index,
			end: match.index + whole.length,
			negated: minus !== '',
			operator: operator?.toLowerCase() ?? null,
			value: quoted ?? plain,
			isQuoted: quoted !== undefined,
		});
	}
	return pieces;
}

/** Reads a search. What is no operator is searched for as words, and said to be none. */
export function readQuery(search: string): Query {
	const terms: Term[] = [];
	const faults: QueryFault[] = [];
	for (const piece of piecesOf(search)) {
		const { term, fault } = readPiece(piece, search);
		if (term) terms.push(term);
		if (fault) faults.push(fault);
	}
	return { terms, faults };
}

interface Read {
	readonly term: Term | null;
	readonly fault?: QueryFault;
}

function readPiece(piece: Piece, search: string): Read {
	const { operator, value, isQuoted, start, end, negated } = piece;
	const place = { start, end, negated };
	if (operator === null) {
		return { term: value === '' ? null : { ...place, kind: 'words', text: value.toLocaleLowerCase() } };
	}
	if (operator === 'is') return readState(piece, search);
	if (operator === 'uses' || operator === 'in') {
		if (value === '') return { term: { ...place, kind: 'unfinished' } };
		return { term: { ...place, kind: operator, name: value, isQuoted } };
	}
	const meant = nearest(operator, operators);
	const text = search.slice(start + (negated ? 1 : 0), end).toLocaleLowerCase();
	return {
		term: { ...place, kind: 'words', text },
		fault: {
			message: words.query.noOperator({ operator }),
			mend: meant === undefined ? null : mended(search, piece, `${meant}:${written(value, isQuoted)}`),
		},
	};
}

/** What people call states that the list calls otherwise. */
const otherNames: Readonly<Record<string, QueryState | undefined>> = {
	errors: 'error',
	problem: 'error',
	broken: 'error',
	warnings: 'warning',
	active: 'current',
	live: 'current',
	running: 'current',
	enabled: 'current',
	on: 'current',
	future: 'scheduled',
	planned: 'scheduled',
	ended: 'expired',
	over: 'expired',
	past: 'expired',
	finished: 'expired',
	paused: 'disabled',
	inactive: 'disabled',
	off: 'disabled',
	new: 'draft',
	unpublished: 'draft',
};

function readState(piece: Piece, search: string): Read {
	const { start, end, negated } = piece;
	const value = piece.value.toLowerCase();
	const state = states.find((each) => each === value);
	if (state) return { term: { start, end, negated, kind: 'is', state } };
	const term: Term = { start, end, negated, kind: 'unfinished' };
	const other = otherNames[value];
	// Half of a word is no fault while it is typed.
	if (other === undefined && states.some((each) => each.startsWith(value))) return { term };
	const meant = other ?? nearest(value, states);
	const mend = meant === undefined ? null : mended(search, piece, `is:${meant}`);
	return { term, fault: { message: words.query.noState({ typed: piece.value, states: states.join(', ') }), mend } };
}

/** A name in a search: quoted, unless it is one word. */
export function written(name: string, isQuoted = /[\s"]/.test(name)): string {
	return isQuoted ? `"${name.replaceAll('"', '')}"` : name;
}

function mended(search: string, { start, end, negated }: Piece | Term, instead: string): QueryFault['mend'] {
	const text = (negated ? '-' : '') + instead;
	return { label: words.query.instead({ search: text }), search: search.slice(0, start) + text + search.slice(end) };
}

/** Says whether a rule is one of those that are searched for. */
export function matches({ terms }: Query, rule: Searchable): boolean {
	return terms.every((term) => term.kind === 'unfinished' || holds(term, rule) !== term.negated);
}

function holds(term: Exclude<Term, { kind: 'unfinished' }>, rule: Searchable): boolean {
	switch (term.kind) {
		case 'words':
			return rule.text.includes(term.text);
		case 'is':
			return rule.states.has(term.state);
		case 'in':
			return rule.campaign !== null && isCalled(rule.campaign, term);
		case 'uses':
			return rule.uses().some(({ name }) => isCalled(name, term));
		default:
			return unreachable(term);
	}
}

/** A quoted name is meant whole; another may be the beginning of one of the name's words. */
export function isCalled(
	name: string,
	{ name: wanted, isQuoted }: { readonly name: string; readonly isQuoted: boolean },
): boolean {
	const [own, asked] = [name.toLocaleLowerCase(), wanted.toLocaleLowerCase()];
	if (isQuoted) return own.replaceAll('"', '') === asked;
	return own.startsWith(asked) || own.split(/[\s_-]+/).some((word) => word.startsWith(asked));
}

/** Faults that only show against the rules at hand: names that none of them knows. */
export function strangersIn({ terms }: Query, search: string, rules: readonly Searchable[]): QueryFault[] {
	return terms.flatMap((term): QueryFault[] => {
		if (term.kind !== 'uses' && term.kind !== 'in') return [];
		if (rules.some((rule) => holds(term, rule))) return [];
		const known =
			term.kind === 'in'
				? rules.flatMap(({ campaign }) => campaign ?? [])
				: rules.flatMap((rule) => rule.uses().map(({ name }) => name));
		const meant = nearest(term.name, new Set(known));
		const message =
			term.kind === 'in' ? words.query.noCampaign({ name: term.name }) : words.query.notUsed({ name: term.name });
		return [{ message, mend: meant === undefined ? null : mended(search, term, `${term.kind}:${written(meant, true)}`) }];
	});
}
