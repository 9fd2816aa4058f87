import { type Node, type Span, walk } from '#grammar';
import type { Compilation } from '../compile.ts';
import { lineEnd, lineStart, nextLine, previousLineEnd, startsLine } from '../edits/layout.ts';

/** A stretch that can be folded away: from the end of the line that stays to the end of the last line that goes. */
export interface Fold {
	readonly span: Span;
	readonly kind: 'block' | 'comment';
}

/** What can be folded: declarations, tiers, conditions and unread clauses of several lines; comments of several lines. */
export function foldingRanges({ source, document }: Compilation): Fold[] {
	const folds: Fold[] = [];
	const lines = new Set<number>();
	walk(document, (node) => {
		if (!isFoldable(node)) return;
		const fold = foldOf(source, node.span);
		// Of several that begin on one line only the first, outermost one can be folded there.
		if (!fold || lines.has(fold.start)) return;
		lines.add(fold.start);
		folds.push({ span: fold, kind: 'block' });
	});
	const comments = commentBlocks({ source, document }).map((span): Fold => ({ span, kind: 'comment' }));
	return [...folds, ...comments].sort((a, b) => a.span.start - b.span.start);
}

const FOLDABLE: ReadonlySet<Node['kind']> = new Set<Node['kind']>([
	'program',
	'tiers',
	'tier-declaration',
	'filter',
	'rule',
	'when',
	'raw',
]);

function isFoldable({ kind }: Node): boolean {
	return FOLDABLE.has(kind);
}

/** The lines of a stretch after its first; a brace that closes it stays in sight. */
function foldOf(source: string, { start, end }: Span): Span | null {
	const from = lineEnd(source, start);
	const brace = end - 1;
	const stays = source[brace] === '}' && startsLine(source, brace);
	const to = stays ? previousLineEnd(source, lineStart(source, brace)) : lineEnd(source, end);
	return to !== null && to > from && brace > from ? { start: from, end: to } : null;
}

/** Comments that stand on lines of their own, one directly below the other: from the end of the first line on. */
function commentBlocks({ source, document }: Pick<Compilation, 'source' | 'document'>): Span[] {
	const blocks: { readonly first: Span; last: Span }[] = [];
	for (const { span } of document.comments) {
		if (!startsLine(source, span.start)) continue;
		const block = blocks.at(-1);
		if (block && nextLine(source, block.last.end) === lineStart(source, span.start)) block.last = span;
		else blocks.push({ first: span, last: span });
	}
	return blocks.flatMap(({ first, last }) => (first === last ? [] : [{ start: first.end, end: last.end }]));
}
