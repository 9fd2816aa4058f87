import { problemsOf } from './check-command.ts';
import { catalogOfCommand, compileFor } from './command-inputs.ts';
import {
	type ExplainedRule,
	type ExplainedTiers,
	type Explanation,
	explain,
	type Located,
	OTHER_KINDS,
	type OtherKind,
} from './explanation.ts';
import { readPrograms } from './program-files.ts';
import type { Terminal } from './terminal.ts';

/** What `earnest explain` was asked for. */
export interface ExplainRequest {
	/** Files, folders, and `-` for standard input. */
	readonly inputs: readonly string[];
	readonly json: boolean;
	/** A file of stores, items and members; null where names are checked against none. */
	readonly catalogue: string | null;
}

/** Prints what programs say, in plain words. Answers with 1 where there is an error; what has none is explained all the same. */
export async function explainCommand(
	{ inputs, json, catalogue }: ExplainRequest,
	terminal: Terminal,
	standardInput: AsyncIterable<Uint8Array | string>,
): Promise<number> {
	const known = await catalogOfCommand(catalogue, terminal);
	if (!known.ok) return known.status;
	let status = 0;
	const files: object[] = [];
	let isFirst = true;
	for await (const file of readPrograms(inputs, standardInput)) {
		if ('fault' in file) {
			status = terminal.fail(file.fault);
			continue;
		}
		const { errors, ...explained } = explain(compileFor(file.text, known.contents, null));
		if (errors.length > 0) status = terminal.fail(problemsOf(file.name, file.text, errors));
		if (json) files.push({ file: file.name, ...explained, errors: errors.length });
		else terminal.print(`${isFirst ? '' : '\n'}${render(file.name, explained)}\n`);
		isFirst = false;
	}
	if (json) terminal.print(`${JSON.stringify({ files }, null, 2)}\n`);
	return status;
}

/** An explanation as a person reads it, without a line break at its end. */
function render(file: string, explained: Omit<Explanation, 'errors'>): string {
	const { program, settings, tiers, filters, rules, others, notEvaluatedYet, notExplained } = explained;
	const sections = [
		[program === null ? file : `${program} (${file})`, ...(settings === null ? [] : [`  ${settings}`])],
		tiers ? [`Tiers by ${tiers.by}`, ...table(tiers.tiers.map(tierCells))] : [],
		filters.length > 0 ? ['Filters', ...table(filters.map(({ name, counts }) => [name, counts]))] : [],
		rules.length > 0 ? ['Rules', ...rules.flatMap(ruleLines)] : [],
		...OTHER_KINDS.map((kind) => otherLines(kind, others)),
		located('Not evaluated yet', notEvaluatedYet),
		located('Not explained, because of an error', notExplained),
	];
	return sections
		.filter((lines) => lines.length > 0)
		.map((lines) => lines.join('\n'))
		.join('\n\n');
}

const TITLES: Readonly<Record<OtherKind, string>> = {
	'exclusive set': 'Exclusive sets',
	campaign: 'Campaigns',
	segment: 'Segments',
	attribute: 'Attributes',
	redemption: 'Spending points',
	expiry: 'When points lapse',
	test: 'Tests',
};

function otherLines(wanted: OtherKind, others: Explanation['others']): string[] {
	const found = others.filter(({ kind }) => kind === wanted);
	const lines = found.flatMap(({ name, sentence }) => [...(name === null ? [] : [`  ${name}`]), `    ${sentence}`]);
	return lines.length === 0 ? [] : [TITLES[wanted], ...lines];
}

function located(title: string, places: readonly Located[]): string[] {
	return places.length === 0 ? [] : [title, ...table(places.map(({ what, line }) => [what, `line ${line}`]))];
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
