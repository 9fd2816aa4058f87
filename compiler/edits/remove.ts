import type { Span, TextEdit } from '#grammar';
import type { Snippet } from './snippet.ts';
import {
	blanksAfter,
	blanksBefore,
	commentsIn,
	endsLine,
	indentOf,
	isBlankLine,
	type Layout,
	lineEnd,
	lineStart,
	nextLine,
	ownedSpan,
	previousLineEnd,
	startsLine,
} from './layout.ts';
import { LINE_BREAK } from './place.ts';

/** Removes a clause with the comments that belong to it. */
export function removal(layout: Layout, span: Span): TextEdit {
	return cutOut(layout, ownedSpan(layout, span));
}

/** Removes a stretch: as whole lines where it is alone on them, else exactly, with one gap left between its neighbours. */
export function cutOut({ text }: Layout, { start, end }: Span): TextEdit {
	const first = startsLine(text, start);
	const last = endsLine(text, end);
	if (first && last) return wholeLines(text, { start, end });
	const gapStart = blanksBefore(text, start);
	const gapEnd = blanksAfter(text, end);
	if (last) return cut(gapStart, end);
	if (first) return cut(start, gapEnd);
	const opens = text[gapStart - 1] === '{';
	const closes = text[gapEnd] === '}';
	if (opens || (gapStart < start && !closes)) return cut(start, gapEnd);
	if (closes || gapEnd > end) return cut(gapStart, end);
	return { span: { start, end }, text: ' ' };
}

/**
 * Replaces the source of a clause: only the words that differ. Comments inside it that it must not lose go to
 * lines `above` it.
 */
export function replacement(layout: Layout, span: Span, source: string, above: readonly string[]): TextEdit[] {
	const { text, lineBreak } = layout;
	const edit = differingWords(text, span, source.split(LINE_BREAK).join(lineBreak));
	if (above.length === 0) return edit.span.start === edit.span.end && edit.text === '' ? [] : [edit];
	const indent = indentOf(text, span.start);
	const lines = above.map((comment) => comment + lineBreak + indent).join('');
	const first = startsLine(text, span.start);
	const start = first ? span.start : blanksBefore(text, span.start);
	const lead = first ? lines : lineBreak + indent + lines;
	if (edit.span.start === span.start) return [{ span: { start, end: edit.span.end }, text: lead + edit.text }];
	return [{ span: { start, end: span.start }, text: lead }, edit];
}

/**
 * What becomes of comments when a clause is replaced by a snippet: those inside it that the snippet does not carry, and
 * those around the snippet, go to lines `above`.
 */
export function keepComments(layout: Layout, span: Span, snippet: Pick<Snippet<unknown>, 'around' | 'inside'>) {
	const removed = commentsIn(layout, span);
	const carried = [...snippet.inside];
	const above = removed.flatMap(({ text }) => {
		const at = carried.indexOf(text);
		if (at < 0) return [text];
		carried.splice(at, 1);
		return [];
	});
	above.push(...snippet.around);
	return { above, removed, added: [...above, ...snippet.inside] };
}

/** Lines and their line break; where a blank line stood on both sides, one of them too. */
function wholeLines(text: string, span: Span): TextEdit {
	const start = lineStart(text, span.start);
	const end = lineEnd(text, span.end);
	const below = nextLine(text, end);
	const above = previousLineEnd(text, start);
	if (end === text.length && above !== null) return cut(above, end);
	const blankAbove = above !== null && isBlankLine(text, above);
	const opens = above === null || text[above - 1] === '{';
	if ((blankAbove || opens) && below < text.length && isBlankLine(text, below)) {
		return cut(start, nextLine(text, lineEnd(text, below)));
	}
	const closes = below === text.length || text[blanksAfter(text, below)] === '}';
	return cut(blankAbove && closes ? lineStart(text, above) : start, below);
}

/** The smallest run of words that makes `source` of a stretch; words are cut at blanks only. */
function differingWords(text: string, span: Span, source: string): TextEdit {
	const before = words(text.slice(span.start, span.end));
	const after = words(source);
	let { start, end } = span;
	let from = 0;
	let to = after.length;
	let rest = before.length;
	while (from < rest && from < to && before[from] === after[from]) start += (before[from++] as string).length;
	while (rest > from && to > from && before[rest - 1] === after[to - 1]) {
		end -= (before[--rest] as string).length;
		to--;
	}
	return { span: { start, end }, text: after.slice(from, to).join('') };
}

function words(text: string): string[] {
	return text.match(/\s+|\S+/g) ?? [];
}

function cut(start: number, end: number): TextEdit {
	return { span: { start, end }, text: '' };
}
