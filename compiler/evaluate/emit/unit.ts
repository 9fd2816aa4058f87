import type { Rounding } from '#grammar';
import { roundQuotient, roundSafeQuotient } from '../../domain/rounding.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { KnownCondition } from '../conditions.ts';
import { MAX_POINT_UNITS } from '../outcome.ts';
import type { Scene } from './scene.ts';

/**
 * One piece of generated code, compiled by itself. User text never enters a source: it goes into the pool, an array that the
 * compiled code gets as an argument, and the source names it `p0`, `p1`, …; every other name in a source is fixed or a counter.
 */
export class Unit {
	readonly pool: unknown[] = [];
	readonly dayStartsMinute: number;
	readonly #keys = new Map<string, string>();
	readonly #parameters: string;
	#body = '';

	/** `parameters` of the function that the source makes; the minute at which the plan's business days begin. */
	constructor(parameters: string, dayStartsMinute: number) {
		this.#parameters = parameters;
		this.dayStartsMinute = dayStartsMinute;
	}

	/** The name under which the source knows a text. */
	text(value: string): string {
		return this.#named(`text ${value}`, value);
	}

	/** The name under which the source knows a set of texts. */
	set(values: readonly string[]): string {
		return this.#named(`set ${JSON.stringify(values)}`, new Set(values));
	}

	/** The name under which the source knows a condition that it leaves to the reference. */
	condition(condition: KnownCondition): string {
		return this.#named(`condition ${JSON.stringify(condition)}`, condition);
	}

	/** Adds a statement. It must be made of fixed words, counters, whole numbers and names given out by this unit. */
	write(statement: string): void {
		this.#body += `${statement}\n`;
	}

	/** The whole source: constants of the pool, then the function. */
	source(): string {
		const constants = this.pool.map((_, index) => `const p${index} = pool[${index}];\n`).join('');
		return `'use strict';\n${constants}return function (${this.#parameters}) {\n${this.#body}};`;
	}

	#named(key: string, value: unknown): string {
		const known = this.#keys.get(key);
		if (known !== undefined) return known;
		const name = `p${this.pool.length}`;
		this.pool.push(value);
		this.#keys.set(key, name);
		return name;
	}
}

/** A whole number as it stands in a source. Anything else here is a bug of our own. */
export function whole(value: number): string {
	if (!Number.isSafeInteger(value)) throw new Error(`Not a safe integer: ${value}`);
	return String(value);
}

/** A big whole number as it stands in a source. */
export function big(value: bigint): string {
	return `${value.toString()}n`;
}

/** The rounding that generated code calls, in the program's mode. */
export interface Tools {
	/** Doubles that are safe integers, see `roundSafeQuotient`. */
	readonly round: (numerator: number, denominator: number) => number;
	/** Big integers; more than a transaction can give comes out as Infinity. */
	readonly roundBig: (numerator: bigint, denominator: bigint) => number;
}

/** The tools for a mode of rounding. */
export function toolsFor(mode: Rounding): Tools {
	return {
		round: (numerator, denominator) => roundSafeQuotient(numerator, denominator, mode),
		roundBig: (numerator, denominator) => {
			const units = roundQuotient(numerator, denominator, mode);
			return units > MAX_POINT_UNITS ? Number.POSITIVE_INFINITY : Number(units);
		},
	};
}

/** A compiled unit: a function of a transaction and its scene. What it answers is for the caller to know. */
export type CompiledUnit = (transaction: Transaction, scene: Scene) => unknown;

/** Compiles a unit. Throws an EvalError where the host forbids code from strings. */
export function compileUnit(unit: Unit, tools: Tools): CompiledUnit {
	// oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- the one place where code is made; see the class above.
	const make = new Function('pool', 'round', 'roundBig', unit.source()) as (
		pool: readonly unknown[],
		round: Tools['round'],
		roundBig: Tools['roundBig'],
	) => CompiledUnit;
	return make(unit.pool, tools.round, tools.roundBig);
}
