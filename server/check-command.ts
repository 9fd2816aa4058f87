import { readFile } from 'node:fs/promises';
import { compile } from '#compiler';
import { type Problem, renderProblem } from '#grammar';
import type { Terminal } from './terminal.ts';

/** Checks program files and prints every problem. Answers with 1 where there is an error or a file cannot be read. */
export async function checkCommand(files: readonly string[], terminal: Terminal): Promise<number> {
	let status = 0;
	for (const file of files) {
		const text = await readFile(file, 'utf8').catch((error: Error) => error);
		if (typeof text !== 'string') {
			status = terminal.fail(`${file} cannot be read: ${text.message}`);
			continue;
		}
		const { plan, problems } = compile(text);
		if (!plan) status = 1;
		terminal.print(problems.length === 0 ? `${file}: no problems\n` : `${problemsOf(file, text, problems)}\n`);
	}
	return status;
}

/** Problems as a terminal shows them, with a line that counts them. */
export function problemsOf(file: string, text: string, problems: readonly Problem[]): string {
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	const warnings = problems.length - errors;
	const counted = [counting(errors, 'error'), counting(warnings, 'warning')].filter(Boolean).join(' and ');
	return [...problems.map((problem) => renderProblem(text, problem, { file })), `${file}: ${counted}`].join('\n\n');
}

function counting(count: number, noun: string): string {
	return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
