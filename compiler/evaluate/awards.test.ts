import { describe, expect, it } from 'vitest';
import { formatFraction } from '../domain/rational.ts';
import type { PlanEarn, PlanRule } from '../plan/plan.ts';
import {
	atMost,
	campaign,
	category,
	constant,
	earn,
	formula,
	fraction,
	happening,
	line,
	member,
	plan,
	type PlanParts,
	points,
	rule,
	sale,
	state,
	steps,
	tier,
	times,
	WITHOUT_EXTRAS,
} from './fixtures/plans.ts';
import { evaluateReference } from './reference.ts';

const gold = state(member({ tier: 'Gold' }));
const COFFEE = 2;
const filters = [category('Coffee')];
/** 40.00 of 100.00 is coffee. */
const basket = sale({ lines: [line('LATTE', 4_000, { category: 'Coffee' }), line('SALAD', 6_000)] });
/** A tenth of a point for each unit of money. */
const tenth = earn(formula(WITHOUT_EXTRAS, [0, 1], [1_000]));

/** The exact points of every award, by name. */
function exactOf(parts: PlanParts, transaction = basket, of = gold): Record<string, string> {
	const { awards } = evaluateReference(plan({ filters, ...parts }), transaction, of);
	return Object.fromEntries(awards.map(({ source, exact }) => [source.name, formatFraction(exact)]));
}

const only = (parts: Partial<PlanRule>) => [rule('Only', parts)];
const tiers = (...multipliers: Parameters<typeof tier>[1][]) => multipliers.map((parts) => tier('Gold', parts));

describe('multipliers', () => {
	it('of base add up, of points compound: base 10, tier 1.5, campaign 3', () => {
		const of = (what: 'base' | 'points') =>
			exactOf({
				tiers: tiers({ multipliers: [times('1.5', { what })] }),
				campaigns: [campaign('Friday', { multipliers: [times('3', { what })] })],
				rules: only({}),
			});
		expect(of('base')).toEqual({ Only: '35' });
		expect(of('points')).toEqual({ Only: '45' });
	});

	it('of base come first: 10 × (1 + 1 + 2) × 1.5 × 2', () => {
		const multipliers = [times('1.5'), times('2', { what: 'base' }), times('2'), times('3', { what: 'base' })];
		expect(exactOf({ rules: only({ multipliers }) })).toEqual({ Only: '120' });
	});

	it('act on every award of the transaction, `this` on its own alone', () => {
		const rules = [rule('A', { multipliers: [times('2', { what: 'this' }), times('3')] }), rule('B')];
		expect(exactOf({ rules })).toEqual({ A: '60', B: '30' });
		const own = tiers({ earns: [points(5)], multipliers: [times('2', { what: 'this' })] });
		expect(exactOf({ tiers: own, rules: only({}) })).toEqual({ Only: '10', Gold: '10' });
	});

	it('are those of rules that match', () => {
		expect(exactOf({ rules: [rule('A'), rule('B', { enabled: false, multipliers: [times('2')] })] })).toEqual({ A: '10' });
	});

	it('of a tier act on purchases only, of an active campaign on every event', () => {
		const rules = only({ event: 'check_in' });
		const twice = tiers({ earns: [points(7)], multipliers: [times('2')] });
		expect(exactOf({ tiers: twice, rules }, happening('check_in'))).toEqual({ Only: '10' });
		const campaigns = [campaign('Friday', { multipliers: [times('3')] })];
		expect(exactOf({ tiers: twice, campaigns, rules }, happening('check_in'))).toEqual({ Only: '30' });
		const over = [
			campaign('Friday', { multipliers: [times('3')], dates: { by: null, from: null, until: { day: 1, minute: 0 } } }),
		];
		expect(exactOf({ campaigns: over, rules }, happening('check_in'))).toEqual({ Only: '10' });
		const off = [campaign('Friday', { multipliers: [times('3')], enabled: false })];
		expect(exactOf({ campaigns: off, rules }, happening('check_in'))).toEqual({ Only: '10' });
	});

	it('leave an earn without multipliers alone', () => {
		const earns = [points(10, { exempt: true }), points(10)];
		expect(exactOf({ tiers: tiers({ multipliers: [times('2')] }), rules: only({ earns }) })).toEqual({ Only: '30' });
	});

	it('are told with the award, where there is something to multiply', () => {
		const explain = (earns: PlanEarn[]) =>
			evaluateReference(plan({ rules: only({ earns, multipliers: [times('2')] }) }), sale(), gold).awards[0]?.multipliers;
		const source = { kind: 'rule', index: 0, name: 'Only' };
		expect(explain([points(10)])).toEqual([{ source, what: 'points', on: null, factor: fraction('2') }]);
		expect(explain([points(10, { exempt: true })])).toEqual([]);
	});
});

describe('a narrowed multiplier', () => {
	const onCoffee = (factor: string, what: 'base' | 'points' = 'points') =>
		rule('Coffee day', { earns: [], multipliers: [times(factor, { on: COFFEE, what })] });
	const halfMore = tiers({ multipliers: [times('1.5')] });

	it('acts on the part that is owed to the items: base 10 of which coffee 4, tier 1.5, coffee doubled', () => {
		expect(exactOf({ tiers: halfMore, rules: [...only({ earns: [tenth] }), onCoffee('2')] })).toEqual({ Only: '21' });
	});

	it('adds to others of its kind: (10 + 4 + 8) × 1.5', () => {
		const rules = [...only({ earns: [tenth] }), onCoffee('2'), onCoffee('3', 'base')];
		expect(exactOf({ tiers: halfMore, rules })).toEqual({ Only: '33' });
	});

	it('knows the part by the award without the items', () => {
		expect(exactOf({ rules: [...only({}), onCoffee('2')] })).toEqual({ Only: '10' });
		// 100.00 is three steps of 30.00, 60.00 is two: one is owed to the coffee.
		const inSteps = only({ earns: [earn(steps('1', WITHOUT_EXTRAS, 3_000))] });
		expect(exactOf({ rules: [...inSteps, onCoffee('2')] })).toEqual({ Only: '4' });
		// 10.00 off is 4.00 off the coffee, whether it is there or not: 9 + 3.6.
		expect(exactOf({ rules: [...only({ earns: [tenth] }), onCoffee('2')] }, { ...basket, discountMinor: 1_000 })).toEqual({
			Only: '63/5',
		});
	});
});

describe('earns', () => {
	it('give a floor where the formula is defined and its filter is above 0', () => {
		const at = (amount: number, over: PlanEarn['amount']) =>
			exactOf({ rules: only({ earns: [earn(over, { atLeast: fraction('5') })] }) }, sale({ lines: [line('A', amount)] }));
		expect(at(0, formula(WITHOUT_EXTRAS, [0, 1], [100]))).toEqual({});
		expect(at(1, formula(WITHOUT_EXTRAS, [0, 1], [100]))).toEqual({ Only: '5' });
		expect(at(700, formula(WITHOUT_EXTRAS, [0, 1], [100]))).toEqual({ Only: '7' });
		expect(at(700, formula(WITHOUT_EXTRAS, [0, -1], [100]))).toEqual({ Only: '5' });
		expect(at(700, formula(WITHOUT_EXTRAS, [1], [-700, 1]))).toEqual({});
		expect(at(0, constant(2))).toEqual({ Only: '5' });
		const floored = only({ earns: [earn(constant(2), { atLeast: fraction('5') })] });
		expect(exactOf({ tiers: tiers({ multipliers: [times('2')] }), rules: floored })).toEqual({ Only: '10' });
	});

	it('count full steps only', () => {
		const at = (amount: number) =>
			exactOf({ rules: only({ earns: [earn(steps('1.5', WITHOUT_EXTRAS, 1_000))] }) }, sale({ lines: [line('A', amount)] }));
		expect([999, 1_000, 3_999].map(at)).toEqual([{}, { Only: '3/2' }, { Only: '9/2' }]);
	});
});

describe('a referral', () => {
	const usages = [{ scope: { kind: 'rule', index: 0 }, period: 'lifetime' }] as const;
	const tenTimes = { kind: 'times', span: { start: 0, end: 0 }, times: 10, usage: 0 } as const;
	const rules = [
		rule('Mate', {
			event: 'referral',
			earns: [points(200), points(100, { recipient: 'referred' }), points(1, { recipient: 'referrer' })],
			limits: [atMost(150), tenTimes],
		}),
	];
	const outcome = (used: number, referred = true, limits = rules) =>
		evaluateReference(
			plan({ rules: limits, usages }),
			happening('referral'),
			state(member({ usages: [{ units: 0, times: used }] }), { referred: referred ? member({ id: 'M-2' }) : null }),
		);

	it('pays each side, and limits of points are each side’s', () => {
		expect(outcome(0).outcome).toMatchObject({
			awards: [
				{ recipient: 'member', wantedUnits: 201, givenUnits: 150 },
				{ recipient: 'referred', wantedUnits: 100, givenUnits: 100 },
			],
			totalUnits: 150,
			referredUnits: 100,
			change: { usedRules: [0] },
		});
	});

	it('pays neither when its times are used up', () => {
		expect(outcome(10)).toMatchObject({
			outcome: { awards: [] },
			rules: [{ whyNot: { kind: 'used-up', limit: 1, times: 10 } }],
		});
	});

	it('pays nobody where nobody was referred', () => {
		expect(outcome(0, false).outcome).toMatchObject({ totalUnits: 150, referredUnits: 0 });
		const forReferred = [rule('Gift', { event: 'referral', earns: [points(9, { recipient: 'referred' })] })];
		expect(outcome(0, false, forReferred).rules).toMatchObject([{ whyNot: { kind: 'nobody-referred' } }]);
	});
});

describe('the times of a rule', () => {
	const used = (rules: readonly PlanRule[]) => {
		const { outcome } = evaluateReference(plan({ rules }), sale(), state());
		return outcome.kind === 'awarded' ? outcome.change.usedRules : [];
	};
	const multiplies = (factor: string) => rule('Multiplies', { earns: [], multipliers: [times(factor)] });

	it('are used by what gave, and by what changed an award', () => {
		expect(used([multiplies('2'), rule('Gives'), rule('Nothing', { earns: [points(0)] })])).toEqual([0, 1]);
		expect(used([multiplies('1'), rule('Gives')])).toEqual([1]);
		expect(used([multiplies('2'), rule('Exempt', { earns: [points(1, { exempt: true })] })])).toEqual([1]);
		expect(used([multiplies('2')])).toEqual([]);
		expect(used([rule('Cut', { limits: [atMost(0)] })])).toEqual([]);
	});
});

describe('events', () => {
	it('are answered by the rules that are for them', () => {
		const rules = [
			rule('Sale'),
			rule('Check in', { event: 'check_in' }),
			rule('Survey', { event: { custom: 'survey_done' } }),
			rule('Any', { event: 'any' }),
		];
		const names = (transaction = sale()) => Object.keys(exactOf({ rules }, transaction));
		expect(names()).toEqual(['Sale', 'Any']);
		expect(names(happening('check_in'))).toEqual(['Check in', 'Any']);
		expect(names(happening({ custom: 'survey_done' }))).toEqual(['Survey', 'Any']);
		expect(names(happening({ custom: 'check_in' }))).toEqual(['Any']);
	});
});
