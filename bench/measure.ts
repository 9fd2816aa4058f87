/** A process of its own for one engine and one number of rules: does its task and prints one line of JSON. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureChanges } from './change.ts';
import type { Changed, Measured, Task, Verified } from './results.ts';
import { cpuMicros, Windows } from './speed.ts';
import { loadSubject, type Subject } from './subject.ts';
import { verify } from './verify.ts';
import type { Expected, RawTransaction, Workload } from './workload.ts';

const task = JSON.parse(process.argv[2] ?? '') as Task;
const data = join(task.harness, 'data');
// Held to the end, so that what an engine holds is what came on top of them.
const workload = read(`${task.size}`, 'rules.json') as Workload;
const transactions = read('transactions.json') as RawTransaction[];

function read(...path: string[]): unknown {
	return JSON.parse(readFileSync(join(data, ...path), 'utf8'));
}

async function answer(): Promise<Verified | Measured | Changed> {
	if (task.phase === 'change') return measureChanges(workload, task.budgetMs ?? Number.POSITIVE_INFINITY);
	const build = await loadSubject(task.engine, task.harness);
	if (task.phase === 'measure') return measured(build);
	const expected = read(`${task.size}`, 'expected.json') as Expected[];
	return verify(await build(workload), transactions, expected, task.budgetMs);
}

async function measured(build: (workload: Workload) => Promise<Subject>): Promise<Measured> {
	const [started, cpuBefore] = [performance.now(), process.cpuUsage()];
	const first = await build(workload);
	const [buildMs, buildCpuMs] = [performance.now() - started, cpuMicros(cpuBefore) / 1_000];
	const { compileMs, emitMs } = first;
	first.close();
	// Held from the second building on: what an engine costs once, whatever the rules, is no rule's: its parser, its optimised code.
	const before = keptBytes();
	const subject = await build(workload);
	const speeds = await speedsOf(new Windows(subject, transactions));
	const bytesPerRule = (keptBytes() - before) / task.size;
	// Writing the program's text is the bench's work, not the engine's.
	const ownMs = compileMs === null || emitMs === null ? buildMs : compileMs + emitMs;
	subject.close();
	return { ...speeds, buildMs: ownMs, buildCpuMs, compileMs, emitMs, bytesPerRule };
}

async function speedsOf(windows: Windows) {
	const { warmMs, windowMs } = task;
	const raw = await windows.rawSpeed(warmMs, windowMs);
	const latencies = await windows.latencies(windowMs);
	return { ...raw, ...latencies, factsPerSecond: await windows.factsPerSecond(warmMs / 2, windowMs) };
}

/** What is still held after everything that can go has gone. */
function keptBytes(): number {
	globalThis.gc?.();
	globalThis.gc?.();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

process.stdout.write(`${JSON.stringify(await answer())}\n`, () => process.exit(0));
