/** Everything that the rows of the vocabulary say, as types. */
import type { attributeOwners, attributeTypes } from './attributes.ts';
import type { campaignClauses, picks } from './campaigns.ts';
import type { activeBy, ruleClauses } from './clauses.ts';
import type { conditionPalette } from './conditions.ts';
import type { declarations } from './declarations.ts';
import type { earnParts, effectPalette, multiplierPalette } from './effects.ts';
import type { events } from './events.ts';
import type { filterParts, filterSources, selectors, totalParts } from './filters.ts';
import type { limitPalette, limitPeriods } from './limits.ts';
import type { expiryClauses, redemptionClauses } from './points.ts';
import type { programSettings, roundingPlaces } from './settings.ts';
import type { expectations, testClauses, testEventFacts, testMemberFacts } from './tests.ts';
import type { tierBases, tierClauses, tierDeclaration, tierKeepings } from './tiers.ts';

type Row =
	| (typeof attributeOwners)[number]
	| (typeof attributeTypes)[number]
	| (typeof campaignClauses)[number]
	| (typeof picks)[number]
	| typeof activeBy
	| (typeof ruleClauses)[number]
	| (typeof conditionPalette)[number]
	| (typeof declarations)[number]
	| (typeof earnParts)[number]
	| (typeof effectPalette)[number]
	| (typeof multiplierPalette)[number]
	| (typeof events)[number]
	| (typeof filterParts)[number]
	| (typeof filterSources)[number]
	| (typeof selectors)[number]
	| (typeof limitPalette)[number]
	| (typeof limitPeriods)[number]
	| (typeof expiryClauses)[number]
	| (typeof redemptionClauses)[number]
	| (typeof programSettings)[number]
	| (typeof roundingPlaces)[number]
	| (typeof expectations)[number]
	| (typeof testClauses)[number]
	| (typeof testEventFacts)[number]
	| (typeof testMemberFacts)[number]
	| (typeof tierBases)[number]
	| (typeof tierClauses)[number]
	| typeof tierDeclaration
	| (typeof tierKeepings)[number];

/** What a construct is called. */
export type VocabularyTitle = Row['title'];

/** What a construct does, in one line. */
export type VocabularyDoc = Row['doc'] | (typeof totalParts)[keyof typeof totalParts];

/** What a program lacks for a construct. */
export type VocabularyNeed = Exclude<NeedOf<Row>, undefined>;

/** Of each row by itself: not all of them need something. */
type NeedOf<R> = R extends unknown ? ('needs' extends keyof R ? R['needs' & keyof R] : never) : never;
