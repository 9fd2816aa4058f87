/** Tests that do not hold, as problems of the text. */
import { type Problem, problem } from '#grammar';
import type { TestResult } from './result.ts';
import { phraseOfExpectation } from './words.ts';

/** What keeps a program from being published unless that is wished: one problem for each missed expectation and each stopped test. */
export function brokenTests(results: readonly TestResult[]): readonly Problem[] {
	return results.flatMap((result) => {
		const { name: test } = result;
		if (result.kind === 'refused') return [problem('test-not-run', result.at, { test, reason: result.says })];
		const missed = result.expectations.filter(({ holds }) => !holds);
		return missed.map((each) => problem('test-failed', each.span, { test, missed: phraseOfExpectation(each) }));
	});
}
