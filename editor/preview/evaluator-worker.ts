import { PlanSender } from './plan-parts.ts';
import type { EvaluatorWorker } from './sample-evaluator.ts';

type OwnWorker = Worker & Pick<EvaluatorWorker, 'sender'>;

/** A worker that serves nobody just now: to start one takes longer than to evaluate most samples. */
let idle: OwnWorker | null = null;

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

function keep(worker: OwnWorker): void {
	if (idle) return worker.terminate();
	worker.onmessage = null;
	dropOnFault(worker);
	idle = worker;
}

function start(): OwnWorker {
	const started = new Worker(new URL('./preview.worker.ts', import.meta.url), { type: 'module' });
	const worker = Object.assign(started, { sender: new PlanSender() });
	dropOnFault(worker);
	return worker;
}

/** One that cannot be started must not be handed out: whoever asks then starts another, and hears of the fault. */
function dropOnFault(worker: OwnWorker): void {
	worker.onerror = () => {
		if (idle === worker) idle = null;
	};
}
