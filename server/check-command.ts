import type { Fault } from './contract.ts';
import { lineStarts, positionAt, type Problem, renderProblem, type Span } from '#grammar';
import { type CatalogContents, faultsOfMembers, linesOfFaults } from './catalog-file.ts';
import { catalogOfCommand, compileFor } from './command-inputs.ts';
import { type ProgramFile, readPrograms } from './program-files.ts';
import type { Terminal } from './terminal.ts';

/** What `earnest check` was asked for. */
export interface CheckRequest {
	/** Files, folders, and `-` for standard input. */
	readonly inputs: readonly string[];
	readonly json: boolean;
	/** A file of stores, items and members; null where names are checked against none. */
	readonly catalogue: string | null;
	/** A warning then fails as an error does. */
	readonly warningsAsErrors: boolean;
	/** The moment of asking, for dates that are over: milliseconds since 1970-01-01T00:00Z. */
	readonly nowMs: number;
}

/** What was found in one program. */
interface Checked {
	readonly file: ProgramFile;
	readonly problems: readonly Problem[];
	/** Of the catalogue, where it does not fit the program. */
	readonly faults: readonly Fault[];
}

/** Checks programs and prints every problem. Answers with 1 where there is an error or a file cannot be read. */
export async function checkCommand(
	request: CheckRequest,
	terminal: Terminal,
	standardInput: AsyncIterable<Uint8Array | string>,
): Promise<number> {
	const catalogue = await catalogOfCommand(request.catalogue, terminal);
	if (!catalogue.ok) return catalogue.status;
	let status = 0;
	const files: object[] = [];
	for await (const file of readPrograms(request.inputs, standardInput)) {
		if ('fault' in file) {
			status = terminal.fail(file.fault);
			continue;
		}
		const checked = checkFile(file, catalogue.contents, request.nowMs);
		if (fails(checked, request)) status = 1;
		if (request.json) files.push(checkedJson(checked));
		else terminal.print(`${checkedLines(checked, request.catalogue)}\n`);
	}
	if (request.json) terminal.print(`${JSON.stringify({ files }, null, 2)}\n`);
	return status;
}

function checkFile(file: ProgramFile, contents: CatalogContents | null, nowMs: number): Checked {
	const compilation = compileFor(file.text, contents, nowMs);
	const faults = contents === null ? [] : faultsOfMembers(contents, compilation);
	return { file, problems: compilation.problems, faults };
}

function fails({ problems, faults }: Checked, { warningsAsErrors }: CheckRequest): boolean {
	return faults.length > 0 || problems.some(({ severity }) => warningsAsErrors || severity === 'error');
}

function checkedLines({ file, problems, faults }: Checked, catalogue: string | null): string {
	const lines = problems.length === 0 ? [] : [problemsOf(file.name, file.text, problems)];
	if (faults.length > 0) {
		const head = `${file.name}: the catalogue ${catalogue} does not fit this program`;
		lines.push([head, ...linesOfFaults(faults)].join('\n'));
	}
	return lines.length === 0 ? `${file.name}: no problems` : lines.join('\n\n');
}

/** Problems as a terminal shows them, with a line that counts them. */
export function problemsOf(file: string, text: string, problems: readonly Problem[]): string {
	const { errors, warnings } = counts(problems);
	const counted = [counting(errors, 'error'), counting(warnings, 'warning')].filter(Boolean).join(' and ');
	return [...problems.map((problem) => renderProblem(text, problem, { file })), `${file}: ${counted}`].join('\n\n');
}

function counts(problems: readonly Problem[]): { errors: number; warnings: number } {
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	return { errors, warnings: problems.length - errors };
}

/** `2 errors`; nothing for none. */
function counting(count: number, noun: string): string {
	return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Where a span lies, as programs read it: lines and columns from 1, columns in UTF-16 units, the end excluded. */
export function placesIn(text: string): (span: Span) => { readonly from: object; readonly to: object } {
	const starts = lineStarts(text);
	return ({ start, end }) => ({ from: positionAt(starts, start), to: positionAt(starts, end) });
}

function checkedJson({ file: { name, text }, problems, faults }: Checked): object {
	const place = placesIn(text);
	return {
		file: name,
		...counts(problems),
		problems: problems.map(({ code, severity, message, hint, span, related }) => ({
			code,
			severity,
			message,
			...(hint === undefined ? {} : { hint }),
			...place(span),
			...(related ? { related: { message: related.message, ...place(related.span) } } : {}),
		})),
		...(faults.length === 0 ? {} : { catalogueFaults: faults }),
	};
}
