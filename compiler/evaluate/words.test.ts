import { describe, expect, it } from 'vitest';
import type { PlanCondition, PlanRule } from '../plan/plan.ts';
import { condition, formula, line, member, minor, plan, points, rule, sale, WITHOUT_EXTRAS } from './fixtures/plans.ts';
import { evaluateReference } from './reference.ts';
import { describeSeen, describeWhyNot } from './words.ts';

const food = { kind: 'items', name: 'Food', mode: 'all', selectors: [], except: [] } as const;
const FOOD = 2;

function explain(parts: Partial<PlanRule>, transaction = sale(), who = member(), program = {}) {
	const subject = plan({ filters: [food], rules: [rule('Only', parts)], program });
	const [trace] = evaluateReference(subject, transaction, who).rules;
	if (!trace) throw new Error('no trace');
	return {
		whyNot: describeWhyNot(subject, trace),
		seen: trace.conditions.map((each) => describeSeen(subject, 0, each)),
	};
}

function failing(subject: PlanCondition, transaction = sale(), who = member()) {
	return explain({ conditions: [subject] }, transaction, who).whyNot;
}

const spend = (test: Extract<PlanCondition, { kind: 'spend' }>['test']) => condition({ kind: 'spend', filter: FOOD, test });
const eighteen = sale({ lines: [line('A', 1_800)] });

describe('a spend that does not fit', () => {
	const table: readonly (readonly [Extract<PlanCondition, { kind: 'spend' }>['test'], string])[] = [
		[{ operator: '>=', valueMinor: minor('25') }, 'needs at least 25.00; 7.00 more.'],
		[{ operator: '>', valueMinor: minor('18') }, 'needs more than 18.00; 0.01 more.'],
		[{ operator: '<', valueMinor: minor('18') }, 'needs less than 18.00; 0.01 less.'],
		[{ operator: '<', valueMinor: minor('0') }, 'needs less than 0.00.'],
		[{ operator: '<=', valueMinor: minor('17.50') }, 'needs at most 17.50; 0.50 less.'],
		[{ operator: '=', valueMinor: minor('20') }, 'needs exactly 20.00; 2.00 more.'],
		[{ operator: '=', valueMinor: minor('10') }, 'needs exactly 10.00; 8.00 less.'],
		[{ operator: '=', valueMinor: minor('10.005') }, 'needs exactly 10.005.'],
		[{ operator: '!=', valueMinor: minor('18') }, 'needs any amount but 18.00.'],
		[{ operator: '>=', valueMinor: minor('18.001') }, 'needs at least 18.001; 0.01 more.'],
		[{ operator: 'between', lowMinor: minor('50'), highMinor: minor('100') }, 'needs 50.00 to 100.00; 32.00 more.'],
		[{ operator: 'between', lowMinor: minor('5'), highMinor: minor('10') }, 'needs 5.00 to 10.00; 8.00 less.'],
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
		expect(failing(lunch)).toBe('It was Sat 12:30; the rule is for Mon to Fri between 11:00 and 14:00 or Tue, Sun.');
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
			'Birthday in 12 days, needs it within 3 days.',
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
		expect(explain({ from: { day: 20_600, minute: 0 } }).whyNot).toBe('The rule starts on 2026-05-27.');
		expect(explain({ from: { day: 20_600, minute: 1_080 } }).whyNot).toBe('The rule starts on 2026-05-27 at 18:00.');
		expect(explain({ until: { day: 20_454, minute: 0 } }).whyNot).toBe('The rule ended with 2025-12-31.');
		expect(explain({ until: { day: 20_454, minute: 90 } }).whyNot).toBe('The rule ended on 2026-01-01 at 01:30.');
		expect(explain({ enabled: false }).whyNot).toBe('The rule is disabled.');
	});

	it('say what the points came to', () => {
		expect(explain({}).whyNot).toBeNull();
		expect(explain({ earns: [] }).whyNot).toBe('The rule has no earn, so it gives nothing.');
		expect(explain({ earns: [points(0)] }).whyNot).toBe('The formula comes to 0 points at this amount.');
		expect(explain({ earns: [formula(WITHOUT_EXTRAS, [1], [-10_000, 1])] }).whyNot).toBe(
			'The formula divides by zero at this amount, so it gives 0 points.',
		);
		expect(explain({ limitUnits: 0 }).whyNot).toBe("The rule's limit is 0 points.");
		expect(explain({}, sale(), member(), { limitUnits: 0, pointDecimals: 1 }).whyNot).toBe(
			"The program's limit of 0.0 points per transaction was used up by what came before this rule.",
		);
		expect(explain({ earns: [{ ...points(1), numerator: ['1000000000000000'] }] }).whyNot).toBe(
			'All awards together would be more points than one transaction can hold, so none is given.',
		);
	});
});

describe('what a condition saw', () => {
	it('is said in a few words', () => {
		const conditions = [
			condition({ kind: 'always' }),
			spend({ operator: '>=', valueMinor: minor('1') }),
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
