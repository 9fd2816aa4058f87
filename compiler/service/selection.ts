import { children, covers, highlight, type Node, pathAt, shiftSpan, type Span } from '#grammar';
import type { Compilation } from '../compile.ts';
import { layoutOf, lineEnd, lineStart, ownedSpan } from '../edits/layout.ts';

/**
 * What a selection at a caret grows to, step by step: the word, the list it is in, the clause, the clause with its comments,
 * what the braces hold, the declaration, the text. Each span contains the caret and the one before it, and is larger.
 */
export function selectionRanges({ source, document }: Compilation, offset: number): Span[] {
	const layout = layoutOf(source, document);
	const wholes = pathAt(document, offset).flatMap((node) => [
		node.span,
		...listSpans(node, offset),
		...bodySpans(source, node),
		...(isClause(node) ? [ownedSpan(layout, node.span)] : []),
	]);
	const steps = [...wordSpans(source, offset), ...wholes]
		.filter(({ start, end }) => start < end && start <= offset && offset <= end)
		.sort((a, b) => a.end - a.start - (b.end - b.start));
	const growing: Span[] = [];
	for (const span of steps) {
		const last = growing.at(-1);
		if (!last || (covers(span, last) && (span.start < last.start || last.end < span.end))) growing.push(span);
	}
	return growing;
}

/** The word at a caret, and of a text in quotes first what is between them. */
function wordSpans(source: string, offset: number): Span[] {
	// No word goes over the end of a line.
	const start = lineStart(source, offset);
	const touching = highlight(source.slice(start, lineEnd(source, offset)))
		.map((found) => ({ ...found, span: shiftSpan(found.span, start) }))
		.filter(({ span }) => span.start <= offset && offset <= span.end);
	const word = touching.findLast(({ class: kind }) => kind !== 'punctuation' && kind !== 'operator') ?? touching.at(-1);
	if (!word) return [];
	const { span } = word;
	return word.class === 'string' ? [{ start: span.start + 1, end: span.end - 1 }, span] : [span];
}

/** From the first to the last of the parts of a kind around a caret: the names of a list, the clauses of a rule. */
function listSpans(node: Node, offset: number): Span[] {
	const parts = children(node);
	const at = parts.findIndex(({ span }) => span.start <= offset && offset <= span.end);
	const kind = parts[at]?.kind;
	if (kind === undefined || node.kind === 'document') return [];
	let first = at;
	let last = at;
	while (parts[first - 1]?.kind === kind) first--;
	while (parts[last + 1]?.kind === kind) last++;
	const [start, end] = [parts[first]?.span.start ?? offset, parts[last]?.span.end ?? offset];
	return first < last ? [{ start, end }] : [];
}

/** What is between a node's braces, and the braces with it. */
function bodySpans(source: string, node: Node): Span[] {
	if (!('body' in node) || !node.body) return [];
	const inside = source.slice(node.body.start + 1, node.body.end - 1);
	const start = node.body.start + 1 + (inside.length - inside.trimStart().length);
	return [{ start, end: start + inside.trim().length }, node.body];
}

function isClause(node: Node): boolean {
	return 'health' in node || node.kind === 'raw';
}
