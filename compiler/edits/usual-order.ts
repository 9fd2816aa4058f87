/** The order in which parts are usually written, and what they are called: for placing what is new. */
import { campaignClauses } from '../vocabulary/campaigns.ts';
import { ruleClauses } from '../vocabulary/clauses.ts';
import { declarations } from '../vocabulary/declarations.ts';
import { expiryClauses, redemptionClauses } from '../vocabulary/points.ts';
import { programSettings } from '../vocabulary/settings.ts';
import { testClauses } from '../vocabulary/tests.ts';
import { tierClauses } from '../vocabulary/tiers.ts';
import type { HolderKind, PartKind } from './parts.ts';

interface Row {
	readonly kind: PartKind;
	/** Whether several may stand in one holder. */
	readonly repeatable: boolean;
}

const fact: Row = { kind: 'test-fact', repeatable: true };
const line: Row = { kind: 'test-line', repeatable: true };
const attribute: Row = { kind: 'test-attribute', repeatable: true };

/** What each holder can have, in the usual order; those without a row take their parts in any. */
const rows: { readonly [K in HolderKind]?: readonly Row[] } = {
	document: declarations,
	program: programSettings,
	'tier-declaration': tierClauses,
	campaign: campaignClauses,
	rule: ruleClauses,
	redemption: redemptionClauses,
	expiry: expiryClauses,
	test: testClauses,
	'test-member': [fact, attribute],
	'test-event': [fact, line, attribute],
};

/** What kinds are called, where that is not the kind itself. */
const words = {
	'segment-declaration': 'segment',
	'attribute-declaration': 'attribute',
	'exclusive-declaration': 'exclusive set',
	'tier-declaration': 'tier',
	'color-clause': 'color',
	'order-types': 'order types',
	'at-most': 'at most',
	'at-least': 'at least',
	'test-member': 'member',
	'test-event': 'event',
	'test-fact': 'fact',
	'test-line': 'item',
	'test-attribute': 'attribute',
	'test-return': 'return',
	'test-spend': 'spending',
} as const satisfies { readonly [K in PartKind]?: string };

/** What a kind is called, as a type. */
export type WordsFor<K extends PartKind | HolderKind> = K extends keyof typeof words ? (typeof words)[K] : K;

/** The place of a kind in the usual order of a holder's parts; −1 where it has none. Rules and campaigns stand as they come. */
export function rankOf(holder: HolderKind, kind: PartKind): number {
	const like = holder === 'document' && kind === 'campaign' ? 'rule' : kind;
	return (rows[holder] ?? []).findIndex((row) => row.kind === like);
}

/** Says whether a holder can have a part of a kind in its own list. */
export function belongsTo(holder: HolderKind, kind: PartKind): boolean {
	return rankOf(holder, kind) >= 0;
}

/** Says whether a holder may have several parts of a kind. */
export function isRepeatable(holder: HolderKind, kind: PartKind): boolean {
	return rows[holder]?.find((row) => row.kind === kind)?.repeatable ?? false;
}

/** What a kind is called in labels and messages. */
export function wordsFor<K extends PartKind | HolderKind>(kind: K): WordsFor<K> {
	return ((words as { readonly [K in PartKind]?: string })[kind as PartKind] ?? kind) as WordsFor<K>;
}

/** The article of a noun: `a` tier, `an` exclusive set. */
export function articleOf(noun: string): string {
	return /^[aeio]/.test(noun) ? 'an' : 'a';
}
