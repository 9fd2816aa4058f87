/** Places the comments behind clauses: as far off as they were written, and those of one column in one column again. */
import { columns } from '../columns.ts';
import { lineStarts, positionAt } from '../text.ts';
import { type Line, widthOf } from './lines.ts';

/** A comment behind a line, as it was written. */
interface Remark {
	readonly line: Line;
	/** The columns before it where it was written. */
	readonly column: number;
	/** The columns between it and what it stands behind. */
	readonly space: number;
}

/** Sets the space before each comment that stands behind something. On neighbouring lines a common column stays a common one. */
export function alignRemarks(text: string, lines: readonly Line[]): void {
	const starts = lineStarts(text);
	let together: Remark[] = [];
	for (const line of lines) {
		const remark = remarkOf(text, starts, line);
		if (together.length > 0 && (line.isBlankAbove || remark?.column !== together[0]?.column)) {
			align(text, together);
			together = [];
		}
		if (remark) together.push(remark);
	}
	if (together.length > 0) align(text, together);
}

function remarkOf(text: string, starts: readonly number[], line: Line): Remark | undefined {
	const [before, comment] = line.pieces.slice(-2);
	if (comment?.kind !== 'comment' || !before) return undefined;
	const lineStart = starts[positionAt(starts, comment.start).line - 1] ?? 0;
	const column = columns(text.slice(lineStart, comment.start));
	return { line, column, space: Math.max(1, columns(text.slice(before.end, comment.start))) };
}

function align(text: string, remarks: readonly Remark[]): void {
	const widths = remarks.map(({ line }) => line.indent + widthOf(text, line, 0, line.pieces.length - 1));
	const widest = widths.reduce((most, width) => Math.max(most, width), 0);
	const space = remarks.reduce((least, remark) => Math.min(least, remark.space), Number.POSITIVE_INFINITY);
	for (const [index, { line }] of remarks.entries()) {
		line.spaces[line.pieces.length - 1] = widest + space - (widths[index] ?? 0);
	}
}
