/** Chances that can be had again: the same seed gives the same ones. */
export class Chance {
	private state: number;

	constructor(seed: number) {
		this.state = seed | 0;
	}

	/** From 0 to 1, 1 excluded (mulberry32). */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from 0 to `most`, both included. */
	upTo(most: number): number {
		return Math.floor(this.next() * (most + 1));
	}

	happens(probability: number): boolean {
		return this.next() < probability;
	}

	pick<T>(list: readonly T[]): T {
		return list[Math.floor(this.next() * list.length)] as T;
	}

	/** Between `least` and `most` things. */
	some<T>(least: number, most: number, make: () => T): T[] {
		return Array.from({ length: least + this.upTo(most - least) }, make);
	}

	/** What `make` gives, or nothing. */
	maybe(make: () => string): string {
		return this.happens(0.5) ? ` ${make()}` : '';
	}
}
