/** The clauses that can begin at a caret. */
import { isKeyword, type Level, longDays, shortDays, type Span } from '#grammar';
import { beginnings, type Situation } from '../shape/follow.ts';
import type { Edge } from '../shape/machine.ts';
import type { Asking } from './candidates.ts';
import { suggestionsFor } from './following.ts';
import { isBeginning, type OpeningRow, openingRows } from './rows.ts';
import { honest, type Suggestion, suggestion } from './suggestion.ts';

/** Whole clauses, made of names that the program has, then single words for those that the vocabulary has no row of. */
export function openingsAt(situation: Situation, asking: Asking): Suggestion[] {
	const { level } = situation;
	const rows = openingRows[level];
	const isFree = (row: OpeningRow) => !isTaken(row, situation, asking);
	const others = beginnings(level).filter((edge) => !edge.silent && !rows.some((row) => isRowOf(row, edge)));
	const fresh: Asking = { ...asking, clause: [] };
	return [
		...rows.filter((row) => isFree(row) && !isOfNames(row, level)).map((row) => rowSuggestion(row, asking)),
		...others.flatMap((edge) => suggestionsFor(edge, fresh)),
	];
}

/** A row without words of its own stands for the names of the program; those are offered instead of it. */
function isOfNames({ keyword }: OpeningRow, level: Level): boolean {
	return keyword === '' && level !== 'redemption';
}

function isRowOf({ keyword }: OpeningRow, { rest: [first, ...rest] }: Edge): boolean {
	if (typeof first !== 'string') return keyword === '' && first?.kind === 'number';
	const words = [first, ...rest.filter((part) => typeof part === 'string')];
	return keyword !== '' && isBeginning(keyword.split(' '), words);
}

function rowSuggestion(row: OpeningRow, { scope }: Asking): Suggestion {
	const { keyword, title, doc, example, fragment, needs = '', isEvaluated } = row;
	const text = fragment(scope)?.replaceAll('\t', '  ');
	const insert = text ?? `${keyword} `;
	return suggestion('construct', keyword === '' ? insert : keyword, {
		insert,
		placeholders: text === undefined ? [] : examplesIn(text),
		detail: honest(title, isEvaluated),
		documentation: [{ phrase: doc }, ...(text === undefined && needs !== '' ? [{ phrase: needs }] : [])],
		example,
		isEvaluated,
	});
}

/** A text in quotes, or a word, number, date or time. */
const WORD = /"(?:[^"\\]|\\.)*"|#?[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.:-]*/gu;
const days: ReadonlySet<string> = new Set([...shortDays, ...longDays]);

/** The names and values of a clause, which one replaces; of a text in quotes what is between them. */
function examplesIn(text: string): Span[] {
	return [...text.matchAll(WORD)].flatMap(({ 0: word, index: start }) => {
		const end = start + word.length;
		if (word.startsWith('"')) return [{ start: start + 1, end: end - 1 }];
		return isKeyword(word) || days.has(word) ? [] : [{ start, end }];
	});
}

/** Says whether a clause that may stand once stands already. */
function isTaken(row: OpeningRow, { before, clause, level }: Situation, { document }: Asking): boolean {
	const clauses = (clause.length > 0 ? [...before, clause] : before).map((words) => words.map(({ text }) => text));
	if (level === 'when') return row.keyword === 'always' && clauses.length > 0;
	if (row.repeatable !== false) return false;
	const words = row.keyword.split(' ');
	if (level === 'document') return document.declarations.some((declaration) => declaration.kind === words[0]);
	return clauses.some((others) => (row.keyword === '' ? /^\d/.test(others[0] ?? '') : isBeginning(words, others)));
}
