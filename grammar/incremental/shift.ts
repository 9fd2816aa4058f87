/** Trees and problems at another place of a text. Nothing is changed: what moves is made anew. */
import type { Comment, Node } from '../ast.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { Span } from '../text.ts';

/** A span further on in the text. */
export function shiftSpan({ start, end }: Span, by: number): Span {
	return { start: start + by, end: end + by };
}

/** The same node with every span in it further on by `by` characters. */
export function shiftNode<N extends Node>(node: N, by: number): N {
	return shiftSpans(node, by);
}

/** The same for anything that is made of plain values and spans: whatever has a `start` and an `end` is a span. */
export function shiftSpans<T extends object>(whole: T, by: number): T {
	return by === 0 ? whole : (moved(whole, by) as T);
}

/** The same comment further on in the text. */
export function shiftComment(comment: Comment, by: number): Comment {
	return { ...comment, span: shiftSpan(comment.span, by) };
}

/** The same problem, with its second place and its fix, further on in the text. */
export function shiftProblem(problem: Problem, by: number): Problem {
	return by === 0 ? problem : mapProblem(problem, (span) => shiftSpan(span, by));
}

/** The same problem after an edit that moved what stood at `from` and behind it; each of its places is moved if it is there. */
export function shiftProblemBehind(problem: Problem, from: number, by: number): Problem {
	return by === 0 ? problem : mapProblem(problem, (span) => (span.start < from ? span : shiftSpan(span, by)));
}

function mapProblem(problem: Problem, map: (span: Span) => Span): Problem {
	const { related, fix } = problem;
	return {
		...problem,
		span: map(problem.span),
		...(related && { related: { ...related, span: map(related.span) } }),
		...(fix && { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: map(edit.span) })) } }),
	};
}

function moved(whole: object, by: number): object {
	if (Array.isArray(whole)) return whole.map((part: unknown) => movedPart(part, by));
	if (isSpan(whole)) return shiftSpan(whole, by);
	// Filled key by key: a spread, of which half is then written over, takes longer.
	const copy: Record<string, unknown> = {};
	for (const key in whole) copy[key] = movedPart((whole as Record<string, unknown>)[key], by);
	return copy;
}

function movedPart(part: unknown, by: number): unknown {
	return typeof part === 'object' && part !== null ? moved(part, by) : part;
}

function isSpan(value: object): value is Span {
	return 'start' in value && 'end' in value;
}
