import type { Catalog, TestResult } from '#compiler';
import type { TestsReply, TestsRequest } from './serve-tests.ts';

/** As much of a worker as is used here. */
export interface TestsWorker {
	postMessage(request: TestsRequest): void;
	terminate(): void;
	onmessage: ((event: MessageEvent<TestsReply>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
}

/** What came of the tests of a text, as far as it is known. */
export interface TestRun {
	/** `idle`: nothing was asked yet, or what was asked is not wanted any more. */
	readonly state: 'idle' | 'running' | 'done' | 'failed';
	/** What was run; empty before the first. */
	readonly text: string;
	/** In the order of the text. Behind the `fresh` first ones stand those of the run before, until they are run again. */
	readonly results: readonly TestResult[];
	readonly fresh: number;
	/** Why the tests could not be run at all; empty where they could. */
	readonly reason: string;
}

/** Before anything is asked. */
export const NOT_RUN: TestRun = { state: 'idle', text: '', results: [], fresh: 0, reason: '' };

/** Has the tests of texts run by a worker, which is started with the first one, and tells of the newest text only. */
export class TestRunner {
	readonly #start: () => TestsWorker;
	readonly #tell: (run: TestRun) => void;
	#worker: TestsWorker | null = null;
	#newest = 0;
	/** What the worker knows; undefined before it was told. */
	#catalog: Catalog | null | undefined;
	#run: TestRun = NOT_RUN;

	constructor(start: () => TestsWorker, tell: (run: TestRun) => void) {
		this.#start = start;
		this.#tell = tell;
	}

	/** Runs the tests of a text. Those of an earlier one are given up. */
	ask(text: string, catalog: Catalog | null): void {
		const id = ++this.#newest;
		this.#show({ ...this.#run, state: 'running', text, fresh: 0, reason: '' });
		try {
			this.#worker ??= this.#open();
			const request = { id, text, catalog: this.#catalog === catalog ? ('same' as const) : catalog };
			this.#catalog = catalog;
			// A worker is no window, and has no origin to name.
			// oxlint-disable-next-line unicorn/require-post-message-target-origin
			this.#worker.postMessage(request);
		} catch (fault) {
			this.#fail(String(fault));
		}
	}

	/** Drops what is still to come; what is known stays. */
	forget(): void {
		this.#newest++;
		this.#show({ ...this.#run, state: 'idle', fresh: 0 });
	}

	/** Ends the worker; a later question starts another. */
	dispose(): void {
		this.#newest++;
		this.#worker?.terminate();
		this.#worker = null;
		this.#catalog = undefined;
	}

	#open(): TestsWorker {
		const worker = this.#start();
		worker.onmessage = ({ data }) => {
			if (data.id === this.#newest) this.#hear(data);
		};
		worker.onerror = (event) => {
			this.dispose();
			this.#fail(event.message);
		};
		return worker;
	}

	#hear(reply: TestsReply): void {
		if (reply.kind === 'failed') return this.#fail(reply.reason);
		const known = [...this.#run.results.slice(0, this.#run.fresh), ...reply.results];
		const isAll = reply.kind === 'all';
		const rest = isAll ? [] : this.#run.results.slice(known.length);
		this.#show({ ...this.#run, state: isAll ? 'done' : 'running', results: [...known, ...rest], fresh: known.length });
	}

	#fail(reason: string): void {
		this.#show({ ...this.#run, state: 'failed', results: [], fresh: 0, reason });
	}

	#show(run: TestRun): void {
		this.#run = run;
		this.#tell(run);
	}
}
