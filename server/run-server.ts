import { configure } from './configuration.ts';
import { createLog } from './log.ts';
import { serve } from './serve.ts';

/** Runs the server until it is told to stop; answers with the exit status. Faults of the configuration go to standard error. */
export async function runServer(environment: NodeJS.ProcessEnv): Promise<number> {
	const configured = configure(environment);
	if (!configured.ok) {
		process.stderr.write(`Earnest cannot start:\n${configured.faults.map((fault) => `  ${fault}.\n`).join('')}`);
		return 1;
	}
	const { configuration, warnings } = configured;
	const onTerminal = process.stdout.isTTY;
	const log = createLog(configuration.logLevel ?? (onTerminal ? 'warn' : 'info'));
	for (const warning of warnings) log.warning(warning);
	const start = await serve(configuration, log);
	if (!start.ok) {
		process.stderr.write(`Earnest cannot start: ${start.reason}\n`);
		return 1;
	}
	const { running } = start;
	if (onTerminal) process.stdout.write(`\n  Earnest is ready. Open ${running.url}\n  Stop it with Ctrl+C.\n\n`);
	else log.event('listening', { url: running.url });
	const signal = await stopSignal();
	log.event('stopping', { signal });
	await running.stop();
	return 0;
}

/** The first signal asks to stop; a second one ends the process at once. */
function stopSignal(): Promise<string> {
	return new Promise((resolve) => {
		for (const signal of ['SIGTERM', 'SIGINT'] as const) {
			process.once(signal, () => {
				process.on(signal, () => process.exit(1));
				resolve(signal);
			});
		}
	});
}
