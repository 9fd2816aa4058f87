/** The rows of the vocabulary that completion offers and quotes, by where they stand. */
import { isKeyword, keywords, type Level } from '#grammar';
import { attributeOwners, attributeTypes } from '../../vocabulary/attributes.ts';
import { campaignClauses, picks } from '../../vocabulary/campaigns.ts';
import { activeBy, ruleClauses } from '../../vocabulary/clauses.ts';
import { conditionPalette } from '../../vocabulary/conditions.ts';
import type { Construct } from '../../vocabulary/construct.ts';
import { declarations } from '../../vocabulary/declarations.ts';
import { earnParts, multiplierPalette } from '../../vocabulary/effects.ts';
import { events } from '../../vocabulary/events.ts';
import { filterParts, filterSources, selectors } from '../../vocabulary/filters.ts';
import { limitPalette, limitPeriods } from '../../vocabulary/limits.ts';
import { expiryClauses, redemptionClauses } from '../../vocabulary/points.ts';
import { programSettings } from '../../vocabulary/settings.ts';
import { expectations, testClauses, testEventFacts, testMemberFacts } from '../../vocabulary/tests.ts';
import { tierBases, tierClauses, tierDeclaration, tierKeepings } from '../../vocabulary/tiers.ts';
import { type Said, says } from '../says.ts';

/** A clause that can begin somewhere; conditions do not say how often. */
export type OpeningRow = Construct & { readonly repeatable?: boolean };

/** The clauses of each level, in the order in which they are offered. */
export const openingRows: { readonly [L in Level]: readonly OpeningRow[] } = {
	document: declarations,
	program: programSettings,
	tiers: [tierDeclaration],
	tier: tierClauses,
	campaign: campaignClauses,
	rule: ruleClauses,
	when: conditionPalette,
	redemption: redemptionClauses,
	expiry: expiryClauses,
	test: [...testClauses, ...events.filter(({ kind }) => kind !== 'any' && kind !== 'purchase')],
	member: testMemberFacts,
	event: testEventFacts,
};

/** What may stand inside clauses, by their first word, with the level where that matters. */
const partRows: Readonly<Record<string, readonly Construct[]>> = {
	tiers: [...tierBases, ...tierKeepings],
	attribute: [...attributeOwners, ...attributeTypes],
	filter: [...filterSources, ...filterParts, ...selectors],
	exclusive: picks,
	rule: events,
	earn: earnParts,
	multiply: multiplierPalette,
	'tier multiply': tierClauses,
	limit: [...limitPalette, ...limitPeriods],
	active: [activeBy],
	expect: expectations,
};

/** What the vocabulary says of some words that follow a clause; of several rows the one that says most of the clause. */
export function rowOf(level: Level, clause: readonly string[], words: readonly string[]): Construct | undefined {
	const first = clause[0] ?? words[0] ?? '';
	const parts = partRows[`${level} ${first}`] ?? partRows[first] ?? [];
	const whole = [...clause, ...words];
	const own = openingRows[level].find(({ keyword }) => reaches(keyword, whole, clause.length));
	if (own) return own;
	const tails = whole
		.slice(0, clause.length + 1)
		.map((_, from) => ({ words: whole.slice(from), known: clause.length - from }));
	const exact = tails.flatMap((tail) => parts.find(({ keyword }) => keyword === tail.words.join(' ')) ?? []);
	const begun = tails.flatMap((tail) => parts.find(({ keyword }) => reaches(keyword, tail.words, tail.known)) ?? []);
	return exact[0] ?? begun[0];
}

/** Says whether words begin as a keyword does, and the keyword goes on into those that are new. */
function reaches(keyword: string, words: readonly string[], known: number): boolean {
	const own = keyword.split(' ');
	return keyword !== '' && own.length > known && isBeginning(own, words);
}

/** Says whether the shorter of two lists of words begins the longer one. */
export function isBeginning(some: readonly string[], others: readonly string[]): boolean {
	return some.every((word, index) => index >= others.length || others[index] === word);
}

/** What the language says of a word. */
export function meaningOf(word: string): readonly Said[] {
	return isKeyword(word) ? [says(keywords[word])] : [];
}
