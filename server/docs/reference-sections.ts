/** What the reference goes through, in its order: the tables of the vocabulary and where their rows stand. */
import { BUILT_IN_FILTERS, notRecordedYet } from '#compiler';
import {
	activeBy,
	attributeOwners,
	attributeTypes,
	campaignClauses,
	conditionPalette,
	type Construct,
	declarations,
	earnParts,
	effectPalette,
	events,
	expectations,
	expiryClauses,
	filterParts,
	filterSources,
	limitPalette,
	limitPeriods,
	multiplierPalette,
	picks,
	programSettings,
	redemptionClauses,
	roundingPlaces,
	ruleClauses,
	selectors,
	testClauses,
	testEventFacts,
	testMemberFacts,
	tierBases,
	tierClauses,
	tierDeclaration,
	tierKeepings,
} from '#compiler/service';
import type { Level } from '#grammar';
import { compilePiece } from './pieces.ts';

/** Where the rows of a section stand: a level of the text, or the source of a filter. */
export type Place = Level | 'source';

/** Rows with an entry each, or, where they are but parts of another one, in a table. */
export interface Section {
	readonly title: string;
	readonly intro: string;
	readonly rows: readonly Construct[];
	/** Null for a table. */
	readonly place: Place | null;
	/** Of a chapter, or of a part of the one before. */
	readonly depth: 2 | 3;
	/** What stands before a row in a text, in short: `limit … per`. */
	readonly lead?: string;
	/** The declaration that all rows are part of. */
	readonly within?: string;
}

type Extra = Pick<Section, 'lead' | 'within'>;

function chapter(title: string, place: Place, rows: readonly Construct[], intro: string, extra: Extra = {}): Section {
	return { title, intro, rows, place, depth: 2, ...extra };
}
function listing(
	title: string,
	rows: readonly Construct[],
	intro: string,
	extra: Extra & { readonly isChapter?: true } = {},
): Section {
	const { isChapter, ...others } = extra;
	return { title, intro, rows, place: null, depth: isChapter ? 2 : 3, ...others };
}

/** Every construct of the language. */
export const SECTIONS: readonly Section[] = [
	chapter('Declarations', 'document', declarations, 'They stand at the top of a text, in any order.'),
	chapter(
		'Settings of the program',
		'program',
		programSettings,
		'They stand in the braces of `program`, in any order. `currency` and `timezone` must be there.',
	),
	listing('Places of rounding', roundingPlaces, 'They stand behind the way of rounding in `points`.', {
		lead: 'points …, rounded …',
	}),
	chapter(
		'Tiers of members',
		'tiers',
		[tierDeclaration],
		'Each `tier` stands in the braces of `tiers`; in its own braces stand its clauses, or nothing.',
	),
	listing('What tiers go by', tierBases, 'It stands behind `tiers by`.', { lead: 'tiers by' }),
	listing('How tiers are kept', tierKeepings, 'It may follow what the tiers go by, in this order.', { lead: 'tiers by …' }),
	chapter('Clauses of a tier', 'tier', tierClauses, 'They stand in the braces of a `tier`.'),
	chapter(
		'Sources of a filter',
		'source',
		filterSources,
		`They stand behind the \`=\` of a \`filter\`. Two filters are always there: ${BUILT_IN_FILTERS.map((name) => `\`"${name}"\``).join(' and ')}.`,
		{ lead: 'filter … =' },
	),
	listing(
		'Parts of a filter',
		filterParts,
		'They follow the source. `above` and `up to` both speak of the amount before either: `above 100 up to 300` is at most 200.',
		{ lead: 'filter … = …' },
	),
	listing('What chooses items', selectors, 'They stand behind `in` and `except`.'),
	chapter('Clauses of a rule', 'rule', ruleClauses, 'They stand in the braces of a `rule`, in any order.'),
	listing('Ways to earn', effectPalette, 'Any formula will do; these are the usual ones. See [formulas](#formulas).'),
	listing('What may follow an earn', earnParts, 'In this order.', { lead: 'earn …' }),
	listing('Multipliers', multiplierPalette, 'For rules and campaigns; a tier has the first of them.'),
	listing('Ways to limit', limitPalette, 'In a rule, in a campaign and in the program.'),
	listing('Periods of a limit', limitPeriods, 'They stand behind `per`, and are counted in the program’s timezone.', {
		lead: 'limit … per',
	}),
	listing('Another clock for the dates', [activeBy], 'It stands behind `active`.', { lead: 'active' }),
	chapter(
		'Conditions',
		'when',
		conditionPalette,
		'They stand in the braces of `when`. All of them must hold. Where the fact that a condition asks for is missing, it is *unknown*, with `not` as well as without, and an unknown condition does not hold.',
	),
	listing('Events', events, 'They stand behind `on` in the head of a rule. Conditions that need a cart are for purchases.', {
		lead: 'rule … on',
		isChapter: true,
	}),
	listing('Exclusive sets', picks, 'What a set picks stands behind `picks`.', { within: 'exclusive', isChapter: true }),
	chapter('Clauses of a campaign', 'campaign', campaignClauses, 'They stand in the braces of a `campaign`, in any order.', {
		within: 'campaign',
	}),
	chapter('Clauses of redemption', 'redemption', redemptionClauses, 'They stand in the braces of `redemption`.', {
		within: 'redemption',
	}),
	chapter('Clauses of expiry', 'expiry', expiryClauses, 'They stand in the braces of `expiry`.', { within: 'expiry' }),
	listing('Attributes', attributeOwners, 'Whose fact it is stands behind `attribute`, before the name.', {
		isChapter: true,
	}),
	listing('What an attribute may be', attributeTypes, 'It stands behind the name.'),
	chapter('Clauses of a test', 'test', testClauses, 'They stand in the braces of a `test`.'),
	listing('Facts of a member', testMemberFacts, 'They stand in the braces of `member`.'),
	listing('Facts of an event', testEventFacts, 'They stand in the braces of what happens.'),
	listing(
		'What can be expected',
		expectations,
		'With `for referrer` or `for referred` at its end, of one side of a referral.',
	),
];

/** A construct that the server does not record yet. */
export interface NotRecorded extends Construct {
	/** The example with what stands before it. */
	readonly written: string;
}

/** Every construct that is not recorded, in the order of the reference; of a declaration that is not evaluated, no parts. */
export const NOT_RECORDED: readonly NotRecorded[] = SECTIONS.flatMap(({ rows, lead, within, place }) => {
	const isPart = declarations.some(({ keyword, isEvaluated }) => keyword === within && !isEvaluated);
	return rows
		.filter(({ example }) => !isPart && isBeyond(example, place))
		.map((row) => ({ ...row, written: lead === undefined ? row.example : `${lead} ${row.example}` }));
});

/** Says whether the server does not record a piece; of a declaration only where all of it is meant. */
function isBeyond(example: string, place: Place | null): boolean {
	const compilation = compilePiece(placed(example, place));
	const { source } = compilation;
	return notRecordedYet(compilation).some(({ span }) => {
		if (place === 'document') return source.startsWith(example, span.start);
		for (let start = span.start; start > span.start - example.length; start--) {
			if (source.startsWith(example, start)) return true;
		}
		return false;
	});
}

/** An example with what it takes to be read at its place, where it could stand at two. */
export function placed(example: string, place: Place | null): string {
	if (place === 'campaign') return `campaign "Example" {\n${example}\n}`;
	return place === 'tier' ? `tiers by lifetime points { tier Bronze from 0 {\n${example}\n} }` : example;
}
