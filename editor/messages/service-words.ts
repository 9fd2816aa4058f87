/** What the language service says of the language and of the names of a program, in another language than the compiler’s. */
import type { Node } from '#grammar';
import type { Said, ServicePhrase } from '#compiler/service';
import { spoken } from './language.ts';
import { digitsOfSentence } from './digits.ts';
import { phraseWords } from './problem-words.ts';

/** Every phrase of the service in another language than the compiler’s. */
export type ServiceWords = { readonly [K in ServicePhrase]: string | readonly string[] };

/** The phrases of one kind, without those that another kind has already. */
export type WordsFor<Kind, But = never> = Pick<ServiceWords, Exclude<Extract<Kind, ServicePhrase>, But>>;

/** A construct as lists of choices show it. */
export interface Term {
	readonly title: string;
	/** What it does, in one sentence. */
	readonly doc: string;
}

/** A row of the vocabulary in the language that is spoken. */
export function termOf({ title, doc }: Term): Term {
	return { title: wordOf(title), doc: wordOf(doc) };
}

/** What is named by its English, in the language that is spoken. */
export function wordOf(english: string): string {
	return spoken().translation ? digitsOfSentence(phraseWords({ phrase: english })) : english;
}

/**
 * Phrases one after the other; as English has them where that is spoken. `sentenceOf` says clauses in other languages; a phrase whose
 * clauses it cannot say is left out.
 */
export function saidWords(
	said: readonly Said[],
	english: string,
	sentenceOf: (clauses: readonly Node[]) => string | null = () => null,
): string {
	if (!spoken().translation) return english;
	const words = said.flatMap(({ phrase, parts, about }) => {
		if (!parts) return [wordOf(phrase)];
		const sentence = about ? sentenceOf(about) : undefined;
		return sentence === null
			? []
			: [phraseWords({ phrase, parts: sentence === undefined ? parts : { ...parts, sentence } })];
	});
	return words.join(' ');
}
