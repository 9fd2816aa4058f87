/** How long things took, by name, so that a bench can say how they compare. Milliseconds. */
export class Durations {
	private readonly taken = new Map<string, number[]>();
	private readonly now: () => number;

	/** `now` counts milliseconds from any moment on; this floor knows no clock. */
	constructor(now: () => number) {
		this.now = now;
	}

	/** Does the work and remembers how long it took. */
	measure<T>(name: string, work: () => T): T {
		const started = this.now();
		const result = work();
		const took = this.now() - started;
		const known = this.taken.get(name);
		if (known) known.push(took);
		else this.taken.set(name, [took]);
		return result;
	}

	median(name: string): number {
		return this.percentile(name, 50);
	}

	percentile(name: string, percent: number): number {
		const sorted = (this.taken.get(name) ?? []).toSorted((a, b) => a - b);
		return sorted[Math.min(Math.floor((sorted.length * percent) / 100), sorted.length - 1)] ?? Number.NaN;
	}

	/** The median and the 95th percentile in words. */
	table(name: string): string {
		return `median ${this.median(name).toFixed(2)} ms, 95th percentile ${this.percentile(name, 95).toFixed(2)} ms`;
	}
}
