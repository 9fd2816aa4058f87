import { describe, expect, it } from 'vitest';
import { epochDay, parseIsoDate } from '../domain/calendar.ts';
import { formatFraction } from '../domain/rational.ts';
import type { PlanEarn, PlanRule } from '../plan/plan.ts';
import {
	atMost,
	condition,
	constant,
	earn,
	formula,
	fraction,
	items,
	line,
	member,
	minor,
	nowhere,
	plan,
	points,
	rule,
	sale,
	state,
	steps,
	tier,
	times,
	total,
	WITHOUT_EXTRAS,
} from './fixtures/plans.ts';
import { type CutBy, MAX_POINT_UNITS } from './outcome.ts';
import { evaluateReference } from './reference.ts';

const netTotal = total('Net total', { taxes: true, fees: true, tip: true });
const food = items('Food', { mode: 'not in', selectors: [{ by: 'category', names: ['Drinks', 'Retail'] }] });
const coffee = items('Coffee', {
	mode: 'in',
	selectors: [{ by: 'subcategory', names: ['Espresso', 'Filter'] }],
	except: [{ by: 'item', names: ['GIFT-CARD'] }],
});
const NET_TOTAL = 2;
const FOOD = 3;
const COFFEE = 4;

function moment(date: string, minute = 0) {
	return { day: epochDay(parseIsoDate(date) ?? { year: 1, month: 1, day: 1 }), minute };
}

const lunchRush = rule('Lunch rush', {
	dates: { by: null, from: moment('2026-01-01'), until: moment('2026-04-01') },
	priority: 20,
	exclusive: 0,
	conditions: [
		condition({
			kind: 'day-time',
			alternatives: [
				{ days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], fromMinute: 660, untilMinute: 840 },
				{ days: ['Sat', 'Sun'], fromMinute: 720, untilMinute: 900 },
			],
		}),
		condition({ kind: 'order-type', negated: false, names: ['dine_in', 'pickup'] }),
		condition({ kind: 'channel', negated: true, names: ['kiosk'] }),
		condition({ kind: 'store', negated: false, stores: ['dxb-mall'], chains: ['Bluebird Express'] }),
		condition({ kind: 'spend', filter: FOOD, test: { operator: '>=', value: minor('50') } }),
		condition({ kind: 'birthday', window: { withinDays: 3 } }),
	],
	earns: [earn(formula(FOOD, [500, 1], [50]))],
	limits: [atMost(500), atMost(1_000, { usage: 0 }), { kind: 'times', span: { start: 0, end: 0 }, times: 1, usage: 1 }],
});
const coffeeBreak = rule('Coffee break', {
	exclusive: 0,
	conditions: [condition({ kind: 'quantity', filter: COFFEE, test: { operator: '>=', value: fraction('2000') } })],
	earns: [earn(steps('1', COFFEE, 1_000))],
});
const firstOrder = rule('First order', {
	conditions: [condition({ kind: 'purchase-number', isEvery: false, number: 1 })],
	earns: [points(200)],
});

const bluebird = plan({
	program: { limits: [atMost(5_000, { usage: 2 })] },
	tiers: [
		tier('Bronze', { earns: [earn(formula(NET_TOTAL, [0, 1], [100]))] }),
		tier('Silver', { from: 1_000, earns: [earn(formula(NET_TOTAL, [0, 3], [100]))] }),
		tier('Gold', { from: 5_000, earns: [earn(formula(NET_TOTAL, [0, 5], [100]))], multipliers: [times('1.5')] }),
	],
	filters: [netTotal, food, coffee],
	exclusives: [{ name: 'Weekday deals', picks: 'highest points' }],
	rules: [lunchRush, coffeeBreak, firstOrder],
	usages: [
		{ scope: { kind: 'rule', index: 0 }, period: 'day' },
		{ scope: { kind: 'rule', index: 0 }, period: 'week' },
		{ scope: { kind: 'program' }, period: 'day' },
	],
});

const saturdayLunch = sale({
	lines: [
		line('LATTE', 3_600, { category: 'Drinks', subcategory: 'Espresso', quantityThousandths: 2_000 }),
		line('SALAD', 6_400, { category: 'Food' }),
	],
	taxesMinor: 500,
	tipMinor: 1_000,
});
const goldMember = member({ tier: 'Gold', birthDate: { year: 1990, month: 2, day: 7 }, purchases: 12 });

describe('the worked example of the language', () => {
	const explanation = evaluateReference(bluebird, saturdayLunch, state(goldMember));

	it('gives 207 for the lunch and 750 for the tier', () => {
		expect(explanation.outcome).toEqual({
			kind: 'awarded',
			awards: [
				{
					source: { kind: 'rule', index: 0, name: 'Lunch rush' },
					recipient: 'member',
					wantedUnits: 207,
					givenUnits: 207,
				},
				{ source: { kind: 'tier', index: 2, name: 'Gold' }, recipient: 'member', wantedUnits: 750, givenUnits: 750 },
			],
			totalUnits: 957,
			referredUnits: 0,
			change: { usedRules: [0], budgetUnits: [], remainder: null, referredRemainder: null },
		});
	});

	it('says why the others gave nothing', () => {
		expect(explanation.rules.map(({ whyNot }) => whyNot)).toEqual([
			null,
			{ kind: 'set-lost', exclusive: 0, to: 0, by: fraction('202.5') },
			{ kind: 'condition', index: 0 },
		]);
	});

	it('gives 300 more for a first order, and 4 for the coffee where nothing better is in its set', () => {
		const first = evaluateReference(bluebird, saturdayLunch, state({ ...goldMember, purchases: 0 }));
		expect(first.outcome).toMatchObject({ totalUnits: 1_257, change: { usedRules: [0, 2] } });
		// 36.00 is three steps of 10; 3 × 1.5 is 4.5.
		const noBirthday = evaluateReference(bluebird, saturdayLunch, state({ ...goldMember, birthDate: null }));
		expect(noBirthday.outcome).toMatchObject({ totalUnits: 754, change: { usedRules: [1] } });
	});

	it('says how', () => {
		const [lunch, tierAward] = explanation.awards;
		expect(
			[lunch, tierAward].map(
				(award) => award && [award.base, ...award.multipliers.map(({ factor }) => factor), award.exact].map(formatFraction),
			),
		).toEqual([
			['138', '3/2', '207'],
			['500', '3/2', '750'],
		]);
		expect(explanation.local).toEqual({ date: '2026-02-07', day: 'Sat', minute: 750 });
		expect(explanation.amounts).toEqual([11_500, 10_000, 10_000, 6_400, 3_600]);
		expect(explanation.rules[0]?.conditions.map(({ seen }) => seen)).toEqual([
			{ kind: 'local-time', day: 'Sat', minute: 750 },
			{ kind: 'name', name: 'dine_in' },
			{ kind: 'name', name: 'app' },
			{ kind: 'name', name: 'dxb-mall' },
			{ kind: 'amount', amount: 6_400, decimals: 2 },
			{ kind: 'days-from', of: 'birthday', days: 0 },
		]);
	});

	it('gives a member of no tier the plain rule only', () => {
		const nobody = member({ birthDate: { year: 1990, month: 2, day: 7 }, purchases: 1 });
		const { outcome } = evaluateReference(bluebird, saturdayLunch, state(nobody));
		expect(outcome).toMatchObject({ awards: [{ wantedUnits: 138 }], totalUnits: 138 });
	});
});

function outcomeOf(rules: readonly PlanRule[], transaction = sale(), program = {}) {
	return evaluateReference(plan({ rules, program }), transaction, state());
}

describe('why a rule does not award', () => {
	const reasonOf = (parts: Partial<PlanRule>, transaction = sale(), program = {}) =>
		outcomeOf([rule('Only', parts)], transaction, program).rules[0]?.whyNot;

	it('is the first thing in its way', () => {
		const past = { by: null, from: moment('2020-01-01'), until: moment('2020-02-01') };
		const from = (minute: number) => ({ dates: { by: null, from: moment('2026-02-07', minute), until: null } });
		const until = (minute: number) => ({ dates: { by: null, from: null, until: moment('2026-02-07', minute) } });
		expect(reasonOf({ enabled: false, dates: past })).toEqual({ kind: 'disabled' });
		expect(reasonOf(from(751))).toEqual({ kind: 'not-started', of: 'rule' });
		expect(reasonOf(from(750))).toBeNull();
		expect(reasonOf(until(750))).toEqual({ kind: 'ended', of: 'rule' });
		expect(reasonOf(until(751))).toBeNull();
		const always = condition({ kind: 'always' });
		const onApp = condition({ kind: 'channel', negated: true, names: ['app'] });
		expect(reasonOf({ conditions: [always, onApp], earns: [] })).toEqual({ kind: 'condition', index: 1 });
		expect(reasonOf({ conditions: [always], earns: [] })).toEqual({ kind: 'no-effect' });
		expect(reasonOf({ earns: [earn(formula(WITHOUT_EXTRAS, [1], [-10_000, 1]))] })).toEqual({
			kind: 'divided-by-zero',
			earns: [0],
		});
		expect(reasonOf({ earns: [earn(formula(WITHOUT_EXTRAS, [-1, 0]))] })).toEqual({ kind: 'zero-points' });
		const cut = (by: CutBy) => ({ kind: 'nothing-left', by, cuts: [{ by, span: nowhere, units: fraction('10') }] });
		expect(reasonOf({ limits: [atMost(0)] })).toEqual(cut('rule limit'));
		expect(reasonOf({}, sale(), { limits: [atMost(0)] })).toEqual(cut('program limit'));
	});

	it('tests every condition all the same', () => {
		const conditions = [
			condition({ kind: 'channel', negated: true, names: ['app'] }),
			condition({ kind: 'order-type', negated: false, names: ['dine_in'] }),
		];
		const { rules } = outcomeOf([rule('Only', { enabled: false, conditions })]);
		expect(rules[0]?.conditions.map(({ verdict }) => verdict)).toEqual(['fails', 'holds']);
	});
});

describe('awards', () => {
	const wanted = (earns: readonly PlanEarn[], program = {}) =>
		outcomeOf([rule('Only', { earns })], sale(), program).awards[0]?.wantedUnits ?? 0;

	it('are the sum of earns, each clamped at 0, rounded once', () => {
		expect(wanted([points(10), points(-4), earn(formula(WITHOUT_EXTRAS, [0, 1], [100]))])).toBe(110);
		const half = earn(constant(1, 2));
		expect(wanted([half])).toBe(0);
		expect(wanted([half, half])).toBe(1);
		expect(wanted([half, half, half], { rounding: 'half even' })).toBe(2);
		expect(wanted([half], { rounding: 'half even' })).toBe(0);
		expect(wanted([half], { rounding: 'half up' })).toBe(1);
		expect(wanted([earn(constant(1, 1_000_000))], { rounding: 'up' })).toBe(1);
		expect(wanted([earn(constant(2, 3))], { pointDecimals: 2 })).toBe(66);
		expect(wanted([earn(constant(2, 3))], { pointDecimals: 2, rounding: 'half up' })).toBe(67);
	});

	it('show no error of binary fractions: 1.1 points for each of 3 units is 3.3, which does not round up', () => {
		const only = rule('Only', { earns: [earn(formula(WITHOUT_EXTRAS, [0, 11], [1_000]))] });
		const three = sale({ lines: [line('A', 300)] });
		expect(outcomeOf([only], three, { pointDecimals: 1, rounding: 'up' }).awards).toMatchObject([{ wantedUnits: 33 }]);
	});

	it('take an earn that divides by zero as 0 and report it', () => {
		const { awards } = outcomeOf([rule('Only', { earns: [points(5), earn(formula(WITHOUT_EXTRAS, [1], [-10_000, 1]))] })]);
		expect(awards).toMatchObject([{ wantedUnits: 5, dividedByZero: [1] }]);
	});

	it('are cut by the rule’s limit, then by the program’s: rules by priority, then the order of the text, the tier last', () => {
		const tiers = [tier('Staff', { earns: [points(50)] })];
		const rules = [
			rule('First', { earns: [points(40)] }),
			rule('Urgent', { priority: 5, earns: [points(40)], limits: [atMost(30)] }),
			rule('Late', { priority: -1, earns: [points(40)] }),
			rule('Second', { earns: [points(40)] }),
		];
		const {
			outcome,
			awards,
			rules: traces,
		} = evaluateReference(
			plan({ rules, tiers, program: { limits: [atMost(100)] } }),
			sale(),
			state(member({ tier: 'Staff' })),
		);
		expect(outcome).toMatchObject({ kind: 'awarded', totalUnits: 100 });
		expect(
			awards.map(({ source, wantedUnits, givenUnits, cutBy }) => [source.name, wantedUnits, givenUnits, cutBy]),
		).toEqual([
			['Urgent', 40, 30, 'rule limit'],
			['First', 40, 40, null],
			['Second', 40, 30, 'program limit'],
		]);
		const cuts = [{ by: 'program limit', span: nowhere, units: fraction('40') }];
		expect(traces.map(({ whyNot }) => whyNot)).toEqual([
			null,
			null,
			{ kind: 'nothing-left', by: 'program limit', cuts },
			null,
		]);
	});

	it('are multiplied by the tier, the tier’s own too', () => {
		const tiers = [tier('Staff', { earns: [points(3)], multipliers: [times('2.5')] })];
		const { awards } = evaluateReference(
			plan({ rules: [rule('Only', { earns: [points(5)] })], tiers }),
			sale(),
			state(member({ tier: 'Staff' })),
		);
		expect(awards.map(({ wantedUnits }) => wantedUnits)).toEqual([12, 7]);
	});

	it('are refused as a whole when they grow beyond 15 digits', () => {
		const one = rule('One', { earns: [points(MAX_POINT_UNITS)] });
		expect(outcomeOf([one]).outcome).toMatchObject({ kind: 'awarded', totalUnits: MAX_POINT_UNITS });
		const both = outcomeOf([one, rule('Two', { earns: [points(1)] })]);
		expect(both.outcome).toEqual({ kind: 'too-large', source: { kind: 'rule', index: 1, name: 'Two' } });
		expect(both.awards).toEqual([]);
		expect(both.rules.map(({ awarded, whyNot }) => [awarded, whyNot])).toEqual([
			[false, { kind: 'too-large' }],
			[false, { kind: 'too-large' }],
		]);
		// What an award wants counts before limits.
		const limited = rule('Much', { earns: [points(1_000_000_000_000_000)], limits: [atMost(5)] });
		expect(outcomeOf([limited]).outcome).toMatchObject({ kind: 'too-large' });
	});
});
