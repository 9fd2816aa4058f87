import {
	type CampaignDeclaration,
	type Document,
	mapOffset,
	type RuleDeclaration,
	type Span,
	type TextEdit,
} from '#grammar';
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
	/** Another number for another rule: what is kept of the rule before is not kept for it. */
	readonly identity: number;
	/** The names that it was asked for by, and had since: an address may come a name later than the text. */
	readonly names: ReadonlySet<string>;
}

/** What happened to a text, change by change; null where that is not known. */
export type Changes = readonly (readonly TextEdit[])[] | null;

/**
 * The rule of a name, or the one that was shown before under it: renaming, typing in the name and undoing either must not
 * close the screen. That one is found where `changes` lead to; where they lead nowhere, at the place where it stood. Null
 * where there is neither, and for a name that neither a rule has nor that one ever had: somebody asks for another.
 */
export function trackRule(
	document: Document,
	name: string,
	before: TrackedRule | null,
	changes: Changes = null,
): TrackedRule | null {
	const places = placesOfRules(document);
	const count = document.declarations.length;
	const named = places.find(({ rule }) => nameOf(rule) === name);
	if (!named && isAnother(name, before)) return null;
	const led = before && changes ? places.find(({ rule }) => isLed(before.rule.span, rule.span, changes)) : undefined;
	const stands =
		before?.count === count ? places.find(({ declaration }) => samePath(declaration, before.declaration)) : undefined;
	// Of two rules with one name the screen stays with the one that it shows; a name that was not shown yet leads to its rule.
	const found = before?.name === name ? (led ?? named ?? stands) : (named ?? led ?? stands);
	if (!found) return null;
	const isSame = before?.name === name || found === led || found === stands;
	const identity = (before?.identity ?? 0) + (isSame ? 0 : 1);
	const now = nameOf(found.rule);
	const names = new Set([...(isSame ? (before?.names ?? []) : []), name, ...(now === null ? [] : [now])]);
	return { rule: found.rule, declaration: found.declaration, name: now, count, identity, names };
}

/** Says whether a name asks for another rule than the one that was shown before. */
export function isAnother(name: string, before: TrackedRule | null): boolean {
	return before !== null && !before.names.has(name);
}

/** Says whether the changes lead from the beginning or the end of the one stretch to that of the other. */
function isLed(from: Span, to: Span, changes: readonly (readonly TextEdit[])[]): boolean {
	const start = follow(from.start, changes);
	// A beginning that is still there decides: text written into a rule may end as the rule did.
	return start === null ? follow(from.end - 1, changes) === to.end - 1 : start === to.start;
}

/** Where a character went; null where it was replaced. */
function follow(offset: number, changes: readonly (readonly TextEdit[])[]): number | null {
	let at = offset;
	for (const edits of changes) {
		if (edits.some(({ span }) => span.start <= at && at < span.end)) return null;
		at = mapOffset(at, edits);
	}
	return at;
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
