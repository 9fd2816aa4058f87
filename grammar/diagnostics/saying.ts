/**
 * What is said to people, as data: a sentence is a row of a table and what that row needs to know, so that it can be said in
 * other languages than English. The English of every row stands beside its name, and nowhere else.
 */

/**
 * What a sentence needs to know. A text is shown as it is: the user's words, parts of programs, numbers to the last digit. A
 * boolean chooses between forms. What is missing leaves a shorter sentence.
 */
export type Part = string | number | boolean | undefined | Phrase | Several;

/** What a sentence needs to know, by name. */
export type Parts = Readonly<Record<string, Part>>;

/** Words inside of a sentence, or one of its own: the name of their row in the table of phrases, and what that needs to know. */
export interface Phrase<K extends string = string> {
	readonly phrase: K;
	readonly parts?: Parts;
}

/** Several parts in one place: `a, b and c`, `a, b or c`, `a, b, c`, or `a; b; c`. */
export interface Several {
	readonly several: readonly Part[];
	readonly by: 'and' | 'or' | 'comma' | 'semicolon';
}

/** Parts as an English sentence takes them: phrases are words by then. */
export type InEnglish<P> = { readonly [K in keyof P]: Exclude<P[K], Phrase | Several> | WordsOf<P[K]> };
type WordsOf<V> = Extract<V, Phrase | Several> extends never ? never : string;

/** A row of a table: its English, as far as it is not always the same. `wants` only carries the type of its parts. */
export interface Saying<P> {
	readonly english: (parts: InEnglish<P>) => string;
	readonly wants?: (parts: P) => void;
}

/** A row that needs to know something. */
export function saying<P>(english: (parts: InEnglish<P>) => string): Saying<P> {
	return { english };
}

/** The first letter made a capital, where words begin a sentence. */
export function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
