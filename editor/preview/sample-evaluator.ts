import type { ChangesOfRule, EvaluationState, Explanation, Plan, Transaction } from '#compiler';
import type { PlanParts, PlanSender } from './plan-parts.ts';
import { says } from './says.ts';

/** What the worker is asked. */
export interface EvaluatorRequest {
	readonly id: number;
	readonly plan: PlanParts;
	readonly transaction: Transaction;
	readonly state: EvaluationState;
}

/** What a sample comes to, and for each rule, in the explanation's order, what would have to be otherwise. */
export interface Explained {
	readonly explanation: Explanation;
	readonly changes: readonly ChangesOfRule[];
}

/** What the worker answers. */
export type EvaluatorReply =
	| ({ readonly id: number; readonly ok: true } & Explained)
	| { readonly id: number; readonly ok: false; readonly reason: string };

/** As much of a worker as is used here. */
export interface EvaluatorWorker {
	/** Takes apart what this worker is sent. */
	readonly sender: PlanSender;
	postMessage(request: EvaluatorRequest): void;
	terminate(): void;
	/** Lets go of a worker that owes no answer: somebody else may use it. */
	release(): void;
	onmessage: ((event: MessageEvent<EvaluatorReply>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
}

/** What came of a sample: its explanation, or why there is none. */
export type Evaluated =
	| ({ readonly ok: true; readonly plan: Plan } & Explained)
	| { readonly ok: false; readonly reason: string };

/** Asks a worker, which is taken with the first question, and hands on the newest answer only. */
export class SampleEvaluator {
	readonly #start: () => EvaluatorWorker;
	readonly #answer: (evaluated: Evaluated) => void;
	#worker: EvaluatorWorker | null = null;
	#newest = 0;
	/** How many answers are still to come. */
	#owed = 0;
	#plan: Plan | null = null;

	constructor(start: () => EvaluatorWorker, answer: (evaluated: Evaluated) => void) {
		this.#start = start;
		this.#answer = answer;
	}

	/** Answers to earlier questions are dropped from here on. */
	ask(plan: Plan, transaction: Transaction, state: EvaluationState): void {
		const id = ++this.#newest;
		this.#plan = plan;
		try {
			this.#worker ??= this.#open();
			this.#owed++;
			// A worker is no window, and has no origin to name.
			// oxlint-disable-next-line unicorn/require-post-message-target-origin
			this.#worker.postMessage({ id, plan: this.#worker.sender.parts(plan), transaction, state });
		} catch (fault) {
			// It may lack what it will be taken to have.
			this.dispose();
			this.#answer({ ok: false, reason: String(fault) });
		}
	}

	/** Drops every answer that is still to come. */
	forget(): void {
		this.#newest++;
	}

	/** Lets the worker go, and ends it while it is at work; a later question takes another. */
	dispose(): void {
		this.forget();
		if (this.#owed === 0) this.#worker?.release();
		else this.#worker?.terminate();
		this.#worker = null;
		this.#owed = 0;
	}

	#open(): EvaluatorWorker {
		const worker = this.#start();
		worker.onmessage = ({ data }) => {
			this.#owed--;
			if (data.id !== this.#newest || !this.#plan) return;
			if (!data.ok) return this.#answer({ ok: false, reason: data.reason });
			const { explanation, changes } = data;
			this.#answer({ ok: true, plan: this.#plan, explanation, changes });
		};
		worker.onerror = (event) => {
			this.dispose();
			this.#answer({ ok: false, reason: event.message || says.couldNotStart });
		};
		return worker;
	}
}
