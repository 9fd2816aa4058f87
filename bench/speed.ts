/** How fast a built engine is. */
import { percentile } from './results.ts';
import type { Subject } from './subject.ts';
import type { RawTransaction } from './workload.ts';

/** One way to evaluate, over the transactions in turn. */
interface Course {
	readonly evaluate: (input: never) => number | Promise<number>;
	readonly inputs: readonly unknown[];
}

/** The longest stretch between two looks at the clock. */
const STRETCH_MS = 5;
const MOST_IN_A_STRETCH = 2_000;
const MOST_SAMPLES = 200_000;

/**
 * Windows over a subject, one after the other. Each goes on where the last one stopped: starting over would hide that a
 * window which got faster meets transactions for which nothing is optimised yet.
 */
export class Windows {
	private readonly subject: Subject;
	private readonly raw: Course;
	private readonly facts: Course;
	private next = 0;

	constructor(subject: Subject, transactions: readonly RawTransaction[]) {
		this.subject = subject;
		this.raw = { evaluate: (raw: RawTransaction) => subject.evaluateRaw(raw), inputs: transactions };
		this.facts = {
			evaluate: (facts: unknown) => subject.evaluateFacts(facts),
			inputs: transactions.map((raw) => subject.derive(raw)),
		};
	}

	/** Runs both ways in turn. */
	async warmUp(ms: number): Promise<void> {
		const until = performance.now() + ms;
		const turnMs = Math.min(500, ms / 2);
		do {
			await this.perSecond(this.raw, turnMs);
			await this.perSecond(this.facts, turnMs);
		} while (performance.now() < until);
	}

	/** Transactions a second from what a till sends, and the processor time of one in microseconds. */
	async rawSpeed(ms: number): Promise<{ readonly rawPerSecond: number; readonly rawCpu: number }> {
		const [started, before] = [performance.now(), process.cpuUsage()];
		const rawPerSecond = await this.perSecond(this.raw, ms);
		const seconds = (performance.now() - started) / 1_000;
		return { rawPerSecond, rawCpu: cpuMicros(before) / (rawPerSecond * seconds) };
	}

	factsPerSecond(ms: number): Promise<number> {
		return this.perSecond(this.facts, ms);
	}

	private async perSecond({ evaluate, inputs }: Course, ms: number): Promise<number> {
		const { isAsync } = this.subject;
		const started = performance.now();
		let [at, done, stretch, sum, now] = [this.next, 0, 1, 0, started];
		while (now - started < ms) {
			for (let count = 0; count < stretch; count++) {
				const total = evaluate(inputs[at] as never);
				sum += isAsync ? await total : (total as number);
				if (++at === inputs.length) at = 0;
			}
			done += stretch;
			now = performance.now();
			stretch = Math.max(1, Math.min(MOST_IN_A_STRETCH, Math.floor((STRETCH_MS * done) / (now - started))));
		}
		this.next = at;
		if (Number.isNaN(sum)) throw new Error('An answer is no number');
		return (done * 1_000) / (now - started);
	}

	/** Microseconds for single transactions from what a till sends; reading the clock is in them. */
	async latencies(ms: number): Promise<{ readonly p50: number; readonly p99: number }> {
		const { evaluate, inputs } = this.raw;
		const samples: number[] = [];
		const until = performance.now() + ms;
		for (let started = 0; samples.length < MOST_SAMPLES; ) {
			started = performance.now();
			if (started > until) break;
			const total = evaluate(inputs[this.next] as never);
			if (this.subject.isAsync) await total;
			samples.push((performance.now() - started) * 1_000);
			this.next = (this.next + 1) % inputs.length;
		}
		return { p50: percentile(samples, 50), p99: percentile(samples, 99) };
	}
}

/** Microseconds of processor time since a look at it: where other programs run beside, it says more than the clock. */
export function cpuMicros(before: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(before);
	return user + system;
}
