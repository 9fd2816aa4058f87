import { useEffect, useState } from 'react';
import type { Catalog, Compilation } from '#compiler';
import { NOT_RUN, type TestRun, TestRunner, type TestsWorker } from './test-runner.ts';

/** How long changes are gathered before the tests are run again. */
const ASK_AFTER_MS = 200;

/**
 * What comes of the tests of a program, run in a worker a moment after it has changed. While the program has an error nothing is
 * run: what the tests came to before stays, and is not fresh.
 */
export function useTestRun({ plan, source, document }: Compilation, catalog: Catalog | null): TestRun {
	const [run, setRun] = useState(NOT_RUN);
	const [runner] = useState(() => new TestRunner(startWorker, setRun));
	useEffect(() => () => runner.dispose(), [runner]);
	const isWanted = plan !== null && document.declarations.some(({ kind }) => kind === 'test');
	useEffect(() => {
		if (!isWanted) {
			runner.forget();
			return undefined;
		}
		const timer = setTimeout(() => runner.ask(source, catalog), ASK_AFTER_MS);
		return () => clearTimeout(timer);
	}, [runner, isWanted, source, catalog]);
	// What is known of an older text holds for none of this one, until it was run again.
	return run.text === source ? run : { ...run, state: isWanted ? 'running' : 'idle', fresh: 0 };
}

function startWorker(): TestsWorker {
	return new Worker(new URL('./tests.worker.ts', import.meta.url), { type: 'module' });
}
