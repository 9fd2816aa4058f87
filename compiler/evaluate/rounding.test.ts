import { describe, expect, it } from 'vitest';
import type { Rounding } from '#grammar';
import type { PlanEarn, PlanProgram, PlanRule } from '../plan/plan.ts';
import {
	atMost,
	campaign,
	category,
	constant,
	earn,
	formula,
	line,
	member,
	plan,
	rule,
	sale,
	state,
	tier,
	times,
	WITHOUT_EXTRAS,
} from './fixtures/plans.ts';
import { evaluateReference } from './reference.ts';

const MODES: readonly Rounding[] = ['down', 'up', 'half up', 'half even'];

function given(rules: readonly PlanRule[], program: Partial<PlanProgram>, transaction = sale(), who = member()) {
	const { outcome } = evaluateReference(plan({ rules, program }), transaction, state(who));
	return outcome.kind === 'awarded' ? outcome.awards.map(({ givenUnits }) => givenUnits) : [];
}

const giving = (...parts: readonly (readonly [number, number])[]) =>
	parts.map(([over, under], index) => rule(`R${index}`, { earns: [earn(constant(over, under))] }));

describe('per award', () => {
	it('rounds every award by itself, in each mode and to the decimals of a point', () => {
		const at = (over: number, under: number, pointDecimals = 0) =>
			MODES.map((rounding) => given(giving([over, under]), { rounding, pointDecimals })[0] ?? 0);
		expect(at(5, 2)).toEqual([2, 3, 3, 2]);
		expect(at(7, 2)).toEqual([3, 4, 4, 4]);
		expect(at(9, 4)).toEqual([2, 3, 2, 2]);
		expect(at(5, 4, 1)).toEqual([12, 13, 13, 12]);
	});
});

describe('per transaction', () => {
	const program = (rounding: Rounding): Partial<PlanProgram> => ({ rounding, roundingPlace: 'transaction' });

	it('rounds the sum once and shares it back by largest remainder, of equals to the earlier', () => {
		const parts = giving([3, 2], [3, 2], [5, 4]);
		// 4.25 in all: 1, 1 and 1, and one more to the first half.
		expect(given(parts, program('down'))).toEqual([2, 1, 1]);
		// 5: the second half gets one as well.
		expect(given(parts, program('up'))).toEqual([2, 2, 1]);
		expect(given(giving([1, 4], [3, 4]), program('down'))).toEqual([1]);
		expect(given(giving([1, 2], [1, 2]), program('half up'))).toEqual([1]);
	});
});

describe('per item', () => {
	const half = earn(formula(WITHOUT_EXTRAS, [0, 1], [200]));
	const at = (rounding: Rounding, earns: readonly PlanEarn[], transaction = basket) =>
		given([rule('R', { earns })], { rounding, roundingPlace: 'item' }, transaction);
	/** Two at 1.80 and one at 1.00: 0.9, 0.9 and 0.5 points. */
	const basket = sale({ lines: [line('LATTE', 360, { quantityThousandths: 2_000 }), line('GUM', 100)] });

	it('rounds each unit of a whole quantity by itself', () => {
		expect(at('down', [half])).toEqual([]);
		expect(at('up', [half])).toEqual([3]);
		expect(at('half even', [half])).toEqual([2]);
	});

	it('takes a part of a quantity as one item', () => {
		const litres = sale({ lines: [line('FUEL', 360, { quantityThousandths: 2_500 })] });
		// 1.8 as one.
		expect([at('down', [half], litres), at('up', [half], litres)]).toEqual([[1], [2]]);
	});

	it('rounds what is no plain multiple once: 2.3 + 10', () => {
		expect(at('down', [earn(formula(WITHOUT_EXTRAS, [2_000, 1], [200]))])).toEqual([12]);
		expect(at('up', [half, earn(constant(10))])).toEqual([13]);
	});

	it('multiplies before it rounds, narrowed too', () => {
		const filters = [category('Coffee')];
		const rules = [rule('R', { earns: [half] }), rule('M', { earns: [], multipliers: [times('2', { on: 2 })] })];
		const tiers = [tier('Gold', { multipliers: [times('1.5')] })];
		const coffee = sale({
			lines: [line('LATTE', 360, { category: 'Coffee', quantityThousandths: 2_000 }), line('GUM', 100)],
		});
		const subject = plan({ filters, rules, tiers, program: { roundingPlace: 'item' } });
		// 0.9 × 2 × 1.5 is 2.7 for each of two; 0.5 × 1.5 is 0.75.
		expect(evaluateReference(subject, coffee, state(member({ tier: 'Gold' }))).outcome).toMatchObject({ totalUnits: 4 });
	});

	it('shares a great many units between what is wanted anyway and what a campaign adds', () => {
		const many = sale({ lines: [line('NUT', 100, { quantityThousandths: 1_000_000_000 })] });
		const campaigns = [campaign('Twice', { multipliers: [times('2')], budgetUnits: 300_000 })];
		const program = { roundingPlace: 'item', rounding: 'up' } as const;
		const subject = plan({ campaigns, program, rules: [rule('R', { earns: [half] })] });
		// A million units at a point each; half of them are the campaign's, which has 300,000.
		expect(evaluateReference(subject, many, state()).outcome).toMatchObject({
			awards: [{ wantedUnits: 1_000_000, givenUnits: 800_000 }],
			change: { budgetUnits: [{ campaign: 0, units: 300_000 }] },
		});
	});
});

describe('carried', () => {
	const carried = (over: number, under: number, remainder: readonly [string, string], parts: Partial<PlanRule> = {}) => {
		const subject = plan({
			program: { roundingPlace: 'carried' },
			rules: [rule('R', { earns: [earn(constant(over, under))], ...parts })],
		});
		const who = member({ remainder: { numerator: remainder[0], denominator: remainder[1] } });
		const { outcome } = evaluateReference(subject, sale(), state(who));
		return outcome.kind === 'awarded' ? [outcome.totalUnits, outcome.change.remainder] : null;
	};

	it('keeps what is left over for the next time', () => {
		expect(carried(3, 2, ['0', '1'])).toEqual([1, { numerator: '1', denominator: '2' }]);
		expect(carried(3, 2, ['1', '2'])).toEqual([2, { numerator: '0', denominator: '1' }]);
		expect(carried(1, 3, ['1', '3'])).toEqual([0, { numerator: '2', denominator: '3' }]);
	});

	it('comes after limits', () => {
		expect(carried(7, 2, ['1', '2'], { limits: [atMost(2)] })).toEqual([2, { numerator: '1', denominator: '2' }]);
	});

	it('leaves a member without awards what was left over', () => {
		expect(carried(3, 2, ['1', '2'], { enabled: false })).toEqual([0, { numerator: '1', denominator: '2' }]);
	});

	it('keeps nothing where there is no member', () => {
		const subject = plan({ program: { roundingPlace: 'carried' }, rules: giving([3, 2]) });
		expect(evaluateReference(subject, sale({ member: null }), state(null)).outcome).toMatchObject({
			totalUnits: 1,
			change: { remainder: null },
		});
	});
});
