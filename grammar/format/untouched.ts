/**
 * The lines that the formatter leaves as they are: those of a declaration that could not be read without a problem, and of
 * whatever shares a line with one. How such a declaration is read may depend on its lines and columns; nothing else does.
 */
import type { Declaration } from '../ast.ts';
import { walk } from '../children.ts';
import type { ParseResult } from '../parse.ts';
import { lineStarts, positionAt, type Span } from '../text.ts';

/** Stretches of whole lines in the order of the text, each without its last line break. `gaps`: what is between the words. */
export function untouchedLines(text: string, { document, problems }: ParseResult, gaps: readonly Span[]): Span[] {
	const lines = new MarkedLines(text);
	for (const { span } of problems) lines.mark(span);
	// Where there is no problem at all, nothing is missing either.
	const suspects = problems.length === 0 ? [] : document.declarations;
	for (const declaration of suspects) if (!isWhole(declaration)) lines.mark(declaration.span);
	// The language passes over invisible marks as over white space; here they are somebody's text.
	for (const { start, end } of gaps) {
		for (const { index } of text.slice(start, end).matchAll(/\S/g)) lines.mark({ start: start + index, end: start + index });
	}
	for (const together of sharingLines(document.declarations, lines)) if (lines.isMarked(together)) lines.mark(together);
	return lines.stretches();
}

function isWhole(declaration: Declaration): boolean {
	let whole = true;
	walk(declaration, (node) => {
		if (node.kind === 'raw' || node.kind === 'missing' || ('health' in node && node.health !== 'ok')) whole = false;
		return whole ? undefined : false;
	});
	return whole;
}

/** The stretches of neighbouring declarations of which each begins on the line where the one before ends. */
function sharingLines(declarations: readonly Declaration[], lines: MarkedLines): Span[] {
	const groups: Span[] = [];
	for (const { span } of declarations) {
		const last = groups.at(-1);
		if (last && lines.lineOf(last.end) === lines.lineOf(span.start)) {
			groups[groups.length - 1] = { start: last.start, end: span.end };
		} else groups.push(span);
	}
	return groups;
}

class MarkedLines {
	private readonly text: string;
	private readonly starts: readonly number[];
	private readonly marked: Uint8Array;

	constructor(text: string) {
		this.text = text;
		this.starts = lineStarts(text);
		this.marked = new Uint8Array(this.starts.length);
	}

	/** The number of the line of an offset, from 0. */
	lineOf(offset: number): number {
		return positionAt(this.starts, offset).line - 1;
	}

	mark({ start, end }: Span): void {
		this.marked.fill(1, this.lineOf(start), this.lineOf(end) + 1);
	}

	isMarked({ start, end }: Span): boolean {
		return this.marked.subarray(this.lineOf(start), this.lineOf(end) + 1).includes(1);
	}

	stretches(): Span[] {
		const stretches: Span[] = [];
		let from = this.marked.indexOf(1);
		while (from >= 0) {
			const next = this.marked.indexOf(0, from);
			const to = next < 0 ? this.marked.length : next;
			stretches.push({ start: this.starts[from] ?? 0, end: this.endOf(to - 1) });
			from = this.marked.indexOf(1, to);
		}
		return stretches;
	}

	private endOf(line: number): number {
		const start = this.starts[line] ?? 0;
		const end = this.starts[line + 1] ?? this.text.length;
		return start + this.text.slice(start, end).replace(/[\r\n]+$/, '').length;
	}
}
