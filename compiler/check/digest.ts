/** What a piece of a program is to the others. */
import type { Declaration, Piece } from '#grammar';
import { type Summary, summarise } from './summary.ts';

/** What the checks across pieces need to know of one piece. */
export interface Digest {
	readonly summaries: readonly Summary[];
	/** The declarations that rules lean on. */
	readonly declaring: readonly Declaration[];
	/** Their source. Two programs with the same one mean the same by every name. */
	readonly symbolSource: string;
}

/** What rules lean on. Rules and campaigns are not among them: what one rule says is nothing to another by itself. */
export const declaringKinds: ReadonlySet<Declaration['kind']> = new Set([
	'program',
	'tiers',
	'segment-declaration',
	'attribute-declaration',
	'filter',
	'exclusive-declaration',
]);

const digests = new WeakMap<Piece, Digest>();

/** The digest of a piece; made once. */
export function digestOf(piece: Piece): Digest {
	const known = digests.get(piece);
	if (known) return known;
	const declaring = piece.declarations.filter(({ kind }) => declaringKinds.has(kind));
	const sources = declaring.map(({ span }) => `${piece.text.slice(span.start, span.end)}\n`);
	const digest = { summaries: piece.declarations.map(summarise), declaring, symbolSource: sources.join('') };
	digests.set(piece, digest);
	return digest;
}

/** The source of everything that the rules of a program lean on. */
export function symbolSourceOf(all: readonly Digest[]): string {
	let source = '';
	for (const { symbolSource } of all) if (symbolSource !== '') source += symbolSource;
	return source;
}
