import type { Position, Range, TextEdit as LspEdit } from 'vscode-languageserver/node';
import { lineStarts, positionAt, type Span, type TextEdit } from '#grammar';

/** Places in one text: as offsets, and as the protocol's lines and characters, which count from 0 in UTF-16 units. */
export class TextPlaces {
	readonly #starts: readonly number[];
	readonly #text: string;

	constructor(text: string) {
		this.#starts = lineStarts(text);
		this.#text = text;
	}

	/** The position of an offset; one between the two characters of a line break is the end of its line. */
	position(offset: number): Position {
		const { line, column } = positionAt(this.#starts, offset);
		const start = offset - (column - 1);
		return { line: line - 1, character: Math.min(column - 1, this.#end(line - 1) - start) };
	}

	/** The offset of a position; what lies behind the end of a line is its end, what lies above or below the text is its start or end. */
	offset({ line, character }: Position): number {
		if (line < 0) return 0;
		const start = this.#starts[line];
		if (start === undefined) return this.#text.length;
		return Math.min(start + Math.max(0, character), this.#end(line));
	}

	range({ start, end }: Span): Range {
		return { start: this.position(start), end: this.position(end) };
	}

	span({ start, end }: Range): Span {
		return { start: this.offset(start), end: this.offset(end) };
	}

	/** Edits as the protocol has them. */
	edits(edits: readonly TextEdit[]): LspEdit[] {
		return edits.map(({ span, text }) => ({ range: this.range(span), newText: text }));
	}

	/** Where a line (from 0) ends, before its line break. */
	#end(line: number): number {
		const next = this.#starts[line + 1];
		if (next === undefined) return this.#text.length;
		return this.#text.startsWith('\r\n', next - 2) ? next - 2 : next - 1;
	}
}
