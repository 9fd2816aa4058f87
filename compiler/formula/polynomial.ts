/**
 * Polynomials with whole coefficients of any size, lowest power first, without zeros at the high end; the zero polynomial has
 * no coefficients.
 */
import { greatestCommonDivisor } from '../domain/rational.ts';

/** Coefficients, lowest power first. */
export type Polynomial = readonly bigint[];

/** Whole coefficients as a polynomial. */
export function polynomial(coefficients: readonly bigint[]): Polynomial {
	const end = coefficients.findLastIndex((coefficient) => coefficient !== 0n) + 1;
	return end === coefficients.length ? coefficients : coefficients.slice(0, end);
}

/** −1 for the zero polynomial. */
export function degree(p: Polynomial): number {
	return p.length - 1;
}

/** p + q. */
export function addPolynomials(p: Polynomial, q: Polynomial): Polynomial {
	return polynomial(Array.from({ length: Math.max(p.length, q.length) }, (_, power) => (p[power] ?? 0n) + (q[power] ?? 0n)));
}

/** −p. */
export function negatePolynomial(p: Polynomial): Polynomial {
	return p.map((coefficient) => -coefficient);
}

/** p − q. */
export function subtractPolynomials(p: Polynomial, q: Polynomial): Polynomial {
	return addPolynomials(p, negatePolynomial(q));
}

/** p · q. */
export function multiplyPolynomials(p: Polynomial, q: Polynomial): Polynomial {
	if (p.length === 0 || q.length === 0) return [];
	const product = Array.from({ length: p.length + q.length - 1 }, () => 0n);
	for (const [i, a] of p.entries()) {
		for (const [j, b] of q.entries()) product[i + j] = (product[i + j] ?? 0n) + a * b;
	}
	return polynomial(product);
}

/** The value at a whole number. */
export function evaluatePolynomial(p: Polynomial, x: bigint): bigint {
	let value = 0n;
	for (let power = p.length - 1; power >= 0; power--) value = value * x + (p[power] ?? 0n);
	return value;
}

/** The greatest common divisor of the coefficients, never negative; 0 for the zero polynomial. */
export function content(p: Polynomial): bigint {
	return p.reduce(greatestCommonDivisor, 0n);
}

/** Every coefficient divided by a whole number that divides them all. */
export function divideCoefficients(p: Polynomial, divisor: bigint): Polynomial {
	return divisor === 1n ? p : p.map((coefficient) => coefficient / divisor);
}

/** The polynomial with the same zeros, content 1 and a highest coefficient above 0. */
export function primitivePart(p: Polynomial): Polynomial {
	const divisor = content(p);
	if (divisor === 0n) return p;
	return divideCoefficients(p, (p.at(-1) ?? 0n) < 0n ? -divisor : divisor);
}

/** The greatest common polynomial factor, primitive: `[1]` where there is none. Neither may be the zero polynomial. */
export function commonFactor(p: Polynomial, q: Polynomial): Polynomial {
	let [a, b] = p.length >= q.length ? [primitivePart(p), primitivePart(q)] : [primitivePart(q), primitivePart(p)];
	while (b.length > 0) [a, b] = [b, primitivePart(pseudoRemainder(a, b))];
	return degree(a) === 0 ? [1n] : a;
}

/** `p / q`, where `q` is primitive and divides `p` without rest. */
export function exactQuotient(p: Polynomial, q: Polynomial): Polynomial {
	const rest = [...p];
	const quotient = Array.from({ length: Math.max(p.length - q.length + 1, 0) }, () => 0n);
	const lead = q.at(-1) ?? 1n;
	for (let power = quotient.length - 1; power >= 0; power--) {
		const factor = (rest[power + q.length - 1] ?? 0n) / lead;
		quotient[power] = factor;
		for (const [i, coefficient] of q.entries()) rest[power + i] = (rest[power + i] ?? 0n) - factor * coefficient;
	}
	return polynomial(quotient);
}

/** The rest of dividing a multiple of `p` by `q`, which keeps every coefficient whole. */
function pseudoRemainder(p: Polynomial, q: Polynomial): Polynomial {
	const lead = q.at(-1) ?? 1n;
	let rest = p;
	while (rest.length >= q.length) {
		const shift = Array.from({ length: rest.length - q.length }, () => 0n);
		const raised = [...shift, ...q.map((coefficient) => coefficient * (rest.at(-1) ?? 0n))];
		rest = subtractPolynomials(
			rest.map((coefficient) => coefficient * lead),
			raised,
		);
	}
	return rest;
}
