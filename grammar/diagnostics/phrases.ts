/** The table of phrases: what stands inside of messages, at second places and on the buttons of changes. */
import { expectations } from './phrases/expectations.ts';
import { events, nouns, numbers, partsOfLevels, placesOfLevels, things, scripts } from './phrases/nouns.ts';
import { reasons } from './phrases/reasons.ts';
import { related } from './phrases/related.ts';
import { titles } from './phrases/titles.ts';
import { type InEnglish, named, type Part, type Parts, type Phrase, type Saying, type Several } from './saying.ts';

export const phrases = {
	...nouns,
	...things,
	...events,
	...partsOfLevels,
	...placesOfLevels,
	...numbers,
	...scripts,
	...named('of another script'),
	...expectations,
	...reasons,
	...related,
	...titles,
} satisfies Record<string, string | Saying<never>>;

export type PhraseKey = keyof typeof phrases;
export type Noun = keyof typeof nouns;
export type NumberNoun = keyof typeof numbers;
export type Script = keyof typeof scripts | 'of another script';
export type PartOfLevel = keyof typeof partsOfLevels | keyof typeof nouns;
export type PlaceOfLevel = keyof typeof placesOfLevels;

type Wanted<K extends PhraseKey> = (typeof phrases)[K] extends Saying<infer P> ? [parts: P] : [];

/** A phrase from its row. `parts` are what the row needs to know. */
export function phrase<K extends PhraseKey>(key: K, ...[parts]: Wanted<K>): Phrase<K> {
	return parts === undefined ? { phrase: key } : { phrase: key, parts: parts as Parts };
}

/** Several parts of a sentence in one place. */
export function several(by: Several['by'], parts: readonly Part[]): Several {
	return { several: parts, by };
}

/** What is expected: a phrase, or a word or sign of the language as it is. */
export function expecting(expected: string): string | Phrase {
	return expected in phrases ? { phrase: expected } : expected;
}

/** A phrase as English says it. */
export function phraseInEnglish({ phrase: key, parts = {} }: Phrase): string {
	const row: string | Saying<never> | undefined = (phrases as Record<string, string | Saying<never>>)[key];
	if (row === undefined) throw new Error(`No phrase is called ${key}`);
	return typeof row === 'string' ? row : (row as Saying<Parts>).english(inEnglish(parts));
}

/** Parts as an English sentence takes them. */
export function inEnglish<P>(parts: P): InEnglish<P> {
	const said = Object.entries(parts as Parts).map(([name, part]) => [name, partInEnglish(part)]);
	return Object.fromEntries(said) as InEnglish<P>;
}

function partInEnglish(part: Part): Exclude<Part, Phrase | Several> {
	if (typeof part !== 'object') return part;
	if ('phrase' in part) return phraseInEnglish(part);
	const words = part.several.map((each) => String(partInEnglish(each)));
	if (part.by === 'comma' || words.length < 2) return words.join(', ');
	return `${words.slice(0, -1).join(', ')} ${part.by} ${words.at(-1)}`;
}
