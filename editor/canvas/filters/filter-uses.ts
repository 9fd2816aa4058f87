import { type Declaration, walk } from '#grammar';
import type { Compilation } from '#compiler';
import { references } from '#compiler/service';
import { placesOfRules } from '../../document/rule-tracking.ts';
import { says } from '../pickers/says.ts';

/** The names of the rules that use a declared filter, in the order of the text; `the tiers` and the like come last. */
export function usersOfFilter(compilation: Compilation, name: string): string[] {
	const declared = compilation.symbols.filters.get(name);
	if (!declared) return [];
	const places = references(compilation, declared.name.span.start, { includeDeclaration: false }).map(
		({ span }) => span.start,
	);
	const isIn = ({ span }: { readonly span: { readonly start: number; readonly end: number } }) =>
		places.some((start) => span.start <= start && start < span.end);
	const rules = placesOfRules(compilation.document).flatMap(({ rule }) =>
		isIn(rule) && rule.name.kind === 'name' ? [rule.name.text] : [],
	);
	const others = compilation.document.declarations.filter((each) => otherUsers.has(each.kind) && isIn(each));
	return [...rules, ...new Set(others.map(({ kind }) => says.users[kind as keyof typeof says.users]))];
}

const otherUsers: ReadonlySet<Declaration['kind']> = new Set(['tiers', 'redemption']);

/** How many clauses of a program use each cart filter. */
export function usesByFilter({ document }: Compilation): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	const count = (name: { readonly kind: string; readonly text?: string } | undefined) => {
		if (name?.kind === 'name' && name.text !== undefined) counts.set(name.text, (counts.get(name.text) ?? 0) + 1);
	};
	for (const { rule } of placesOfRules(document)) {
		walk(rule, (node) => {
			if (node.kind === 'filter-ref') count(node.name);
			else if (node.kind === 'spend' || node.kind === 'quantity' || node.kind === 'every-step') count(node.filter);
			else if (node.kind === 'multiply') count(node.on);
		});
	}
	return counts;
}
