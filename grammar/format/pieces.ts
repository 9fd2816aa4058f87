/** A text in the pieces that the formatter moves: white space is between them, and in them it stays. */
import type { Span } from '../text.ts';
import { type Lexed, spanOf } from '../tokens.ts';

/** A word or sign, a comment, or whole lines that are kept as they are. */
export interface Piece extends Span {
	readonly kind: 'word' | 'comment' | 'kept';
	/** The index of a word among the words of the text. */
	readonly word?: number;
	/** How many line breaks stand before it, after the piece before. */
	readonly breaks: number;
}

/** The stretches between the words and comments of a text, and at its ends. */
export function gapsOf({ text, tokens, comments }: Lexed): Span[] {
	const gaps: Span[] = [];
	let end = 0;
	for (const span of inOrder(
		tokens.map(spanOf),
		comments.map((comment) => comment.span),
	)) {
		if (span.start > end) gaps.push({ start: end, end: span.start });
		end = span.end;
	}
	if (text.length > end) gaps.push({ start: end, end: text.length });
	return gaps;
}

/** The pieces of a text in its order; `kept` are stretches of whole lines. */
export function piecesOf({ text, tokens, comments }: Lexed, kept: readonly Span[]): Piece[] {
	const isKept = insideOneOf(kept);
	const words = tokens.map((token, word) => ({ kind: 'word' as const, word, ...spanOf(token) }));
	const remarks = comments.map(({ span }) => ({ kind: 'comment' as const, ...span }));
	const moved = inOrder(words, remarks).filter((piece) => !isKept(piece));
	const all = inOrder(
		moved,
		kept.map((span) => ({ kind: 'kept' as const, ...span })),
	);
	let end = 0;
	return all.map((piece) => {
		const breaks = text.slice(end, piece.start).match(/\r\n|\n|\r/g)?.length ?? 0;
		end = piece.end;
		return { ...piece, breaks };
	});
}

/** Two lists, each in the order of the text, as one. */
function inOrder<A extends Span, B extends Span>(first: readonly A[], second: readonly B[]): (A | B)[] {
	const all: (A | B)[] = [];
	let next = 0;
	for (const span of first) {
		for (let other = second[next]; other && other.start < span.start; other = second[++next]) all.push(other);
		all.push(span);
	}
	return [...all, ...second.slice(next)];
}

/** Says of spans in the order of the text whether they lie in one of some stretches. */
function insideOneOf(stretches: readonly Span[]): (span: Span) => boolean {
	let at = 0;
	return ({ start }) => {
		while (at < stretches.length && (stretches[at] as Span).end <= start) at++;
		const stretch = stretches[at];
		return stretch !== undefined && stretch.start <= start;
	};
}
