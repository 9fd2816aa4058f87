/** A stream of choices that is the same for the same seed, everywhere and always. */
export interface Chance {
	/** At least 0 and below 1. */
	readonly next: () => number;
	/** True with this probability. */
	readonly happens: (probability: number) => boolean;
	/** A whole number, both bounds included. */
	readonly between: (low: number, high: number) => number;
	/** Around 0, at most 1 away from it, and most often close to it. */
	readonly bell: () => number;
	/** One of a list that is not empty. */
	readonly pick: <T>(list: readonly T[]) => T;
	/** A key, as often as its weight says. */
	readonly weighted: <K extends string>(weights: Readonly<Partial<Record<K, number>>>) => K;
}

/** The stream of a seed (any whole number): mulberry32. */
export function chanceFrom(seed: number): Chance {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
	};
	const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
	return {
		next,
		between,
		happens: (probability) => next() < probability,
		bell: () => (next() + next() + next()) / 1.5 - 1,
		pick: (list) => list[between(0, list.length - 1)] as (typeof list)[number],
		weighted: (weights) => weigh(Object.entries(weights) as [keyof typeof weights, number][], next()),
	};
}

function weigh<K>(entries: readonly (readonly [K, number])[], at: number): K {
	const sum = entries.reduce((total, [, weight]) => total + weight, 0);
	let rest = at * sum;
	for (const [key, weight] of entries) {
		rest -= weight;
		if (rest < 0) return key;
	}
	return (entries.at(-1) as readonly [K, number])[0];
}
