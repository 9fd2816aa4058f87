import { describeExpectation, type Expectation, phraseOfExpectation } from '#compiler';
import { localDigits } from '../messages/digits.ts';
import { spoken } from '../messages/language.ts';
import { phraseWords } from '../messages/problem-words.ts';

/** What was expected and what came, in one sentence: in English the one of the command line. */
export function expectationWords(expectation: Expectation): string {
	if (!spoken().translation) return describeExpectation(expectation);
	const { expected, got } = expectation;
	const shown = { ...expectation, expected: localDigits(expected), got: localDigits(got) };
	return `${phraseWords(phraseOfExpectation(shown))}.`;
}
