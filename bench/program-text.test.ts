/** A workload and the program made of it mean the same, to the last point. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateReference, newcomer, stateOf } from '#compiler';
import { build, planOf, rulePoints, totalOf } from './earnest.ts';
import { programText } from './program-text.ts';
import { MemberStates, transactionOf } from './raw.ts';
import { anyWorkload } from './testing/any-workload.ts';
import { meaningOf } from './testing/plain-meaning.ts';
import type { RawTransaction, RulePoints, Workload } from './workload.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);

const awarded = (rules: readonly RulePoints[]) => rules.filter(([, points]) => points > 0);

/** What the readable evaluator says of all transactions: totals under the program, and rules without its own limit. */
function byReference(workload: Workload, transactions: readonly RawTransaction[]) {
	const plan = planOf(programText(workload));
	const uncapped = { ...plan, program: { ...plan.program, limits: [] } };
	const members = new MemberStates(plan);
	return transactions.map((raw) => {
		const [transaction, state] = [transactionOf(raw), members.stateOf(raw.member)];
		return {
			points: totalOf(evaluateReference(plan, transaction, state).outcome),
			rules: rulePoints(evaluateReference(uncapped, transaction, state).outcome),
		};
	});
}

describe('the program made of a workload', () => {
	it('earns what the workload means, read by the reference and by the fast evaluator', () => {
		let awards = 0;
		fc.assert(
			fc.property(anyWorkload, ({ workload, transactions }) => {
				const must = transactions.map((raw) => meaningOf(workload, raw));
				const due = must.map(({ points, rules }) => ({ points, rules: awarded(rules) }));
				expect(byReference(workload, transactions)).toEqual(due);
				const engine = build(workload);
				const fast = transactions.map((raw) => ({ points: engine.evaluate(raw), rules: engine.explain(raw) }));
				expect(fast).toEqual(due);
				expect(transactions.map((raw) => engine.evaluateOwn(engine.own(raw)))).toEqual(due.map(({ points }) => points));
				awards += due.reduce((sum, { rules }) => sum + rules.length, 0);
			}),
			{ seed: SEED, numRuns: 40 },
		);
		// Workloads in which nothing happens would prove nothing.
		expect(awards).toBeGreaterThan(250);
	});

	it('reads as a person would write it', () => {
		const workload: Workload = {
			program: {
				timezone: 'America/New_York',
				maxPointsPerTransaction: 5_000,
				tiers: ['basic', 'gold'],
				channels: ['app'],
				orderTypes: ['dine_in'],
				stores: ['s001'],
			},
			cartFilters: [
				{ id: 'f0', name: 'Total', kind: 'total' },
				{ id: 'f1', name: 'Dry', kind: 'lines', op: 'notIn', categories: ['Alcohol'], subcategories: ['beer'], items: [] },
			],
			rules: [
				{
					id: 'r0',
					name: 'Late',
					enabled: false,
					start: null,
					end: '2026-03-31',
					conditions: [
						{ type: 'store', anyOf: [{ op: 'notIn', values: ['s001'] }] },
						{
							type: 'time',
							anyOf: [
								{ days: ['fri', 'sat'], from: '22:00', to: '02:00' },
								{ days: ['sun'], from: '20:00', to: '00:00' },
							],
						},
						{
							type: 'cartSpend',
							anyOf: [
								{ filter: 'f0', op: '>=', value: '25.00' },
								{ filter: 'f1', op: '<', value: '5.00' },
							],
						},
					],
					effect: {
						type: 'formula',
						filter: 'f1',
						expr: { op: '*', left: { op: '-', left: { filter: true }, right: { num: '2.5' } }, right: { num: '10' } },
					},
					maxPointsPerTransaction: 1_250,
				},
			],
		};
		expect(programText(workload)).toBe(`program "Workload" {
  currency    USD
  timezone    "America/New_York"
  points      whole, rounded down per award
  channels    app
  order types dine_in
  limit 5_000 points per transaction
}

tiers by hand {
  tier basic {}
  tier gold {}
}

filter "Total" = total excluding taxes, fees, tip
filter "Dry" = items not in category "Alcohol", subcategory "beer"

rule "Late" {
  status disabled
  active until 2026-03-31
  when {
    store is not "s001"
    on Fri, Sat between 22:00 and 02:00 or on Sun between 20:00 and 24:00
    any { spend "Total" >= 25.00  spend "Dry" < 5.00 }
  }
  earn ("Dry" - 2.5) * 10
  limit 1_250 points per transaction
}
`);
	});
});

describe('the states of members', () => {
	it('are what a transaction says of its member', () => {
		const plan = planOf('program "P" { currency USD timezone "UTC" points whole }');
		const members = new MemberStates(plan);
		const gold = { id: 'm', tier: 'gold', birthday: '1990-02-07' };
		const birthDate = { year: 1990, month: 2, day: 7 };
		expect(members.stateOf(gold)).toEqual(stateOf(plan, newcomer(plan, { id: 'm', tier: 'gold', birthDate })));
		expect(members.stateOf({ ...gold, tier: 'basic' }).member?.tier).toBe('basic');
		expect(members.stateOf({ ...gold, birthday: null }).member?.birthDate).toBeNull();
	});
});
