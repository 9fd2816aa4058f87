import type { Document, RuleDeclaration } from '#grammar';

/** A rule that a screen holds on to while its text changes. */
export interface TrackedRule {
	readonly rule: RuleDeclaration;
	/** Index into the document's declarations. */
	readonly declaration: number;
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
	const { declarations } = document;
	const byName = declarations.findIndex((candidate) => candidate.kind === 'rule' && nameOf(candidate) === name);
	const stands = before !== null && before.count === declarations.length ? before.declaration : -1;
	const declaration = byName >= 0 ? byName : stands;
	const rule = declarations[declaration];
	if (rule?.kind !== 'rule') return null;
	return { rule, declaration, name: nameOf(rule), count: declarations.length };
}

/** A rule's name; null while it cannot be read. */
export function nameOf({ name }: RuleDeclaration): string | null {
	return name.kind === 'name' ? name.text : null;
}

/** A name that no rule has yet: the wished one, or the wished one with a number. */
export function freeRuleName(document: Document, wished: string): string {
	const taken = new Set(document.declarations.flatMap((each) => (each.kind === 'rule' ? [nameOf(each)] : [])));
	if (!taken.has(wished)) return wished;
	let count = 2;
	while (taken.has(`${wished} ${count}`)) count++;
	return `${wished} ${count}`;
}

/** The name of the rule that an offset lies in; null outside of rules, and in one whose name cannot be read. */
export function ruleNameAt({ declarations }: Document, offset: number): string | null {
	const found = declarations.find(({ span }) => span.start <= offset && offset <= span.end);
	return found?.kind === 'rule' ? nameOf(found) : null;
}
