import type { Part, Problem } from '#grammar';
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

/** A problem of a test with its points and money in the reader's digits. */
export function inLocalDigits(problem: Problem): Problem {
	const { missed, reason } = problem.parts;
	return { ...problem, parts: { ...problem.parts, missed: localAmounts(missed), reason: localAmounts(reason) } };
}

/** What is a number in what is said of a test; its other words are of the user. */
const AMOUNTS: ReadonlySet<string> = new Set(['expected', 'got', 'amount']);

function localAmounts(said: Part): Part {
	if (typeof said !== 'object' || !('phrase' in said)) return said;
	const parts = Object.entries(said.parts ?? {}).map(([name, part]) => [
		name,
		AMOUNTS.has(name) && typeof part === 'string' ? localDigits(part) : part,
	]);
	return { ...said, parts: Object.fromEntries(parts) };
}
