import { compile } from '#compiler';
import { lineStarts, positionAt, type Problem, renderProblem, type Span } from '#grammar';
import { type ProgramFile, readPrograms } from './program-files.ts';
import type { Terminal } from './terminal.ts';

/** What `earnest check` was asked for. */
export interface CheckRequest {
	/** Files, folders, and `-` for standard input. */
	readonly inputs: readonly string[];
	readonly json: boolean;
}

/** Checks programs and prints every problem. Answers with 1 where there is an error or a file cannot be read. */
export async function checkCommand(
	{ inputs, json }: CheckRequest,
	terminal: Terminal,
	standardInput: AsyncIterable<Uint8Array | string>,
): Promise<number> {
	let status = 0;
	const files: object[] = [];
	for await (const file of readPrograms(inputs, standardInput)) {
		if ('fault' in file) {
			status = terminal.fail(file.fault);
			continue;
		}
		const { plan, problems } = compile(file.text);
		if (!plan) status = 1;
		if (json) files.push(problemsJson(file, problems));
		else
			terminal.print(
				problems.length === 0 ? `${file.name}: no problems\n` : `${problemsOf(file.name, file.text, problems)}\n`,
			);
	}
	if (json) terminal.print(`${JSON.stringify({ files }, null, 2)}\n`);
	return status;
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

function counting(count: number, noun: string): string {
	return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Problems as programs read them: lines and columns from 1, columns in UTF-16 units, ends excluded. */
function problemsJson({ name, text }: ProgramFile, problems: readonly Problem[]): object {
	const starts = lineStarts(text);
	const place = ({ start, end }: Span) => ({ from: positionAt(starts, start), to: positionAt(starts, end) });
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
	};
}
