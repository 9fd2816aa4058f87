/** The part of a program that can be lowered although another part has an error. */
import {
	type CampaignDeclaration,
	type Declaration,
	type Document,
	type Name,
	type Missing,
	type Node,
	overlaps,
	type Problem,
	walk,
} from '#grammar';
import { isBuiltInFilter, type Symbols } from './check/symbols.ts';
import { lower, type PlacedRule } from './plan/lower/lower.ts';
import type { Plan } from './plan/plan.ts';

/** The names that a plan refers to by index, of declarations without an error. */
interface HealthyNames {
	readonly filters: ReadonlySet<string>;
	readonly attributes: ReadonlySet<string>;
	readonly exclusives: ReadonlySet<string>;
}

/** What has no error of its own, nor of a name that it uses. */
export interface HealthyParts {
	readonly names: HealthyNames;
	readonly campaigns: readonly CampaignDeclaration[];
	/** In the order of the text, with the indexes of their declarations: of a rule inside a campaign, that of the campaign. */
	readonly rules: readonly (PlacedRule & { readonly index: number })[];
}

/** The declarations that can be lowered; null where the program itself or its tiers have an error. */
export function healthyParts({ declarations }: Document, errors: readonly Problem[]): HealthyParts | null {
	const broken = brokenOnes(declarations, errors);
	const healthy = declarations.filter((declaration) => !broken.has(declaration));
	if ([...broken].some(({ kind }) => kind === 'program' || kind === 'tiers')) return null;
	const names = healthyNames(healthy);
	const tiers = healthy.find(({ kind }) => kind === 'tiers');
	if (!healthy.some(({ kind }) => kind === 'program') || (tiers && !usesOnly(tiers, names))) return null;
	const campaigns = healthy.filter(
		(declaration): declaration is CampaignDeclaration => declaration.kind === 'campaign' && usesOnly(declaration, names),
	);
	const rules = [...declarations.entries()].flatMap(([index, declaration]): HealthyParts['rules'] => {
		if (declaration.kind === 'campaign' && campaigns.includes(declaration)) {
			const inside = declaration.clauses.filter((clause) => clause.kind === 'rule');
			return inside.map((rule) => ({ rule, campaign: declaration, index }));
		}
		const isHealthy = declaration.kind === 'rule' && !broken.has(declaration) && usesOnly(declaration, names);
		return isHealthy ? [{ rule: declaration, campaign: null, index }] : [];
	});
	return { names, campaigns, rules };
}

/** A filter of a broken attribute is broken too. */
function healthyNames(healthy: readonly Declaration[]): HealthyNames {
	const named = (kind: Declaration['kind']) =>
		healthy.flatMap((declaration) =>
			declaration.kind === kind && 'name' in declaration && declaration.name.kind === 'name' ? [declaration.name.text] : [],
		);
	const attributes = new Set(named('attribute-declaration'));
	const exclusives = new Set(named('exclusive-declaration'));
	const whole = healthy.filter(
		(declaration) =>
			declaration.kind !== 'filter' ||
			declaration.source.kind !== 'attribute-source' ||
			(declaration.source.name.kind === 'name' && attributes.has(declaration.source.name.text)),
	);
	const filters = whole.flatMap((declaration) =>
		declaration.kind === 'filter' && declaration.name.kind === 'name' ? [declaration.name.text] : [],
	);
	return { filters: new Set(filters), attributes, exclusives };
}

/** The plan of the healthy parts; null where there are none. */
export function lowerHealthy(symbols: Symbols, healthy: HealthyParts | null): Plan | null {
	if (!healthy) return null;
	const { names, rules, campaigns } = healthy;
	const filterNames = symbols.filterNames.filter((name) => isBuiltInFilter(name) || names.filters.has(name));
	const attributes = new Map([...symbols.attributes].filter(([name]) => names.attributes.has(name)));
	const exclusives = new Map([...symbols.exclusives].filter(([name]) => names.exclusives.has(name)));
	return lower({ ...symbols, filterNames, attributes, exclusives }, rules, campaigns);
}

/** The declarations that could not be read or in which an error lies. Both lists are in the order of the text. */
function brokenOnes(declarations: readonly Declaration[], errors: readonly Problem[]): ReadonlySet<Declaration> {
	const broken = new Set(declarations.filter(({ kind }) => kind === 'raw'));
	let first = 0;
	for (const { span } of errors) {
		while ((declarations[first]?.span.end ?? Number.POSITIVE_INFINITY) < span.start) first++;
		for (let at = first; at < declarations.length; at++) {
			const declaration = declarations[at] as Declaration;
			if (declaration.span.start > span.end) break;
			if (touches(declaration, span)) broken.add(declaration);
		}
	}
	return broken;
}

function touches({ span }: Declaration, { start, end }: Problem['span']): boolean {
	// A problem about something missing has an empty span; it lies at the edge of what it concerns.
	return start === end ? span.start <= start && start <= span.end : overlaps(span, { start, end });
}

/** Says whether everything that a declaration names, and that a plan refers to by index, is healthy. */
function usesOnly(declaration: Declaration, names: HealthyNames): boolean {
	let known = true;
	walk(declaration, (node) => {
		for (const [name, healthy] of usesOf(node, names)) {
			if (name?.kind === 'name' && !healthy.has(name.text) && !isBuiltInFilter(name.text)) known = false;
		}
	});
	return known;
}

function usesOf(
	node: Node,
	{ filters, attributes, exclusives }: HealthyNames,
): (readonly [Name | Missing | undefined, ReadonlySet<string>])[] {
	if (node.kind === 'filter-ref') return [[node.name, filters]];
	if (node.kind === 'multiply') return [[node.on, filters]];
	if (node.kind === 'attribute') return [[node.name, attributes]];
	if (node.kind === 'active') return [[node.by, attributes]];
	if (node.kind === 'exclusive') return [[node.set, exclusives]];
	return 'filter' in node ? [[node.filter, filters]] : [];
}
