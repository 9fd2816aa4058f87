import {
	type CampaignDeclaration,
	type Declaration,
	type Missing,
	type Name,
	type Noun,
	type RuleDeclaration,
	type Span,
	walk,
} from '#grammar';
import { unreachable } from '../domain/unreachable.ts';
import { isZero } from './numbers.ts';
import { rulesOf } from './symbols.ts';

/** What the checks across declarations need to know of one declaration. Its spans are those of the tree that it was made from. */
export interface Summary {
	/** For checks that need all of it, such as those of rules that meet. */
	readonly declaration: Declaration;
	readonly kind: Declaration['kind'];
	readonly span: Span;
	/** The names that it declares; of the first of each kind only one may have it. */
	readonly declares: readonly DeclaredName[];
	/** The filters that it uses. */
	readonly usedFilters: ReadonlySet<string>;
	/** The rules of which a test expects something, each time they stand there. */
	readonly expectedRules: readonly ExpectedRule[];
	/** Its rules that never award because they, or their campaign, are disabled: by name, and where that is said. */
	readonly disabledRules: ReadonlyMap<string, Span>;
	/** Something in it could not be read, and might use anything. */
	readonly hasRaw: boolean;
	/** It declares an exclusive set, or has a rule in one. */
	readonly isInSet: boolean;
}

export interface ExpectedRule {
	readonly name: Name;
	/** It is to earn 0 points. */
	readonly isNothing: boolean;
}

export interface DeclaredName {
	/** As messages name it: `filter`, `rule`, `tier`. */
	readonly noun: Noun;
	readonly name: Name;
}

/** Sums up a declaration. */
export function summarise(declaration: Declaration): Summary {
	const usedFilters = new Set<string>();
	let hasRaw = false;
	let isInSet = declaration.kind === 'exclusive-declaration';
	walk(declaration, (node) => {
		if (node.kind === 'raw') hasRaw = true;
		else if (node.kind === 'exclusive') isInSet = true;
		else if (node.kind === 'filter-ref') usedFilters.add(node.name.text);
		else if ('filter' in node && node.filter?.kind === 'name') usedFilters.add(node.filter.text);
		else if (node.kind === 'multiply' && node.on?.kind === 'name') usedFilters.add(node.on.text);
	});
	return {
		declaration,
		kind: declaration.kind,
		span: declaration.span,
		declares: declaredNames(declaration),
		usedFilters,
		expectedRules: expectedRules(declaration),
		disabledRules: disabledRules(declaration),
		hasRaw,
		isInSet,
	};
}

function expectedRules(declaration: Declaration): ExpectedRule[] {
	if (declaration.kind !== 'test') return [];
	return declaration.clauses.flatMap((clause) =>
		clause.kind === 'expect' && clause.what.kind === 'name' ? [{ name: clause.what, isNothing: isZero(clause.points) }] : [],
	);
}

function disabledRules(declaration: Declaration): Map<string, Span> {
	const ofCampaign = declaration.kind === 'campaign' ? disablingStatus(declaration) : undefined;
	const disabled = rulesOf([declaration]).flatMap((rule): [string, Span][] => {
		const status = disablingStatus(rule) ?? ofCampaign;
		return rule.name.kind === 'name' && status ? [[rule.name.text, status]] : [];
	});
	return new Map(disabled);
}

/** Where a rule or a campaign is said to be disabled; of several statuses the first counts. */
export function disablingStatus({ clauses }: RuleDeclaration | CampaignDeclaration): Span | undefined {
	for (const clause of clauses) {
		if (clause.kind !== 'status') continue;
		return clause.status.kind === 'word' && clause.status.text === 'disabled' ? clause.span : undefined;
	}
	return undefined;
}

function declaredNames(declaration: Declaration): DeclaredName[] {
	const named = (noun: Noun, name: Name | Missing): DeclaredName[] => (name.kind === 'name' ? [{ noun, name }] : []);
	switch (declaration.kind) {
		case 'filter':
		case 'test':
			return named(declaration.kind, declaration.name);
		case 'segment-declaration':
			return named('segment', declaration.name);
		case 'attribute-declaration':
			return named('attribute', declaration.name);
		case 'exclusive-declaration':
			return named('exclusive set', declaration.name);
		case 'tiers':
			return declaration.tiers.flatMap((tier) => (tier.kind === 'tier-declaration' ? named('tier', tier.name) : []));
		case 'campaign':
		case 'rule': {
			const rules = rulesOf([declaration]).flatMap((rule) => named('rule', rule.name));
			return declaration.kind === 'campaign' ? [...named('campaign', declaration.name), ...rules] : rules;
		}
		case 'program':
		case 'redemption':
		case 'expiry':
		case 'raw':
			return [];
		default:
			return unreachable(declaration);
	}
}
