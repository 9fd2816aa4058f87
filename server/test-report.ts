/** What came of the tests of programs, for people and for programs. */
import { describeExpectation, type Expectation, type TestResult, unreachable } from '#compiler';
import { covers, lineStarts, positionAt, renderFrame } from '#grammar';
import { placesIn } from './check-command.ts';
import type { ProgramFile } from './program-files.ts';

/** How many tests came to what. */
export interface TestTotals {
	readonly programs: number;
	readonly passed: number;
	readonly failed: number;
	/** Those of programs with errors, and those that tell of what cannot happen. */
	readonly refused: number;
}

/** Counts results. */
export function totalsOf(files: readonly (readonly TestResult[])[]): TestTotals {
	const results = files.flat();
	const count = (kind: TestResult['kind']) => results.filter((result) => result.kind === kind).length;
	return {
		programs: files.filter((tests) => tests.length > 0).length,
		passed: count('passed'),
		failed: count('failed'),
		refused: count('refused'),
	};
}

/** `12 passed, 1 failed: 13 tests of 4 programs.` */
export function renderTotals({ programs, passed, failed, refused }: TestTotals): string {
	const all = passed + failed + refused;
	const parts = [
		...(passed > 0 ? [`${passed} passed`] : []),
		...(failed > 0 ? [`${failed} failed`] : []),
		...(refused > 0 ? [`${refused} could not be run`] : []),
	];
	return all === 0
		? 'No tests.\n'
		: `${parts.join(', ')}: ${all} ${all === 1 ? 'test' : 'tests'} of ${programs} ${programs === 1 ? 'program' : 'programs'}.\n`;
}

const MARKS: Readonly<Record<TestResult['kind'], string>> = {
	passed: '✓',
	failed: '✗',
	refused: '✗',
};

/** The tests of a program as a terminal shows them, with a line break at the end. */
export function renderTests(file: ProgramFile, results: readonly TestResult[]): string {
	const lines = results.flatMap((result) => [`  ${MARKS[result.kind]} ${result.name}`, ...remarks(file, result)]);
	return `${[file.name, ...lines].join('\n')}\n`;
}

/**
 * The tests that did not pass, once more and in short, with a line break at the end: among many programs their reasons are far
 * up. Empty where all passed, and where there is one program.
 */
export function renderNotPassed(tested: readonly { file: ProgramFile; results: readonly TestResult[] }[]): string {
	if (tested.filter(({ results }) => results.length > 0).length < 2) return '';
	const rows = tested.flatMap(({ file: { name, text }, results }) => {
		const lines = lineStarts(text);
		return results
			.filter(({ kind }) => kind !== 'passed')
			.map((result) => `  ${name}:${positionAt(lines, result.span.start).line}  ${result.name}`);
	});
	return rows.length === 0 ? '' : `${['Not passed:', ...rows].join('\n')}\n\n`;
}

function remarks(file: ProgramFile, result: TestResult): string[] {
	switch (result.kind) {
		case 'passed':
			return [];
		case 'failed':
			return result.expectations.filter(({ holds }) => !holds).flatMap((each) => failure(file, each));
		case 'refused':
			// What is wrong with the program itself is shown once, not with each of its tests.
			return [...indented([result.reason]), ...(covers(result.span, result.at) ? framed(file, { span: result.at }) : [])];
		default:
			return unreachable(result);
	}
}

function failure(file: ProgramFile, expectation: Expectation): string[] {
	const { span, reason } = expectation;
	return [
		...indented([describeExpectation(expectation)]),
		...framed(file, reason === '' ? { span } : { span, hint: reason }),
	];
}

function framed({ name, text }: ProgramFile, what: Parameters<typeof renderFrame>[1]): string[] {
	return indented(renderFrame(text, what, { file: name }).split('\n'));
}

function indented(lines: readonly string[]): string[] {
	return lines.map((line) => `    ${line}`.trimEnd());
}

/** The tests of a program as programs read them. */
export function testsJson({ name, text }: ProgramFile, results: readonly TestResult[]): object {
	const place = placesIn(text);
	return {
		file: name,
		tests: results.map((result) => ({
			name: result.name,
			result: result.kind,
			...place(result.span),
			...('expectations' in result
				? {
						expectations: result.expectations.map(({ span, what, recipient, holds, expected, got, reason }) => ({
							what,
							recipient,
							holds,
							expected,
							got,
							reason,
							...place(span),
						})),
					}
				: { reason: result.reason, at: place(result.at) }),
		})),
	};
}
