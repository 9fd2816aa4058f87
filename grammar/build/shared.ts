/** What all builders of clauses share. */
import type { CstNode, IToken } from 'chevrotain';
import type { Missing, Name, Word } from '../ast.ts';
import type { Span } from '../text.ts';
import { spanOf } from '../tokens.ts';
import type { Site } from './site.ts';

/** Builds one clause from what its rule recorded. */
export type Build<N> = (site: Site, node: CstNode | undefined) => N;

/** The places of a word that may be there: one or none. */
export function placesOf(token: IToken | undefined): { readonly span: Span }[] {
	return token ? [{ span: spanOf(token) }] : [];
}

/** A fixed word as a node. */
export function word<T extends string>(token: IToken, text: T): Word<T> {
	return { kind: 'word', span: spanOf(token), text };
}

/** Names between commas. */
export function names(site: Site, node: CstNode | undefined, expected: string): (Name | Missing)[] {
	return site.list(node, 'name', (entry) => site.name(entry, expected));
}
