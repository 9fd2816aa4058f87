import type {
	Document,
	FilterDeclaration,
	Missing,
	Name,
	ProgramDeclaration,
	RuleDeclaration,
	Span,
	Tier,
	TiersDeclaration,
} from '#grammar';

/** The two filters that exist in every program. */
export const BUILT_IN_FILTERS = ['Total with fees, taxes and tip', 'Total without fees, taxes and tip'] as const;

/** What a program declares, by name; of several declarations with one name the first counts. */
export interface Symbols {
	readonly program: ProgramDeclaration | null;
	readonly tiers: TiersDeclaration | null;
	/** The declared filters, without the built-in ones. */
	readonly filters: ReadonlyMap<string, FilterDeclaration>;
	/** In the order of the plan: the built-in filters, then the declared ones. */
	readonly filterNames: readonly string[];
	readonly tierByName: ReadonlyMap<string, Tier>;
	readonly rules: ReadonlyMap<string, RuleDeclaration>;
	readonly channels: readonly string[];
	readonly orderTypes: readonly string[];
}

/** Something declared twice: the second place, and where the first is. */
export interface Duplicate {
	readonly noun: string;
	readonly name: Name;
	readonly first: Span;
}

/** Reads what a document declares. Broken names are left out: their problem is reported where they stand. */
export function collectSymbols(document: Document): { symbols: Symbols; duplicates: readonly Duplicate[] } {
	const duplicates: Duplicate[] = [];
	const declare = <T>(noun: string, into: Map<string, T>, name: Name | Missing, value: T & { name: Name | Missing }) => {
		if (name.kind === 'missing') return;
		const first = into.get(name.text) as { name: Name | Missing } | undefined;
		if (first) duplicates.push({ noun, name, first: first.name.span });
		else into.set(name.text, value);
	};
	const filters = new Map<string, FilterDeclaration>();
	const rules = new Map<string, RuleDeclaration>();
	const tierByName = new Map<string, Tier>();
	let program: ProgramDeclaration | null = null;
	let tiers: TiersDeclaration | null = null;
	for (const declaration of document.declarations) {
		if (declaration.kind === 'program') program ??= declaration;
		else if (declaration.kind === 'tiers') tiers ??= declaration;
		else if (declaration.kind === 'filter') declare('filter', filters, declaration.name, declaration);
		else if (declaration.kind === 'rule') declare('rule', rules, declaration.name, declaration);
	}
	for (const tier of tiers?.tiers ?? []) {
		if (tier.kind === 'tier-declaration') declare('tier', tierByName, tier.name, tier);
	}
	const declared = [...filters.keys()].filter((name) => !isBuiltInFilter(name));
	return {
		symbols: {
			program,
			tiers,
			filters,
			filterNames: [...BUILT_IN_FILTERS, ...declared],
			tierByName,
			rules,
			channels: enabledNames(program, 'channels'),
			orderTypes: enabledNames(program, 'order-types'),
		},
		duplicates,
	};
}

/** Says whether a filter of this name exists in every program. */
export function isBuiltInFilter(name: string): boolean {
	return (BUILT_IN_FILTERS as readonly string[]).includes(name);
}

function enabledNames(program: ProgramDeclaration | null, kind: 'channels' | 'order-types'): string[] {
	const setting = program?.settings.find((candidate) => candidate.kind === kind);
	if (!setting || !('names' in setting)) return [];
	return setting.names.flatMap((name) => (name.kind === 'name' ? [name.text] : []));
}
