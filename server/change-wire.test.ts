import { describe, expect, test } from 'vitest';
import { compile, type Fraction, type LitSpan, type NearMoment, type RuleChange } from '#compiler';
import { changeWire, litSpanWire } from './change-wire.ts';
import type { ChangeParts, LitSpanWire } from './contract.ts';

const { plan } = compile(`program "P" { currency AED timezone "Asia/Dubai" channels app, web order types dine_in }
tiers by lifetime points { tier Bronze from 0 { earn 1 } tier Gold from 500 { multiply points by 1.5 } }
filter "Food" = items
rule "R" { earn "Food" }`);
if (!plan) throw new Error('The program of this test has an error');
const made = {
	...plan,
	program: { ...plan.program, pointDecimals: 1 },
	attributes: [{ name: 'weight', owner: 'transaction', type: 'number', values: [] }],
	exclusives: [{ name: 'Deals', picks: 'highest points' }],
} as const;

const span = { start: 3, end: 9 };
const FOOD = 2;
const fraction = (numerator: string, denominator = '1'): Fraction => ({ numerator, denominator });
/** Sunday 2026-02-08 at 15:00 in Dubai. */
const afternoon: NearMoment = {
	atMs: Date.UTC(2026, 1, 8, 11, 0),
	minutes: 30,
	local: { day: 20_492, minute: 900, weekday: 7 },
};

type WithoutSpan<T> = T extends unknown ? Omit<T, 'span'> : never;

describe('a change', () => {
	const table: readonly (readonly [WithoutSpan<RuleChange>, ChangeParts, words: string])[] = [
		[
			{ kind: 'amount', filter: FOOD, measure: 'money', more: 210, less: null },
			{ kind: 'amount', filter: 'Food', measure: 'money', more: '2.10', less: null },
			'2.10 AED more of `Food`',
		],
		[
			{ kind: 'amount', filter: FOOD, measure: 'quantity', more: null, less: 1_500 },
			{ kind: 'amount', filter: 'Food', measure: 'quantity', more: null, less: '1.500' },
			'1.5 less of `Food`',
		],
		[
			{ kind: 'moment', later: afternoon, earlier: null },
			{ kind: 'moment', later: '2026-02-08T11:00:00.000Z', earlier: null },
			'after 15:00',
		],
		[
			{ kind: 'day', of: 'birthday', later: 9, earlier: 350 },
			{ kind: 'day', of: 'birthday', later: 9, earlier: 350 },
			'9 days later, or 350 days earlier',
		],
		[
			{ kind: 'name', fact: 'order type', accepted: ['pickup'] },
			{ kind: 'name', fact: 'orderType', accepted: ['pickup'] },
			'order type `pickup`',
		],
		[
			{ kind: 'tier', accepted: ['Gold'], climb: { tier: 'Gold', missingUnits: 4_005 } },
			{ kind: 'tier', accepted: ['Gold'], climb: { tier: 'Gold', points: 400.5 } },
			'tier `Gold` (400.5 points more for `Gold`)',
		],
		[
			{ kind: 'store', isOther: true, stores: ['a'], chains: ['C'] },
			{ kind: 'store', isOther: true, stores: ['a'], chains: ['C'] },
			'any store but `a` or the chain `C`',
		],
		[
			{ kind: 'segment', isLeaving: false, names: ['VIP'] },
			{ kind: 'segment', isLeaving: false, names: ['VIP'] },
			'being in the segment `VIP`',
		],
		[{ kind: 'purchases', more: 3 }, { kind: 'purchases', more: 3 }, '3 purchases later'],
		[
			{ kind: 'fact', fact: 'balance', more: 15, less: null },
			{ kind: 'fact', fact: 'balance', more: '1.5', less: null },
			'1.5 points more in the balance',
		],
		[
			{ kind: 'fact', fact: 'days since joining', more: 3, less: null },
			{ kind: 'fact', fact: 'days since joining', more: '3', less: null },
			'3 days later',
		],
		[
			{ kind: 'number', attribute: 0, isSaid: true, more: 1_500_000, less: null },
			{ kind: 'number', attribute: 'weight', isSaid: true, more: '1.500000', less: null },
			'1.5 more of `weight`',
		],
		[{ kind: 'flag', attribute: 0, isSet: true }, { kind: 'flag', attribute: 'weight', isSet: true }, '`weight` on'],
		[
			{ kind: 'text', attribute: 0, isOther: true, values: ['card'] },
			{ kind: 'text', attribute: 'weight', isOther: true, values: ['card'] },
			'`weight` as anything but `card`',
		],
		[{ kind: 'missing', fact: 'member' }, { kind: 'missing', fact: 'member' }, 'a member'],
		[
			{ kind: 'together', changes: [{ kind: 'purchases', span, more: 1 }] },
			{ kind: 'together', changes: [{ kind: 'purchases', more: 1, words: '1 purchase later' }] },
			'1 purchase later',
		],
		[
			{ kind: 'unreachable', because: 'past' },
			{ kind: 'unreachable', because: 'past' },
			'no change helps: that purchase is past',
		],
		[{ kind: 'enable', what: 'campaign' }, { kind: 'enable', what: 'campaign' }, 'enabling the campaign'],
		[{ kind: 'event', event: { custom: 'survey' } }, { kind: 'event', event: 'survey' }, 'the event `survey`'],
		[
			{ kind: 'date', attribute: 0, from: { day: 20_492, minute: 1 }, until: { day: 20_495, minute: 0 } },
			{ kind: 'date', attribute: 'weight', from: '2026-02-09', until: '2026-02-10' },
			'`weight` from 2026-02-09 until 2026-02-10',
		],
		[
			{ kind: 'renewal', by: 'rule limit', renews: { kind: 'at', moment: afternoon } },
			{ kind: 'renewal', by: 'rule limit', at: '2026-02-08T11:00:00.000Z', withinDays: null },
			'after 15:00',
		],
		[
			{ kind: 'renewal', by: 'program limit', renews: { kind: 'within', days: 7 } },
			{ kind: 'renewal', by: 'program limit', at: null, withinDays: 7 },
			'at most 7 days later',
		],
		[
			{ kind: 'set', exclusive: 0, to: 0, by: fraction('5', '2') },
			{ kind: 'set', set: 'Deals', to: 'R', points: '1/4' },
			'more than 1/4 points more',
		],
		[
			{ kind: 'divisor', filter: FOOD, amount: 500 },
			{ kind: 'divisor', filter: 'Food', amount: '5.00' },
			'another amount of `Food` than 5.00',
		],
	];
	test.each(table)('%j', (change, parts, words) => {
		expect(changeWire(made, { ...change, span })).toEqual({ ...parts, words });
	});
});

test('a stretch has its value as text, and what is inside', () => {
	const inside = (value: LitSpan['value'], what: LitSpan['what']): LitSpan => ({
		span,
		what,
		verdict: 'holds',
		value,
		inner: [],
	});
	const shown = (value: string | null, what: LitSpan['what']): LitSpanWire => ({
		span,
		what,
		verdict: 'holds',
		value,
		inner: [],
	});
	const inner = [
		inside({ kind: 'seen', seen: { kind: 'nothing' } }, 'condition'),
		inside({ kind: 'points', points: fraction('64', '3') }, 'earn'),
		inside({ kind: 'points', points: null }, 'earn'),
		inside({ kind: 'factor', factor: fraction('3', '2') }, 'multiplier'),
		inside({ kind: 'cut', units: fraction('15') }, 'limit'),
		inside({ kind: 'times', times: 2 }, 'limit'),
		inside({ kind: 'times', times: null }, 'limit'),
	];
	expect(litSpanWire(made, { ...inside({ kind: 'given', units: 25 }, 'rule'), inner })).toEqual({
		...shown('2.5', 'rule'),
		inner: [
			shown(null, 'condition'),
			shown('64/3', 'earn'),
			shown(null, 'earn'),
			shown('3/2', 'multiplier'),
			shown('3/2', 'limit'),
			shown('2', 'limit'),
			shown(null, 'limit'),
		],
	});
});
