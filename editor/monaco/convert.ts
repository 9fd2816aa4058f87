import { lineStarts, offsetAt, positionAt, type Span, type TextEdit } from '#grammar';

/** A range as Monaco counts: lines and columns from 1, columns in UTF-16 units. */
export interface TextRange {
	readonly startLineNumber: number;
	readonly startColumn: number;
	readonly endLineNumber: number;
	readonly endColumn: number;
}

/** A place as Monaco counts. */
export interface TextPosition {
	readonly lineNumber: number;
	readonly column: number;
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

	/** The place of an offset. */
	position(offset: number): TextPosition {
		const { startLineNumber, startColumn } = this.range({ start: offset, end: offset });
		return { lineNumber: startLineNumber, column: startColumn };
	}

	/** Finds the places of offsets that are asked for in their order: for the many of a whole text faster than {@link position}. */
	following(): (offset: number) => TextPosition {
		const starts = this.#starts;
		let line = 0;
		return (offset) => {
			while ((starts[line + 1] ?? Infinity) <= offset) line++;
			return { lineNumber: line + 1, column: Math.max(1, offset - (starts[line] ?? 0) + 1) };
		};
	}

	/** Edits with Monaco's ranges. */
	edits(edits: readonly TextEdit[]): { readonly range: TextRange; readonly text: string }[] {
		return edits.map(({ span, text }) => ({ range: this.range(span), text }));
	}

	/** The offset of a place. */
	at({ lineNumber, column }: TextPosition): number {
		return this.offset(lineNumber, column);
	}

	/** The offset of a line and column. */
	offset(line: number, column: number): number {
		if (line > this.#starts.length) return this.#length;
		return Math.min(this.#length, offsetAt(this.#starts, { line, column }));
	}
}
