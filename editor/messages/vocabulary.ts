/** What the language itself calls its constructs: English comes from the compiler, other languages from their translations. */
import { spoken } from './language.ts';
import { localDigits } from './digits.ts';

/** A construct as lists of choices show it. */
export interface Term {
	readonly title: string;
	/** What it does, in one sentence. */
	readonly doc: string;
}

/** The lists of the language's constructs, each by the keys of its rows. */
export interface Vocabulary {
	readonly conditions: Readonly<Record<string, Term>>;
	readonly effects: Readonly<Record<string, Term>>;
	readonly multipliers: Readonly<Record<string, Term>>;
	readonly limits: Readonly<Record<string, Term>>;
	readonly periods: Readonly<Record<string, Term>>;
	readonly events: Readonly<Record<string, Term>>;
	readonly earnParts: Readonly<Record<string, Term>>;
	readonly selectors: Readonly<Record<string, Term>>;
	/** What a program lacks for a construct, by the English sentence. */
	readonly needs: Readonly<Record<string, string>>;
}

/** A row of the compiler's in the language that is spoken. */
export function termOf(list: Exclude<keyof Vocabulary, 'needs'>, key: string, row: Term): Term {
	const term = spoken().translation?.vocabulary[list][key];
	return term ? { title: term.title, doc: localDigits(term.doc) } : row;
}

/** What a program lacks for a construct, in the language that is spoken. */
export function needOf(needs: string): string {
	return spoken().translation?.vocabulary.needs[needs] ?? needs;
}
