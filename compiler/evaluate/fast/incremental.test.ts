/** An evaluator that goes on from the one before: only what changed is made ready, and it says what a new one says. */
import { describe, expect, it } from 'vitest';
import { codeBackend } from '../emit/code.ts';
import { Random } from '../fixtures/random.ts';
import { randomPlan } from '../fixtures/random-plan.ts';
import { Edges } from '../fixtures/random-sale.ts';
import { campaign, plan, points, rule, sale, state } from '../fixtures/plans.ts';
import { comeFrom } from '../../plan/origins.ts';
import type { Plan, PlanRule } from '../../plan/plan.ts';
import { evaluateReference } from '../reference.ts';
import { Evaluator } from './evaluator.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);
const options = { backendOf: codeBackend, mostAskedAlways: 4 };

function planOf(rules: readonly PlanRule[]): Plan {
	return plan({ rules });
}

describe('an evaluator after a change', () => {
	const many = Array.from({ length: 200 }, (_, index) => rule(`Rule ${index}`, { earns: [points(1)] }));

	it('makes one rule of many ready, wherever it stands', () => {
		const first = new Evaluator(planOf(many), options);
		expect(first.made).toBe(200);
		const changed = many.with(77, rule('Rule 77', { earns: [points(5)] }));
		const second = new Evaluator(planOf(changed), options, first);
		expect(second.made).toBe(1);
		expect(second.evaluate(sale(), state(null))).toMatchObject({ totalUnits: 204 });
		const fewer = new Evaluator(planOf(changed.toSpliced(3, 2)), options, second);
		expect(fewer.made).toBe(1);
		expect(fewer.evaluate(sale(), state(null))).toMatchObject({ totalUnits: 202 });
		// The ones before still answer for their own programs.
		expect(first.evaluate(sale(), state(null))).toMatchObject({ totalUnits: 200 });
	});

	it('makes all of them ready where the program itself changed, or too many rules', () => {
		const first = new Evaluator(planOf(many), options);
		const other = { ...planOf(many), program: { ...planOf(many).program, pointDecimals: 2 } };
		expect(new Evaluator(other, options, first).made).toBe(200);
		const most = many.map((each, index) => (index < 100 ? rule('Other', { earns: [points(2)] }) : each));
		expect(new Evaluator(planOf(most), options, first).made).toBe(200);
	});

	it('follows a rule into a campaign of the same dates that has a budget', () => {
		const campaigns = [campaign('Open'), campaign('Rationed', { budgetUnits: 3 })];
		const [open, rationed] = [0, 1].map((index) => rule('One', { earns: [points(5)], campaign: index }));
		const origin = {};
		const planIn = (one: PlanRule | undefined) => {
			const rules = one ? [one] : [];
			comeFrom(rules, [origin]);
			return plan({ rules, campaigns });
		};
		const first = new Evaluator(planIn(open), options);
		const second = new Evaluator(planIn(rationed), options, first);
		const member = { ...state(null), budgetsUsedUnits: [0, 0] };
		expect(first.evaluate(sale(), member)).toMatchObject({ totalUnits: 5 });
		expect(second.made).toBe(0);
		expect(second.evaluate(sale(), member)).toMatchObject({ totalUnits: 3 });
	});

	it('takes the same rule twice for two rules', () => {
		const [one] = many;
		const twice = new Evaluator(planOf(one ? [one, one] : []), options);
		expect(twice.evaluate(sale(), state(null))).toMatchObject({ totalUnits: 2 });
	});

	it(`says what the reference says, after any changes of random programs (SEED=${SEED})`, { timeout: 300_000 }, () => {
		const random = new Random(SEED);
		let made = 0;
		let all = 0;
		for (let program = 0; program < 60; program++) {
			let current = randomPlan(random, random.chance(50));
			let evaluator = new Evaluator(current, options);
			for (let change = 0; change < 6; change++) {
				current = changed(random, current);
				evaluator = new Evaluator(current, options, evaluator);
				made += evaluator.made;
				all += current.rules.length;
				const edges = new Edges(current);
				for (let i = 0; i < 6; i++) {
					const transaction = edges.transaction(random);
					const before = edges.state(random, transaction);
					const { outcome } = evaluateReference(current, transaction, before);
					expect(evaluator.evaluate(transaction, before), `SEED=${SEED}`).toEqual(outcome);
				}
			}
		}
		expect(made).toBeLessThan(all * 0.8);
	});
});

/** Rules moved, left out, switched off or given another priority; each that stays as it is stays the same object. */
function changed(random: Random, plan: Plan): Plan {
	const at = random.below(plan.rules.length);
	const one = plan.rules[at];
	if (!one) return plan;
	switch (random.below(6)) {
		case 0:
			return { ...plan, rules: [...plan.rules.toSpliced(at, 1), one] };
		case 1:
			return { ...plan, rules: plan.rules.toSpliced(at, plan.rules.length > 1 ? 1 : 0) };
		case 2:
			return { ...plan, rules: plan.rules.with(at, { ...one, enabled: !one.enabled }) };
		case 3: {
			// What another rule says, in the place of this one.
			const other = random.pick(plan.rules);
			const { conditions, earns, dates, event } = other;
			return { ...plan, rules: plan.rules.with(at, { ...one, conditions, earns, dates, event }) };
		}
		case 4: {
			const other = random.below(plan.rules.length);
			return { ...plan, rules: plan.rules.with(at, plan.rules[other] ?? one).with(other, one) };
		}
		default:
			return { ...plan, rules: plan.rules.with(at, { ...one, priority: random.between(-2, 2) }) };
	}
}
