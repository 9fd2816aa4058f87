import { describe, expect, it } from 'vitest';
import { localClock, type MemberState, parseInstant, type Transaction } from '../../domain/index.ts';
import type { Plan, PlanCondition, PlanRule, PlanTest, PlanUsage } from '../../plan/plan.ts';
import {
	ANY_TIME,
	atMost,
	campaign,
	condition,
	earn,
	formula,
	fraction,
	items,
	line,
	member,
	minor,
	nowhere,
	plan,
	type PlanParts,
	points,
	rule,
	sale,
	state,
	steps,
	tier,
	times,
	total,
} from '../fixtures/plans.ts';
import { ruleInText, withPlaces } from '../fixtures/places.ts';
import { evaluateReference } from '../reference.ts';
import { smallestChange } from './rules.ts';
import { describeChange, phraseOfChange } from './words.ts';

const FOOD = 2;
const BIG = 3;
const SMALL = 4;
const MILES = 5;
const COUNTED = 6;
const UNPAID = 7;
const ITEM = 8;
const attributes = [
	{ name: 'miles', owner: 'transaction', type: 'number', values: [] },
	{ name: 'vip', owner: 'member', type: 'flag', values: [] },
	{ name: 'payment', owner: 'transaction', type: 'one of', values: ['card', 'cash', 'voucher'] },
	{ name: 'booked_at', owner: 'transaction', type: 'date', values: [] },
] as const;
const filters = [
	items('Food'),
	items('Big', { above: 10_000 }),
	items('Small', { above: 1_000, upTo: 3_000 }),
	{ kind: 'attribute', name: 'Miles', decimals: 6, above: null, upTo: null, attribute: 0 } as const,
	items('Cups', { isQuantity: true }),
	total('Unpaid', { points: true, taxes: true }),
	items('Gift', { mode: 'in', selectors: [{ by: 'item', names: ['GIFT'] }] }),
];
const tiers = [tier('Bronze'), tier('Silver', { from: 1_000 }), tier('Gold', { from: 5_000 })];

function subject(parts: Partial<PlanRule>, more: PlanParts = {}): Plan {
	const made = plan({ filters, attributes, tiers, rules: [rule('Only', parts)], ...more });
	return withPlaces({ ...made, tiers: { ...made.tiers, by: 'lifetime points' } });
}

interface Situation {
	readonly transaction?: Transaction;
	readonly who?: MemberState | null;
	readonly more?: PlanParts;
}

/** The change of the first rule of a plan. */
function changeOf(parts: Partial<PlanRule>, { transaction = sale(), who = member(), more = {} }: Situation = {}) {
	const made = subject(parts, more);
	const [trace] = evaluateReference(made, transaction, state(who)).rules;
	const change = trace ? smallestChange(made, transaction, state(who), trace) : null;
	return { made, change, phrase: change && phraseOfChange(made, change), sentence: change && describeChange(made, change) };
}

function phrase(conditions: PlanCondition | readonly PlanCondition[], situation: Situation = {}): string | null {
	return changeOf({ conditions: 'kind' in conditions ? [conditions] : conditions }, situation).phrase;
}

const spend = (test: PlanTest, filter = FOOD) => condition({ kind: 'spend', filter, test });
const atLeast = (value: string): PlanTest => ({ operator: '>=', value: fraction(value) });
const atMostOf = (value: string): PlanTest => ({ operator: '<=', value: fraction(value) });
const onDays = (days: PlanDays, fromMinute = 0, untilMinute = 1_440) =>
	condition({ kind: 'day-time', alternatives: [{ days, fromMinute, untilMinute }] });
type PlanDays = Extract<PlanCondition, { kind: 'day-time' }>['alternatives'][number]['days'];
const EVERY: PlanDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const named = (kind: 'channel' | 'order-type' | 'tier' | 'segment', names: readonly string[], negated = false) =>
	condition({ kind, names, negated });
const group = (kind: 'any' | 'all' | 'not', ...conditions: readonly PlanCondition[]) => condition({ kind, conditions });
const cart = (amountMinor: number, parts: Partial<Transaction> = {}) => ({
	transaction: sale({ lines: [line('A', amountMinor, { quantityThousandths: 2_000 })], ...parts }),
});
const at = (moment: string) => ({ transaction: sale({ at: moment }) });

describe('amounts', () => {
	it.each([
		['more, to the last unit', spend({ operator: '>', value: minor('50') }), cart(4_790), '2.11 AED more of `Food`'],
		['less', spend(atMostOf('4000')), cart(4_790), '7.90 AED less of `Food`'],
		['both', spend({ operator: '!=', value: minor('50') }), cart(5_000), '0.01 AED more or less of `Food`'],
		['what a filter counts from', spend(atLeast('500'), BIG), cart(4_000), '65.00 AED more of `Big`'],
		['a band from below', spend(atLeast('2000'), SMALL), cart(900), '21.00 AED more of `Small`'],
		['a band from above', spend(atMostOf('1999'), SMALL), cart(9_000), '60.01 AED less of `Small`'],
		[
			'more than a band',
			spend(atLeast('2001'), SMALL),
			cart(9_000),
			'no change helps: the bounds of the filter keep it from that',
		],
		['units', condition({ kind: 'quantity', filter: FOOD, test: atLeast('3000') }), cart(1), '1 more of `Food`'],
		['a filter of units', spend(atLeast('2500'), COUNTED), cart(1), '0.5 more of `Cups`'],
		['an attribute', spend(atLeast('2500000'), MILES), cart(1), '2.5 more of `Miles`'],
		[
			'what is paid with points comes off',
			spend(atLeast('1'), UNPAID),
			cart(100, { paidWithPointsMinor: 300, taxesMinor: 200 }),
			'2.01 AED more of `Unpaid`',
		],
		['one item', spend(atLeast('1'), ITEM), cart(100), '0.01 AED more of `Gift`'],
	] as const)('%s', (_, of, situation, expected) => {
		expect(phrase(of, situation)).toBe(expected);
	});
});

describe('moments', () => {
	// Saturday 2026-02-07, 12:30 in Dubai.
	it.each([
		['later today', onDays(EVERY, 900, 1_020), 'after 15:00, or last Friday before 17:00'],
		['earlier today', onDays(EVERY, 600, 720), 'before 12:00, or on Sunday after 10:00'],
		['on another day', onDays(['Fri']), 'last Friday, or on Friday'],
		['from an hour of another day', onDays(['Mon'], 660, 840), 'on Monday after 11:00, or last Monday before 14:00'],
		['only on the same weekday', onDays(['Sat'], 60, 120), 'before 02:00, or on Saturday, 2026-02-14 after 01:00'],
		['past midnight', onDays(['Fri'], 1_320, 120), 'before 02:00, or on Friday after 22:00'],
	] as const)('%s', (_, of, expected) => {
		expect(phrase(of)).toBe(expected);
	});

	it('are those of the clock that changes', () => {
		const more = { program: { timezone: 'America/New_York' } };
		// 2026-03-08, 02:00 to 03:00 is left out: what lies in it comes a week later, what reaches beyond it an hour early.
		const night = at('2026-03-08T01:30:00-05:00');
		expect(phrase(onDays(['Sun'], 135, 165), { ...night, more })).toBe(
			'on Sunday, 2026-03-01 before 02:45, or on Sunday, 2026-03-15 after 02:15',
		);
		expect(phrase(onDays(['Sun'], 150, 240), { ...night, more })).toContain('after 03:00');
		// 2026-11-01, 01:00 to 02:00 comes twice.
		const found = changeOf({ conditions: [onDays(['Sun'], 60, 90)] }, { ...at('2026-11-01T01:45:00-04:00'), more });
		expect(found.change).toMatchObject({ later: { minutes: 15 }, earlier: { minutes: 16 } });
		expect(found.phrase).toBe('after 01:00, or before 01:30');
	});

	it('count by business days', () => {
		const more = { program: { dayStartsMinute: 240 } };
		expect(phrase(onDays(['Sun']), { more })).toBe('on Sunday after 04:00, or last Monday before 04:00');
	});

	it('are none where every moment is the same', () => {
		expect(phrase(group('not', onDays(EVERY)))).toBe('no change helps: it is the same at every moment');
	});
});

describe('names and facts', () => {
	const who = member({ tier: 'Bronze', lifetimeUnits: 700, purchases: 6, lifetimeSpendMinor: 12_345, segments: ['Staff'] });
	const joined = member({ joinedDate: { year: 2025, month: 2, day: 5 }, birthDate: { year: 1990, month: 2, day: 19 } });
	const fact = (name: Extract<PlanCondition, { kind: 'member-fact' }>['fact'], test: PlanTest) =>
		condition({ kind: 'member-fact', fact: name, test });
	it.each([
		[named('channel', ['web', 'pos']), {}, 'channel `web` or `pos`'],
		[named('channel', ['app'], true), {}, 'channel `web`, `kiosk` or `pos`'],
		[named('order-type', ['pickup']), {}, 'order type `pickup`'],
		[named('channel', ['app', 'web', 'kiosk', 'pos'], true), {}, 'no change helps: no other name is left'],
		[
			condition({ kind: 'store', negated: false, stores: ['auh'], chains: ['Express'] }),
			{},
			'store `auh` or the chain `Express`',
		],
		[condition({ kind: 'store', negated: true, stores: ['dxb-mall'], chains: [] }), {}, 'any store but `dxb-mall`'],
		[named('tier', ['Silver', 'Gold']), { who }, 'tier `Silver` or `Gold` (300 points more for `Silver`)'],
		[named('tier', ['Gold']), { who }, 'tier `Gold` (4300 points more for `Gold`)'],
		[named('tier', ['Bronze']), { who: member({ tier: 'Gold', lifetimeUnits: 6_000 }) }, 'tier `Bronze`'],
		[named('tier', ['Gold']), { who: null }, 'a member'],
		[named('segment', ['VIP', 'Staff'], true), { who }, 'being in no segment of `Staff`'],
		[named('segment', ['VIP']), { who }, 'being in the segment `VIP`'],
		[condition({ kind: 'purchase-number', isEvery: true, number: 10 }), { who }, '3 purchases later'],
		[condition({ kind: 'purchase-number', isEvery: false, number: 8 }), { who }, '1 purchase later'],
		[condition({ kind: 'purchase-number', isEvery: false, number: 1 }), { who }, 'no change helps: that purchase is past'],
		[fact('lifetime points', atLeast('1000')), { who }, '300 points more in a lifetime'],
		[fact('lifetime spend', atLeast('20000')), { who }, '76.55 AED more in a lifetime'],
		[fact('balance', { operator: '<', value: fraction('0') }), { who }, '1 point less in the balance'],
		[fact('days since joining', atLeast('370')), { who: joined }, '3 days later'],
		[fact('days since last purchase', atLeast('370')), { who }, 'an earlier purchase of the member'],
		[condition({ kind: 'birthday', window: { withinDays: 3 } }), { who: joined }, '9 days later, or 350 days earlier'],
		[condition({ kind: 'anniversary', window: 'today' }), { who: joined }, '2 days earlier, or 363 days later'],
		[condition({ kind: 'birthday', window: 'today' }), { who }, 'a birthday of the member'],
		[condition({ kind: 'attribute', attribute: 1, test: { kind: 'flag' } }), { who }, '`vip` on'],
		[
			condition({ kind: 'attribute', attribute: 2, test: { kind: 'is', negated: true, values: ['cash'] } }),
			{},
			'`payment` as `card` or `voucher`',
		],
		[
			condition({ kind: 'attribute', attribute: 0, test: { kind: 'number', test: atLeast('1500000') } }),
			{},
			'`miles` of 1.5',
		],
	] as const)('%j', (of, situation, expected) => {
		expect(phrase(of, situation)).toBe(expected);
	});
});

describe('groups', () => {
	const more = spend(atLeast('20000'));
	const web = named('channel', ['web']);
	const friday = onDays(['Fri']);
	it.each([
		['any: the easiest part', group('any', friday, web, more), '100.00 AED more of `Food`'],
		['any: the smaller of two', group('any', more, spend(atLeast('15000'))), '50.00 AED more of `Food`'],
		['any: one change before two', group('any', group('all', more, web), friday), 'last Friday, or on Friday'],
		[
			'all: every part that fails',
			group('all', more, named('channel', ['app']), web),
			'100.00 AED more of `Food`, and channel `web`',
		],
		['not: what must stop', group('not', friday, spend(atLeast('9000'))), '10.01 AED less of `Food`'],
		[
			'not, of a group',
			group('not', group('all', spend(atLeast('9000')), named('channel', ['app']))),
			'10.01 AED less of `Food`',
		],
		['not, of not', group('not', group('not', more)), '100.00 AED more of `Food`'],
		[
			'all: nothing helps if one part is out of reach',
			group('all', more, group('not', condition({ kind: 'always' }))),
			'no change helps: it is always so',
		],
	] as const)('%s', (_, of, expected) => {
		expect(phrase(of)).toBe(expected);
	});
});

describe('rules', () => {
	const within = { campaign: 0 };
	it('are enabled, or answered to', () => {
		expect(changeOf({ enabled: false }).sentence).toBe('Smallest change: enabling the rule.');
		const off = { more: { campaigns: [campaign('Friday', { enabled: false })] } };
		expect(changeOf(within, off).phrase).toBe('enabling the campaign');
		expect(changeOf({ event: 'registration' }).phrase).toBe('the event `registration`');
	});

	it('start and end', () => {
		const from = { ...ANY_TIME, from: { day: 20_600, minute: 1_080 } };
		expect(changeOf({ dates: from }).phrase).toBe('on Wednesday, 2026-05-27 after 18:00');
		const until = { ...ANY_TIME, until: { day: 20_491, minute: 0 } };
		expect(changeOf({ dates: until }).phrase).toBe('last Friday');
		expect(changeOf({ dates: until }).change).toMatchObject({ kind: 'moment', later: null, earlier: { minutes: 751 } });
		const never = { by: null, from: { day: 20_600, minute: 0 }, until: { day: 20_500, minute: 0 } };
		expect(changeOf({ dates: never }).sentence).toBe('No change helps: it is the same at every moment.');
		expect(changeOf({ dates: { ...from, by: 3 } }).phrase).toBe('some date as `booked_at`');
		const booked = { attributes: { booked_at: { kind: 'date', date: { year: 2026, month: 1, day: 1 } } } } as const;
		expect(changeOf({ dates: { ...from, by: 3 } }, { transaction: sale(booked) }).phrase).toBe(
			'`booked_at` from 2026-05-28',
		);
	});

	it('are used again when their period turns over', () => {
		const once = { kind: 'times', span: nowhere, times: 1, usage: 0 } as const;
		const used = member({ usages: [{ units: 0, times: 1 }] });
		const turning = (period: PlanUsage['period'], program = {}) => {
			const usages = [{ scope: { kind: 'rule', index: 0 }, period } as const];
			return changeOf({ limits: [once] }, { who: used, more: { usages, program } }).sentence;
		};
		expect(turning('day')).toBe('Smallest change: on Sunday.');
		expect(turning('day', { dayStartsMinute: 840 })).toBe('Smallest change: after 14:00.');
		expect(turning('week')).toBe('Smallest change: on Monday.');
		expect(turning('week', { weekStarts: 7 })).toBe('Smallest change: on Sunday.');
		expect(turning('month')).toBe('Smallest change: on Sunday, 2026-03-01.');
		expect(turning('quarter')).toBe('Smallest change: on Wednesday, 2026-04-01.');
		expect(turning('year')).toBe('Smallest change: on Friday, 2027-01-01.');
		expect(turning({ rollingDays: 7 })).toBe('Smallest change: at most 7 days later.');
		expect(turning('lifetime')).toBe('No change helps: what is counted never begins anew.');
	});

	it('lose sets, reach limits and meet zeros', () => {
		const exclusives = [{ name: 'Deals', picks: 'highest points' }] as const;
		const rules = [rule('Small', { exclusive: 0, earns: [points(8)] }), rule('Large', { exclusive: 0 })];
		expect(changeOf({}, { more: { exclusives, rules } }).change).toMatchObject({ kind: 'set', to: 1, by: fraction('2') });
		expect(changeOf({}, { more: { exclusives, rules } }).phrase).toBe('more than 2 points more');
		const byPriority = [{ name: 'Deals', picks: 'highest priority' }] as const;
		const ranked = [rule('Low', { exclusive: 0 }), rule('High', { exclusive: 0, priority: 1 })];
		expect(changeOf({}, { more: { exclusives: byPriority, rules: ranked } }).phrase).toBe(
			'a higher priority than that of `High`',
		);
		const { made, change } = changeOf({ limits: [atMost(0)] });
		expect(change).toEqual({
			kind: 'renewal',
			span: made.rules.map(ruleInText)[0]?.limits[0]?.span,
			by: 'rule limit',
			renews: { kind: 'transaction' },
		});
		const spent = { more: { campaigns: [campaign('Friday', { budgetUnits: 0 })] } };
		expect(changeOf(within, spent).change).toMatchObject({
			kind: 'renewal',
			by: 'campaign budget',
			renews: { kind: 'never' },
		});
		const zero = changeOf({ earns: [earn(formula(FOOD, [1], [-10_000, 1]))] });
		expect(zero.change).toMatchObject({ kind: 'divisor', filter: FOOD, amount: 10_000 });
		expect(zero.phrase).toBe('another amount of `Food` than 100.00');
	});
});

describe('earns of less than a unit', () => {
	const perHundred = { earns: [earn(formula(FOOD, [0, 1], [10_000]))] };
	const inSteps = (count: string, filter: number, step: number) => ({ earns: [earn(steps(count, filter, step))] });
	it.each([
		['a formula', perHundred, cart(4_790), '52.10 AED more of `Food`'],
		['net of a discount', perHundred, cart(4_790, { discountMinor: 90 }), '53.00 AED more of `Food`'],
		[
			'half a point is enough',
			perHundred,
			{ ...cart(4_790), more: { program: { rounding: 'half up' } } },
			'2.10 AED more of `Food`',
		],
		['tenths are enough', perHundred, { ...cart(790), more: { program: { pointDecimals: 1 } } }, '2.10 AED more of `Food`'],
		['full steps', inSteps('2', FOOD, 5_000), cart(4_999), '0.01 AED more of `Food`'],
		['above a bound', inSteps('1', BIG, 5_000), cart(4_000), '110.00 AED more of `Big`'],
		['units', inSteps('1', COUNTED, 3_000), cart(100), '1 more of `Cups`'],
		['an attribute', inSteps('1', MILES, 2_500_000), cart(100), '2.5 more of `Miles`'],
		['a floor', { earns: [earn(formula(ITEM, [0]), { atLeast: fraction('5') })] }, cart(100), '0.01 AED more of `Gift`'],
		['a multiplier', { ...perHundred, multipliers: [times('2', { what: 'this' })] }, cart(4_790), '2.10 AED more of `Food`'],
		[
			'before it falls',
			{ earns: [earn(formula(FOOD, [0, 40_000, -1], [200_000_000]))] },
			cart(5_000),
			'8.58 AED more of `Food`',
		],
		['a formula that was below 0', { earns: [earn(formula(FOOD, [-50, 1], [100]))] }, cart(100), '0.50 AED more of `Food`'],
		[
			'the nearer of two',
			{ earns: [...perHundred.earns, ...inSteps('1', COUNTED, 4_000).earns] },
			cart(4_790),
			'2 more of `Cups`',
		],
	] as const)('%s', (_, parts, situation, expected) => {
		expect(changeOf(parts, situation as Situation).phrase).toBe(expected);
	});

	it('are not said to be near where that is not known', () => {
		const unknown = (parts: Partial<PlanRule>, situation: Situation = cart(4_790)) => {
			const made = subject(parts, situation.more);
			const [trace] = evaluateReference(made, situation.transaction ?? sale(), state()).rules;
			expect(trace?.whyNot).toEqual({ kind: 'zero-points' });
			return changeOf(parts, situation).change;
		};
		expect(unknown(perHundred, cart(0))).toMatchObject({ kind: 'amount', more: 10_000 });
		// Nothing that is spent is enough.
		expect(unknown({ earns: [points(0)] })).toBeNull();
		expect(unknown(inSteps('1', SMALL, 5_000))).toBeNull();
		expect(unknown({ ...perHundred, multipliers: [times('0', { what: 'this' })] })).toBeNull();
		expect(unknown({ ...perHundred, limits: [atMost(0)] })).toBeNull();
		expect(unknown({ ...perHundred, conditions: [spend(atMostOf('9999'))] })).toBeNull();
		// More is worth less, or undefined on the way.
		expect(unknown({ earns: [earn(formula(FOOD, [100_000_000, -20_000, 1], [100_000_000]))] })).toBeNull();
		expect(unknown({ earns: [earn(formula(FOOD, [-5_000], [-5_000, 1]))] }, cart(20_000))).toBeNull();
		// Others have a say.
		expect(unknown(perHundred, { ...cart(4_790), more: { program: { roundingPlace: 'transaction' } } })).toBeNull();
		const doubling = rule('Double', { conditions: [spend(atLeast('5000'))], earns: [], multipliers: [times('2')] });
		expect(unknown(perHundred, { ...cart(4_790), more: { rules: [rule('Only', perHundred), doubling] } })).toBeNull();
	});
});

describe('periods', () => {
	const once = { kind: 'times', span: nowhere, times: 1, usage: 0 } as const;
	const zones = ['Asia/Dubai', 'America/New_York', 'Africa/Cairo', 'Australia/Lord_Howe'];
	const daily = (timezone: string, dayStartsMinute: number, transaction: Transaction) => {
		const usages = [{ scope: { kind: 'rule', index: 0 }, period: 'day' } as const];
		const more = { usages, program: { timezone, dayStartsMinute } };
		return changeOf({ limits: [once] }, { transaction, who: member({ usages: [{ units: 0, times: 1 }] }), more }).change;
	};

	it.each(zones)('turn over at the first minute of the next business day in %s, all through a year', (zone) => {
		const clock = localClock(zone);
		let seen = 0;
		for (let hour = 0; hour < 8_800; hour += 37) {
			const atMs = (parseInstant('2026-01-01T00:17:00Z') ?? 0) + hour * 3_600_000;
			for (const starts of [0, 150]) {
				const change = daily(zone, starts, sale({ atMs }));
				const found = change?.kind === 'renewal' && change.renews.kind === 'at' ? change.renews.moment.atMs : null;
				const dayAt = (ms: number) => {
					const local = clock?.(ms) ?? { day: 0, minute: 0 };
					return local.minute >= starts ? local.day : local.day - 1;
				};
				expect(found).not.toBeNull();
				if (found === null) continue;
				expect([found, dayAt(found), dayAt(found - 60_000)]).toEqual([found, dayAt(atMs) + 1, dayAt(atMs)]);
				seen++;
			}
		}
		expect(seen).toBe(476);
	});
});
