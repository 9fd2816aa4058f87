import type { Document, Span } from '#grammar';
import type { Sibling } from './siblings.ts';

/** Where a list of clauses is in the tree: keys and indexes from the document down. */
export type ListPath = readonly (string | number)[];

/** A clause in the tree: the list that it stands in, and its index there. */
export interface ClausePath {
	readonly list: ListPath;
	readonly index: number;
}

const LISTS = ['settings', 'tiers', 'clauses', 'conditions'] as const;

/** Finds the clause that has exactly a span, in a declaration or as the declaration itself; null where there is none. */
export function clausePath(document: Document, declaration: number, span: Span): ClausePath | null {
	return find(document.declarations, ['declarations'], declaration, span);
}

/** The list of clauses at a path; an empty one where the tree has none there. */
export function listAt(document: Document, path: ListPath): readonly Sibling[] {
	const found = path.reduce<unknown>(
		(value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
		document,
	);
	return Array.isArray(found) ? (found as readonly Sibling[]) : [];
}

/** The document with another list of clauses at a path. */
export function withList(document: Document, path: ListPath, list: readonly Sibling[]): Document {
	return replaced(document, path, list) as Document;
}

function find(list: readonly Sibling[], path: ListPath, only: number | null, span: Span): ClausePath | null {
	for (const [index, clause] of list.entries()) {
		if (only !== null && index !== only) continue;
		if (clause.span.start === span.start && clause.span.end === span.end) return { list: path, index };
		for (const key of LISTS) {
			const inner = (clause as Sibling & Partial<Record<typeof key, readonly Sibling[]>>)[key];
			const found = inner && find(inner, [...path, index, key], null, span);
			if (found) return found;
		}
	}
	return null;
}

function replaced(value: unknown, [key, ...rest]: ListPath, list: unknown): unknown {
	if (key === undefined) return list;
	if (Array.isArray(value)) return value.with(Number(key), replaced(value[Number(key)], rest, list));
	return { ...(value as object), [key]: replaced((value as Record<string, unknown>)[key], rest, list) };
}
