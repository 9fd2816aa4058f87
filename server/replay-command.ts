import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { SingleBar } from 'cli-progress';
import type { Compilation, Plan } from '#compiler';
import { prepareProgram, replay, type ReplayReport, type Runnable, Tally } from '#runtime';
import { evaluateMany, lanesFor } from './batch/evaluate-many.ts';
import { problemsOf } from './check-command.ts';
import { type History, itemsOf, openHistory, readMembers } from './history.ts';
import { firstLines } from './line-pieces.ts';
import { renderReport, reportJson } from './replay-report.ts';
import { sha256 } from './sha256.ts';
import type { Terminal } from './terminal.ts';

/** What `earnest replay` was asked for. */
export interface ReplayRequest {
	readonly program: string;
	readonly data: string;
	readonly json: boolean;
	/** The most transactions to evaluate; null for all. */
	readonly limit: number | null;
	/** How many threads may evaluate; null for as many as the machine has processors where the history is large. */
	readonly threads: number | null;
}

/** Evaluates a whole history under a program and prints what came of it. Answers with the exit status. */
export async function replayCommand(request: ReplayRequest, terminal: Terminal): Promise<number> {
	let text: string;
	try {
		text = await readFile(request.program, 'utf8');
	} catch (error) {
		return terminal.fail(`${request.program} cannot be read: ${reasonOf(error)}`);
	}
	const { compilation, runnable } = prepareProgram(text, sha256(text));
	if (!runnable) return terminal.fail(problemsOf(request.program, text, compilation.problems));
	const opening = await openHistory(request.data).catch((error: unknown) => ({
		ok: false as const,
		reason: reasonOf(error),
	}));
	if (!opening.ok) return terminal.fail(opening.reason);
	const { history } = opening;
	const { signal, release } = terminal.interruption();
	const bar = progressBar(history, terminal);
	try {
		const report = await reportOf(runnable, history, request, {
			signal,
			onProgress: (transactions) => bar?.update(history.position(), { transactions }),
		});
		bar?.update(report.partial ? history.position() : history.size, { transactions: report.transactions });
		bar?.stop();
		const notes = [...leftOut(compilation, runnable.plan), ...history.notes];
		const json = () => `${JSON.stringify(reportJson(report, notes), null, 2)}\n`;
		terminal.print(request.json ? json() : renderReport(report, notes));
		return report.partial ? INTERRUPTED : 0;
	} catch (error) {
		bar?.stop();
		return terminal.fail(`${request.data} cannot be read to its end: ${reasonOf(error)}`);
	} finally {
		release();
	}
}

/** How to follow a replay. */
interface Following {
	readonly signal: { readonly aborted: boolean };
	readonly onProgress: (transactions: number) => void;
}

/** In several threads, each with the transactions of some members, where there are several; in order in any case. */
async function reportOf(
	program: Runnable,
	history: History,
	{ limit, threads }: ReplayRequest,
	{ signal, onProgress }: Following,
): Promise<ReplayReport> {
	const { plan } = program;
	const { catalog, members: file } = history;
	const pieces = limit === null ? history.pieces : firstLines(history.pieces, limit);
	const isSmall = history.unpackedBytes < SMALL_BYTES;
	const lanes = isSmall && threads === null ? 1 : lanesFor(plan, threads ?? availableParallelism());
	if (lanes === 1) {
		const members = file && (await readMembers(file));
		const inStep = (transactions: number) => transactions % 256 === 0 && onProgress(transactions);
		return replay({ program, catalog, members, transactions: itemsOf(pieces), onProgress: inStep, signal });
	}
	const tally = new Tally(plan);
	for await (const results of evaluateMany({ plan, catalog, members: file, pieces, lanes, signal, onProgress })) {
		for (const result of results) tally.add(result);
	}
	return tally.report(signal.aborted);
}

/** Threads take a while to begin and to become fast: two are no faster than one before a hundred thousand transactions or so. */
const SMALL_BYTES = 128 * 1_024 * 1_024;

/** What the program says and a replay of a history does not tell: in words. */
function leftOut({ problems, symbols }: Compilation, { rules, attributes, redemption }: Plan): string[] {
	const hasEvents = rules.some(({ event }) => event !== 'purchase' && event !== 'any');
	const hasReturns = symbols.program?.settings.some(({ kind }) => kind === 'returns') ?? false;
	return [
		...problems.filter(({ code }) => code === 'not-evaluated-yet').map(({ message }) => message),
		...(hasEvents ? ['A history holds purchases alone, so rules of other events give nothing here.'] : []),
		...(redemption ? ['A history does not say what points are spent on, so nothing is spent here.'] : []),
		...(hasReturns ? ['A history holds no returns, so nothing goes back here.'] : []),
		...(attributes.length > 0 ? ['A history says no attributes, so conditions on them do not hold here.'] : []),
	];
}

/** As a shell counts a process that Ctrl+C ended. */
const INTERRUPTED = 130;

/** Bytes of the file are known beforehand, transactions are not. */
function progressBar({ size }: History, terminal: Terminal): SingleBar | null {
	if (!terminal.showsProgress) return null;
	const format = 'Replaying {bar} {percentage}% | {transactions} transactions | {eta_formatted} left';
	const bar = new SingleBar({
		format,
		stream: process.stderr,
		hideCursor: true,
		clearOnComplete: true,
		barCompleteChar: '█',
		barIncompleteChar: '░',
	});
	bar.start(size, 0, { transactions: 0 });
	return bar;
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
