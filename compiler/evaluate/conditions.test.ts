import { describe, expect, it } from 'vitest';
import type { MemberState } from '../domain/member.ts';
import type { PlanCondition, PlanTest } from '../plan/plan.ts';
import {
	category,
	condition,
	fraction,
	line,
	member,
	minor,
	plan,
	type PlanParts,
	rule,
	sale,
	state,
	WITHOUT_EXTRAS,
} from './fixtures/plans.ts';
import type { Verdict } from './outcome.ts';
import { evaluateReference } from './reference.ts';

function verdictOf(
	subject: PlanCondition,
	transaction = sale(),
	who: MemberState | null = member(),
	parts: PlanParts = {},
): Verdict | undefined {
	return evaluateReference(plan({ ...parts, rules: [rule('Only', { conditions: [subject] })] }), transaction, state(who))
		.rules[0]?.conditions[0]?.verdict;
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
		expect(evaluateReference(plan({}), sale({ member: null }), state(null)).tier).toBeNull();
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
		const at = (test: PlanTest, amount: number) =>
			verdictOf(condition({ kind: 'spend', filter: WITHOUT_EXTRAS, test }), sale({ lines: [line('A', amount)] })) ===
			'holds';
		const around = (test: PlanTest) => [4_999, 5_000, 5_001].map((amount) => at(test, amount));
		const fifty = minor('50');
		expect(around({ operator: '=', value: fifty })).toEqual([false, true, false]);
		expect(around({ operator: '!=', value: fifty })).toEqual([true, false, true]);
		expect(around({ operator: '<', value: fifty })).toEqual([true, false, false]);
		expect(around({ operator: '<=', value: fifty })).toEqual([true, true, false]);
		expect(around({ operator: '>', value: fifty })).toEqual([false, false, true]);
		expect(around({ operator: '>=', value: fifty })).toEqual([false, true, true]);
		expect(around({ operator: 'between', low: fifty, high: fifty })).toEqual([false, true, false]);
		expect(around({ operator: '>=', value: minor('50.001') })).toEqual([false, false, true]);
		expect(around({ operator: '=', value: minor('50.001') })).toEqual([false, false, false]);
	});

	it('know birthdays of the day, of the month and within days', () => {
		const leapling = member({ birthDate: { year: 1992, month: 2, day: 29 } });
		const on = (date: string, window: Extract<PlanCondition, { kind: 'birthday' | 'anniversary' }>['window']) =>
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

describe('groups', () => {
	const holding = condition({ kind: 'channel', negated: false, names: ['app'] });
	const failing = condition({ kind: 'channel', negated: true, names: ['app'] });
	const unknown = condition({ kind: 'tier', negated: false, names: ['Gold'] });
	const of = (kind: 'any' | 'all' | 'not', ...conditions: PlanCondition[]) => verdictOf(condition({ kind, conditions }));

	it('`any` is decided by one that holds, and unknown where it might', () => {
		expect(of('any', failing, unknown, holding)).toBe('holds');
		expect(of('any', failing, unknown)).toBe('unknown');
		expect(of('any', failing, failing)).toBe('fails');
	});

	it('`all` is decided by one that fails, and unknown where it might', () => {
		expect(of('all', holding, unknown, failing)).toBe('fails');
		expect(of('all', holding, unknown)).toBe('unknown');
		expect(of('all', holding, holding)).toBe('holds');
	});

	it('`not` holds where none holds; what is unknown stays so', () => {
		expect(of('not', failing, unknown, holding)).toBe('fails');
		expect(of('not', failing, unknown)).toBe('unknown');
		expect(of('not', failing, failing)).toBe('holds');
		expect(of('not', condition({ kind: 'not', conditions: [unknown] }))).toBe('unknown');
	});

	it('show every part', () => {
		const subject = condition({ kind: 'any', conditions: [failing, condition({ kind: 'not', conditions: [unknown] })] });
		const [trace] = evaluateReference(plan({ rules: [rule('R', { conditions: [subject] })] }), sale(), state()).rules;
		expect(trace?.whyNot).toEqual({ kind: 'condition', index: 0 });
		expect(trace?.conditions[0]).toMatchObject({
			verdict: 'unknown',
			inner: [
				{ index: 0, verdict: 'fails', seen: { kind: 'name', name: 'app' } },
				{ index: 1, verdict: 'unknown', inner: [{ index: 0, verdict: 'unknown', seen: { kind: 'missing', fact: 'tier' } }] },
			],
		});
	});
});

describe('days that start at four', () => {
	const program = { dayStartsMinute: 240 };
	const holds = (days: readonly ('Fri' | 'Sat')[], fromMinute: number, untilMinute: number, at: string) =>
		verdictOf(
			condition({ kind: 'day-time', alternatives: [{ days, fromMinute, untilMinute }] }),
			sale({ at: `2026-02-${at}:00+04:00` }),
			member(),
			{ program },
		) === 'holds';

	it('count the small hours to the day before: 7 February 2026 is a Saturday', () => {
		const times = ['07T03:59', '07T04:00', '08T03:59', '08T04:00'];
		expect(times.map((at) => holds(['Sat'], 0, 1_440, at))).toEqual([false, true, true, false]);
	});

	it('move windows of a few hours with the day on which they start', () => {
		// One to three on Friday is the night from Friday to Saturday.
		expect(['06T02:00', '07T00:59', '07T01:00', '07T02:59', '07T03:00'].map((at) => holds(['Fri'], 60, 180, at))).toEqual([
			false,
			false,
			true,
			true,
			false,
		]);
		// Ten in the evening to six passes four, and is still Friday's.
		expect(['06T21:59', '06T22:00', '07T05:59', '07T06:00'].map((at) => holds(['Fri'], 1_320, 360, at))).toEqual([
			false,
			true,
			true,
			false,
		]);
	});

	it('move neither dates nor birthdays', () => {
		const small = sale({ at: '2026-02-07T01:00:00+04:00' });
		const born = member({ birthDate: { year: 1990, month: 2, day: 7 } });
		expect(verdictOf(condition({ kind: 'birthday', window: 'today' }), small, born, { program })).toBe('holds');
		const dates = { by: null, from: { day: 20_491, minute: 0 }, until: null };
		const [trace] = evaluateReference(plan({ program, rules: [rule('R', { dates })] }), small, state()).rules;
		// 20,491 is 7 February 2026.
		expect(trace?.whyNot).toBeNull();
	});
});

describe('what is known of a member', () => {
	const who = member({
		segments: ['Staff', 'VIP'],
		joinedDate: { year: 2024, month: 2, day: 29 },
		lastPurchaseDate: { year: 2026, month: 1, day: 31 },
		purchases: 9,
		lifetimeUnits: 1_000,
		lifetimeSpendMinor: 5_000,
		balanceUnits: -5,
	});
	const on = (subject: PlanCondition, transaction = sale(), of: MemberState | null = who) =>
		verdictOf(subject, transaction, of);

	it('is segments, of which one is enough', () => {
		const is = (negated: boolean, ...names: string[]) => condition({ kind: 'segment', negated, names });
		expect([on(is(false, 'Other', 'VIP')), on(is(true, 'Other', 'VIP')), on(is(true, 'Other'))]).toEqual([
			'holds',
			'fails',
			'holds',
		]);
		expect(on(is(true, 'VIP'), sale(), member())).toBe('holds');
		expect(on(is(true, 'VIP'), sale(), null)).toBe('unknown');
	});

	it('is the number of the purchase, this one included', () => {
		const number = (isEvery: boolean, number: number) => condition({ kind: 'purchase-number', isEvery, number });
		expect([on(number(false, 10)), on(number(false, 9)), on(number(true, 5)), on(number(true, 3))]).toEqual([
			'holds',
			'fails',
			'holds',
			'fails',
		]);
		expect(on(number(true, 1), sale(), null)).toBe('unknown');
	});

	it('is sums and days', () => {
		const fact = (fact: Extract<PlanCondition, { kind: 'member-fact' }>['fact'], value: string, operator: '=' | '<' = '=') =>
			condition({ kind: 'member-fact', fact, test: { operator, value: fraction(value) } });
		expect(on(fact('lifetime points', '1000'))).toBe('holds');
		expect(on(fact('lifetime spend', '5000'))).toBe('holds');
		expect(on(fact('balance', '0', '<'))).toBe('holds');
		expect(on(fact('days since last purchase', '7'))).toBe('holds');
		expect(on(fact('days since joining', '709'))).toBe('holds');
		expect(on(fact('days since last purchase', '7'), sale(), member())).toBe('unknown');
		expect(on(fact('balance', '0'), sale(), null)).toBe('unknown');
	});

	it('is the anniversary of joining, on 28 February where there is no 29th', () => {
		const today = condition({ kind: 'anniversary', window: 'today' });
		expect(on(today, sale({ at: '2026-02-28T12:00:00+04:00' }))).toBe('holds');
		expect(on(today)).toBe('fails');
		expect(on(today, sale(), member())).toBe('unknown');
	});
});

describe('amounts and attributes', () => {
	it('units are counted whatever the filter itself counts', () => {
		const filters = [category('Coffee'), { ...category('Cups', 'Coffee'), isQuantity: true, decimals: 3, upTo: 3_000 }];
		const transaction = sale({
			lines: [line('A', 100, { category: 'Coffee', quantityThousandths: 2_500 }), line('B', 900_000)],
		});
		const atLeast = (filter: number, value: string, of = transaction) => {
			const test = { operator: '>=', value: fraction(value) } as const;
			return verdictOf(condition({ kind: 'quantity', filter, test }), of, member(), { filters });
		};
		expect([atLeast(2, '2500'), atLeast(2, '2501')]).toEqual(['holds', 'fails']);
		const four = sale({ lines: [line('A', 100, { category: 'Coffee', quantityThousandths: 4_000 })] });
		expect([atLeast(2, '4000', four), atLeast(3, '3000', four), atLeast(3, '3001', four)]).toEqual([
			'holds',
			'holds',
			'fails',
		]);
	});

	it('attributes are texts, numbers and flags, the member’s own or what is said', () => {
		const attributes = [
			{ name: 'payment', owner: 'transaction', type: 'text', values: [] },
			{ name: 'weight', owner: 'event', type: 'number', values: [] },
			{ name: 'vip', owner: 'member', type: 'flag', values: [] },
		] as const;
		const transaction = sale({
			attributes: {
				payment: { kind: 'text', text: 'card' },
				weight: { kind: 'number', millionths: 2_500_000 },
				vip: { kind: 'flag', isSet: false },
			},
		});
		const vip = member({ attributes: { vip: { kind: 'flag', isSet: true } } });
		const on = (
			attribute: number,
			test: Extract<PlanCondition, { kind: 'attribute' }>['test'],
			who = vip,
			of = transaction,
		) => verdictOf(condition({ kind: 'attribute', attribute, test }), of, who, { attributes });
		const is = (negated: boolean, ...values: string[]) => ({ kind: 'is', negated, values }) as const;
		expect([on(0, is(false, 'cash', 'card')), on(0, is(true, 'card')), on(0, is(true, 'cash'))]).toEqual([
			'holds',
			'fails',
			'holds',
		]);
		expect(on(1, { kind: 'number', test: { operator: '>=', value: fraction('2500000') } })).toBe('holds');
		expect([on(2, { kind: 'flag' }), on(2, { kind: 'flag' }, member())]).toEqual(['holds', 'unknown']);
		expect(on(0, is(true, 'card'), vip, sale())).toBe('unknown');
	});
});
