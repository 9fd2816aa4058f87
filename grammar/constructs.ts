/**
 * Where declarations, clauses, conditions and facts begin. These tables are read by the division into clauses and by the
 * reading of each.
 */
import type { BuiltInEvent } from './ast.ts';
import type { Expectation } from './diagnostics/phrases/expectations.ts';
import type { Noun, PartName, PlaceOfLevel } from './diagnostics/phrases/nouns.ts';
import type { Keyword } from './keywords.ts';

/** A place whose contents are a list of clauses. `member` and `event` are the braces of a test's member and of what happens. */
export type Level =
	| 'document'
	| 'program'
	| 'tiers'
	| 'tier'
	| 'campaign'
	| 'rule'
	| 'when'
	| 'redemption'
	| 'expiry'
	| 'test'
	| 'member'
	| 'event';

/** One way in which a clause can begin. */
export interface Opening {
	readonly word: Keyword;
	/** The word must be followed by this to begin a clause. */
	readonly next?: Keyword;
	/** Before one of these words it begins something else. */
	readonly notBefore?: readonly Keyword[];
	/** After one of these words it is part of the clause before. */
	readonly notAfter?: readonly Keyword[];
}

/** A way to begin that no word of the language gives away: by a name, or by a number. */
export type Form = 'someName' | 'someNumber';

/** What the parts of a level are called in messages. */
export const partNames: Readonly<Record<Level, PartName | Noun>> = {
	document: 'declaration',
	program: 'setting of a program',
	tiers: 'tier',
	tier: 'clause of a tier',
	campaign: 'clause of a campaign',
	rule: 'clause of a rule',
	when: 'condition',
	redemption: 'clause of a redemption',
	expiry: 'clause of an expiry',
	test: 'part of a test',
	member: 'fact of a member',
	event: 'fact of an event',
};

/** The events that are not of one's own. */
export const builtInEvents: readonly BuiltInEvent[] = [
	'purchase',
	'registration',
	'profile_completed',
	'birthday',
	'anniversary',
	'referral',
	'check_in',
];

/** The openings of each level, apart from those of {@link forms}. */
export const openings: Readonly<Record<Level, readonly Opening[]>> = {
	document: [
		{ word: 'program' },
		{ word: 'tiers' },
		{ word: 'segment' },
		{ word: 'attribute' },
		{ word: 'filter' },
		{ word: 'exclusive' },
		{ word: 'campaign' },
		{ word: 'rule' },
		{ word: 'redemption' },
		{ word: 'expiry' },
		{ word: 'test' },
	],
	program: [
		{ word: 'currency' },
		{ word: 'timezone' },
		{ word: 'week', notAfter: ['per', 'once'] },
		{ word: 'day', next: 'starts' },
		{ word: 'points', notAfter: ['limit', 'lifetime', 'per', 'by', 'with', 'highest', 'excluding'] },
		{ word: 'channels' },
		{ word: 'order' },
		{ word: 'limit' },
		{ word: 'returns' },
	],
	tiers: [{ word: 'tier', notBefore: ['is', 'earns'] }],
	tier: [{ word: 'color' }, { word: 'earn' }, { word: 'multiply' }],
	campaign: [
		{ word: 'about' },
		{ word: 'status' },
		{ word: 'active' },
		{ word: 'budget' },
		{ word: 'multiply' },
		{ word: 'limit' },
		{ word: 'rule' },
	],
	rule: [
		{ word: 'about' },
		{ word: 'status' },
		{ word: 'active' },
		{ word: 'priority', notAfter: ['highest'] },
		{ word: 'exclusive' },
		{ word: 'when' },
		{ word: 'earn' },
		{ word: 'multiply' },
		{ word: 'limit' },
	],
	when: [
		{ word: 'always' },
		{ word: 'any', notAfter: ['on'], notBefore: ['day', 'event'] },
		{ word: 'all' },
		{ word: 'not', notAfter: ['is'], notBefore: ['in'] },
		{ word: 'on', notAfter: ['or', 'points', 'base', 'this'] },
		{ word: 'order' },
		{ word: 'channel' },
		{ word: 'store' },
		{ word: 'tier' },
		{ word: 'segment' },
		{ word: 'spend', notAfter: ['lifetime', 'by'] },
		{ word: 'quantity', notBefore: ['of'] },
		{ word: 'birthday' },
		{ word: 'anniversary' },
		{ word: 'purchase', notAfter: ['last', 'on'] },
		{ word: 'lifetime', notAfter: ['per', 'by'] },
		{ word: 'balance' },
		{ word: 'days', next: 'since' },
	],
	redemption: [{ word: 'at' }],
	expiry: [{ word: 'available' }, { word: 'expires' }],
	test: [
		{ word: 'member' },
		...builtInEvents.map((word): Opening => {
			if (word === 'purchase') return { word, notAfter: ['last'] };
			return word === 'birthday' ? { word, next: 'at' } : { word };
		}),
		{ word: 'event' },
		{ word: 'returns' },
		{ word: 'spend', next: 'points', notAfter: ['lifetime', 'by'] },
		{ word: 'expect' },
	],
	member: [
		{ word: 'tier' },
		{ word: 'segment' },
		{ word: 'birthday', notBefore: ['at'] },
		{ word: 'joined' },
		{ word: 'last' },
		{ word: 'purchases' },
		{ word: 'lifetime' },
		{ word: 'balance' },
	],
	event: [
		{ word: 'store' },
		{ word: 'chain' },
		{ word: 'channel' },
		{ word: 'order' },
		{ word: 'discount' },
		{ word: 'taxes' },
		{ word: 'fees' },
		{ word: 'tip' },
		{ word: 'paid' },
		{ word: 'item' },
	],
};

/** The levels whose clauses may also begin by a name or by a number. */
export const forms: Readonly<Partial<Record<Level, Form>>> = {
	when: 'someName',
	redemption: 'someNumber',
	member: 'someName',
	event: 'someName',
};

/** What the braces after a word hold, by the level of that word. */
export const innerLevels: Readonly<Record<Level, Readonly<Partial<Record<Keyword, Level>>>>> = {
	document: {
		program: 'program',
		tiers: 'tiers',
		campaign: 'campaign',
		rule: 'rule',
		redemption: 'redemption',
		expiry: 'expiry',
		test: 'test',
	},
	program: {},
	tiers: { tier: 'tier' },
	tier: {},
	campaign: { rule: 'rule' },
	rule: { when: 'when' },
	when: { any: 'when', all: 'when', not: 'when' },
	redemption: {},
	expiry: {},
	test: {
		member: 'member',
		event: 'event',
		...Object.fromEntries(builtInEvents.map((event) => [event, 'event'] as const)),
	},
	member: {},
	event: {},
};

/** Words after which a clause may be over; after any other word something must follow. */
export const closingWords: readonly Keyword[] = [
	'whole',
	'decimals',
	'decimal',
	'down',
	'up',
	'even',
	'award',
	'item',
	'items',
	'total',
	'taxes',
	'fees',
	'tip',
	'points',
	'point',
	'discounts',
	'transaction',
	'carried',
	'enabled',
	'disabled',
	'always',
	'today',
	'days',
	'day',
	'weeks',
	'week',
	'months',
	'month',
	'quarter',
	'years',
	'year',
	'lifetime',
	'once',
	'hand',
	'nothing',
	'multipliers',
	'referrer',
	'referred',
	'zero',
	'negative',
	'only',
	'priority',
	'activity',
	'end',
	'text',
	'number',
	'flag',
	'date',
];

/** What a part of each level can begin with, for messages. */
export const partBeginnings: Readonly<Record<Level, Expectation>> = {
	document:
		'`program`, `tiers`, `segment`, `attribute`, `filter`, `exclusive`, `campaign`, `rule`, `redemption`, `expiry` or `test`',
	program: '`currency`, `timezone`, `week starts`, `day starts`, `points`, `channels`, `order types`, `limit` or `returns`',
	tiers: '`tier`',
	tier: '`color`, `earn` or `multiply points by`',
	campaign: '`about`, `status`, `active`, `budget`, `multiply`, `limit` or `rule`',
	rule: '`about`, `status`, `active`, `priority`, `exclusive`, `when`, `earn`, `multiply` or `limit`',
	when: '`on`, `order type`, `channel`, `store`, `tier`, `segment`, `spend`, `quantity`, `birthday`, `any`, `all`, `not` or an attribute',
	redemption: 'a worth such as `100 points = 1 AED`, `at most` or `at least`',
	expiry: '`available` or `expires`',
	test: '`member`, an event such as `purchase at`, `returns`, `spend points` or `expect`',
	member:
		'`tier`, `segment`, `birthday`, `joined`, `purchases`, `last purchase`, `lifetime points`, `lifetime spend`, `balance` or an attribute',
	event: '`store`, `channel`, `order type`, `item`, `discount`, `taxes`, `fees`, `tip`, `paid with points` or an attribute',
};

const tests: readonly Level[] = ['test', 'member', 'event'];
const others: readonly Level[] = [
	'document',
	'rule',
	'tiers',
	'when',
	'program',
	'tier',
	'campaign',
	'expiry',
	'redemption',
];

/** The levels in the order in which a clause in a wrong place is most likely meant. */
export function likelyLevels(place: Level): readonly Level[] {
	return tests.includes(place) ? [...tests, ...others] : [...others, ...tests];
}

/** Where the parts of a level belong, as the end of «Move it …». */
export const levelPlaces: Readonly<Record<Level, PlaceOfLevel>> = {
	document: 'out of these braces',
	program: 'into the braces of `program`',
	tiers: 'into the braces of `tiers`',
	tier: 'into the braces of a `tier`',
	campaign: 'into the braces of a `campaign`',
	rule: 'into the braces of a `rule`',
	when: 'into the braces of a `when`',
	redemption: 'into the braces of `redemption`',
	expiry: 'into the braces of `expiry`',
	test: 'into the braces of a `test`',
	member: 'into the braces of a test’s `member`',
	event: 'into the braces of a test’s event',
};
