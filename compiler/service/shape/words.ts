import { highlight, type HighlightClass, type Span } from '#grammar';

/** A word or sign of a text, comments left out. */
export interface Word {
	readonly text: string;
	readonly span: Span;
	readonly class: HighlightClass;
	/** It is the first on its line. */
	readonly startsLine: boolean;
}

/** A text cut into words, with its comments. */
export interface Words {
	readonly words: readonly Word[];
	readonly comments: readonly Span[];
}

/** Cuts a stretch of a text, which may not begin inside a word. A `%` belongs to the number before it. */
export function wordsOf(text: string, { start, end }: Span): Words {
	const words: Word[] = [];
	const comments: Span[] = [];
	let last = start;
	for (const found of highlight(text.slice(start, end))) {
		const span = { start: start + found.span.start, end: start + found.span.end };
		const written = text.slice(span.start, span.end);
		const before = words.at(-1);
		if (found.class === 'comment') comments.push(span);
		else if (written === '%' && before?.class === 'number') {
			words[words.length - 1] = { ...before, text: `${before.text}%`, span: { start: before.span.start, end: span.end } };
		} else {
			const startsLine = words.length === 0 ? isLineStart(text, span.start) : LINE_BREAK.test(text.slice(last, span.start));
			words.push({ text: written, span, class: found.class, startsLine });
		}
		last = span.end;
	}
	return { words, comments };
}

const LINE_BREAK = /[\r\n]/;

function isLineStart(text: string, offset: number): boolean {
	let at = offset;
	while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
	return at === 0 || LINE_BREAK.test(text[at - 1] ?? '');
}

/** At the very start of a line these words begin a declaration, whatever is still open before them. */
const HEADS = /(?:^|[\r\n])\uFEFF?(?=(?:program|tiers|filter|campaign|rule|redemption|expiry|test)(?![\p{L}\p{M}\p{N}_]))/gu;

/**
 * Where the declaration around an offset begins, or an earlier one: reading on from there tells the same of the offset as
 * reading the whole text. Seen from the beginnings of lines alone, so that a long text costs little.
 */
export function declarationStart(text: string, offset: number): number {
	let start = 0;
	for (const { 0: found, index } of text.slice(0, offset).matchAll(HEADS)) start = index + found.length;
	return start;
}
