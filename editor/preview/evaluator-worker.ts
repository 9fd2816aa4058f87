import type { EvaluatorWorker } from './sample-evaluator.ts';

/** A worker that serves nobody just now: to start one takes longer than to evaluate most samples. */
let idle: Worker | null = null;

/** Starts a worker ahead of its first question. */
export function startWorkerAhead(): void {
	idle ??= start();
}

/** A worker for somebody alone, until it is let go. */
export function takeWorker(): EvaluatorWorker {
	const worker = idle ?? start();
	idle = null;
	return Object.assign(worker, { release: () => keep(worker) });
}

function keep(worker: Worker): void {
	if (idle) return worker.terminate();
	worker.onmessage = null;
	dropOnFault(worker);
	idle = worker;
}

function start(): Worker {
	const worker = new Worker(new URL('./preview.worker.ts', import.meta.url), { type: 'module' });
	dropOnFault(worker);
	return worker;
}

/** One that cannot be started must not be handed out: whoever asks then starts another, and hears of the fault. */
function dropOnFault(worker: Worker): void {
	worker.onerror = () => {
		if (idle === worker) idle = null;
	};
}
