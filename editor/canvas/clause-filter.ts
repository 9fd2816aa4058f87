import { type EarnClause, type LimitClause, type MultiplyClause, type Node, walk } from '#grammar';

/** The cart filter that a clause counts by; null where it counts by none. */
export function filterOf(clause: EarnClause | MultiplyClause | LimitClause): string | null {
	let found: string | null = null;
	const take = (node: Node) => {
		if (node.kind === 'filter-ref') found ??= node.name.text;
		if (node.kind === 'every-step' && node.filter.kind === 'name') found ??= node.filter.text;
	};
	if (clause.kind === 'multiply') return clause.on?.kind === 'name' ? clause.on.text : null;
	walk(clause, take);
	return found;
}
