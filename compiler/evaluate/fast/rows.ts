/** What most rules come to, as numbers in columns by slot: one comparison of an amount, and points that are a line over an amount. */
import type { Interval } from './interval.ts';
import type { Performer } from './performer.ts';
import type { Quotient } from './quotient.ts';

/** No filter. */
const NONE = -1;

/** What is rare of a rule, as bits of a row. */
export const TRAITS = {
	/** It has limits of times. */
	timed: 1,
	/** What only the readable evaluator works out, see {@link Performer.isDelegated}. */
	delegated: 2,
	/** It is of an exclusive set. */
	exclusive: 4,
	/** Its multipliers act on every award. */
	multiplies: 8,
} as const;

/** Columns over the slots of rules and tiers. Read them by slot; they are written once. */
export class Rows {
	/** The filter whose amount must lie within `low` and `high`, or -1. */
	readonly testFilter: Int32Array;
	readonly low: Float64Array;
	readonly high: Float64Array;
	/** 1 where points are `(slope · amount + base) / under` and exact up to `most`. */
	readonly isLine: Uint8Array;
	/** The filter of that amount, or -1 for constants. */
	readonly filter: Int32Array;
	readonly slope: Float64Array;
	readonly base: Float64Array;
	readonly under: Float64Array;
	readonly most: Float64Array;
	/** Bits of {@link TRAITS}. */
	readonly traits: Uint8Array;

	constructor(slots: number) {
		this.testFilter = new Int32Array(slots).fill(NONE);
		this.low = new Float64Array(slots);
		this.high = new Float64Array(slots);
		this.isLine = new Uint8Array(slots);
		this.filter = new Int32Array(slots).fill(NONE);
		this.slope = new Float64Array(slots);
		this.base = new Float64Array(slots);
		this.under = new Float64Array(slots).fill(1);
		this.most = new Float64Array(slots).fill(Number.POSITIVE_INFINITY);
		this.traits = new Uint8Array(slots);
	}

	/** Notes what is rare of a slot's rule. */
	setTraits(slot: number, { times, isDelegated, exclusive, multiplies }: Performer): void {
		this.traits[slot] =
			(times.length > 0 ? TRAITS.timed : 0) |
			(isDelegated ? TRAITS.delegated : 0) |
			(exclusive >= 0 ? TRAITS.exclusive : 0) |
			(multiplies ? TRAITS.multiplies : 0);
	}

	/** The same columns, to be written to by themselves. */
	copy(): Rows {
		const copy = new Rows(this.traits.length);
		copy.testFilter.set(this.testFilter);
		copy.low.set(this.low);
		copy.high.set(this.high);
		copy.isLine.set(this.isLine);
		copy.filter.set(this.filter);
		copy.slope.set(this.slope);
		copy.base.set(this.base);
		copy.under.set(this.under);
		copy.most.set(this.most);
		copy.traits.set(this.traits);
		return copy;
	}

	/** Makes a slot as if nothing had been noted of it. */
	clear(slot: number): void {
		this.testFilter[slot] = NONE;
		this.isLine[slot] = 0;
	}

	/** Notes the one comparison of a slot. */
	setTest(slot: number, filter: number, { low, high }: Interval): void {
		this.testFilter[slot] = filter;
		this.low[slot] = low;
		this.high[slot] = high;
	}

	/** Notes what a slot earns, if a line says it. */
	setLine(slot: number, quotient: Quotient | null): void {
		if (quotient?.kind !== 'sum') return;
		const [term] = quotient.terms;
		if (!term || quotient.terms.length > 1 || term.divisors.length > 0 || term.floor > 0) return;
		const { amount, numerator } = term;
		if (numerator.length > 2 || amount?.steps) return;
		this.isLine[slot] = 1;
		this.filter[slot] = amount?.filter ?? NONE;
		this.base[slot] = numerator[0] ?? 0;
		this.slope[slot] = numerator[1] ?? 0;
		this.under[slot] = quotient.denominator;
		this.most[slot] = amount?.most ?? Number.POSITIVE_INFINITY;
	}
}
