/** The law of the evaluators: on random plans, transactions and states all three give the same. The other half is beside this one. */
import { describe, expect, it } from 'vitest';
import { compareEvaluators, missingFrom, shareOfAwards } from './fixtures/differential.ts';

const CASES = Number(process.env['CASES'] ?? 1_000_000);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);

describe('the reference, generated code and closures', () => {
	it(`agree on ${CASES} random cases that met everything`, { timeout: 1_200_000 }, () => {
		const started = performance.now();
		const tally = compareEvaluators(CASES, SEED);
		const seconds = ((performance.now() - started) / 1_000).toFixed(1);
		const share = shareOfAwards(tally);
		console.log(`SEED=${SEED}: ${CASES} cases in ${seconds} s, ${share.toFixed(1)} % of rules awarded; ${tally.toString()}`);
		expect(share).toBeGreaterThan(15);
		expect(share).toBeLessThan(70);
		expect(missingFrom(tally, CASES)).toEqual([]);
	});
});
