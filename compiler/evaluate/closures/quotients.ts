/** Quotients as closures: polynomials by Horner's scheme over numbers that are exact up to a known amount. */
import type { Amount, Coefficients, Quotient, Term } from '../fast/quotient.ts';
import type { Base, Scene } from '../fast/scene.ts';

/** A function that returns the numerator of a quotient, 0 for nothing, or -1 where doubles may not be exact. */
export function quotientClosure(quotient: Quotient): Base {
	if (quotient.kind === 'fraction') return fractionClosure(quotient.term, quotient.denominator);
	const { terms, denominator } = quotient;
	return (_, scene) => {
		let sum = 0;
		for (const term of terms) {
			const points = pointsOf(term, scene);
			if (points < 0) return -1;
			sum += points;
		}
		scene.under = denominator;
		return sum;
	};
}

/** At least 0; -1 where its amount is too large. */
function pointsOf({ amount, numerator, divisors, floor }: Term, scene: Scene): number {
	const x = amount === null ? 0 : valueOf(amount, scene);
	if (x < 0) return -1;
	if (divisors.some((divisor) => valueAt(divisor, x) === 0)) return 0;
	const points = valueAt(numerator, x);
	const isAbove = amount === null || scene.amount(amount.filter) > 0;
	const least = isAbove ? floor : 0;
	return points > least ? points : least;
}

function fractionClosure({ amount, numerator, divisors }: Term, denominator: Coefficients): Base {
	return (_, scene) => {
		const x = amount === null ? 0 : valueOf(amount, scene);
		if (x < 0) return -1;
		const [over, under] = [valueAt(numerator, x), valueAt(denominator, x)];
		// Of equal signs, neither of them 0.
		if (over * under <= 0 || divisors.some((divisor) => valueAt(divisor, x) === 0)) return 0;
		scene.under = Math.abs(under);
		return Math.abs(over);
	};
}

/** An amount, or how many full steps it has; -1 where it is too large. */
function valueOf({ filter, steps, most }: Amount, scene: Scene): number {
	const amount = scene.amount(filter);
	const x = steps === null ? amount : Math.floor((amount * steps.parts) / steps.size);
	return most !== null && x > most ? -1 : x;
}

function valueAt(p: Coefficients, x: number): number {
	let value = 0;
	for (let power = p.length - 1; power >= 0; power--) value = value * x + (p[power] as number);
	return value;
}
