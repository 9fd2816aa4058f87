/**
 * What the compiler says, in the language that is spoken: problems, what stands at their second places, and what changes are
 * called. It comes with its arguments as data, so that nothing is read back from a sentence; in English it comes as it is.
 */
import type { Part, Parts, Phrase, PhraseKey, Problem, ProblemCode, Related, Several, Titled } from '#grammar';
import { sentences } from './en/sentences.ts';
import { spoken } from './language.ts';
import { formatMessage, isolated, isWhole, wordsOf } from './message.ts';

const words = wordsOf('sentences', sentences);

/** The sentences for one problem, with the arguments of its row: `{name}`. Of several the first is said that has them all. */
interface Said {
	readonly message: string | readonly string[];
	/** Where there is a nearest known name, `didYouMean` is said instead. */
	readonly hint?: string | readonly string[];
}

/** Every problem in another language than the compiler's. */
export type ProblemWords = { readonly [C in ProblemCode]: Said };

/** Every phrase in another language than the compiler's. */
export type PhraseWords = { readonly [K in PhraseKey]: string | readonly string[] };

/** What is shown of a problem. */
export type ShownProblem = Pick<Problem, 'message' | 'hint'>;

/** A problem as the language that is spoken says it. */
export function problemWords({ code, parts, message, hint }: Omit<Problem, 'span' | 'severity'>): ShownProblem {
	const said = spoken().translation?.problems[code];
	if (!said) return hint === undefined ? { message } : { message, hint };
	const values = valuesOf(parts);
	const shown = firstWhole(said.message, values) ?? message;
	const { nearest } = values;
	const advice = nearest === undefined ? firstWhole(said.hint ?? [], values) : words.didYouMean({ nearest });
	return advice === undefined ? { message: shown } : { message: shown, hint: advice };
}

/** What a change is called. */
export function titleWords({ title, says }: Titled): string {
	return spoken().translation ? phraseWords(says) : title;
}

/** What is said at the second place of a problem. */
export function relatedWords({ message, says }: Related): string {
	return spoken().translation ? phraseWords(says) : message;
}

/** What belongs into a place that is empty. */
export function expectedWords(expected: string): string {
	const known = phraseNamed(expected);
	return typeof known === 'string' ? known : expected;
}

/** A phrase in the language that is spoken, which is another one than the compiler's; its name where nobody can say it. */
export function phraseWords({ phrase, parts = {} }: Phrase): string {
	const shown = firstWhole(phraseNamed(phrase) ?? [], valuesOf(parts)) ?? phrase;
	// Inside of a sentence the direction of a phrase is seen by its own words, and not by those of the language in it.
	return shown.replaceAll(/`[^`]*`/g, isolated);
}

/** The tables that a phrase may be in; what two of them have says the same. */
const TABLES = ['phrases', 'service', 'refusals'] as const;

function phraseNamed(key: string): string | readonly string[] | undefined {
	const { translation } = spoken();
	for (const table of TABLES) {
		const rows: Readonly<Record<string, string | readonly string[]>> | undefined = translation?.[table];
		if (rows && Object.hasOwn(rows, key)) return rows[key];
	}
	return undefined;
}

type Values = Readonly<Record<string, string | number>>;

/** Arguments as messages take them; those that are missing are left out. */
function valuesOf(parts: Parts): Values {
	const shown = Object.entries(parts).flatMap(([name, part]) =>
		part === undefined ? [] : [[name, valueOf(part)] as const],
	);
	return Object.fromEntries(shown);
}

function valueOf(part: Exclude<Part, undefined>): string | number {
	if (typeof part === 'boolean') return String(part);
	if (typeof part !== 'object') return part;
	return 'phrase' in part ? phraseWords(part) : joined(part);
}

function joined({ several, by }: Several): string {
	const shown = several.map((each) => (each === undefined ? '' : isolated(String(valueOf(each)))));
	const last = shown.at(-1) ?? '';
	if (by === 'semicolon') return shown.join(words.semicolon);
	if (by === 'comma' || shown.length < 2) return shown.join(words.comma);
	return words[by === 'and' ? 'severalAnd' : 'severalOr']({ first: shown.slice(0, -1).join(words.comma), last });
}

/** The first of some sentences whose arguments are all there. */
function firstWhole(sentences: string | readonly string[], values: Values): string | undefined {
	const found = [sentences].flat().find((each) => isWhole(each, values));
	return found === undefined ? undefined : formatMessage(found, values);
}
