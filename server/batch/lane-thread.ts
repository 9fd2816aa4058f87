import { Worker } from 'node:worker_threads';
import type { ReplayResult } from '#runtime';
import type { FromLane, LaneData, LinesOfPiece, ToLane } from './messages.ts';
import { unpackResults } from './packed-results.ts';

/** Built, the worker lies beside this code. */
const isBuilt = import.meta.url.endsWith('.js');
/** In a checkout it is a source, for which a thread has to learn first how sources are read. */
const FROM_SOURCE = `import('tsx/esm/api').then(({ register }) => {
	register();
	return import(${JSON.stringify(new URL('./lane-worker.ts', import.meta.url).href)});
});`;

function workerOf(workerData: LaneData): Worker {
	return isBuilt
		? new Worker(new URL('./lane-worker.js', import.meta.url), { workerData })
		: new Worker(FROM_SOURCE, { workerData, eval: true, execArgv: [] });
}

/** What says where lines stand is the lane's once it was sent. */
function placesOf({ begins, ends, numbers }: LinesOfPiece): readonly ArrayBuffer[] {
	return [begins.buffer, ends.buffer, numbers.buffer];
}

/** A lane in a thread of its own. */
export class LaneThread {
	readonly #worker: Worker;
	readonly #answers: { resolve: (message: FromLane) => void; reject: (error: Error) => void }[] = [];
	#failure: Error | null = null;

	constructor(data: LaneData) {
		this.#worker = workerOf(data);
		this.#worker.on('message', (message: FromLane) => this.#answers.shift()?.resolve(message));
		this.#worker.on('error', (error) => this.#fail(error));
		this.#worker.on('exit', (code) => this.#fail(new Error(`A thread of the batch ended with ${code}`)));
	}

	/** Tells the lane of members, each in a line; answers with how many lines are no JSON objects. */
	async takeMembers(lines: LinesOfPiece): Promise<number> {
		const answer = await this.#ask({ kind: 'members', lines }, placesOf(lines));
		return answer.kind === 'members' ? answer.unreadable : 0;
	}

	/** Evaluates lines, after all that were sent before. */
	async evaluate(lines: LinesOfPiece, repeated: readonly number[]): Promise<readonly ReplayResult[]> {
		const answer = await this.#ask({ kind: 'transactions', lines, repeated }, placesOf(lines));
		return answer.kind === 'results' ? unpackResults(answer.results) : [];
	}

	/** Says whether a transaction of this id was evaluated, once all that was sent before is. */
	async has(id: string): Promise<boolean> {
		const answer = await this.#ask({ kind: 'has', id });
		return answer.kind === 'has' && answer.has;
	}

	/** Ends the thread, whatever it is doing. */
	async end(): Promise<void> {
		this.#worker.removeAllListeners('exit');
		await this.#worker.terminate();
	}

	#ask(message: ToLane, handedOver: readonly ArrayBuffer[] = []): Promise<FromLane> {
		if (this.#failure) return Promise.reject(this.#failure);
		return new Promise((resolve, reject) => {
			this.#answers.push({ resolve, reject });
			this.#worker.postMessage(message, handedOver);
		});
	}

	#fail(error: Error): void {
		this.#failure ??= error;
		for (const { reject } of this.#answers.splice(0)) reject(error);
	}
}
