/** Why a change of a program was refused, in another language than the compiler’s. */
import type { Refusal, RefusalPhrase } from '#compiler/edits';
import { spoken } from './language.ts';
import { phraseWords, problemWords } from './problem-words.ts';

/** Every reason for a refusal. */
export type RefusalWords = { readonly [K in RefusalPhrase]: string };

/** A refusal as the language that is spoken says it. */
export function refusalWords({ reason, says, problem }: Omit<Refusal, 'ok'>): string {
	if (!spoken().translation) return reason;
	if (!problem) return phraseWords(says);
	const { message, hint } = problemWords(problem);
	return hint === undefined ? message : `${message} ${hint}`;
}
