import type { CampaignDeclaration, Document, RuleDeclaration } from '#grammar';
import type { Path } from '#compiler/edits';

/** A rule that a screen holds on to while its text changes. */
export interface TrackedRule {
	readonly rule: RuleDeclaration;
	/** Where it stands among the document's declarations; in a campaign that and its place among the campaign's clauses. */
	readonly declaration: Path;
	/** Null while its name cannot be read. */
	readonly name: string | null;
	/** How many declarations the document had. */
	readonly count: number;
}

/**
 * The rule of a name. Where it is gone, the rule that stands where it stood before: renaming, typing in the name and
 * undoing either must not close the screen. Null where neither is there.
 */
export function trackRule(document: Document, name: string, before: TrackedRule | null): TrackedRule | null {
	const places = placesOfRules(document);
	const count = document.declarations.length;
	const byName = places.find(({ rule }) => nameOf(rule) === name);
	const stands =
		before?.count === count ? places.find(({ declaration }) => samePath(declaration, before.declaration)) : null;
	const found = byName ?? stands;
	return found ? { rule: found.rule, declaration: found.declaration, name: nameOf(found.rule), count } : null;
}

/** A rule and where it stands. */
export interface PlacedRule {
	readonly rule: RuleDeclaration;
	readonly declaration: Path;
	/** The campaign around it. */
	readonly campaign: CampaignDeclaration | null;
}

/** Every rule of a document with its place, those inside campaigns too, in the order of the text. */
export function placesOfRules({ declarations }: Document): PlacedRule[] {
	return declarations.flatMap((each, index): PlacedRule[] => {
		if (each.kind === 'rule') return [{ rule: each, declaration: index, campaign: null }];
		if (each.kind !== 'campaign') return [];
		return each.clauses.flatMap((rule, inner) =>
			rule.kind === 'rule' ? [{ rule, declaration: [index, inner], campaign: each }] : [],
		);
	});
}

/** Says whether two paths lead to the same place. */
export function samePath(a: Path, b: Path): boolean {
	const [first, second] = [[a].flat(), [b].flat()];
	return first.length === second.length && first.every((index, at) => index === second[at]);
}

/** A rule's name; null while it cannot be read. */
export function nameOf({ name }: RuleDeclaration): string | null {
	return name.kind === 'name' ? name.text : null;
}

/** A name that no rule has yet: the wished one, or the wished one with a number. */
export function freeRuleName(document: Document, wished: string): string {
	const taken = new Set(placesOfRules(document).map(({ rule }) => nameOf(rule)));
	if (!taken.has(wished)) return wished;
	let count = 2;
	while (taken.has(`${wished} ${count}`)) count++;
	return `${wished} ${count}`;
}

/** The name of the rule that an offset lies in; null outside of rules, and in one whose name cannot be read. */
export function ruleNameAt(document: Document, offset: number): string | null {
	const found = placesOfRules(document).find(({ rule: { span } }) => span.start <= offset && offset <= span.end);
	return found ? nameOf(found.rule) : null;
}
