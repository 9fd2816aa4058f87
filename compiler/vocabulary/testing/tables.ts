import { attributeOwners, attributeTypes } from '../attributes.ts';
import { campaignClauses, picks } from '../campaigns.ts';
import { activeBy, ruleClauses } from '../clauses.ts';
import { conditionPalette } from '../conditions.ts';
import type { Construct } from '../construct.ts';
import { declarations } from '../declarations.ts';
import { earnParts, effectPalette, multiplierPalette } from '../effects.ts';
import { events } from '../events.ts';
import { filterParts, filterSources, selectors } from '../filters.ts';
import { limitPalette, limitPeriods } from '../limits.ts';
import { expiryClauses, redemptionClauses } from '../points.ts';
import { programSettings, roundingPlaces } from '../settings.ts';
import { expectations, testClauses, testEventFacts, testMemberFacts } from '../tests.ts';
import { tierBases, tierClauses, tierDeclaration, tierKeepings } from '../tiers.ts';

/** One table of the vocabulary, with the text that stands around its constructs: `‸` is their place. */
export interface Table {
	readonly name: string;
	readonly rows: readonly Construct[];
	readonly around: (row: Construct) => string;
}

function table<R extends Construct>(name: string, rows: readonly R[], around: string | ((row: R) => string)): Table {
	return { name, rows, around: typeof around === 'string' ? () => around : (around as (row: Construct) => string) };
}

const sources = { total: 'total', items: 'items', 'any source': 'items' } as const;

/** Every table of the vocabulary. */
export const tables: readonly Table[] = [
	table('declarations', declarations, '‸'),
	table('program settings', programSettings, 'program P { ‸ }'),
	table('rounding places', roundingPlaces, 'program P { points whole, rounded down ‸ }'),
	table('tier', [tierDeclaration], 'tiers by lifetime points { ‸ }'),
	table('tier clauses', tierClauses, 'tiers by hand { tier Gold { ‸ } }'),
	table('tier bases', tierBases, 'tiers by ‸ {}'),
	table('tier keepings', tierKeepings, 'tiers by points per year ‸ {}'),
	table('attribute owners', attributeOwners, 'attribute ‸ score number'),
	table('attribute types', attributeTypes, 'attribute member score ‸'),
	table('filter sources', filterSources, 'filter Part = ‸'),
	table('filter parts', filterParts, ({ after }) => `filter Part = ${sources[after]} ‸`),
	table('selectors', selectors, 'filter Part = items in ‸'),
	table('picks', picks, 'exclusive Deals picks ‸'),
	table('campaign clauses', campaignClauses, 'campaign Spring { ‸ }'),
	table('rule clauses', ruleClauses, 'rule Lunch { ‸ }'),
	table('active by', [activeBy], 'rule Lunch { active ‸ from 2026-01-01 }'),
	table('events', events, 'rule Lunch on ‸ {}'),
	table('conditions', conditionPalette, ({ kind }) =>
		kind === 'always' ? 'rule Lunch { when ‸ }' : 'rule Lunch { when { ‸ } }',
	),
	table('effects', effectPalette, 'rule Lunch { ‸ }'),
	table('earn parts', earnParts, 'rule Lunch { earn 10 ‸ }'),
	table('multipliers', multiplierPalette, 'rule Lunch { ‸ }'),
	table('limits', limitPalette, 'rule Lunch { ‸ }'),
	table('limit periods', limitPeriods, 'rule Lunch { limit 5 points per ‸ }'),
	table('redemption clauses', redemptionClauses, 'redemption { ‸ }'),
	table('expiry clauses', expiryClauses, 'expiry { ‸ }'),
	table('test clauses', testClauses, 'test Example { ‸ }'),
	table('test member facts', testMemberFacts, 'test Example { member { ‸ } }'),
	table('test event facts', testEventFacts, 'test Example { purchase at 2026-02-07 { ‸ } }'),
	table('expectations', expectations, 'test Example { ‸ }'),
];
