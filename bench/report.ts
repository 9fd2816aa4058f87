/** What was found, as tables and in words. */
import { type Answer, median, type Measured, type Verified } from './results.ts';
import type { Found } from './rounds.ts';
import { EARNEST } from './subject.ts';

/** The hand-written limit that all are compared with: an index over bitsets, written for this workload alone. */
export const LIMIT = 'l2-bitset';

type Column = readonly [head: string, cell: (found: Found) => string];

/** One table for each number of rules. */
export function renderTables(all: readonly Found[]): string {
	const sizes = [...new Set(all.map(({ size }) => size))];
	return sizes
		.map((size) =>
			renderSize(
				size,
				all.filter((found) => found.size === size),
			),
		)
		.join('\n\n');
}

function renderSize(size: number, all: readonly Found[]): string {
	const limit = all.find(({ engine }) => engine === LIMIT);
	const earnest = all.find(({ engine }) => engine === EARNEST);
	const columns: readonly Column[] = [
		['engine', ({ engine }) => engine],
		['answers', ({ verified }) => answersText(verified)],
		['raw tx/s', (found) => short(middle(found, 'rawPerSecond'))],
		['of L2', (found) => ratio(found, limit, 'rawPerSecond')],
		['Earnest is', (found) => (found === earnest ? '' : ratio(earnest, found, 'rawPerSecond'))],
		['facts tx/s', (found) => short(middle(found, 'factsPerSecond'))],
		['of L2', (found) => ratio(found, limit, 'factsPerSecond')],
		['CPU µs', (found) => short(middle(found, 'rawCpu'))],
		['of L2', (found) => ratio(found, limit, 'rawCpu')],
		['p50 µs', (found) => short(middle(found, 'p50'))],
		['of L2', (found) => ratio(found, limit, 'p50')],
		['p99 µs', (found) => short(middle(found, 'p99'))],
		['build ms', (found) => short(middle(found, 'buildMs'))],
		['CPU ms', (found) => short(middle(found, 'buildCpuMs'))],
		['kB/rule', (found) => short(middle(found, 'bytesPerRule') / 1_000)],
		['spread', spread],
	];
	const rows = [columns.map(([head]) => head), ...all.map((found) => columns.map(([, cell]) => cell(found)))];
	const faults = all.flatMap(({ engine, error, verified }) => {
		const complaint = error ?? ('error' in verified ? verified.error : null);
		return complaint === null ? [] : [`${engine}: ${complaint}`];
	});
	return [`${size} rules`, table(rows), ...faults].join('\n');
}

/** The first column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	const line = (row: readonly string[]) =>
		row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
	return rows.map(line).join('\n');
}

function answersText(verified: Answer<Verified>): string {
	if ('error' in verified) return 'failed';
	const { checked, transactions, wrongTotals, wrongMatches, wrongPoints } = verified;
	const amount = checked === transactions ? `all ${checked}` : `${checked} of ${transactions}`;
	if (wrongTotals + wrongMatches + wrongPoints === 0) return `${amount} right`;
	return `${amount}: wrong ${wrongTotals} totals, ${wrongMatches} matches, ${wrongPoints} points`;
}

/** The median over the rounds; NaN of none. */
export function middle({ rounds }: Found, of: keyof Measured): number {
	return median(rounds.map((round) => round[of] ?? Number.NaN));
}

function ratio(found: Found | undefined, to: Found | undefined, of: keyof Measured): string {
	if (!found || !to) return '–';
	const value = middle(found, of) / middle(to, of);
	return Number.isNaN(value) ? '–' : `${short(value)}×`;
}

/** How far apart the slowest and the fastest round are, in percent of the median. */
function spread(found: Found): string {
	const speeds = found.rounds.map(({ rawPerSecond }) => rawPerSecond);
	if (speeds.length < 2) return '–';
	const percent = (value: number) => ((value / median(speeds)) * 100).toFixed(0);
	return `${percent(Math.min(...speeds))}–${percent(Math.max(...speeds))} %`;
}

/** Three digits, with a `,` between thousands. */
export function short(value: number): string {
	if (Number.isNaN(value)) return '–';
	if (value === 0) return '0';
	const scale = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2);
	const rounded = Math.round(value / scale) * scale;
	return rounded.toLocaleString('en', { maximumSignificantDigits: 3 });
}
