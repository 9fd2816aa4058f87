import { type Declaration, type Node, type Span, walk } from '#grammar';
import type { Compilation } from '../compile.ts';
import { lineEnd, lineStart, nextLine, previousLineEnd, startsLine } from '../edits/layout.ts';

/** A stretch that can be folded away: from the end of the line that stays to the end of the last line that goes. */
export interface Fold {
	readonly span: Span;
	readonly kind: 'block' | 'comment' | 'filters';
}

/**
 * What can be folded: what stands in braces and unread clauses of several lines; comments of several lines; filters that
 * stand one below the other.
 */
export function foldingRanges({ source, document }: Pick<Compilation, 'source' | 'document'>): Fold[] {
	const folds: Fold[] = [];
	const lines = new Set<number>();
	const add = (kind: Fold['kind'], span: Span | null): void => {
		// Of several that begin on one line only the first, outermost one can be folded there.
		if (!span || lines.has(span.start)) return;
		lines.add(span.start);
		folds.push({ span, kind });
	};
	for (const run of filterRuns(source, document.declarations)) add('filters', run);
	walk(document, (node) => {
		if (LEAVES.has(node.kind)) return false;
		if (isFoldable(node)) add('block', foldOf(source, node.span));
		return undefined;
	});
	for (const block of commentBlocks({ source, document })) add('comment', block);
	return folds.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

const FOLDABLE: ReadonlySet<Node['kind']> = new Set<Node['kind']>([
	'program',
	'tiers',
	'tier-declaration',
	'filter',
	'campaign',
	'rule',
	'when',
	'any',
	'all',
	'not',
	'redemption',
	'expiry',
	'test',
	'test-member',
	'test-event',
	'raw',
]);

/** What has no braces inside: most of a tree, and not worth a walk. */
const LEAVES: ReadonlySet<Node['kind']> = new Set<Node['kind']>(['earn', 'limit', 'active', 'day-time', 'spend', 'name']);

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

/** The fewest filters that are worth folding. */
const FEWEST = 3;

/** Filters of one line each, one directly below the other: from the end of the first line on. */
function filterRuns(source: string, declarations: readonly Declaration[]): Span[] {
	const runs: { count: number; readonly first: Span; last: Span }[] = [];
	for (const { kind, span } of declarations) {
		if (kind !== 'filter' || !startsLine(source, span.start) || lineEnd(source, span.start) < span.end) continue;
		const run = runs.at(-1);
		const isNext = run && nextLine(source, lineEnd(source, run.last.end)) === lineStart(source, span.start);
		if (isNext) {
			run.last = span;
			run.count++;
		} else runs.push({ count: 1, first: span, last: span });
	}
	return runs
		.filter(({ count }) => count >= FEWEST)
		.map(({ first, last }) => ({ start: lineEnd(source, first.start), end: lineEnd(source, last.end) }));
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
