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
	private next = 0;

	constructor(subject: Subject, transactions: readonly RawTransaction[]) {
		this.subject = subject;
		this.raw = { evaluate: (raw: RawTransaction) => subject.evaluateRaw(raw), inputs: transactions };
	}

	/** Transactions a second from what a till sends, and the processor time of one in microseconds. */
	async rawSpeed(warmMs: number, ms: number): Promise<{ readonly rawPerSecond: number; readonly rawCpu: number }> {
		await this.perSecond(this.raw, warmMs);
		const [started, before] = [performance.now(), process.cpuUsage()];
		const rawPerSecond = await this.perSecond(this.raw, ms);
		const seconds = (performance.now() - started) / 1_000;
		return { rawPerSecond, rawCpu: cpuMicros(before) / (rawPerSecond * seconds) };
	}

	/**
	 * Transactions a second from what was made beforehand. Ask for it last: the host learns from 10,000 transactions that are kept
	 * that such objects live long, and from then on makes the short-lived ones among the long-lived as well, which no till does.
	 */
	async factsPerSecond(warmMs: number, ms: number): Promise<number> {
		const { subject, raw } = this;
		const facts: Course = {
			evaluate: (facts: unknown) => subject.evaluateFacts(facts),
			inputs: raw.inputs.map((each) => subject.derive(each as RawTransaction)),
		};
		await this.perSecond(facts, warmMs);
		return this.perSecond(facts, ms);
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
	async latencies(ms: number): Promise<{ readonly p50: number; readonly p99: number; readonly machineTail: number }> {
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
		const p50 = percentile(samples, 50);
		return { p50, p99: percentile(samples, 99), machineTail: machineTail(p50, ms) };
	}
}

/**
 * The 99th percentile in medians of a loop of so many microseconds that allocates nothing and reads no memory: what takes the
 * processor away from it takes it away from every engine as well.
 */
function machineTail(micros: number, ms: number): number {
	const turns = Math.max(1, Math.round((micros / microsOfTurns(10_000)) * 10_000));
	const samples: number[] = [];
	const until = performance.now() + ms;
	for (let started = performance.now(); started < until && samples.length < MOST_SAMPLES; started = performance.now()) {
		spin(turns);
		samples.push(performance.now() - started);
	}
	return percentile(samples, 99) / percentile(samples, 50);
}

/** What so many turns take at the median. */
function microsOfTurns(turns: number): number {
	const samples = Array.from({ length: 200 }, () => {
		const started = performance.now();
		spin(turns);
		return (performance.now() - started) * 1_000;
	});
	return percentile(samples, 50);
}

/** A number that nothing can foretell, so that no turn is left out. */
let spun = 1;

function spin(turns: number): void {
	let value = spun;
	for (let turn = 0; turn < turns; turn++) value = (Math.imul(value, 31) + turn) | 0;
	spun = value;
}

/** Microseconds of processor time since a look at it: where other programs run beside, it says more than the clock. */
export function cpuMicros(before: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(before);
	return user + system;
}
