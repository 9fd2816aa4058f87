import { describe, expect, it } from 'vitest';
import { epochDay, parseIsoDate } from '../domain/calendar.ts';
import { formatFraction } from '../domain/rational.ts';
import type { PlanCondition, PlanFilter, PlanFormula, PlanRule } from '../plan/plan.ts';
import {
	condition,
	formula,
	line,
	member,
	minor,
	plan,
	points,
	rule,
	sale,
	tier,
	WITHOUT_EXTRAS,
} from './fixtures/plans.ts';
import { MAX_POINT_UNITS, type Verdict } from './outcome.ts';
import { evaluateReference } from './reference.ts';

const netTotal: PlanFilter = {
	kind: 'total',
	name: 'Net total',
	without: { taxes: true, fees: true, tip: true, points: false },
	beforeDiscounts: false,
};
const food: PlanFilter = {
	kind: 'items',
	name: 'Food',
	mode: 'not in',
	selectors: [{ by: 'category', names: ['Drinks', 'Retail'] }],
	except: [],
};
const NET_TOTAL = 2;
const FOOD = 3;

function moment(date: string, minute = 0) {
	return { day: epochDay(parseIsoDate(date) ?? { year: 1, month: 1, day: 1 }), minute };
}

const lunchRush = rule('Lunch rush', {
	from: moment('2026-01-01'),
	until: moment('2026-04-01'),
	priority: 20,
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
		condition({ kind: 'spend', filter: FOOD, test: { operator: '>=', valueMinor: minor('50') } }),
		condition({ kind: 'birthday', window: { withinDays: 3 } }),
	],
	earns: [formula(FOOD, [500, 1], [50])],
	limitUnits: 500,
});

const bluebird = plan({
	tiers: {
		by: 'lifetime points',
		steps: [
			tier('Bronze', { earns: [formula(NET_TOTAL, [0, 1], [100])] }),
			tier('Silver', { fromUnits: 1_000, earns: [formula(NET_TOTAL, [0, 3], [100])] }),
			tier('Gold', {
				fromUnits: 5_000,
				earns: [formula(NET_TOTAL, [0, 5], [100])],
				multiplier: { numerator: '3', denominator: '2' },
			}),
		],
	},
	filters: [netTotal, food],
	rules: [lunchRush],
});

const saturdayLunch = sale({
	lines: [
		line('LATTE', 3_600, { category: 'Drinks', subcategory: 'Espresso', quantityThousandths: 2_000 }),
		line('SALAD', 6_400, { category: 'Food' }),
	],
	taxesMinor: 500,
	tipMinor: 1_000,
});
const goldMember = member({ tier: 'Gold', birthDate: { year: 1990, month: 2, day: 7 } });

describe('the worked example of the language', () => {
	const explanation = evaluateReference(bluebird, saturdayLunch, goldMember);

	it('gives 207 for the lunch and 750 for the tier', () => {
		expect(explanation.outcome).toEqual({
			kind: 'awarded',
			awards: [
				{ source: { kind: 'rule', index: 0, name: 'Lunch rush' }, wantedUnits: 207, givenUnits: 207 },
				{ source: { kind: 'tier', index: 2, name: 'Gold' }, wantedUnits: 750, givenUnits: 750 },
			],
			totalUnits: 957,
		});
	});

	it('says how', () => {
		const [lunch, tierAward] = explanation.awards;
		expect(
			[lunch, tierAward].map((award) => award && [award.base, award.multiplier, award.exact].map(formatFraction)),
		).toEqual([
			['138', '3/2', '207'],
			['500', '3/2', '750'],
		]);
		expect(explanation.local).toEqual({ date: '2026-02-07', day: 'Sat', minute: 750 });
		expect(explanation.filtersMinor).toEqual([11_500, 10_000, 10_000, 6_400]);
		expect(explanation.rules[0]?.conditions.map(({ seen }) => seen)).toEqual([
			{ kind: 'local-time', day: 'Sat', minute: 750 },
			{ kind: 'name', name: 'dine_in' },
			{ kind: 'name', name: 'app' },
			{ kind: 'name', name: 'dxb-mall' },
			{ kind: 'amount', minor: 6_400 },
			{ kind: 'birthday', daysFromBirthday: 0 },
		]);
	});

	it('gives a member of no tier the plain rule only', () => {
		const { outcome } = evaluateReference(bluebird, saturdayLunch, member({ birthDate: { year: 1990, month: 2, day: 7 } }));
		expect(outcome).toMatchObject({ awards: [{ wantedUnits: 138 }], totalUnits: 138 });
	});
});

function verdictOf(subject: PlanCondition, transaction = sale(), who = member()): Verdict | undefined {
	return evaluateReference(plan({ rules: [rule('Only', { conditions: [subject] })] }), transaction, who).rules[0]
		?.conditions[0]?.verdict;
}

describe('conditions', () => {
	const window = (from: number, until: number, ...days: ('Mon' | 'Fri' | 'Sat' | 'Sun')[]) =>
		condition({ kind: 'day-time', alternatives: [{ days, fromMinute: from, untilMinute: until }] });

	it('include the start of a window and exclude its end', () => {
		const noonToThree = window(720, 900, 'Sat');
		const verdicts = ['11:59', '12:00', '14:59', '15:00'].map((time) =>
			verdictOf(noonToThree, sale({ at: `2026-02-07T${time}:59+04:00` })),
		);
		expect(verdicts).toEqual(['fails', 'holds', 'holds', 'fails']);
	});

	it('count a window past midnight to the day on which it starts', () => {
		const night = window(1_320, 120, 'Sat');
		const at = (text: string) => verdictOf(night, sale({ at: `${text}:00+04:00` }));
		expect(at('2026-02-07T22:00')).toBe('holds');
		expect(at('2026-02-08T01:59')).toBe('holds');
		expect(at('2026-02-08T02:00')).toBe('fails');
		expect(at('2026-02-07T01:00')).toBe('fails');
		expect(at('2026-02-08T22:00')).toBe('fails');
		expect(verdictOf(window(1_320, 120, 'Sun'), sale({ at: '2026-02-09T01:00:00+04:00' }))).toBe('holds');
	});

	it('see the local day of the program, not of the offset that was sent', () => {
		const saturday = window(0, 1_440, 'Sat');
		expect(verdictOf(saturday, sale({ at: '2026-02-06T20:00:00Z' }))).toBe('holds');
		expect(verdictOf(saturday, sale({ at: '2026-02-06T19:59:59Z' }))).toBe('fails');
	});

	it('are unknown where the fact is missing, negated or not', () => {
		for (const negated of [false, true]) {
			expect(verdictOf(condition({ kind: 'channel', negated, names: ['app'] }), sale({ channel: null }))).toBe('unknown');
			expect(verdictOf(condition({ kind: 'order-type', negated, names: ['pickup'] }), sale({ orderType: null }))).toBe(
				'unknown',
			);
			expect(
				verdictOf(condition({ kind: 'store', negated, stores: ['x'], chains: ['c'] }), sale({ store: null, chain: 'c' })),
			).toBe('unknown');
			expect(verdictOf(condition({ kind: 'tier', negated, names: ['Gold'] }))).toBe('unknown');
		}
		expect(verdictOf(condition({ kind: 'birthday', window: 'today' }))).toBe('unknown');
		expect(evaluateReference(plan({}), sale({ member: null }), null).tier).toBeNull();
	});

	it('compare names exactly and in either sense', () => {
		const tierIs = (negated: boolean, ...names: string[]) => condition({ kind: 'tier', negated, names });
		const gold = member({ tier: 'Gold' });
		expect(verdictOf(tierIs(false, 'Silver', 'Gold'), sale(), gold)).toBe('holds');
		expect(verdictOf(tierIs(true, 'Silver', 'Gold'), sale(), gold)).toBe('fails');
		expect(verdictOf(tierIs(false, 'gold'), sale(), gold)).toBe('fails');
		expect(verdictOf(tierIs(true, 'gold'), sale(), gold)).toBe('holds');
	});

	it('find a store by its id or its chain', () => {
		const subject = (negated: boolean) => condition({ kind: 'store', negated, stores: ['dxb-mall'], chains: ['Express'] });
		expect(verdictOf(subject(false), sale({ store: 'dxb-mall', chain: null }))).toBe('holds');
		expect(verdictOf(subject(false), sale({ store: 'auh', chain: 'Express' }))).toBe('holds');
		expect(verdictOf(subject(true), sale({ store: 'auh', chain: 'Express' }))).toBe('fails');
		expect(verdictOf(subject(true), sale({ store: 'auh', chain: null }))).toBe('holds');
		expect(verdictOf(subject(false), sale({ store: 'Express', chain: 'dxb-mall' }))).toBe('fails');
	});

	it('compare spends in exact minor units', () => {
		const at = (test: Extract<PlanCondition, { kind: 'spend' }>['test'], amount: number) =>
			verdictOf(condition({ kind: 'spend', filter: WITHOUT_EXTRAS, test }), sale({ lines: [line('A', amount)] })) ===
			'holds';
		const around = (test: Extract<PlanCondition, { kind: 'spend' }>['test']) =>
			[4_999, 5_000, 5_001].map((amount) => at(test, amount));
		const fifty = minor('50');
		expect(around({ operator: '=', valueMinor: fifty })).toEqual([false, true, false]);
		expect(around({ operator: '!=', valueMinor: fifty })).toEqual([true, false, true]);
		expect(around({ operator: '<', valueMinor: fifty })).toEqual([true, false, false]);
		expect(around({ operator: '<=', valueMinor: fifty })).toEqual([true, true, false]);
		expect(around({ operator: '>', valueMinor: fifty })).toEqual([false, false, true]);
		expect(around({ operator: '>=', valueMinor: fifty })).toEqual([false, true, true]);
		expect(around({ operator: 'between', lowMinor: fifty, highMinor: fifty })).toEqual([false, true, false]);
		expect(around({ operator: '>=', valueMinor: minor('50.001') })).toEqual([false, false, true]);
		expect(around({ operator: '=', valueMinor: minor('50.001') })).toEqual([false, false, false]);
	});

	it('know birthdays of the day, of the month and within days', () => {
		const leapling = member({ birthDate: { year: 1992, month: 2, day: 29 } });
		const on = (date: string, window: Extract<PlanCondition, { kind: 'birthday' }>['window']) =>
			verdictOf(condition({ kind: 'birthday', window }), sale({ at: `${date}T12:00:00+04:00` }), leapling);
		expect(on('2026-02-28', 'today')).toBe('holds');
		expect(on('2024-02-28', 'today')).toBe('fails');
		expect(on('2024-02-29', 'today')).toBe('holds');
		expect(on('2026-02-01', 'this month')).toBe('holds');
		expect(on('2026-03-01', 'this month')).toBe('fails');
		expect(on('2026-03-03', { withinDays: 3 })).toBe('holds');
		expect(on('2026-03-04', { withinDays: 3 })).toBe('fails');
	});
});

function outcomeOf(rules: readonly PlanRule[], transaction = sale(), program = {}) {
	return evaluateReference(plan({ rules, program }), transaction, member());
}

describe('why a rule does not award', () => {
	const reasonOf = (parts: Partial<PlanRule>, transaction = sale(), program = {}) =>
		outcomeOf([rule('Only', parts)], transaction, program).rules[0]?.whyNot;

	it('is the first thing in its way', () => {
		const past = { from: moment('2020-01-01'), until: moment('2020-02-01') };
		expect(reasonOf({ enabled: false, ...past })).toEqual({ kind: 'disabled' });
		expect(reasonOf({ from: moment('2026-02-07', 751) })).toEqual({ kind: 'not-started' });
		expect(reasonOf({ from: moment('2026-02-07', 750) })).toBeNull();
		expect(reasonOf({ until: moment('2026-02-07', 750) })).toEqual({ kind: 'ended' });
		expect(reasonOf({ until: moment('2026-02-07', 751) })).toBeNull();
		const always = condition({ kind: 'always' });
		const onApp = condition({ kind: 'channel', negated: true, names: ['app'] });
		expect(reasonOf({ conditions: [always, onApp], earns: [] })).toEqual({ kind: 'condition', index: 1 });
		expect(reasonOf({ conditions: [always], earns: [] })).toEqual({ kind: 'no-effect' });
		expect(reasonOf({ earns: [formula(WITHOUT_EXTRAS, [1], [-10_000, 1])] })).toEqual({ kind: 'divided-by-zero' });
		expect(reasonOf({ earns: [formula(WITHOUT_EXTRAS, [-1, 0])] })).toEqual({ kind: 'zero-points' });
		expect(reasonOf({ limitUnits: 0 })).toEqual({ kind: 'nothing-left', by: 'rule limit' });
		expect(reasonOf({}, sale(), { limitUnits: 0 })).toEqual({ kind: 'nothing-left', by: 'program limit' });
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
	const wanted = (earns: readonly PlanFormula[], program = {}) =>
		outcomeOf([rule('Only', { earns })], sale(), program).awards[0]?.wantedUnits ?? 0;

	it('are the sum of earns, each clamped at 0, rounded once', () => {
		expect(wanted([points(10), points(-4), formula(WITHOUT_EXTRAS, [0, 1], [100])])).toBe(110);
		const half = { ...points(1), denominator: ['2'] };
		expect(wanted([half])).toBe(0);
		expect(wanted([half, half])).toBe(1);
		expect(wanted([half, half, half], { rounding: 'half even' })).toBe(2);
		expect(wanted([half], { rounding: 'half even' })).toBe(0);
		expect(wanted([half], { rounding: 'half up' })).toBe(1);
		expect(wanted([{ ...points(1), denominator: ['1000000'] }], { rounding: 'up' })).toBe(1);
		expect(wanted([{ ...points(2), denominator: ['3'] }], { pointDecimals: 2 })).toBe(66);
		expect(wanted([{ ...points(2), denominator: ['3'] }], { pointDecimals: 2, rounding: 'half up' })).toBe(67);
	});

	it('show no error of binary fractions: 1.1 points for each of 3 units is 3.3, which does not round up', () => {
		const earn = rule('Only', { earns: [formula(WITHOUT_EXTRAS, [0, 11], [1_000])] });
		const three = sale({ lines: [line('A', 300)] });
		expect(outcomeOf([earn], three, { pointDecimals: 1, rounding: 'up' }).awards).toMatchObject([{ wantedUnits: 33 }]);
	});

	it('take an earn that divides by zero as 0 and report it', () => {
		const { awards } = outcomeOf([rule('Only', { earns: [points(5), formula(WITHOUT_EXTRAS, [1], [-10_000, 1])] })]);
		expect(awards).toMatchObject([{ wantedUnits: 5, dividedByZero: [1] }]);
	});

	it('are cut by the rule’s limit, then by the program’s: rules by priority, then the order of the text, the tier last', () => {
		const tiers = { by: 'hand', steps: [tier('Staff', { earns: [points(50)] })] } as const;
		const rules = [
			rule('First', { earns: [points(40)] }),
			rule('Urgent', { priority: 5, earns: [points(40)], limitUnits: 30 }),
			rule('Late', { priority: -1, earns: [points(40)] }),
			rule('Second', { earns: [points(40)] }),
		];
		const {
			outcome,
			awards,
			rules: traces,
		} = evaluateReference(plan({ rules, tiers, program: { limitUnits: 100 } }), sale(), member({ tier: 'Staff' }));
		expect(outcome).toMatchObject({ kind: 'awarded', totalUnits: 100 });
		expect(
			awards.map(({ source, wantedUnits, givenUnits, cutBy }) => [source.name, wantedUnits, givenUnits, cutBy]),
		).toEqual([
			['Urgent', 40, 30, 'rule limit'],
			['First', 40, 40, null],
			['Second', 40, 30, 'program limit'],
		]);
		expect(traces.map(({ whyNot }) => whyNot)).toEqual([null, null, { kind: 'nothing-left', by: 'program limit' }, null]);
	});

	it('are multiplied by the tier, the tier’s own too', () => {
		const tiers = {
			by: 'hand',
			steps: [tier('Staff', { earns: [points(3)], multiplier: { numerator: '5', denominator: '2' } })],
		} as const;
		const { awards } = evaluateReference(
			plan({ rules: [rule('Only', { earns: [points(5)] })], tiers }),
			sale(),
			member({ tier: 'Staff' }),
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
		const limited = rule('Much', { earns: [{ ...points(1), numerator: ['1000000000000000'] }], limitUnits: 5 });
		expect(outcomeOf([limited]).outcome).toMatchObject({ kind: 'too-large' });
	});
});
