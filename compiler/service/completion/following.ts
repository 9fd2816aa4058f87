/** What can follow inside a clause. */
import type { Level, Span } from '#grammar';
import type { Construct } from '../../vocabulary/construct.ts';
import type { Situation } from '../shape/follow.ts';
import type { Edge } from '../shape/machine.ts';
import type { Part, Slot } from '../shape/pattern.ts';
import { type Asking, attributeOf, candidatesFor } from './candidates.ts';
import { meaningOf, rowOf } from './rows.ts';
import { honest, type Suggestion, suggestion } from './suggestion.ts';

/** What can follow the words of a clause, in the order of its shape; nothing twice. */
export function following({ next, level }: Situation, asking: Asking): Suggestion[] {
	const seen = new Set<string>();
	return next
		.filter((edge) => !edge.silent && suits(edge, level, asking))
		.flatMap((edge) => suggestionsFor(edge, asking))
		.filter(({ label, kind }) => {
			const key = `${kind} ${label}`;
			return !seen.has(key) && seen.add(key);
		});
}

/** The suggestions that an edge gives. */
export function suggestionsFor({ part, rest }: Edge, asking: Asking): Suggestion[] {
	// A number is nothing to offer, but with the words behind it it is.
	const isTemplate = typeof part !== 'string' && part.kind === 'number' && rest.length > 1;
	if (typeof part === 'string' || isTemplate) return [wordsSuggestion(rest, asking)];
	if (part.kind === 'block') {
		return [suggestion('keyword', '{', { insert: '{\n  \n}', placeholders: [{ start: 4, end: 4 }] })];
	}
	return candidatesFor(part, asking);
}

/** Of an attribute whose type is known, only the tests of that type are offered. */
function suits({ part }: Edge, level: Level, asking: Asking): boolean {
	if (level !== 'when' && level !== 'member' && level !== 'event') return true;
	const type = attributeOf(asking)?.type;
	if (!type || asking.clause.length !== 1) return true;
	const word = typeof part === 'string' ? part : part.kind;
	if (type === 'flag') return false;
	if (type === 'number') return word !== 'is' && word !== 'name' && word !== 'date';
	if (type === 'date') return word === 'date';
	return word === 'is' || word === 'name';
}

/** Fixed words, and behind them what belongs to them with examples in place of names and values. */
function wordsSuggestion(rest: readonly Part[], asking: Asking): Suggestion {
	const { insert, placeholders, words } = written(rest, asking);
	const row = rowOf(
		asking.level,
		asking.clause.map(({ text }) => text),
		words,
	);
	return suggestion('keyword', insert, { insert, placeholders, ...about(row, words[0] ?? '') });
}

function about(row: Construct | undefined, word: string): Parameters<typeof suggestion>[2] {
	if (!row) return { documentation: meaningOf(word) };
	const { title, doc, example, isEvaluated } = row;
	return { detail: honest(title, isEvaluated), documentation: [{ phrase: doc }], example, isEvaluated };
}

/** A phrase as text, up to the first name of which the program has none. */
function written(rest: readonly Part[], asking: Asking) {
	let insert = '';
	const placeholders: Span[] = [];
	const words: string[] = [];
	for (const part of rest) {
		const isWord = typeof part === 'string';
		const text = isWord ? part : part.kind === 'block' ? null : exampleOf(part, asking);
		if (text === null) break;
		const start = insert === '' || text === ',' ? insert.length : insert.length + 1;
		insert = insert.padEnd(start) + text;
		if (isWord) words.push(part);
		else placeholders.push({ start, end: insert.length });
	}
	return { insert, placeholders, words };
}

function exampleOf(slot: Slot, asking: Asking): string | null {
	const [first] = candidatesFor(slot, asking);
	if (slot.kind === 'name') return first ? first.insert : null;
	return first && slot.kind === 'date' ? first.insert : slot.sample;
}
