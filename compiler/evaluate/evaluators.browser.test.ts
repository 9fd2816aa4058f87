/** The evaluators on a page whose policy forbids code from strings, as the editor's does. */
import { expect, it } from 'vitest';
import { mayMakeCode } from './emit/code.ts';
import { compareEvaluators } from './fixtures/differential.ts';

const SEED = Date.now() % 1_000_000_007;
const CASES = 20_000;

it('run where code from strings is forbidden', () => {
	// oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- this is what must not work.
	expect(() => new Function('return 1')).toThrow(EvalError);
	expect(mayMakeCode()).toBe(false);
});

it(`agree on ${CASES} random cases (SEED=${SEED})`, () => {
	expect(compareEvaluators(CASES, SEED).of('rules')).toBeGreaterThan(CASES / 10);
});
