import { describe, expect, it } from 'vitest';
import type { PlanCondition, PlanRule, PlanTest } from '../plan/plan.ts';
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
	plan,
	type PlanParts,
	points,
	rule,
	sale,
	state,
	times,
	WITHOUT_EXTRAS,
} from './fixtures/plans.ts';
import { smallestChange } from './nearest/index.ts';
import { evaluateReference } from './reference.ts';
import { describeSeen, describeWhyNot } from './words.ts';

const food = items('Food');
const FOOD = 2;

function explain(parts: Partial<PlanRule>, transaction = sale(), who = member(), program = {}) {
	const subject = plan({ filters: [food], rules: [rule('Only', parts)], program });
	const [trace] = evaluateReference(subject, transaction, state(who)).rules;
	if (!trace) throw new Error('no trace');
	return {
		whyNot: describeWhyNot(subject, trace, smallestChange(subject, transaction, state(who), trace)),
		seen: trace.conditions.map((each) => describeSeen(subject, 0, each)),
	};
}

function failing(subject: PlanCondition, transaction = sale(), who = member()) {
	return explain({ conditions: [subject] }, transaction, who).whyNot;
}

const spend = (test: PlanTest) => condition({ kind: 'spend', filter: FOOD, test });
const eighteen = sale({ lines: [line('A', 1_800)] });

describe('a spend that does not fit', () => {
	const table: readonly (readonly [PlanTest, string])[] = [
		[{ operator: '>=', value: minor('25') }, 'needs at least 25.00. Smallest change: 7.00 AED more of `Food`.'],
		[{ operator: '>', value: minor('18') }, 'needs more than 18.00. Smallest change: 0.01 AED more of `Food`.'],
		[{ operator: '<', value: minor('18') }, 'needs less than 18.00. Smallest change: 0.01 AED less of `Food`.'],
		[{ operator: '<', value: minor('0') }, 'needs less than 0.00. No change helps: no value passes.'],
		[{ operator: '<=', value: minor('17.50') }, 'needs at most 17.50. Smallest change: 0.50 AED less of `Food`.'],
		[{ operator: '=', value: minor('20') }, 'needs exactly 20.00. Smallest change: 2.00 AED more of `Food`.'],
		[{ operator: '=', value: minor('10') }, 'needs exactly 10.00. Smallest change: 8.00 AED less of `Food`.'],
		[{ operator: '=', value: minor('10.005') }, 'needs exactly 10.005. No change helps: no value passes.'],
		[
			{ operator: '!=', value: minor('18') },
			'needs any amount but 18.00. Smallest change: 0.01 AED more or less of `Food`.',
		],
		[{ operator: '>=', value: minor('18.001') }, 'needs at least 18.001. Smallest change: 0.01 AED more of `Food`.'],
		[
			{ operator: 'between', low: minor('50'), high: minor('100') },
			'needs 50.00 to 100.00. Smallest change: 32.00 AED more of `Food`.',
		],
		[
			{ operator: 'between', low: minor('5'), high: minor('10') },
			'needs 5.00 to 10.00. Smallest change: 8.00 AED less of `Food`.',
		],
	];
	for (const [test, expected] of table) {
		it(`${test.operator}: ${expected}`, () => {
			expect(failing(spend(test), eighteen)).toBe(`\`Food\` spend 18.00, ${expected}`);
		});
	}
});

describe('the other reasons', () => {
	it('name what was seen and what is needed', () => {
		const lunch = condition({
			kind: 'day-time',
			alternatives: [
				{ days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], fromMinute: 660, untilMinute: 840 },
				{ days: ['Sun', 'Tue'], fromMinute: 0, untilMinute: 1_440 },
			],
		});
		expect(failing(lunch)).toBe(
			'It was Sat 12:30; the rule is for Mon to Fri between 11:00 and 14:00 or Tue, Sun. Smallest change: on Sunday, or last Friday before 14:00.',
		);
		const kinds = condition({ kind: 'order-type', negated: false, names: ['pickup', 'delivery'] });
		expect(failing(kinds)).toBe('Order type `dine_in`, needs `pickup` or `delivery`.');
		expect(failing(condition({ kind: 'channel', negated: true, names: ['app'] }))).toBe(
			'Channel `app`, needs any but `app`.',
		);
		expect(failing(condition({ kind: 'store', negated: false, stores: ['auh'], chains: ['Express'] }))).toBe(
			'Store `dxb-mall`, needs `auh` or the chain `Express`.',
		);
		const born = member({ birthDate: { year: 1990, month: 2, day: 19 } });
		expect(failing(condition({ kind: 'birthday', window: { withinDays: 3 } }), sale(), born)).toBe(
			'Birthday in 12 days, needs it within 3 days. Smallest change: 9 days later, or 350 days earlier.',
		);
	});

	it('name the fact that was missing', () => {
		expect(failing(condition({ kind: 'channel', negated: true, names: ['app'] }), sale({ channel: null }))).toBe(
			'The transaction does not say its channel, so the condition does not hold.',
		);
		expect(failing(condition({ kind: 'birthday', window: 'today' }))).toBe(
			"The member's birthday is not known, so the condition does not hold.",
		);
		expect(failing(condition({ kind: 'tier', negated: false, names: ['Gold'] }))).toBe(
			'The member has no tier, so the condition does not hold.',
		);
	});

	it('say when a rule runs', () => {
		expect(explain({ dates: { ...ANY_TIME, from: { day: 20_600, minute: 0 } } }).whyNot).toBe(
			'The rule starts on 2026-05-27.',
		);
		expect(explain({ dates: { ...ANY_TIME, from: { day: 20_600, minute: 1_080 } } }).whyNot).toBe(
			'The rule starts on 2026-05-27 at 18:00.',
		);
		expect(explain({ dates: { ...ANY_TIME, until: { day: 20_454, minute: 0 } } }).whyNot).toBe(
			'The rule ended with 2025-12-31.',
		);
		expect(explain({ dates: { ...ANY_TIME, until: { day: 20_454, minute: 90 } } }).whyNot).toBe(
			'The rule ended on 2026-01-01 at 01:30.',
		);
		expect(explain({ enabled: false }).whyNot).toBe('The rule is disabled.');
	});

	it('say what the points came to', () => {
		expect(explain({}).whyNot).toBeNull();
		expect(explain({ earns: [] }).whyNot).toBe('The rule has no earn, so it gives nothing.');
		expect(explain({ earns: [points(0)] }).whyNot).toBe('The formula comes to 0 points at this amount.');
		expect(explain({ earns: [earn(formula(WITHOUT_EXTRAS, [1], [-10_000, 1]))] }).whyNot).toBe(
			'The formula divides by zero at this amount, so it gives 0 points. Smallest change: another amount of `Total without fees, taxes and tip` than 100.00.',
		);
		expect(explain({ limits: [atMost(0)] }).whyNot).toBe(
			"The rule's limit of 0 points per transaction leaves nothing for this rule.",
		);
		expect(explain({}, sale(), member(), { limits: [atMost(0)], pointDecimals: 1 }).whyNot).toBe(
			"The program's limit of 0.0 points per transaction leaves nothing for this rule.",
		);
		expect(explain({ earns: [points(1_000_000_000_000_000)] }).whyNot).toBe(
			'All awards together would be more points than one transaction can hold, so none is given.',
		);
	});
});

describe('what a condition saw', () => {
	it('is said in a few words', () => {
		const conditions = [
			condition({ kind: 'always' }),
			spend({ operator: '>=', value: minor('1') }),
			condition({ kind: 'store', negated: false, stores: ['dxb-mall'], chains: [] }),
			condition({ kind: 'day-time', alternatives: [] }),
			condition({ kind: 'birthday', window: 'today' }),
			condition({ kind: 'tier', negated: false, names: ['Gold'] }),
			condition({ kind: 'channel', negated: false, names: ['app'] }),
		];
		const who = member({ birthDate: { year: 1990, month: 2, day: 6 } });
		expect(explain({ conditions }, sale({ chain: 'Express' }), who).seen).toEqual([
			'always',
			'`Food` is 100.00',
			'`dxb-mall` of `Express`',
			'Sat 12:30',
			'birthday 1 day ago',
			'the member has no tier',
			'`app`',
		]);
	});
});

/** Why the first of some rules gave nothing. */
function whyNot(parts: PlanParts, transaction = sale(), who: ReturnType<typeof member> | null = member()) {
	const subject = plan(parts);
	const [trace] = evaluateReference(subject, transaction, state(who)).rules;
	return trace && describeWhyNot(subject, trace, smallestChange(subject, transaction, state(who), trace));
}

describe('reasons beyond the rule itself', () => {
	it('are its campaign, its event, its dates and its set', () => {
		const within = [rule('Only', { campaign: 0 })];
		const dates = { ...ANY_TIME, from: { day: 20_600, minute: 0 } };
		expect(whyNot({ campaigns: [campaign('Friday', { enabled: false })], rules: within })).toBe(
			'The campaign `Friday` is disabled.',
		);
		expect(whyNot({ campaigns: [campaign('Friday', { dates })], rules: within })).toBe(
			'The campaign `Friday` starts on 2026-05-27.',
		);
		expect(whyNot({ rules: [rule('Only', { event: 'check_in' })] })).toBe('The rule is for the event `check_in`.');
		expect(whyNot({ rules: [rule('Only', { event: { custom: 'survey' } })] })).toBe('The rule is for the event `survey`.');
		const attributes = [{ name: 'booked_at', owner: 'transaction', type: 'date', values: [] }] as const;
		expect(whyNot({ attributes, rules: [rule('Only', { dates: { ...dates, by: 0 } })] })).toBe(
			'The dates are those of `booked_at`, and nothing says it.',
		);
		const rules = [rule('Small', { exclusive: 0 }), rule('Large', { exclusive: 0, earns: [points(11)] })];
		expect(whyNot({ exclusives: [{ name: 'Deals', picks: 'highest points' }], rules })).toBe(
			'`Large` stays in the set `Deals`, and only one rule of it counts. Smallest change: more than 1 point more.',
		);
	});

	it('are limits, budgets and what there is to multiply', () => {
		const usages = [{ scope: { kind: 'rule', index: 0 }, period: 'week' }] as const;
		const twice = { kind: 'times', span: { start: 0, end: 0 }, times: 2, usage: 0 } as const;
		const used = member({ usages: [{ units: 100, times: 2 }] });
		expect(whyNot({ usages, rules: [rule('Only', { limits: [twice] })] }, sale(), used)).toBe(
			'The rule may be used 2 times per week, and was used 2 times. Smallest change: on Monday.',
		);
		expect(whyNot({ usages, rules: [rule('Only', { limits: [atMost(100, { usage: 0 })] })] }, sale(), used)).toBe(
			"The rule's limit of 100 points per week leaves nothing for this rule. Smallest change: on Monday.",
		);
		expect(whyNot({ rules: [rule('Only', { limits: [atMost(5, { orNothing: true })] })] })).toBe(
			"The rule's limit of 5 points per transaction would be exceeded, so nothing is given.",
		);
		const within = [rule('Only', { campaign: 0 })];
		expect(whyNot({ campaigns: [campaign('Friday', { budgetUnits: 0 })], rules: within })).toBe(
			'The budget of a campaign is used up.',
		);
		expect(whyNot({ campaigns: [campaign('Friday', { limits: [atMost(0)] })], rules: within })).toBe(
			"The campaign `Friday`'s limit of 0 points per transaction leaves nothing for this rule.",
		);
		expect(whyNot({ rules: [rule('Only', { earns: [], multipliers: [times('2')] })] })).toBe(
			'The rule only multiplies, and there was nothing to multiply.',
		);
		expect(whyNot({ rules: [rule('Only', { event: 'any', earns: [points(1, { recipient: 'referred' })] })] })).toBe(
			'The rule is for a member who was referred, and there is none.',
		);
	});
});

describe('what every other condition saw and needs', () => {
	const attributes = [
		{ name: 'payment', owner: 'transaction', type: 'text', values: [] },
		{ name: 'weight', owner: 'transaction', type: 'number', values: [] },
		{ name: 'vip', owner: 'member', type: 'flag', values: [] },
	] as const;
	const who = member({
		segments: ['Staff'],
		joinedDate: { year: 2025, month: 2, day: 5 },
		purchases: 2,
		lifetimeSpendMinor: 12_345,
		attributes: { vip: { kind: 'flag', isSet: false } },
	});
	const transaction = sale({
		lines: [line('A', 1_000, { quantityThousandths: 2_500 })],
		attributes: { payment: { kind: 'text', text: 'cash' }, weight: { kind: 'number', millionths: 2_500_000 } },
	});
	const atLeast = (value: string) => ({ operator: '>=', value: fraction(value) }) as const;
	const onApp = condition({ kind: 'channel', negated: false, names: ['app'] });
	const onWeb = condition({ kind: 'channel', negated: false, names: ['web'] });
	const table: readonly (readonly [PlanCondition, seen: string, failure: string])[] = [
		[condition({ kind: 'segment', negated: true, names: ['Staff'] }), '`Staff`', 'Segment `Staff`, needs any but `Staff`.'],
		[
			condition({ kind: 'anniversary', window: 'today' }),
			'anniversary 2 days ago',
			'Anniversary 2 days ago, needs it today.',
		],
		[
			condition({ kind: 'purchase-number', isEvery: true, number: 10 }),
			'purchase number 3',
			'Purchase number 3, needs every 10th.',
		],
		[
			condition({ kind: 'member-fact', fact: 'lifetime spend', test: atLeast('20000') }),
			'lifetime spend 123.45',
			'Lifetime spend 123.45, needs at least 200.00.',
		],
		[
			condition({ kind: 'member-fact', fact: 'days since last purchase', test: atLeast('5') }),
			'the member has not bought anything before',
			'The member has not bought anything before, so the condition does not hold.',
		],
		[
			condition({ kind: 'quantity', filter: FOOD, test: atLeast('3000') }),
			'quantity of `Food` is 2.5',
			'Quantity of `Food` 2.5, needs at least 3.',
		],
		[
			condition({ kind: 'attribute', attribute: 0, test: { kind: 'is', negated: false, values: ['card', 'coin'] } }),
			'`payment` is `cash`',
			'`payment` is `cash`, needs `card` or `coin`.',
		],
		[
			condition({ kind: 'attribute', attribute: 1, test: { kind: 'number', test: atLeast('3000000') } }),
			'`weight` is 2.5',
			'`weight` is 2.5, needs at least 3.',
		],
		[condition({ kind: 'attribute', attribute: 2, test: { kind: 'flag' } }), '`vip` is off', '`vip` is off, needs on.'],
		[
			condition({ kind: 'any', conditions: [onWeb, condition({ kind: 'tier', negated: false, names: ['Gold'] })] }),
			'none of 2 holds, 1 unknown',
			'None of these holds: Channel `app`, needs `web`. The member has no tier, so the condition does not hold.',
		],
		[condition({ kind: 'all', conditions: [onApp, onWeb] }), '1 of 2 holds', 'Channel `app`, needs `web`.'],
		[condition({ kind: 'not', conditions: [onWeb, onApp] }), '1 of 2 holds', 'This must not be: `app`.'],
	];
	for (const [subject, seen, failure] of table) {
		it(`${subject.kind}: ${failure}`, () => {
			const only = plan({ filters: [food], attributes, rules: [rule('Only', { conditions: [subject] })] });
			const [trace] = evaluateReference(only, transaction, state(who)).rules;
			expect(trace?.conditions.map((each) => describeSeen(only, 0, each))).toEqual([seen]);
			expect(trace && describeWhyNot(only, trace)).toBe(failure);
		});
	}
});
