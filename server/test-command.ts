import { runTests, type TestResult } from '#compiler';
import type { CatalogContents } from './catalog-file.ts';
import { problemsOf } from './check-command.ts';
import { catalogOfCommand, compileFor } from './command-inputs.ts';
import { findPrograms, type ProgramFile, readFound } from './program-files.ts';
import { programProgress } from './program-progress.ts';
import type { Terminal } from './terminal.ts';
import { renderNotPassed, renderTests, renderTotals, testsJson, totalsOf } from './test-report.ts';

/** What `earnest test` was asked for. */
export interface TestRequest {
	/** Files, folders, and `-` for standard input. */
	readonly inputs: readonly string[];
	readonly json: boolean;
	/** A file of stores, items and members; null for none. */
	readonly catalogue: string | null;
	/** Runs only tests with this in their names, in any case; null for all. */
	readonly filter: string | null;
}

/** A program whose tests were run. */
interface TestedFile {
	readonly file: ProgramFile;
	readonly results: readonly TestResult[];
	/** What keeps its tests from being run, as a terminal shows it; empty where nothing does. */
	readonly errors: string;
}

/**
 * Runs the `test` declarations of programs and prints what came of each. Answers with 1 where a test failed or could not be
 * run, where a file cannot be read, and where `filter` chose none; 130 after an interruption.
 */
export async function testCommand(
	request: TestRequest,
	terminal: Terminal,
	standardInput: AsyncIterable<Uint8Array | string>,
): Promise<number> {
	const catalogue = await catalogOfCommand(request.catalogue, terminal);
	if (!catalogue.ok) return catalogue.status;
	const { tested, faults, interrupted } = await testPrograms(request, catalogue.contents, terminal, standardInput);
	for (const fault of faults) terminal.fail(fault);
	for (const { errors } of tested) if (errors !== '') terminal.fail(`${errors}\n`);
	const totals = totalsOf(tested.map(({ results }) => results));
	if (request.json) {
		const files = tested.map(({ file, results }) => testsJson(file, results));
		terminal.print(`${JSON.stringify({ files, totals }, null, 2)}\n`);
	} else {
		for (const { file, results } of tested) if (results.length > 0) terminal.print(`${renderTests(file, results)}\n`);
		terminal.print(renderNotPassed(tested) + renderTotals(totals));
	}
	if (interrupted) return INTERRUPTED;
	if (request.filter !== null && totals.programs === 0)
		return terminal.fail(`No test has \`${request.filter}\` in its name.`);
	const bad = totals.failed + totals.refused;
	return bad > 0 || faults.length > 0 ? 1 : 0;
}

/** As a shell counts a process that Ctrl+C ended. */
const INTERRUPTED = 130;

async function testPrograms(
	{ inputs, filter }: TestRequest,
	contents: CatalogContents | null,
	terminal: Terminal,
	standardInput: AsyncIterable<Uint8Array | string>,
): Promise<{ tested: TestedFile[]; faults: string[]; interrupted: boolean }> {
	const found = await findPrograms(inputs);
	const progress = programProgress('Testing', found.length, terminal);
	const { signal, release } = terminal.interruption();
	const tested: TestedFile[] = [];
	const faults: string[] = [];
	try {
		for await (const file of readFound(found, standardInput)) {
			if (signal.aborted) break;
			if ('fault' in file) faults.push(file.fault);
			else tested.push(testFile(file, contents, filter));
			progress.step();
		}
	} finally {
		progress.stop();
		release();
	}
	return { tested, faults, interrupted: signal.aborted };
}

function testFile(file: ProgramFile, contents: CatalogContents | null, filter: string | null): TestedFile {
	const compilation = compileFor(file.text, contents, null);
	const wanted = filter?.toLocaleLowerCase() ?? '';
	const results = runTests(compilation, {
		catalog: contents?.catalog ?? null,
		isChosen: (name) => name.toLocaleLowerCase().includes(wanted),
	});
	const errors = compilation.problems.filter(({ severity }) => severity === 'error');
	const isStopped = results.length > 0 && errors.length > 0;
	return { file, results, errors: isStopped ? problemsOf(file.name, file.text, errors) : '' };
}
