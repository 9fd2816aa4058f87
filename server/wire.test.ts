import { expect, test } from 'vitest';
import { compile, type Explanation, type Plan, type PlanCondition } from '#compiler';
import { reasonsWire } from './wire.ts';

const SOURCE = `program "P" { currency AED timezone "Asia/Dubai" channels app }
tiers by hand { tier Gold { multiply points by 1.5 } }
filter "Food" = items
rule "R" { when { spend "Food" > 5 channel is app } earn "Food" }`;
const { plan } = compile(SOURCE);
if (!plan) throw new Error('The program of this test has an error');

const EXPLANATION: Explanation = {
	outcome: {
		kind: 'awarded',
		awards: [],
		totalUnits: 0,
		referredUnits: 0,
		change: { usedRules: [], budgetUnits: [], remainder: null, referredRemainder: null },
	},
	awards: [],
	rules: [],
	amounts: [0, 0, 2_500],
	event: 'purchase',
	tier: null,
	local: { date: '2026-02-07', day: 'Sat', minute: 750 },
};
const FOOD = 2;

function withFood(change: object): Plan {
	const filters = plan?.filters ?? [];
	return {
		...(plan as Plan),
		filters: filters.map((filter, index) => (index === FOOD ? { ...filter, ...change } : filter)),
	};
}

test.each([
	['money', {}, '25.00'],
	['quantity', { isQuantity: true, decimals: 3 }, '2.500'],
	['attribute', { kind: 'attribute', attribute: 0, decimals: 6 }, '0.002500'],
	['money', { kind: 'paid' }, '25.00'],
])('an amount of %s has its own decimals', (measure, change, amount) => {
	const { filters } = reasonsWire(EXPLANATION, [], withFood(change), SOURCE);
	expect(filters[FOOD]).toEqual({ name: 'Food', measure, amount });
});

test('multipliers are named by where they stand and what they act on', () => {
	const factor = { numerator: '3', denominator: '2' };
	const multipliers = [
		{ source: { kind: 'tier', index: 0, name: 'Gold' }, what: 'points', on: null, factor },
		{ source: { kind: 'campaign', index: 0, name: 'Black Friday' }, what: 'base', on: FOOD, factor },
	] as const;
	const award = {
		source: { kind: 'rule', index: 0, name: 'R' },
		recipient: 'member',
		base: { numerator: '10', denominator: '1' },
		multipliers,
		exact: { numerator: '45', denominator: '2' },
		rounded: {
			mode: 'half even',
			place: 'award',
			exactUnits: { numerator: '45', denominator: '2' },
			units: { numerator: '22', denominator: '1' },
		},
		wantedUnits: 22,
		givenUnits: 20,
		cutBy: 'campaign budget',
		cuts: [{ by: 'campaign budget', span: { start: 0, end: 7 }, units: { numerator: '2', denominator: '1' } }],
		dividedByZero: [],
	} as const;
	expect(reasonsWire({ ...EXPLANATION, awards: [award] }, [], plan, SOURCE).awards).toEqual([
		{
			source: 'rule',
			name: 'R',
			points: 20,
			wanted: 22,
			base: '10',
			multipliers: [
				{ source: 'tier', name: 'Gold', what: 'points', on: null, factor: '3/2' },
				{ source: 'campaign', name: 'Black Friday', what: 'base', on: 'Food', factor: '3/2' },
			],
			exact: '45/2',
			rounded: { mode: 'half even', place: 'award', points: '22' },
			cutBy: 'campaign budget',
			cuts: [{ by: 'campaign budget', text: 'program', span: { start: 0, end: 7 }, points: '2' }],
		},
	]);
});

test('a group has the conditions inside it', () => {
	const [rule] = plan.rules;
	const inside = rule?.conditions ?? [];
	const span = { start: inside[0]?.span.start ?? 0, end: inside[1]?.span.end ?? 0 };
	const group: PlanCondition = { kind: 'any', span, conditions: inside };
	const grouped: Plan = { ...plan, rules: plan.rules.map((each) => ({ ...each, conditions: [group] })) };
	const inner = [
		{ index: 0, verdict: 'holds', seen: { kind: 'amount', amount: 2_500, decimals: 2 } },
		{ index: 1, verdict: 'unknown', seen: { kind: 'missing', fact: 'channel' } },
	] as const;
	const conditions = [{ index: 0, verdict: 'holds', seen: { kind: 'nothing' }, inner }] as const;
	const trace = { index: 0, name: 'R', awarded: true, whyNot: null, conditions };
	const { rules } = reasonsWire({ ...EXPLANATION, rules: [trace] }, [], grouped, SOURCE);
	expect(rules[0]?.conditions).toMatchObject([
		{
			text: 'spend "Food" > 5 channel is app',
			verdict: 'holds',
			conditions: [
				{ text: 'spend "Food" > 5', verdict: 'holds', seen: '`Food` is 25.00' },
				{ text: 'channel is app', verdict: 'unknown' },
			],
		},
	]);
});
