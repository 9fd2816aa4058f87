/** From a formula as written to P(x)/Q(x), exactly, with the places where something in it divides by zero. */
import type { Binary, Expression, FilterRef, Missing, Name, NumberLiteral, Span } from '#grammar';
import { rationalFromDecimal, powerOfTen } from '../domain/rational.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { PlanFormula } from '../plan/plan.ts';
import {
	addPolynomials,
	commonFactor,
	content,
	degree,
	divideCoefficients,
	exactQuotient,
	multiplyPolynomials,
	negatePolynomial,
	type Polynomial,
	polynomial,
	primitivePart,
} from './polynomial.ts';

/** The highest power of the filter that a formula may reach, above or below the fraction line. */
export const MAX_DEGREE = 8;
/** Coefficients longer than this are refused: no formula that means something comes near. */
const MAX_COEFFICIENT_DIGITS = 400;
const COEFFICIENT_BOUND = powerOfTen(MAX_COEFFICIENT_DIGITS);
/** How deep a formula may nest (a sum of n numbers nests n deep). */
const MAX_DEPTH = 500;

/** What a formula's numbers and names mean. */
export interface FormulaContext {
	/** How many decimals a filter's whole amounts have: 36.00 AED is x = 3600. */
	readonly filterDecimals: (name: string) => number;
	/** The index of a filter in the plan; null where there is none of that name. */
	readonly filterIndex: (name: string) => number | null;
}

/** The normalised formula, or the first fault that keeps it from having a meaning. */
export type Normalised =
	| { readonly ok: true; readonly formula: PlanFormula }
	| { readonly ok: false; readonly fault: FormulaFault };

/** Why a formula has no normal form. */
export type FormulaFault =
	/** `second` is the first reference to another filter than `first`. */
	| { readonly kind: 'two-filters'; readonly first: Name; readonly second: Name }
	| { readonly kind: 'unknown-filter'; readonly name: Name }
	/** `span` is the divisor, which is 0 at every amount. */
	| { readonly kind: 'division-by-literal-zero'; readonly span: Span }
	| { readonly kind: 'formula-too-large'; readonly span: Span }
	/** Something in it is missing; the parser has said what. */
	| { readonly kind: 'incomplete'; readonly span: Span };

/** A part of a formula: over/under in lowest terms, and every divisor met on the way. */
interface Quotient {
	readonly kind: 'quotient';
	readonly over: Polynomial;
	readonly under: Polynomial;
	readonly divisors: readonly Polynomial[];
}

/** Normalises a formula: exact, in lowest terms, `denominator` with a highest coefficient above 0, zero as `['0']`. */
export function normalise(expression: Expression | Missing, context: FormulaContext): Normalised {
	const reader = new Reader(context);
	const result = reader.read(expression, 0);
	if (result.kind !== 'quotient') return { ok: false, fault: result };
	const written = (p: Polynomial): string[] => (p.length === 0 ? ['0'] : p.map(String));
	const formula: PlanFormula = {
		kind: 'formula',
		span: expression.span,
		filter: reader.filter?.index ?? null,
		numerator: written(result.over),
		denominator: written(result.under),
		undefinedWhereZero: result.divisors.map(written),
	};
	return { ok: true, formula };
}

class Reader {
	/** The one filter of the formula, once met. */
	filter: { readonly index: number; readonly name: Name } | null = null;
	readonly #context: FormulaContext;

	constructor(context: FormulaContext) {
		this.#context = context;
	}

	read(expression: Expression | Missing, depth: number): Quotient | FormulaFault {
		if (depth > MAX_DEPTH) return { kind: 'formula-too-large', span: expression.span };
		switch (expression.kind) {
			case 'missing':
				return { kind: 'incomplete', span: expression.span };
			case 'number':
				return this.#readNumber(expression);
			case 'filter-ref':
				return this.#readFilter(expression);
			case 'group':
				return this.read(expression.inner, depth + 1);
			case 'negation': {
				const operand = this.read(expression.operand, depth + 1);
				return operand.kind === 'quotient' ? { ...operand, over: negatePolynomial(operand.over) } : operand;
			}
			case 'binary':
				return this.#readBinary(expression, depth);
			default:
				return unreachable(expression);
		}
	}

	#readNumber(literal: NumberLiteral): Quotient | FormulaFault {
		const { numerator, denominator } = rationalFromDecimal(literal.digits);
		return quotient(polynomial([numerator]), [denominator * (literal.percent ? 100n : 1n)], [], literal.span);
	}

	#readFilter(reference: FilterRef): Quotient | FormulaFault {
		const index = this.#context.filterIndex(reference.name.text);
		if (index === null) return { kind: 'unknown-filter', name: reference.name };
		this.filter ??= { index, name: reference.name };
		if (this.filter.index !== index) return { kind: 'two-filters', first: this.filter.name, second: reference.name };
		return quotient([0n, 1n], [powerOfTen(this.#context.filterDecimals(reference.name.text))], [], reference.span);
	}

	#readBinary(expression: Binary, depth: number): Quotient | FormulaFault {
		const left = this.read(expression.left, depth + 1);
		if (left.kind !== 'quotient') return left;
		const right = this.read(expression.right, depth + 1);
		if (right.kind !== 'quotient') return right;
		const divisors = [...left.divisors, ...right.divisors];
		const { over: a, under: b } = left;
		const { over: c, under: d } = right;
		const span = expression.span;
		const operator = expression.operator.text;
		switch (operator) {
			case '+':
			case '-': {
				const addend = operator === '-' ? negatePolynomial(c) : c;
				const over = addPolynomials(multiplyPolynomials(a, d), multiplyPolynomials(addend, b));
				return quotient(over, multiplyPolynomials(b, d), divisors, span);
			}
			case '*':
				return quotient(multiplyPolynomials(a, c), multiplyPolynomials(b, d), divisors, span);
			case '/':
				if (c.length === 0) return { kind: 'division-by-literal-zero', span: expression.right.span };
				return quotient(multiplyPolynomials(a, d), multiplyPolynomials(b, c), [...divisors, c], span);
			default:
				return unreachable(operator);
		}
	}
}

/** Brings a fraction of polynomials into lowest terms and its divisors into one form each. `under` is never the zero polynomial. */
function quotient(
	over: Polynomial,
	under: Polynomial,
	divisors: readonly Polynomial[],
	span: Span,
): Quotient | FormulaFault {
	const reduced = reduce(over, under);
	const kept = distinct(divisors.map(primitivePart).filter((divisor) => degree(divisor) > 0));
	const polynomials = [reduced.over, reduced.under, ...kept];
	const tooLarge = polynomials.some((p) => degree(p) > MAX_DEGREE || p.some(isTooLong));
	return tooLarge ? { kind: 'formula-too-large', span } : { kind: 'quotient', ...reduced, divisors: kept };
}

function reduce(over: Polynomial, under: Polynomial): { readonly over: Polynomial; readonly under: Polynomial } {
	if (over.length === 0) return { over: [], under: [1n] };
	const factor = commonFactor(over, under);
	const p = exactQuotient(over, factor);
	const q = exactQuotient(under, factor);
	const shared = content([content(p), content(q)]);
	const scale = (q.at(-1) ?? 1n) < 0n ? -shared : shared;
	return { over: divideCoefficients(p, scale), under: divideCoefficients(q, scale) };
}

function isTooLong(coefficient: bigint): boolean {
	return coefficient >= COEFFICIENT_BOUND || coefficient <= -COEFFICIENT_BOUND;
}

function distinct(polynomials: readonly Polynomial[]): Polynomial[] {
	return [...new Map(polynomials.map((p) => [p.join(','), p])).values()];
}
