import { problemsOf } from './check-command.ts';
import { type ExplainedRule, type ExplainedTiers, type Explanation, explain } from './explanation.ts';
import { readPrograms } from './program-files.ts';
import type { Terminal } from './terminal.ts';

/** What `earnest explain` was asked for. */
export interface ExplainRequest {
	/** Files, folders, and `-` for standard input. */
	readonly inputs: readonly string[];
	readonly json: boolean;
}

/** Prints what programs say, in plain words. Answers with 1 where there is an error; what has none is explained all the same. */
export async function explainCommand(
	{ inputs, json }: ExplainRequest,
	terminal: Terminal,
	standardInput: AsyncIterable<Uint8Array | string>,
): Promise<number> {
	let status = 0;
	const files: object[] = [];
	let isFirst = true;
	for await (const file of readPrograms(inputs, standardInput)) {
		if ('fault' in file) {
			status = terminal.fail(file.fault);
			continue;
		}
		const { errors, ...explained } = explain(file.text);
		if (errors.length > 0) status = terminal.fail(problemsOf(file.name, file.text, errors));
		if (json) files.push({ file: file.name, ...explained, errors: errors.length });
		else terminal.print(`${isFirst ? '' : '\n'}${render(file.name, explained)}\n`);
		isFirst = false;
	}
	if (json) terminal.print(`${JSON.stringify({ files }, null, 2)}\n`);
	return status;
}

/** An explanation as a person reads it, without a line break at its end. */
function render(file: string, { program, tiers, filters, rules, notExplained }: Omit<Explanation, 'errors'>): string {
	const sections = [
		[program === null ? file : `${program} (${file})`],
		tiers ? [`Tiers by ${tiers.by}`, ...table(tiers.tiers.map(tierCells))] : [],
		filters.length > 0 ? ['Filters', ...table(filters.map(({ name, counts }) => [name, counts]))] : [],
		rules.length > 0 ? ['Rules', ...rules.flatMap(ruleLines)] : [],
		notExplained.length > 0
			? ['Not explained, because of an error', ...table(notExplained.map(({ what, line }) => [what, `line ${line}`]))]
			: [],
	];
	return sections
		.filter((lines) => lines.length > 0)
		.map((lines) => lines.join('\n'))
		.join('\n\n');
}

function tierCells({ name, from, earns, multiplies }: ExplainedTiers['tiers'][number]): string[] {
	const gives = [...earns, ...(multiplies === null ? [] : [`all points × ${multiplies}`])];
	return [name, ...(from === null ? [] : [`from ${grouped(from)}`]), gives.join(', ')];
}

function ruleLines({ name, status, dates, priority, sentence }: ExplainedRule): string[] {
	const remarks = [status === 'disabled' ? status : '', dates ?? '', priority === 0 ? '' : `priority ${priority}`];
	const said = remarks.filter((remark) => remark !== '').join(', ');
	return [`  ${name}${said && ` (${said})`}`, `    ${sentence}`];
}

/** Rows with their cells below one another. */
function table(rows: readonly (readonly string[])[]): string[] {
	const widths: number[] = [];
	for (const row of rows)
		for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
	return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}

/** Whole digits in groups of three: `6,000`. */
function grouped(digits: string): string {
	const [whole = '', ...decimals] = digits.split('.');
	return [whole.replaceAll(/\B(?=(?:[0-9]{3})+$)/g, ','), ...decimals].join('.');
}
