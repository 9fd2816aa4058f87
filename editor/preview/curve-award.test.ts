import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppliedMultiplier, Plan, PlanEarn, PlanFormula, PlanLimit } from '#compiler';
import { seed } from '../canvas/testing/random-rules.ts';
import { curveOf, tableAmounts } from './curve.ts';
import { axisWords, limitWords, remarksOf, seriesWords } from './plot-words.ts';
import { givenAt, NO_SAMPLE, planOf } from './testing/curve-plans.ts';

/** A plan with a rule of what the language has beyond a formula and a limit. */
function changed(rule: Partial<Plan['rules'][number]>, program: Partial<Plan['program']> = {}): Plan {
	const plan = planOf('earn "Food" * 2 + 10');
	const rules = plan.rules.map((each) => ({ ...each, ...rule }));
	const usages: Plan['usages'] = [{ scope: { kind: 'rule', index: 0 }, period: 'month' }];
	return { ...plan, rules, usages, program: { ...plan.program, ...program } };
}

const span = { start: 0, end: 0 };
const FOOD = 2;
const whole = (value: number) => ({ numerator: String(value), denominator: '1' });
const line = (constant: number, slope: number): PlanFormula => ({
	kind: 'formula',
	span,
	filter: FOOD,
	numerator: [String(constant), String(slope)],
	denominator: ['100'],
	undefinedWhereZero: [],
});
const earn = (change: Partial<PlanEarn>): PlanEarn => ({
	span,
	amount: line(500, 150),
	atLeast: null,
	exempt: false,
	recipient: null,
	...change,
});
const limitOf = {
	points: (units: number, usage: number | null, orNothing: boolean): PlanLimit => ({
		kind: 'points',
		span,
		units,
		usage,
		orNothing,
	}),
	formula: (formula: PlanFormula, orNothing: boolean): PlanLimit => ({ kind: 'formula', span, formula, orNothing }),
};

describe('curveOf the whole language', () => {
	const earns = fc.array(
		fc.record({
			amount: fc.constantFrom<PlanEarn['amount']>(
				line(500, 150),
				line(2000, -90),
				{ kind: 'steps', span, filter: FOOD, step: whole(750), points: whole(3) },
				{ kind: 'steps', span, filter: FOOD, step: { numerator: '1000', denominator: '3' }, points: whole(1) },
			),
			atLeast: fc.constantFrom(null, null, whole(4)),
			exempt: fc.boolean(),
		}),
		{ minLength: 1, maxLength: 3 },
	);
	const limits = fc.array(
		fc.oneof(
			fc
				.tuple(fc.integer({ min: 0, max: 120 }), fc.constantFrom(null, 0), fc.boolean())
				.map(([units, usage, orNothing]) => limitOf.points(units, usage, orNothing)),
			fc.boolean().map((orNothing) => limitOf.formula(line(1000, 60), orNothing)),
		),
		{ maxLength: 3 },
	);
	const multipliers = fc.array(
		fc.record({
			what: fc.constantFrom('base' as const, 'points' as const, 'this' as const),
			on: fc.constantFrom(null, FOOD),
			factor: fc.constantFrom(whole(2), { numerator: '1', denominator: '2' }),
		}),
		{ maxLength: 2 },
	);
	const place = fc.constantFrom('award' as const, 'transaction' as const, 'carried' as const);

	it('says at every amount and for every tier what the reference evaluator says', () => {
		let cut = 0;
		fc.assert(
			fc.property(
				fc.record({ earns, limits, ofProgram: limits, multipliers, place, amount: fc.nat({ max: 12_000 }) }),
				(drawn) => {
					const rule = {
						earns: drawn.earns.map(earn),
						limits: drawn.limits,
						multipliers: drawn.multipliers.map((each) => ({ span, ...each })),
					};
					const wide = drawn.ofProgram.filter((each) => each.kind === 'points' && each.usage === null);
					const plan = changed(rule, { limits: wide, roundingPlace: drawn.place });
					const curve = curveOf(plan, 0, NO_SAMPLE);
					for (const [index, { tiers }] of curve?.series.entries() ?? []) {
						const point = curve?.at(drawn.amount, index);
						if (point?.because) cut++;
						expect(point?.units).toBe(givenAt(plan, drawn.amount, tiers[0] ?? null));
					}
				},
			),
			{ seed, numRuns: 400 },
		);
		expect(cut).toBeGreaterThan(100);
	});

	it('says which limit cut', () => {
		const because = (rule: PlanLimit[], program: PlanLimit[] = []) =>
			curveOf(changed({ limits: rule }, { limits: program }), 0, NO_SAMPLE)?.at(9_000, 0).because;
		expect(because([limitOf.points(150, null, false)], [limitOf.points(100, null, false)])).toBe('program limit');
		expect(because([limitOf.points(150, 0, true)], [limitOf.points(100, null, false)])).toBe('rule limit');
		expect(because([limitOf.formula(line(0, 1), false)])).toBe('rule limit');
		expect(because([limitOf.points(1_000, null, false)])).toBeNull();
	});

	it('names its limits with their periods', () => {
		const plan = changed({ limits: [limitOf.points(150, null, false), limitOf.points(900, 0, false)] });
		const words = curveOf(plan, 0, NO_SAMPLE)?.limits.map((each) => limitWords(each, plan.program));
		expect(words).toEqual(['limit 150', 'limit 900 per month']);
	});

	it('takes over what else multiplies in the sample, and says what it leaves out', () => {
		const plan = changed({});
		const friday = { source: { kind: 'campaign', index: 0, name: 'Black Friday' }, what: 'points' } as const;
		const multipliers: AppliedMultiplier[] = [
			{ ...friday, on: null, factor: whole(3) },
			{ ...friday, on: 0, factor: whole(5) },
		];
		const curve = curveOf(plan, 0, { ...NO_SAMPLE, multipliers });
		expect(curve?.at(1_000, 0).units).toBe(3 * 30);
		expect(curve && remarksOf(curve, plan)).toEqual([
			'With Black Friday × 3.',
			'Without Black Friday × 5 on Total with fees, taxes and tip.',
		]);
		expect(curve?.series.map(seriesWords)).toEqual(['Bronze', 'Silver ×1.25', 'Gold ×1.5']);
	});

	it('never takes a quantity for money', () => {
		const plan = changed({ earns: [earn({ amount: { ...line(0, 1), denominator: ['1000'] } })] });
		const filters = plan.filters.map((filter, index) =>
			index === FOOD && filter.kind === 'items' ? { ...filter, isQuantity: true, decimals: 3, upTo: 4_000 } : filter,
		);
		const curve = curveOf({ ...plan, filters }, 0, NO_SAMPLE);
		expect(curve?.unit).toEqual({ measure: 'quantity', decimals: 3 });
		expect(curve?.high).toBe(4_000);
		expect(curve && axisWords(curve)).toBe('Quantity');
	});

	it('knows where steps are full and where a floor begins', () => {
		const amount = { kind: 'steps', span, filter: FOOD, step: whole(4_000), points: whole(3) } as const;
		const curve = curveOf(changed({ earns: [earn({ amount, atLeast: whole(1) })] }), 0, NO_SAMPLE);
		expect(curve?.jumps).toEqual([1, 4_000, 8_000, 12_000, 16_000, 20_000]);
		expect(curve && tableAmounts(curve)).toEqual(expect.arrayContaining([0, 1, 3_999, 4_000, 19_999, 20_000]));
	});
});
