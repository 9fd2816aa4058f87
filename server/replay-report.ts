import { formatPoints } from '#compiler';
import type { ReplayReport } from '#runtime';

/** A report as a person reads it. */
export function renderReport(report: ReplayReport, notes: readonly string[]): string {
	const points = (units: bigint) => grouped(formatPoints(units, report.pointDecimals));
	const sections = [
		report.partial ? ['PARTIAL RESULT: the replay was stopped before the end of the history.'] : [],
		table([
			['Transactions', grouped(report.transactions)],
			['  evaluated', grouped(report.evaluated)],
			['  without a member', grouped(report.withoutMember)],
			['  refused', grouped(report.refused)],
			['Points', points(report.totalUnits)],
			['Members with points', grouped(report.membersWithPoints)],
		]),
		titled(
			'Points by rule',
			report.bySource.map(({ kind, name, awards, units }) => {
				return [`  ${kind === 'tier' ? `tier ${name}` : name}`, points(units), counted(awards, 'award')];
			}),
		),
		titled(
			'Points by tier of the member',
			report.byTier.map(({ tier, transactions, units }) => {
				return [`  ${tier ?? '(none)'}`, points(units), counted(transactions, 'transaction')];
			}),
		),
		refusals(report),
		[...notes],
	];
	return `${sections
		.filter((lines) => lines.length > 0)
		.map((lines) => lines.join('\n'))
		.join('\n\n')}\n`;
}

function titled(title: string, rows: readonly (readonly string[])[]): string[] {
	return rows.length === 0 ? [] : [title, ...table(rows)];
}

function refusals({ refusals }: ReplayReport): string[] {
	if (refusals.length === 0) return [];
	const lines = refusals.flatMap(({ code, transactions, examples }) => [
		`  ${code}: ${counted(transactions, 'transaction')}`,
		...examples.map(({ place, id, path, message }) => {
			return `    ${place}${id === null ? '' : `, ${id}`}${path === '' ? '' : ` at ${path}`}: ${message}`;
		}),
	]);
	return ['Refused (a transaction counts once for each kind of fault it has)', ...lines];
}

/** Rows in columns: the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
	const widths: number[] = [];
	for (const row of rows) {
		for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
	}
	return rows.map((row) => {
		return row
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
			.join('  ')
			.trimEnd();
	});
}

function counted(count: number, noun: string): string {
	return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Whole digits in groups of three: `555,012`. */
function grouped(number: number | string): string {
	const [whole = '', decimals] = String(number).split('.');
	const groups = whole.replaceAll(/\B(?=(?:[0-9]{3})+$)/g, ',');
	return decimals === undefined ? groups : `${groups}.${decimals}`;
}

/** A report as programs read it: points as decimal text, everything else as it is. */
export function reportJson(report: ReplayReport, notes: readonly string[]): object {
	const points = (units: bigint) => formatPoints(units, report.pointDecimals);
	const { partial, transactions, evaluated, withoutMember, refused, membersWithPoints, refusals } = report;
	return {
		partial,
		transactions,
		evaluated,
		withoutMember,
		refused,
		points: points(report.totalUnits),
		membersWithPoints,
		bySource: report.bySource.map(({ units, ...source }) => ({ ...source, points: points(units) })),
		byTier: report.byTier.map(({ units, ...tier }) => ({ ...tier, points: points(units) })),
		refusals,
		notes,
	};
}
