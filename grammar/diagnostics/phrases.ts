/** The table of phrases: what stands inside of messages, at second places and on the buttons of changes. */
import type { Expected } from './phrases/expectations.ts';
import {
	events,
	type Noun,
	type NumberNoun,
	type PartName,
	type PlaceOfLevel,
	type Script,
	type Thing,
} from './phrases/nouns.ts';
import { provings, type TestWords } from './phrases/proving.ts';
import { type Reason, reasons } from './phrases/reasons.ts';
import { related, type RelatedWords } from './phrases/related.ts';
import { type Title, titles } from './phrases/titles.ts';
import type { InEnglish, Part, Parts, Phrase, Saying, Several } from './saying.ts';

/** The phrases that need to know something. All others are named by their English, and have no row. */
export const sayings = { ...events, ...reasons, ...provings, ...related, ...titles } satisfies Record<string, Saying<never>>;

type Sayings = typeof sayings;
export type PhraseKey =
	| keyof Sayings
	| Noun
	| Thing
	| PartName
	| PlaceOfLevel
	| NumberNoun
	| Script
	| Expected
	| Reason
	| TestWords
	| RelatedWords
	| Title;

type Wanted<K extends PhraseKey> = K extends keyof Sayings ? (Sayings[K] extends Saying<infer P> ? [parts: P] : []) : [];

/** A phrase from its row. `parts` are what the row needs to know. */
export function phrase<K extends PhraseKey>(key: K, ...[parts]: Wanted<K>): Phrase<K> {
	return parts === undefined ? { phrase: key } : { phrase: key, parts };
}

/** Several parts of a sentence in one place. */
export function several(by: Several['by'], parts: readonly Part[]): Several {
	return { several: parts, by };
}

/** What is expected: a phrase, or a word or sign of the language as it is. */
export function expecting(expected: string): string | Phrase {
	return /^`[^`]*`$/.test(expected) ? expected : { phrase: expected };
}

/** Rows of another table. */
type Rows = Readonly<Record<string, Saying<never>>>;

/** A phrase as English says it, by its row in the table or in `more`. */
export function phraseInEnglish({ phrase: key, parts = {} }: Phrase, more: Rows = {}): string {
	const row = (more[key] ?? (sayings as Rows)[key]) as Saying<Parts> | undefined;
	return row ? row.english(inEnglish(parts, more)) : key;
}

/** Parts as an English sentence takes them. */
export function inEnglish<P>(parts: P, more: Rows = {}): InEnglish<P> {
	const said = Object.entries(parts as Parts).map(([name, part]) => [name, partInEnglish(part, more)]);
	return Object.fromEntries(said) as InEnglish<P>;
}

function partInEnglish(part: Part, more: Rows): Exclude<Part, Phrase | Several> {
	if (typeof part !== 'object') return part;
	if ('phrase' in part) return phraseInEnglish(part, more);
	const words = part.several.map((each) => String(partInEnglish(each, more)));
	if (part.by === 'semicolon') return words.join('; ');
	if (part.by === 'comma' || words.length < 2) return words.join(', ');
	return `${words.slice(0, -1).join(', ')} ${part.by} ${words.at(-1)}`;
}
