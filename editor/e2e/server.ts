/** The built server, as a user starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '..', '..');
const READY_WITHIN_MS = 30_000;

export interface RunningServer {
	/** With a slash at its end. */
	readonly url: string;
	stop(): Promise<void>;
}

/**
 * Starts the server on a free port with an empty data folder, which it fills with the demo. With `nowMs` its clock runs from
 * that moment on, so that the demo is the same on every day.
 */
export async function startServer(nowMs: number | null = null): Promise<RunningServer> {
	const data = mkdtempSync(join(tmpdir(), 'earnest-stories-'));
	const server = spawn(
		process.execPath,
		[...(nowMs === null ? [] : ['--import', clockFrom(nowMs)]), join(ROOT, 'dist/server/main.js')],
		{
			env: { ...process.env, PORT: '0', HOST: '127.0.0.1', EARNEST_DATA: data, EARNEST_LOG: 'info' },
			stdio: ['ignore', 'pipe', 'pipe'],
		},
	);
	const stop = async () => {
		if (server.exitCode === null) {
			server.kill('SIGTERM');
			await once(server, 'exit');
		}
		rmSync(data, { recursive: true, force: true });
	};
	try {
		return { url: await addressOf(server), stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** The address in the server's log; what the server said instead, where it says none. */
function addressOf(server: ChildProcess): Promise<string> {
	const said: string[] = [];
	return new Promise((resolve, reject) => {
		const fail = (why: string) => reject(new Error(`${why}. It said:\n${said.join('\n')}`));
		const impatience = setTimeout(() => fail('The server was not ready in time'), READY_WITHIN_MS);
		const hear = (line: string) => {
			said.push(line);
			const url = /"url":"(http:[^"]+)"/.exec(line)?.[1];
			if (url === undefined) return;
			clearTimeout(impatience);
			resolve(url);
		};
		for (const stream of [server.stdout, server.stderr]) if (stream) createInterface(stream).on('line', hear);
		server.once('exit', (code) => {
			clearTimeout(impatience);
			fail(`The server ended with ${code}`);
		});
	});
}

/** A module that sets the clock of a process. */
function clockFrom(nowMs: number): string {
	const code = `const shift = ${nowMs} - Date.now();
globalThis.Date = class extends Date {
	constructor(...given) { if (given.length === 0) super(Date.now()); else super(...given); }
	static now() { return super.now() + shift; }
};`;
	return `data:text/javascript,${encodeURIComponent(code)}`;
}
