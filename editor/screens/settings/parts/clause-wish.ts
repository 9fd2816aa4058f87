import { type Plain, type PlainNode, print, type Span } from '#grammar';
import type { ClauseKind, Operation, Path } from '#compiler/edits';

/** A clause that fields write. */
export interface WrittenClause {
	readonly declaration: Path;
	readonly kind: ClauseKind;
	/** Where it stands; null where it is new. */
	readonly span: Span | null;
}

/** What writes a clause. One that still has a hole is written as it is, since nothing else in the text hangs on it. */
export function clauseWish({ declaration, kind, span }: WrittenClause, node: Plain<PlainNode>): Operation {
	const text = print(node);
	if (span && hasHole(node)) return { kind: 'set-text', declaration, span, text };
	return { kind: 'set-clause', declaration, clause: kind, text };
}

/** Says whether something is missing in a part that is going to be written. */
export function hasHole(node: PlainNode): boolean {
	if (node.kind === 'missing') return true;
	return Object.values(node).some((value: unknown) => isNode(value) && hasHole(value));
}

function isNode(value: unknown): value is PlainNode {
	return typeof value === 'object' && value !== null && 'kind' in value;
}
