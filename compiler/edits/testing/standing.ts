/** Everything that stands in a program, with where it stands: a list for drawing from, made without the planner. */
import type { Document, Span } from '#grammar';
import type { HolderKind } from '../parts.ts';

/** A part of a program. */
export interface Standing {
	readonly kind: string;
	readonly path: readonly number[];
	readonly span: Span;
	/** Of a declaration that has one. */
	readonly name: string | null;
	/** Nothing stands in it, nor could. */
	readonly isLeaf: boolean;
	readonly holder: Holding;
}

/** What holds parts. */
export interface Holding {
	readonly kind: HolderKind;
	readonly path: readonly number[];
	readonly hasBraces: boolean;
	/** From `{` to `}`. */
	readonly body: Span | null;
	/** False in all but the first `when` of a rule, which operations on conditions do not reach. */
	readonly isReached: boolean;
	readonly parts: readonly Standing[];
}

interface AnyNode {
	readonly kind: string;
	readonly span: Span;
	readonly name?: { readonly kind: string; readonly text?: string };
	readonly body?: Span;
}

const LISTS = ['declarations', 'settings', 'tiers', 'clauses', 'conditions', 'facts'] as const;

/** The list of a node, where it has one. */
export function listOf(node: unknown): readonly AnyNode[] | null {
	const key = LISTS.find((each) => Array.isArray((node as Record<string, unknown>)[each]));
	return key ? ((node as Record<string, readonly AnyNode[]>)[key] as readonly AnyNode[]) : null;
}

/** Everything that holds parts, from the outside in. */
export function holders(document: Document): Holding[] {
	const found: Holding[] = [];
	collect(document, [], true, found);
	return found;
}

function collect(node: AnyNode, path: readonly number[], isReached: boolean, into: Holding[]): void {
	const list = listOf(node);
	if (!list) return;
	const parts: Standing[] = [];
	const hasBraces = node.kind === 'document' || node.body !== undefined;
	const holder: Holding = { kind: node.kind as HolderKind, path, hasBraces, body: node.body ?? null, isReached, parts };
	into.push(holder);
	const firstWhen = list.findIndex(({ kind }) => kind === 'when');
	for (const [index, part] of list.entries()) {
		const isLeaf = listOf(part) === null;
		const name = part.name?.kind === 'name' ? (part.name.text ?? null) : null;
		parts.push({ kind: part.kind, path: [...path, index], span: part.span, name, isLeaf, holder });
		collect(part, [...path, index], isReached && (part.kind !== 'when' || index === firstWhen), into);
	}
}
