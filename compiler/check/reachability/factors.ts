import { type Declaration, type MultiplyClause, walk } from '#grammar';
import { compareRationals, multiplyRationals, ONE, type Rational } from '../../domain/rational.ts';
import { exactly } from '../numbers.ts';

/**
 * A bound on what all multipliers of a program together can scale an award by, at least 1; null while one cannot be read. Of
 * tiers a member has one at a time; of the others all may act at once, and adding up never comes to more than compounding.
 */
export function mostFactor(declarations: readonly Declaration[]): Rational | null {
	let all = ONE;
	for (const declaration of declarations) {
		const factor = factorOf(declaration);
		if (!factor) return null;
		if (factor !== ONE) all = multiplyRationals(all, factor);
	}
	return all;
}

/** The same for one declaration. */
export function factorOf(declaration: Declaration): Rational | null {
	return mayMultiply.has(declaration.kind) ? factorWithin(declaration) : ONE;
}

const mayMultiply: ReadonlySet<Declaration['kind']> = new Set(['tiers', 'campaign', 'rule', 'raw']);

// Asked of every declaration at each keystroke, of which one or two have changed.
const kept = new WeakMap<Declaration, { readonly factor: Rational | null }>();

function factorWithin(declaration: Declaration): Rational | null {
	const known = kept.get(declaration);
	if (known) return known.factor;
	let factor: Rational | null = ONE;
	walk(declaration, (node) => {
		const next = node.kind === 'raw' ? null : node.kind === 'multiply' ? writtenIn(node) : ONE;
		if (!next || !factor) factor = null;
		else if (compareRationals(next, ONE) > 0)
			factor = declaration.kind === 'tiers' ? larger(factor, next) : multiplyRationals(factor, next);
	});
	kept.set(declaration, { factor });
	return factor;
}

function larger(a: Rational, b: Rational): Rational {
	return compareRationals(a, b) > 0 ? a : b;
}

function writtenIn({ factor }: MultiplyClause): Rational | null {
	return factor.kind === 'number' ? exactly(factor) : null;
}
