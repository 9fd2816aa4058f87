/** What was measured, as a table with the bars. */
import { cpus, loadavg, totalmem } from 'node:os';

/** One thing that was measured. */
export interface Row {
	readonly says: string;
	/** What the bar is: at most this at the 95th percentile; null where there is none. */
	readonly most: number | null;
	readonly unit: 'ms' | 'MB';
	readonly values: readonly number[];
}

/** The machine, and how busy it is. */
export function machineWords(): string {
	const processors = cpus();
	const load = loadavg().map((value) => value.toFixed(1));
	return `${processors.length} × ${processors[0]?.model ?? 'unknown'}, ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.versions.node}, load ${load.join(' ')}`;
}

/** One line for each row: whether its bar is met, median, 95th percentile, the slowest, how often it was measured. */
export function renderRows(rows: readonly Row[]): string {
	const head = ['', 'what', 'bar', 'p50', 'p95', 'max', 'times'];
	const lines = [head, ...rows.map(cellsOf)];
	const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
	return lines
		.map((line) =>
			line.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))),
		)
		.map((line) => line.join('  ').trimEnd())
		.join('\n');
}

function cellsOf({ says, most, unit, values }: Row): string[] {
	const high = percentile(values, 95);
	const verdict = most === null ? '' : high <= most ? 'met' : 'MISSED';
	const numbers = [percentile(values, 50), high, percentile(values, 100)].map(short);
	return [verdict, says, most === null ? '' : `${most} ${unit}`, ...numbers, `${values.length}`];
}

/** The smallest value that so many percent of the values do not exceed; NaN of none. */
export function percentile(values: readonly number[], percent: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

function short(value: number): string {
	if (Number.isNaN(value)) return '–';
	return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}
