/** A stretch of a document: UTF-16 offsets, `start` included and `end` excluded. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** A place in a document as people count it: both from 1; `column` counts UTF-16 units. */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/** Says whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
	return a.start < b.end && b.start < a.end;
}

/** Says whether `inner` lies wholly inside `outer`. */
export function covers(outer: Span, inner: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

/** Offsets of the first character of every line; a line ends with LF, CRLF or a lone CR. */
export function lineStarts(text: string): number[] {
	const starts = [0];
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
	}
	return starts;
}

/** The line and column of an offset, given the document's {@link lineStarts}. */
export function positionAt(starts: readonly number[], offset: number): Position {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** The offset of a line and column (from 1), given the document's {@link lineStarts}. */
export function offsetAt(starts: readonly number[], position: Position): number {
	return (starts[position.line - 1] ?? starts.at(-1) ?? 0) + position.column - 1;
}
