import type { Missing, Name, NumberLiteral } from '#grammar';
import { filterDecimals } from '../../check/measures.ts';
import type { Symbols } from '../../check/symbols.ts';
import {
	floorRational,
	fractionOf,
	multiplyRationals,
	powerOfTen,
	type Rational,
	rational,
	rationalFromDecimal,
} from '../../domain/rational.ts';
import type { Fraction } from '../plan.ts';

/** A part that must be there: what is lowered has been checked. */
export function whole<T extends { readonly kind: string }>(part: T | Missing | undefined): Exclude<T, Missing> {
	if (!part || part.kind === 'missing') throw new Error('A part that is missing was lowered');
	return part as Exclude<T, Missing>;
}

/** The text of a name that must be there. */
export function nameOf(name: Name | Missing | undefined): string {
	return whole(name).text;
}

/** A literal as an exact number; 5% is 1/20. */
export function exact(literal: NumberLiteral | Missing): Rational {
	const { digits, percent } = whole(literal);
	const value = rationalFromDecimal(digits);
	return percent ? multiplyRationals(value, rational(1n, 100n)) : value;
}

/** A literal as a fraction. */
export function fraction(literal: NumberLiteral | Missing): Fraction {
	return fractionOf(exact(literal));
}

/** A whole number that a literal says. */
export function integer(literal: NumberLiteral | Missing): number {
	return Number(whole(literal).digits);
}

/** The indexes of a program's names in its plan, and how its numbers become whole ones. */
export class Names {
	readonly symbols: Symbols;
	readonly pointDecimals: number;
	readonly currencyDecimals: number;
	/** Equal where the same rule is lowered to the same. */
	readonly key: string;
	readonly #filters: ReadonlyMap<string, number>;
	readonly #attributes: ReadonlyMap<string, number>;
	readonly #exclusives: ReadonlyMap<string, number>;

	constructor(symbols: Symbols, decimals: { readonly points: number; readonly currency: number }) {
		this.symbols = symbols;
		this.pointDecimals = decimals.points;
		this.currencyDecimals = decimals.currency;
		this.#filters = indexed(symbols.filterNames);
		this.#attributes = indexed([...symbols.attributes.keys()]);
		this.#exclusives = indexed([...symbols.exclusives.keys()]);
		const filters = symbols.filterNames.map((name) => [name, this.filterDecimals(name)]);
		this.key = JSON.stringify([decimals, filters, [...this.#attributes.keys()], [...this.#exclusives.keys()]]);
	}

	/** How many decimals a filter's whole amounts have. */
	filterDecimals(name: string): number {
		return filterDecimals(name, this.symbols, this.currencyDecimals);
	}

	/** The index of a filter by its name; null where it is not lowered. */
	filterIndex(name: string): number | null {
		return this.#filters.get(name) ?? null;
	}

	filter(name: Name | Missing | undefined): number {
		return known(this.#filters, name);
	}

	attribute(name: Name | Missing | undefined): number {
		return known(this.#attributes, name);
	}

	exclusive(name: Name | Missing | undefined): number {
		return known(this.#exclusives, name);
	}

	/** Points in point units, rounded down. */
	points(literal: NumberLiteral | Missing): number {
		return Number(floorRational(this.scaled(literal, this.pointDecimals)));
	}

	/** A literal times a power of ten. */
	scaled(literal: NumberLiteral | Missing, decimals: number): Rational {
		return multiplyRationals(exact(literal), rational(powerOfTen(decimals)));
	}
}

function indexed(names: readonly string[]): ReadonlyMap<string, number> {
	return new Map(names.map((name, index) => [name, index]));
}

function known(indexes: ReadonlyMap<string, number>, name: Name | Missing | undefined): number {
	const index = indexes.get(nameOf(name));
	if (index === undefined) throw new Error('A name was lowered that is not declared');
	return index;
}
