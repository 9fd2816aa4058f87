import type { Expression } from '#grammar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addRationals,
	divideRationals,
	multiplyRationals,
	negateRational,
	type Rational,
	rational,
	rationalFromDecimal,
	subtractRationals,
} from '../domain/rational.ts';
import { valueAt } from './analyse.ts';
import { binary, filter, group, minus, number } from './fixtures/expressions.ts';
import { normalise } from './normalise.ts';

// A failure prints its seed; SEED runs it again.
fc.configureGlobal(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {});

const context = { filterDecimals: () => 2, filterIndex: (name: string) => ({ Food: 2, Coffee: 3 })[name] ?? null };
const food = filter('Food', 10);

function parts(expression: Expression) {
	const result = normalise(expression, context);
	if (!result.ok) throw new Error(result.fault.kind);
	const { filter, numerator, denominator, undefinedWhereZero } = result.formula;
	return { filter, over: numerator, under: denominator, undefinedWhereZero };
}

function fault(expression: Expression) {
	const result = normalise(expression, context);
	return result.ok ? null : result.fault;
}

describe('normalise', () => {
	it('takes minor units: `Food * 2 + 10` is (x + 500) / 50', () => {
		expect(parts(binary(binary(food, '*', number('2')), '+', number('10')))).toEqual({
			filter: 2,
			over: ['500', '1'],
			under: ['50'],
			undefinedWhereZero: [],
		});
	});

	it('reads constants, percentages and signs', () => {
		expect(parts(number('0.5'))).toEqual({ filter: null, over: ['1'], under: ['2'], undefinedWhereZero: [] });
		expect(parts(number('5', true))).toEqual({ filter: null, over: ['1'], under: ['20'], undefinedWhereZero: [] });
		expect(parts(minus(group(number('1.50'))))).toEqual({
			filter: null,
			over: ['-3'],
			under: ['2'],
			undefinedWhereZero: [],
		});
		expect(parts(number('0'))).toEqual({ filter: null, over: ['0'], under: ['1'], undefinedWhereZero: [] });
		expect(parts(binary(food, '*', number('5', true))).under).toEqual(['2000']);
	});

	it('keeps every divisor that the amount can make zero, once, without constants', () => {
		const tenLessFood = group(binary(number('10'), '-', food));
		const formula = binary(binary(number('1'), '/', tenLessFood), '+', binary(food, '/', tenLessFood));
		expect(parts(formula).undefinedWhereZero).toEqual([['-1000', '1']]);
		expect(parts(binary(food, '/', number('4'))).undefinedWhereZero).toEqual([]);
	});

	it('remembers the divisor of a divisor: a / (b / c) is undefined where c is 0', () => {
		const formula = binary(number('1'), '/', group(binary(number('3'), '/', food)));
		expect(parts(formula)).toEqual({ filter: 2, over: ['0', '1'], under: ['300'], undefinedWhereZero: [['0', '1']] });
	});

	it('cancels common factors and keeps where they were zero', () => {
		expect(parts(binary(food, '/', food))).toEqual({
			filter: 2,
			over: ['1'],
			under: ['1'],
			undefinedWhereZero: [['0', '1']],
		});
		const square = binary(food, '*', food);
		const difference = group(binary(square, '-', number('1')));
		expect(parts(binary(difference, '/', group(binary(food, '-', number('1')))))).toEqual({
			filter: 2,
			over: ['100', '1'],
			under: ['100'],
			undefinedWhereZero: [['-100', '1']],
		});
	});

	it('names two different filters, and allows the same one twice', () => {
		expect(fault(binary(food, '+', filter('Coffee', 20)))).toMatchObject({
			kind: 'two-filters',
			first: { text: 'Food' },
			second: { text: 'Coffee', span: { start: 20 } },
		});
		expect(fault(binary(food, '*', food))).toBeNull();
		expect(fault(filter('Tea'))).toMatchObject({ kind: 'unknown-filter', name: { text: 'Tea' } });
	});

	it('refuses a divisor that is zero at every amount', () => {
		expect(fault(binary(food, '/', number('0.00')))).toMatchObject({ kind: 'division-by-literal-zero' });
		expect(fault(binary(number('1'), '/', group(binary(food, '-', food))))).toEqual({
			kind: 'division-by-literal-zero',
			span: food.span,
		});
	});

	it('refuses more than the eighth power, wherever it stands', () => {
		const power = (n: number): Expression => (n === 1 ? food : binary(power(n - 1), '*', food));
		expect(parts(power(8)).over).toHaveLength(9);
		expect(fault(power(9))).toMatchObject({ kind: 'formula-too-large' });
		expect(fault(binary(number('1'), '/', group(power(9))))).toMatchObject({ kind: 'formula-too-large' });
		expect(parts(binary(power(8), '/', power(8))).over).toEqual(['1']);
	});

	it('refuses what nests too deep or grows too long instead of failing', () => {
		const sum = Array.from({ length: 100_000 }, () => number('1')).reduce<Expression>(
			(a, b) => binary(a, '+', b),
			number('1'),
		);
		expect(fault(sum)).toMatchObject({ kind: 'formula-too-large' });
		const long = Array.from({ length: 300 }, () => number('999999999999999')).reduce<Expression>(
			(a, b) => binary(a, '*', b),
			food,
		);
		expect(fault(long)).toMatchObject({ kind: 'formula-too-large' });
	});

	it('says so where something is missing', () => {
		const hole = { kind: 'missing', span: { start: 4, end: 4 }, expected: 'a number' } as const;
		expect(normalise(hole, context)).toEqual({ ok: false, fault: { kind: 'incomplete', span: hole.span } });
		const negated: Expression = { kind: 'negation', span: hole.span, operand: hole };
		expect(fault(binary(food, '+', negated))).toEqual({ kind: 'incomplete', span: hole.span });
	});
});

/** The value of a formula straight from its tree; undefined where anything in it divides by zero. */
function walkValue(expression: Expression, amount: Rational): Rational | undefined {
	switch (expression.kind) {
		case 'number': {
			const value = rationalFromDecimal(expression.digits);
			return expression.percent ? multiplyRationals(value, rational(1n, 100n)) : value;
		}
		case 'filter-ref':
			return amount;
		case 'group':
			return expression.inner.kind === 'missing' ? undefined : walkValue(expression.inner, amount);
		case 'negation': {
			const operand = expression.operand.kind === 'missing' ? undefined : walkValue(expression.operand, amount);
			return operand && negateRational(operand);
		}
		case 'binary': {
			if (expression.left.kind === 'missing' || expression.right.kind === 'missing') return undefined;
			const left = walkValue(expression.left, amount);
			const right = walkValue(expression.right, amount);
			if (!left || !right) return undefined;
			const { text } = expression.operator;
			if (text === '+') return addRationals(left, right);
			if (text === '-') return subtractRationals(left, right);
			return text === '*' ? multiplyRationals(left, right) : (divideRationals(left, right) ?? undefined);
		}
		default:
			return undefined;
	}
}

const { formula: anyFormula } = fc.letrec<{ formula: Expression }>((tie) => ({
	formula: fc.oneof(
		{ maxDepth: 4, depthSize: 'medium' },
		fc.constant(food),
		fc.constantFrom('0', '1', '2', '10', '0.5', '0.01', '3').map((digits) => number(digits)),
		fc.tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/'), tie('formula')).map(([a, op, b]) => binary(a, op, b)),
		tie('formula').map(minus),
		tie('formula').map(group),
	),
}));

describe('a normalised formula', () => {
	it('has at every amount the value of its tree, and is undefined exactly where something in the tree divides by zero', () => {
		let compared = 0;
		let undefinedSeen = 0;
		fc.assert(
			fc.property(anyFormula, fc.integer({ min: 0, max: 1_200 }), (expression, minor) => {
				const result = normalise(expression, context);
				fc.pre(result.ok);
				for (const amount of [minor, 0, 1, 50, 100, 1_000]) {
					const expected = walkValue(expression, rational(BigInt(amount), 100n)) ?? 'undefined';
					expect(valueAt(result.formula, amount)).toEqual(expected);
					compared++;
					if (expected === 'undefined') undefinedSeen++;
				}
			}),
			{ numRuns: 1_500 },
		);
		expect(compared).toBeGreaterThan(5_000);
		expect(undefinedSeen).toBeGreaterThan(30);
	});
});
