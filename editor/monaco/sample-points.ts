import type { Explanation, Plan } from '#compiler';

/** What a sample receipt earns, with the plan that this is true of. */
export interface SamplePoints {
	readonly explanation: Explanation;
	readonly plan: Plan;
}

/** How long a hint waits for the points of the newest text before it says nothing of points. */
const PATIENCE_MS = 400;

/**
 * The points of the sample as the preview tells them. They are only ever given for the plan that they belong to: points of a
 * text that has changed since would be a lie beside the new one.
 */
export class SampleTeller {
	#points: SamplePoints | null = null;
	readonly #wait: (work: () => void, delayMs: number) => () => void;
	readonly #listeners = new Set<() => void>();

	constructor(wait: (work: () => void, delayMs: number) => () => void) {
		this.#wait = wait;
	}

	/** Tells everybody what the sample earns now. */
	tell(points: SamplePoints | null): void {
		if (points?.explanation === this.#points?.explanation && points?.plan === this.#points?.plan) return;
		this.#points = points;
		for (const listener of this.#listeners) listener();
	}

	/** Calls back when other points are told. */
	readonly onTold = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** What the sample earns by a plan; waits a moment where a sample is being evaluated, then null. */
	pointsBy(plan: Plan | null): Promise<Explanation | null> {
		const known = this.#by(plan);
		if (known || plan === null || this.#points === null) return Promise.resolve(known);
		return new Promise((resolve) => {
			const settle = (answer: Explanation | null) => {
				stopWaiting();
				stopHearing();
				resolve(answer);
			};
			const stopWaiting = this.#wait(() => settle(null), PATIENCE_MS);
			const stopHearing = this.onTold(() => {
				const told = this.#by(plan);
				if (told) settle(told);
			});
		});
	}

	#by(plan: Plan | null): Explanation | null {
		return this.#points?.plan === plan ? (this.#points?.explanation ?? null) : null;
	}
}
