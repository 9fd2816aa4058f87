/** Why a test failed or could not be run, in the language that is spoken: in English the compiler says it. */
import type { Catalog, Compilation, Expectation, Obstacle, Why } from '#compiler';
import type { Phrase } from '#grammar';
import { whyNotWords } from '../canvas/reason-words.ts';
import { conditionSentences } from '../canvas/rule-sentence.ts';
import { digitsOfSentence } from '../messages/digits.ts';
import { type Speaking, spoken } from '../messages/language.ts';
import { phraseWords, problemWords } from '../messages/problem-words.ts';

/** What keeps a test from being run. */
export function obstacleWords({ reason, says, problem }: Obstacle): string {
	if (!spoken().translation) return reason;
	return problem ? `${sentenceWords(says)} ${problemWords(problem).message}` : sentenceWords(says);
}

/** A program as it is when tests were run of it. */
export type Proven = Pick<Compilation, 'plan' | 'document'>;

/** What was said of expectations, in the language of that time. */
const said = new WeakMap<Expectation, { readonly by: Speaking; readonly words: string }>();

/**
 * Why something came as it did; empty where nothing is to be said. `proven` is the program of which the test was run, null where
 * the text is another one by now: then what was said before is said again. Where nothing was, English is.
 */
export function reasonWords(expectation: Expectation, proven: Proven | null, catalog: Catalog | null): string {
	const by = spoken();
	const { reason, why } = expectation;
	if (!by.translation) return reason;
	const known = said.get(expectation);
	if (known?.by === by) return known.words;
	const words = whyWords(why, proven, catalog);
	if (words === null) return reason;
	said.set(expectation, { by, words });
	return words;
}

function whyWords({ whyNot, says }: Why, proven: Proven | null, catalog: Catalog | null): string | null {
	if (!whyNot) return says.map(sentenceWords).join(' ');
	if (!proven?.plan) return null;
	const { trace, change } = whyNot;
	const nothing = whyNotWords(proven.plan, trace, conditionSentences(trace.name, proven.document, catalog), change);
	return [nothing, ...says.map(sentenceWords)].join(' ');
}

function sentenceWords(says: Phrase): string {
	return digitsOfSentence(phraseWords(says));
}
