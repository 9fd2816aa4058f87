import type { UsedName } from '#compiler/service';
import { isCalled, type Operator, operators, type Piece, piecesOf, type Searchable, states, written } from './rule-query.ts';
import { words } from './words.ts';

/** Something that a search may go on with. */
export interface QuerySuggestion {
	/** What stands in the search then. */
	readonly written: string;
	/** What it means. */
	readonly doc: string;
	/** The whole search with it, and where the caret is then. */
	readonly search: string;
	readonly caret: number;
}

const MOST = 8;

/** What a search may go on with at its caret: operators, their values, and names that the rules use. */
export function suggestionsAt(search: string, caret: number, rules: readonly Searchable[]): QuerySuggestion[] {
	const piece = pieceAt(search, caret);
	return candidates(piece, rules)
		.slice(0, MOST)
		.map(({ text, doc, isWhole }) => {
			const before = search.slice(0, piece.start) + (piece.negated ? '-' : '') + text + (isWhole ? ' ' : '');
			const behind = search.slice(piece.end).replace(/^\s+/, isWhole ? '' : ' ');
			return { written: text, doc, search: before + behind, caret: before.length };
		});
}

function pieceAt(search: string, caret: number): Piece {
	const empty: Piece = { start: caret, end: caret, negated: false, operator: null, value: '', isQuoted: false };
	return piecesOf(search).find(({ start, end }) => start < caret && caret <= end) ?? empty;
}

interface Candidate {
	readonly text: string;
	readonly doc: string;
	/** Nothing is to be typed behind it. */
	readonly isWhole: boolean;
}

function candidates({ operator, value, isQuoted }: Piece, rules: readonly Searchable[]): Candidate[] {
	const typed = value.toLocaleLowerCase();
	switch (operator) {
		case 'is':
			return states
				.filter((state) => state.startsWith(typed))
				.map((state) => ({ text: `is:${state}`, doc: words.query.states[state], isWhole: true }));
		case 'uses':
			return namesUsed(rules, typed).map(({ kind, name }) => candidateOf('uses', name, words.query.kinds[kind]));
		case 'in':
			return campaignsOf(rules, typed).map((name) => candidateOf('in', name, words.query.kinds.campaign));
		case null: {
			if (isQuoted) return [];
			const starts = operators
				.filter((each) => each.startsWith(typed))
				.map((each) => ({ text: `${each}:`, doc: words.query.operators[each], isWhole: false }));
			if (typed === '') return starts;
			return [
				...starts,
				...namesUsed(rules, typed).map(({ kind, name }) => candidateOf('uses', name, words.query.kinds[kind])),
			];
		}
		default:
			return [];
	}
}

function candidateOf(operator: Operator, name: string, doc: string): Candidate {
	return { text: `${operator}:${written(name, true)}`, doc, isWhole: true };
}

/** Every name that a rule uses, the campaigns of rules among them, that what is typed may mean; each name once. */
function namesUsed(rules: readonly Searchable[], typed: string): UsedName[] {
	const found = new Map<string, UsedName>();
	for (const used of rules.flatMap((rule) => rule.uses())) {
		if (!found.has(used.name) && isCalled(used.name, { name: typed, isQuoted: false })) found.set(used.name, used);
	}
	return [...found.values()];
}

function campaignsOf(rules: readonly Searchable[], typed: string): string[] {
	const names = new Set(rules.flatMap(({ campaign }) => campaign ?? []));
	return [...names].filter((name) => isCalled(name, { name: typed, isQuoted: false }));
}
