import type { PlanDates } from '../../plan/plan.ts';
import type { KnownCondition } from '../conditions.ts';

/**
 * One piece of generated code, compiled by itself. User text never enters a source: it goes into the pool, an array that the
 * compiled code gets as an argument, and the source names it `p0`, `p1`, …; every other name in a source is fixed or a counter.
 */
export class Unit {
	readonly pool: unknown[] = [];
	readonly dayStartsMinute: number;
	readonly #keys = new Map<string, string>();
	#body = '';

	/** The minute at which the plan's business days begin. */
	constructor(dayStartsMinute: number) {
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

	/** The name under which the source knows dates. */
	dates(dates: PlanDates): string {
		return this.#named(`dates ${JSON.stringify(dates)}`, dates);
	}

	/** Adds a statement. It must be made of fixed words, counters, whole numbers and names given out by this unit. */
	write(statement: string): void {
		this.#body += `${statement}\n`;
	}

	/** The whole source: constants of the pool, then a function of a transaction `t` and its scene `s`. */
	source(): string {
		const constants = this.pool.map((_, index) => `const p${index} = pool[${index}];\n`).join('');
		return `'use strict';\n${constants}return function (t, s) {\n${this.#body}};`;
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

/** Compiles a unit; what its function answers is for the caller to know. Throws an EvalError where the host forbids code from strings. */
export function compileUnit(unit: Unit): unknown {
	// oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- the one place where code is made; see the class above.
	const make = new Function('pool', unit.source()) as (pool: readonly unknown[]) => unknown;
	return make(unit.pool);
}
