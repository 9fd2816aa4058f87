import type {
	AttributeDeclaration,
	CampaignDeclaration,
	Declaration,
	ExclusiveDeclaration,
	FilterDeclaration,
	Missing,
	Name,
	ProgramDeclaration,
	RuleDeclaration,
	SegmentDeclaration,
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
	readonly segments: ReadonlyMap<string, SegmentDeclaration>;
	readonly attributes: ReadonlyMap<string, AttributeDeclaration>;
	readonly exclusives: ReadonlyMap<string, ExclusiveDeclaration>;
	readonly campaigns: ReadonlyMap<string, CampaignDeclaration>;
	/** Those inside campaigns too. */
	readonly rules: ReadonlyMap<string, RuleDeclaration>;
	readonly channels: readonly string[];
	readonly orderTypes: readonly string[];
}

/** Reads what some declarations declare. Broken names are left out: their problem is reported where they stand. */
export function collectSymbols(declarations: readonly Declaration[]): Symbols {
	const filters = new Map<string, FilterDeclaration>();
	const segments = new Map<string, SegmentDeclaration>();
	const attributes = new Map<string, AttributeDeclaration>();
	const exclusives = new Map<string, ExclusiveDeclaration>();
	const campaigns = new Map<string, CampaignDeclaration>();
	const rules = new Map<string, RuleDeclaration>();
	const tierByName = new Map<string, Tier>();
	let program: ProgramDeclaration | null = null;
	let tiers: TiersDeclaration | null = null;
	for (const declaration of declarations) {
		if (declaration.kind === 'program') program ??= declaration;
		else if (declaration.kind === 'tiers') tiers ??= declaration;
		else if (declaration.kind === 'filter') declare(filters, declaration);
		else if (declaration.kind === 'segment-declaration') declare(segments, declaration);
		else if (declaration.kind === 'attribute-declaration') declare(attributes, declaration);
		else if (declaration.kind === 'exclusive-declaration') declare(exclusives, declaration);
		else if (declaration.kind === 'campaign') declare(campaigns, declaration);
	}
	for (const rule of rulesOf(declarations)) declare(rules, rule);
	for (const tier of tiers?.tiers ?? []) if (tier.kind === 'tier-declaration') declare(tierByName, tier);
	return {
		program,
		tiers,
		filters,
		filterNames: [...BUILT_IN_FILTERS, ...[...filters.keys()].filter((name) => !isBuiltInFilter(name))],
		tierByName,
		segments,
		attributes,
		exclusives,
		campaigns,
		rules,
		channels: enabledNames(program, 'channels'),
		orderTypes: enabledNames(program, 'order-types'),
	};
}

function declare<T extends { readonly name: Name | Missing }>(into: Map<string, T>, declaration: T): void {
	const { name } = declaration;
	if (name.kind === 'name' && !into.has(name.text)) into.set(name.text, declaration);
}

/** The rules of some declarations, those inside campaigns too, in the order of the text. */
export function rulesOf(declarations: readonly Declaration[]): readonly RuleDeclaration[] {
	return declarations.flatMap((declaration) => {
		if (declaration.kind === 'rule') return [declaration];
		return declaration.kind === 'campaign' ? declaration.clauses.filter((clause) => clause.kind === 'rule') : [];
	});
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
