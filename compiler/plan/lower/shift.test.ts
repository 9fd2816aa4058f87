import { shiftSpans } from '#grammar';
import { expect, test } from 'vitest';
import { Random } from '../../evaluate/fixtures/random.ts';
import { randomPlan } from '../../evaluate/fixtures/random-plan.ts';
import { shiftRule } from './shift.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);

test('a rule is moved with every span that is anywhere in it', () => {
	const random = new Random(SEED);
	for (let count = 0; count < 300; count++) {
		for (const rule of randomPlan(random, random.chance(40)).rules) {
			expect(shiftRule(rule, 7), `SEED=${SEED}`).toEqual(shiftSpans(rule, 7));
		}
	}
});

test('what stays where it is stays the same, and what has no span in it', () => {
	const rules = Array.from({ length: 50 }, (_, seed) => randomPlan(new Random(seed), true).rules).flat();
	const rule = rules.find(({ earns }) => earns.length > 0);
	if (!rule) throw new Error('No rule earns anything');
	expect(shiftRule(rule, 0)).toBe(rule);
	expect(shiftRule(rule, 5).dates).toBe(rule.dates);
	expect(shiftRule(rule, 5).earns[0]?.atLeast).toBe(rule.earns[0]?.atLeast);
});
