import type { Tier } from '#grammar';
import type { Path } from '#compiler/edits';
import { clauseOf } from '../parts/declared.ts';
import { words } from '../words.ts';

/** What the parts of a tier's card are given. */
export interface TierProps {
	readonly tier: Tier;
	readonly declaration: Path;
}

/** What the cards of a tier call it. */
export function shownName({ name }: Tier): string {
	return name.kind === 'name' ? name.text : words.frame.unnamed;
}

/** The colour that a tier gives itself: `#D4AF37`; null without one. */
export function colorOf({ clauses }: Tier): string | null {
	const clause = clauseOf(clauses, 'color-clause');
	return clause?.color.kind === 'color' ? clause.color.text : null;
}
