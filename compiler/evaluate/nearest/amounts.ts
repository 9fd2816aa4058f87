/** How far whole values are from passing a comparison, and amounts of filters from it through their own bounds. */
import { ceilRational, floorRational, rationalFromFraction } from '../../domain/rational.ts';
import { MAX_AMOUNT_MINOR, MAX_LINES } from '../../domain/transaction.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { PlanFilter, PlanTest } from '../../plan/plan.ts';
import type { Distance, Wanted } from './change.ts';

/** Whole values from `low` to `high`, both included; null: without a bound. */
export interface Range {
	readonly low: bigint | null;
	readonly high: bigint | null;
}

/** More than any cart holds, in whole units of whatever it is measured in. */
const MOST = BigInt(MAX_LINES) * BigInt(MAX_AMOUNT_MINOR);

/** The whole values that pass a comparison, or that fail it, in ascending order. */
export function passingRanges(test: PlanTest, wanted: Wanted): readonly Range[] {
	const passing = rangesOf(test).filter(({ low, high }) => low === null || high === null || low <= high);
	return wanted === 'holds' ? passing : between(passing);
}

function rangesOf(test: PlanTest): readonly Range[] {
	if (test.operator === 'between') {
		return [{ low: ceilRational(rationalFromFraction(test.low)), high: floorRational(rationalFromFraction(test.high)) }];
	}
	const value = rationalFromFraction(test.value);
	const [floor, ceiling] = [floorRational(value), ceilRational(value)];
	const { operator } = test;
	switch (operator) {
		case '=':
			return [{ low: ceiling, high: floor }];
		case '!=':
			return between(rangesOf({ ...test, operator: '=' }).filter(() => floor === ceiling));
		case '<':
			return [{ low: null, high: ceiling - 1n }];
		case '<=':
			return [{ low: null, high: floor }];
		case '>':
			return [{ low: floor + 1n, high: null }];
		case '>=':
			return [{ low: ceiling, high: null }];
		default:
			return unreachable(operator);
	}
}

/** What ascending ranges leave out. */
function between(ranges: readonly Range[]): readonly Range[] {
	const left: Range[] = [];
	let low: bigint | null = null;
	for (const range of ranges) {
		if (range.low !== null) left.push({ low, high: range.low - 1n });
		if (range.high === null) return left;
		low = range.high + 1n;
	}
	return [...left, { low, high: null }];
}

/** The unreduced amounts of a filter whose bounded ones lie in some ranges. */
export function unboundedRanges({ above, upTo }: PlanFilter, ranges: readonly Range[]): readonly Range[] {
	const from = BigInt(above ?? 0);
	const most = upTo === null ? null : BigInt(Math.max(upTo - (above ?? 0), 0));
	return ranges.flatMap(({ low, high }) => {
		if ((high !== null && high < 0n) || (low !== null && most !== null && low > most)) return [];
		return [
			{
				// Whatever is not above the bound counts as 0.
				low: low === null || low <= 0n ? null : low + from,
				high: high === null || (most !== null && high >= most) ? null : high + from,
			},
		];
	});
}

/** How far a value is from the ranges, none of which holds it; `least` is the lowest that it can be, null for none. */
export function distanceTo(ranges: readonly Range[], value: number, least: number | null): Distance {
	const at = BigInt(value);
	const above = ranges.flatMap(({ low }) => (low !== null && low > at && low <= MOST ? [low - at] : []));
	const below = ranges.flatMap(({ high }) =>
		high !== null && high < at && high >= (least === null ? -MOST : BigInt(least)) ? [at - high] : [],
	);
	return { more: nearest(above), less: nearest(below) };
}

function nearest(distances: readonly bigint[]): number | null {
	return distances.length === 0 ? null : Number(distances.reduce((least, each) => (each < least ? each : least)));
}

/** Says whether no distance is left. */
export function isNowhere({ more, less }: Distance): boolean {
	return more === null && less === null;
}
