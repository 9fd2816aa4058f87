/** Places the comments behind clauses: as far off as they were written, and those of one column in one column again. */
import { columns } from '../columns.ts';
import { type Line, widthOf } from './lines.ts';

/** A comment behind a line, as it was written. */
interface Remark {
	readonly line: Line;
	/** The columns before it where it was written. */
	readonly column: number;
	/** The columns between it and what it stands behind. */
	readonly space: number;
}

/** Sets the space before each comment that stands behind something. Comments keep a common column as far as no blank line parts them. */
export function alignRemarks(text: string, lines: readonly Line[]): void {
	let remarks: Remark[] = [];
	for (const line of lines) {
		if (line.isBlankAbove || line.role === 'kept') {
			alignColumns(text, remarks);
			remarks = [];
		}
		const remark = remarkOf(text, line);
		if (remark) remarks.push(remark);
	}
	alignColumns(text, remarks);
}

function remarkOf(text: string, line: Line): Remark | undefined {
	const [before, comment] = line.pieces.slice(-2);
	if (comment?.kind !== 'comment' || !before) return undefined;
	const lineStart = Math.max(text.lastIndexOf('\n', comment.start), text.lastIndexOf('\r', comment.start)) + 1;
	const column = columns(text.slice(lineStart, comment.start));
	return { line, column, space: Math.max(1, columns(text.slice(before.end, comment.start))) };
}

function alignColumns(text: string, remarks: readonly Remark[]): void {
	const byColumn = new Map<number, Remark[]>();
	for (const remark of remarks) {
		const together = byColumn.get(remark.column) ?? [];
		together.push(remark);
		byColumn.set(remark.column, together);
	}
	for (const together of byColumn.values()) {
		const widths = together.map(({ line }) => line.indent + widthOf(text, line, 0, line.pieces.length - 1));
		const widest = widths.reduce((most, width) => Math.max(most, width));
		const space = together.reduce((least, remark) => Math.min(least, remark.space), Number.POSITIVE_INFINITY);
		for (const [index, { line }] of together.entries()) {
			line.spaces[line.pieces.length - 1] = widest + space - (widths[index] ?? 0);
		}
	}
}
