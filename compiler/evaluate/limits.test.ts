import { describe, expect, it } from 'vitest';
import type { PlanLimit } from '../plan/plan.ts';
import {
	atMost,
	campaign,
	formula,
	line,
	member,
	plan,
	type PlanParts,
	points,
	rule,
	sale,
	state,
	times,
	WITHOUT_EXTRAS,
} from './fixtures/plans.ts';
import { evaluateReference } from './reference.ts';

const usages = [{ scope: { kind: 'program' }, period: { rollingDays: 7 } }] as const;
/** A member for whom 10 units were counted so far. */
const known = member({ usages: [{ units: 10, times: 1 }] });

function taken(parts: PlanParts, of = state(known), transaction = sale()) {
	const { outcome, awards } = evaluateReference(plan({ usages, ...parts }), transaction, of);
	return {
		given: awards.map(({ source, givenUnits, cutBy }) => [source.name, givenUnits, cutBy]),
		budgets: outcome.kind === 'awarded' ? outcome.change.budgetUnits : [],
	};
}

describe('limits', () => {
	const all = {
		rule: [atMost(50), atMost(40, { usage: 0 })],
		campaign: [atMost(25)],
		budgetUnits: 22 as number | null,
		program: [atMost(20)] as readonly PlanLimit[],
	};
	const given = (parts: Partial<typeof all>) => {
		const limits = { ...all, ...parts };
		return taken({
			program: { limits: limits.program },
			campaigns: [campaign('C', { limits: limits.campaign, budgetUnits: limits.budgetUnits })],
			rules: [rule('R', { campaign: 0, earns: [points(100)], limits: limits.rule })],
		}).given;
	};

	it('are the rule’s, then its campaign’s, then the budget, then the program’s', () => {
		expect(given({})).toEqual([['R', 20, 'program limit']]);
		expect(given({ program: [] })).toEqual([['R', 22, 'campaign budget']]);
		expect(given({ program: [], budgetUnits: null })).toEqual([['R', 25, 'campaign limit']]);
		// Of 40 in a period 10 are used.
		expect(given({ program: [], budgetUnits: null, campaign: [] })).toEqual([['R', 30, 'rule limit']]);
		expect(given({ program: [], budgetUnits: null, campaign: [], rule: [atMost(50)] })).toEqual([['R', 50, 'rule limit']]);
	});

	it('that were exceeded before leave nothing', () => {
		const limits = [atMost(5, { usage: 0 })];
		expect(taken({ rules: [rule('R', { limits })] }).given).toEqual([]);
	});

	it('by the amount spent are whole units rounded down, and nothing where undefined or negative', () => {
		const cap = (over: number[], under?: number[], orNothing = false): PlanLimit => {
			return { kind: 'formula', span: { start: 0, end: 0 }, formula: formula(WITHOUT_EXTRAS, over, under), orNothing };
		};
		const at = (limit: PlanLimit) => taken({ rules: [rule('R', { earns: [points(100)], limits: [limit] })] }).given;
		// 100.00 is spent.
		expect(at(cap([0, 1], [1_500]))).toEqual([['R', 6, 'rule limit']]);
		expect(at(cap([0, 1], [100]))).toEqual([['R', 100, null]]);
		expect(at(cap([0, 1], [101], true))).toEqual([]);
		expect([at(cap([0, -1])), at(cap([1], [-10_000, 1]))]).toEqual([[], []]);
	});
});

describe('or nothing', () => {
	const sixty = (name: string, parts = {}) => rule(name, { earns: [points(60)], ...parts });
	const nothing = (units: number) => [atMost(units, { orNothing: true })];

	it('refuses an award of a rule that is above it', () => {
		expect(taken({ rules: [sixty('R', { limits: nothing(59) })] }).given).toEqual([]);
		expect(taken({ rules: [sixty('R', { limits: nothing(60) })] }).given).toEqual([['R', 60, null]]);
	});

	it('compares the whole sum of a campaign, and refuses no others', () => {
		const rules = [sixty('A', { campaign: 0 }), sixty('B', { campaign: 0 }), sixty('C')];
		const under = (units: number, program = {}) =>
			taken({ program, rules, campaigns: [campaign('X', { limits: nothing(units) })] }).given;
		expect(under(119)).toEqual([['C', 60, null]]);
		expect(under(120)).toEqual([
			['A', 60, null],
			['B', 60, null],
			['C', 60, null],
		]);
		// What the program would cut afterwards does not make the sum smaller.
		expect(under(119, { limits: [atMost(70)] })).toEqual([['C', 60, null]]);
	});

	it('compares the whole sum of the program, of what campaigns leave', () => {
		const rules = [sixty('A', { campaign: 0 }), sixty('B', { campaign: 0 }), sixty('C')];
		const under = (units: number) =>
			taken({ program: { limits: nothing(units) }, rules, campaigns: [campaign('X', { limits: [atMost(100)] })] }).given;
		expect(under(159)).toEqual([]);
		expect(under(160)).toEqual([
			['A', 60, null],
			['B', 40, 'campaign limit'],
			['C', 60, null],
		]);
	});

	it('is each recipient’s own', () => {
		const event = 'referral';
		const earns = [points(60), points(40, { recipient: 'referred' })];
		const parts = { program: { limits: nothing(50) }, rules: [rule('R', { event, earns })] } as const;
		const of = state(known, { referred: member({ id: 'M-2' }) });
		expect(taken(parts, of, sale({ event, lines: [line('A', 0)] })).given).toEqual([['R', 40, null]]);
	});
});

describe('a budget', () => {
	it('pays for the awards of its rules, less what it gave before', () => {
		const parts = { campaigns: [campaign('X', { budgetUnits: 25 })], rules: [rule('R', { campaign: 0 }), rule('Other')] };
		expect(taken(parts, state(known, { budgetsUsedUnits: [18] }))).toEqual({
			given: [
				['R', 7, 'campaign budget'],
				['Other', 10, null],
			],
			budgets: [{ campaign: 0, units: 7 }],
		});
		expect(taken(parts, state(known, { budgetsUsedUnits: [30] })).given).toEqual([['Other', 10, null]]);
	});

	it('pays for what its multipliers add to others', () => {
		const of = (budgetUnits: number) => ({
			campaigns: [campaign('X', { budgetUnits, multipliers: [times('3')] })],
			rules: [rule('Other')],
		});
		expect(taken(of(15))).toEqual({ given: [['Other', 25, 'campaign budget']], budgets: [{ campaign: 0, units: 15 }] });
		expect(taken(of(50))).toEqual({ given: [['Other', 30, null]], budgets: [{ campaign: 0, units: 20 }] });
		// The program's limit takes what was added first.
		expect(taken({ ...of(50), program: { limits: [atMost(12)] } })).toEqual({
			given: [['Other', 12, 'program limit']],
			budgets: [{ campaign: 0, units: 2 }],
		});
	});

	it('is each campaign’s own where several multiply: 10, 5 of 20, and 10', () => {
		const campaigns = [
			campaign('X', { budgetUnits: 5, multipliers: [times('3', { what: 'base' })] }),
			campaign('Y', { budgetUnits: 100, multipliers: [times('2', { what: 'base' })] }),
		];
		expect(taken({ campaigns, rules: [rule('Other')] })).toEqual({
			given: [['Other', 25, 'campaign budget']],
			budgets: [
				{ campaign: 0, units: 5 },
				{ campaign: 1, units: 10 },
			],
		});
	});
});
