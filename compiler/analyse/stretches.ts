/** Sets of values in an order: amounts, moments, days. Only comparisons are made, so nothing is lost whatever a value's size. */

/**
 * A place between two values. Where values are whole, the cut `5` stands just before the value 5. Infinities are numbers; all
 * others of one set are of one type.
 */
export type Cut = number | bigint;

/** Stretches from a cut (what follows it is in) to a cut (what follows it is out), in order and apart: `[from, until, from, until …]`. */
export type Stretches = readonly Cut[];

/** Every value there is. */
export const EVERYTHING: Stretches = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
/** No value. */
export const NOTHING: Stretches = [];

/** The values from a cut up to another; none where they are the same or the wrong way round. */
export function stretch(from: Cut, until: Cut): Stretches {
	return from < until ? [from, until] : NOTHING;
}

/** What is in both. */
export function intersectStretches(a: Stretches, b: Stretches): Stretches {
	return combine(a, b, (inA, inB) => inA && inB);
}

/** What is in either. */
export function uniteStretches(a: Stretches, b: Stretches): Stretches {
	return combine(a, b, (inA, inB) => inA || inB);
}

/** What is in `a` and not in `b`. */
export function subtractStretches(a: Stretches, b: Stretches): Stretches {
	return combine(a, b, (inA, inB) => inA && !inB);
}

/** Says whether the value that stands just behind a cut is in. */
export function holdsAt(stretches: Stretches, cut: Cut): boolean {
	let before = 0;
	while (before < stretches.length && (stretches[before] as Cut) <= cut) before++;
	return before % 2 === 1;
}

/** Passes over both lists at once; at each cut the count of cuts behind tells whether one is inside. */
function combine(a: Stretches, b: Stretches, keep: (inA: boolean, inB: boolean) => boolean): Stretches {
	const cuts: Cut[] = [];
	let isInside = false;
	for (let i = 0, j = 0; i < a.length || j < b.length; ) {
		const [x, y] = [a[i], b[j]];
		const at = y === undefined || (x !== undefined && x <= y) ? x : y;
		if (at === undefined) break;
		if (x !== undefined && x <= at) i++;
		if (y !== undefined && y <= at) j++;
		if (keep(i % 2 === 1, j % 2 === 1) === isInside) continue;
		cuts.push(at);
		isInside = !isInside;
	}
	return cuts;
}
