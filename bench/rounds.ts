/** Rounds of measuring: every engine in a fresh process, in turn, in the opposite order every other round. */
import { spawn } from 'node:child_process';
import type { Answer, Changed, Measured, Task, Verified } from './results.ts';
import { EARNEST } from './subject.ts';

/** What is measured, and how thoroughly. */
export interface Course {
	readonly engines: readonly string[];
	readonly sizes: readonly number[];
	/** Rounds at sizes below 10,000, where a warm-up is short; at most three at the larger ones. */
	readonly rounds: number;
	readonly isQuick: boolean;
	/** The built measuring process and the folder of the harness's copy. */
	readonly child: string;
	readonly harness: string;
}

/** Everything that was found out of one engine at one size. */
export interface Found {
	readonly engine: string;
	readonly size: number;
	readonly verified: Answer<Verified>;
	readonly rounds: readonly Measured[];
	/** Why rounds are missing. */
	readonly error: string | null;
	/** Earnest's alone. */
	readonly changed: Answer<Changed> | null;
}

const LIMIT_MS = 300_000;
const LARGE = 10_000;

/** Verifies and measures all engines at all sizes, and tells of each step. */
export async function runCourse(course: Course, tell: (step: string) => void): Promise<Found[]> {
	const found: Found[] = [];
	for (const size of course.sizes) found.push(...(await runSize(course, size, tell)));
	return found;
}

async function runSize(course: Course, size: number, tell: (step: string) => void): Promise<Found[]> {
	const { engines, isQuick } = course;
	const ask = <T>(phase: Task['phase'], engine: string, budgetMs: number | null) => {
		tell(`${size} rules: ${phase} ${engine}`);
		return answerOf<T>(course, { phase, engine, size, budgetMs, harness: course.harness, ...durations(size, isQuick) });
	};
	const verified = new Map<string, Answer<Verified>>();
	for (const engine of engines) {
		const budgetMs = engine === EARNEST && !isQuick ? null : isQuick ? 5_000 : 60_000;
		verified.set(engine, await ask<Verified>('verify', engine, budgetMs));
	}
	const measured = new Map<string, Measured[]>(engines.map((engine) => [engine, []]));
	const errors = new Map<string, string>();
	const rounds = size >= LARGE ? Math.min(course.rounds, 3) : course.rounds;
	for (let round = 0; round < rounds; round++) {
		for (const engine of round % 2 === 0 ? engines : engines.toReversed()) {
			if (errors.has(engine)) continue;
			const answer = await ask<Measured>('measure', engine, null);
			if ('error' in answer) errors.set(engine, answer.error);
			else measured.get(engine)?.push(answer);
		}
	}
	const changed = engines.includes(EARNEST) ? await ask<Changed>('change', EARNEST, isQuick ? 3_000 : 15_000) : null;
	return engines.map((engine) => ({
		engine,
		size,
		verified: verified.get(engine) ?? { error: 'not asked' },
		rounds: measured.get(engine) ?? [],
		error: errors.get(engine) ?? null,
		changed: engine === EARNEST ? changed : null,
	}));
}

/** Generated code of many rules needs long before all of it is optimised; every engine gets the same time. */
function durations(size: number, isQuick: boolean): Pick<Task, 'warmMs' | 'windowMs'> {
	if (isQuick) return { warmMs: size >= 1_000 ? 2_000 : 1_000, windowMs: 500 };
	if (size >= LARGE) return { warmMs: 30_000, windowMs: 3_000 };
	return { warmMs: size >= 1_000 ? 8_000 : 3_000, windowMs: 1_000 };
}

/** One process, one answer; it is ended at a limit, so that nothing hangs. */
function answerOf<T>({ child }: Course, task: Task): Promise<Answer<T>> {
	return new Promise((answer) => {
		const process = spawn(nodePath, ['--expose-gc', '--max-old-space-size=8192', child, JSON.stringify(task)]);
		let [out, complaint] = ['', ''];
		const timer = setTimeout(() => {
			complaint = `stopped after ${LIMIT_MS / 1_000} s`;
			process.kill('SIGKILL');
		}, LIMIT_MS);
		process.stdout.on('data', (part: Buffer) => (out += part.toString()));
		process.stderr.on('data', (part: Buffer) => (complaint += part.toString()));
		process.on('close', (code) => {
			clearTimeout(timer);
			answer(code === 0 ? (JSON.parse(out) as T) : { error: complaint.trim().slice(-400) || `ended with ${code}` });
		});
	});
}

const nodePath = process.execPath;
