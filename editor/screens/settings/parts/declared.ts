import type { Declaration, Document } from '#grammar';
import type { Path } from '#compiler/edits';

/** A declaration and its place among those of the text. */
export interface Declared<D extends Declaration = Declaration> {
	readonly part: D;
	readonly path: Path & number;
}

type OfKind<K extends Declaration['kind']> = Extract<Declaration, { kind: K }>;

/** The declarations of a kind, in the order of the text. */
export function declarationsOf<K extends Declaration['kind']>({ declarations }: Document, kind: K): Declared<OfKind<K>>[] {
	return declarations.flatMap((part, path) => (part.kind === kind ? [{ part: part as OfKind<K>, path }] : []));
}

/** The first clause of a kind; what stands twice is a problem, and the first holds. */
export function clauseOf<C extends { readonly kind: string }, K extends C['kind']>(
	clauses: readonly C[],
	kind: K,
): Extract<C, { kind: K }> | undefined {
	return clauses.find((clause): clause is Extract<C, { kind: K }> => clause.kind === kind);
}
