import { lineStarts, offsetAt, positionAt, type Span } from '#grammar';

/** A range as Monaco counts: lines and columns from 1, columns in UTF-16 units. */
export interface TextRange {
	readonly startLineNumber: number;
	readonly startColumn: number;
	readonly endLineNumber: number;
	readonly endColumn: number;
}

/**
 * Places in one text, as offsets and as Monaco's lines and columns.
 *
 * Offsets are those of the document. Monaco's own are not used: it holds one kind of line break for a whole text and leaves
 * a byte order mark out, so its offsets differ where a document mixes line breaks. Lines and columns never do.
 */
export class TextPlaces {
	readonly #starts: readonly number[];
	readonly #length: number;

	constructor(text: string) {
		const starts = lineStarts(text);
		if (text.startsWith('\uFEFF')) starts[0] = 1;
		this.#starts = starts;
		this.#length = text.length;
	}

	/** The range of a stretch of the document. */
	range({ start, end }: Span): TextRange {
		const from = positionAt(this.#starts, start);
		const to = positionAt(this.#starts, end);
		return {
			startLineNumber: from.line,
			startColumn: Math.max(1, from.column),
			endLineNumber: to.line,
			endColumn: Math.max(1, to.column),
		};
	}

	/** The stretch of a range; what lies behind the end of the document is its end. */
	span({ startLineNumber, startColumn, endLineNumber, endColumn }: TextRange): Span {
		return { start: this.offset(startLineNumber, startColumn), end: this.offset(endLineNumber, endColumn) };
	}

	/** The offset of a line and column. */
	offset(line: number, column: number): number {
		return Math.min(this.#length, offsetAt(this.#starts, { line, column }));
	}
}
