/**
 * A stream of choices that can be played again. A shorter or smaller record gives a simpler outcome, which is how a failing
 * case is made small: see {@link shrink}.
 */
export class Chance {
	readonly record: number[] = [];
	private readonly source: () => number;

	private constructor(source: () => number) {
		this.source = source;
	}

	/** Choices that depend on the seed alone. */
	static seeded(seed: number): Chance {
		let state = seed >>> 0;
		return new Chance(() => {
			// mulberry32
			state = (state + 0x6d2b79f5) >>> 0;
			let mixed = Math.imul(state ^ (state >>> 15), state | 1);
			mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
			return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
		});
	}

	/** The choices of a record; the simplest ones after its end. */
	static replayed(record: readonly number[]): Chance {
		let at = 0;
		return new Chance(() => record[at++] ?? 0);
	}

	/** A whole number from 0, below `limit`. */
	below(limit: number): number {
		const value = this.source();
		this.record.push(value);
		return Math.floor(value * limit);
	}

	/** One of several, the first being the simplest. */
	pick<T>(choices: readonly T[]): T {
		return choices[this.below(choices.length)] as T;
	}

	/** True with a probability in percent; false is simpler. */
	happens(percent: number): boolean {
		return this.below(1000) >= 1000 - percent * 10;
	}

	/** A list of `least` to `most` things. */
	list<T>(least: number, most: number, make: () => T): T[] {
		return Array.from({ length: least + this.below(most - least + 1) }, make);
	}
}

/** The simplest record found that still fails, within a bounded number of tries. */
export function shrink(record: readonly number[], fails: (record: readonly number[]) => boolean): readonly number[] {
	let best = record;
	let tries = 3_000;
	for (let size = best.length; size >= 1; size = Math.floor(size / 2)) {
		for (let start = 0; start < best.length && tries > 0; start += size) {
			const without = best.toSpliced(start, size);
			const zeroed = best.map((value, index) => (index >= start && index < start + size ? 0 : value));
			for (const candidate of [without, zeroed]) {
				tries--;
				if (candidate.some((value, index) => value !== best[index]) || candidate.length < best.length) {
					if (!fails(candidate)) continue;
					best = candidate;
					break;
				}
			}
		}
	}
	return best;
}
