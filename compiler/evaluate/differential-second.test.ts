/** The other half of the cases on which the evaluators are compared, in a process of its own. */
import { expect, it } from 'vitest';
import { compareEvaluators, missingFrom, shareOfAwards } from './fixtures/differential.ts';

const CASES = Number(process.env['CASES'] ?? 1_000_000);
const SEED = Number(process.env['SEED'] ?? (Date.now() * 31) % 1_000_000_007);

it(`the evaluators agree on ${CASES} more random cases`, { timeout: 1_200_000 }, () => {
	const tally = compareEvaluators(CASES, SEED);
	console.log(`SEED=${SEED}: ${CASES} cases, ${shareOfAwards(tally).toFixed(1)} % of rules awarded`);
	expect(missingFrom(tally, CASES)).toEqual([]);
});
