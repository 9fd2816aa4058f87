/**
 * Where declarations, clauses and conditions begin, and which constructs of the language are known but not evaluated yet.
 * These tables are read by the division into clauses and by the reading of each.
 */
import type { Keyword } from './keywords.ts';

/** A place whose contents are a list of clauses. */
export type Level = 'document' | 'program' | 'tiers' | 'tier' | 'rule' | 'when';

/** One way in which a clause can begin. */
export interface Opening {
	readonly word: Keyword;
	/** The word must be followed by this to begin a clause. */
	readonly next?: Keyword | '{' | undefined;
	/** Before this word it begins something else. */
	readonly notBefore?: Keyword;
	/** After one of these words it is part of the clause before. */
	readonly notAfter?: readonly Keyword[];
	/** The construct that it begins, where that is known but not evaluated yet. */
	readonly unsupported?: string;
}

/** What the parts of a level are called in messages. */
export const partNames: Readonly<Record<Level, string>> = {
	document: 'declaration',
	program: 'setting of a program',
	tiers: 'tier',
	tier: 'clause of a tier',
	rule: 'clause of a rule',
	when: 'condition',
};

/** The openings of each level. */
export const openings: Readonly<Record<Level, readonly Opening[]>> = {
	document: [
		{ word: 'program' },
		{ word: 'tiers' },
		{ word: 'filter' },
		{ word: 'rule' },
		{ word: 'exclusive', unsupported: 'exclusive' },
		{ word: 'campaign', unsupported: 'campaign' },
		{ word: 'segment', unsupported: 'segment' },
		{ word: 'attribute', unsupported: 'attribute' },
		{ word: 'redemption', unsupported: 'redemption' },
		{ word: 'expiry', unsupported: 'expiry' },
		{ word: 'test', unsupported: 'test' },
	],
	program: [
		{ word: 'currency' },
		{ word: 'timezone' },
		{ word: 'week', notAfter: ['per', 'once'] },
		{ word: 'points', notAfter: ['limit', 'lifetime', 'per'] },
		{ word: 'channels' },
		{ word: 'order' },
		{ word: 'limit' },
		{ word: 'day', next: 'starts', unsupported: 'day starts' },
		{ word: 'returns', unsupported: 'returns' },
	],
	tiers: [{ word: 'tier', notBefore: 'is' }],
	tier: [{ word: 'color' }, { word: 'earn' }, { word: 'multiply' }],
	rule: [
		{ word: 'about' },
		{ word: 'status' },
		{ word: 'active' },
		{ word: 'priority' },
		{ word: 'when' },
		{ word: 'earn' },
		{ word: 'limit' },
		{ word: 'exclusive', unsupported: 'exclusive' },
		{ word: 'multiply', unsupported: 'multiply' },
	],
	when: [
		{ word: 'on', notAfter: ['or'] },
		{ word: 'order' },
		{ word: 'channel' },
		{ word: 'tier' },
		{ word: 'store' },
		{ word: 'spend', notAfter: ['lifetime', 'by'] },
		{ word: 'birthday' },
		{ word: 'always' },
		{ word: 'any', next: '{', unsupported: 'any { … }' },
		{ word: 'all', next: '{', unsupported: 'all { … }' },
		{ word: 'not', next: '{', unsupported: 'not { … }' },
		{ word: 'quantity', unsupported: 'quantity' },
		{ word: 'anniversary', unsupported: 'anniversary' },
		{ word: 'purchase', notAfter: ['last'], unsupported: 'purchase number' },
		{ word: 'lifetime', unsupported: 'lifetime' },
		{ word: 'balance', unsupported: 'balance' },
		{ word: 'days', next: 'since', unsupported: 'days since' },
		{ word: 'segment', unsupported: 'segment' },
	],
};

/** A construct inside a clause that is otherwise evaluated: the clause's first word, and the words that give it away. */
export interface Marker {
	readonly level: Level;
	readonly clause: Keyword;
	readonly words: readonly Keyword[];
	/** The clause must also have this word somewhere. */
	readonly beside?: Keyword;
	readonly construct: string;
}

const per = (['day', 'week', 'month', 'quarter', 'year', 'lifetime', 'rolling'] as const).flatMap((period) =>
	(['rule', 'program'] as const).map(
		(level): Marker => ({ level, clause: 'limit', words: ['per', period], construct: `limit … per ${period}` }),
	),
);

const limits = (['rule', 'program'] as const).flatMap((level): Marker[] => [
	{ level, clause: 'limit', words: ['once'], construct: 'limit once' },
	{ level, clause: 'limit', words: ['times'], construct: 'limit … times' },
	{ level, clause: 'limit', words: ['time'], construct: 'limit … time' },
	{ level, clause: 'limit', words: ['points', 'to'], construct: 'limit points to' },
	{ level, clause: 'limit', words: ['or', 'nothing'], construct: 'or nothing' },
]);

const earns = (['rule', 'tier'] as const).flatMap((level): Marker[] => [
	{ level, clause: 'earn', words: ['for', 'every'], construct: 'earn … for every' },
	{ level, clause: 'earn', words: ['for', 'referrer'], construct: 'for referrer' },
	{ level, clause: 'earn', words: ['for', 'referred'], construct: 'for referred' },
	{ level, clause: 'earn', words: ['at', 'least'], construct: 'at least' },
	{ level, clause: 'earn', words: ['up', 'to'], construct: 'up to' },
	{ level, clause: 'earn', words: ['without', 'multipliers'], construct: 'without multipliers' },
]);

/** The constructs inside clauses; the first that fits names the problem. */
export const markers: readonly Marker[] = [
	...limits,
	...per,
	...earns,
	{ level: 'rule', clause: 'active', words: ['active', 'by'], construct: 'active by' },
	{ level: 'tier', clause: 'multiply', words: ['multiply', 'base'], construct: 'multiply base' },
	{ level: 'tier', clause: 'multiply', words: ['multiply', 'this'], construct: 'multiply this' },
	{ level: 'tier', clause: 'multiply', words: ['points', 'on'], construct: 'multiply points on' },
	{ level: 'document', clause: 'filter', words: ['quantity', 'of'], construct: 'quantity of' },
	{ level: 'document', clause: 'filter', words: ['up', 'to'], construct: 'up to' },
	{ level: 'document', clause: 'filter', words: ['above'], construct: 'above' },
	{ level: 'document', clause: 'filter', words: ['attribute'], construct: 'filter … = attribute' },
	{ level: 'document', clause: 'filter', words: ['paid', 'with', 'points'], construct: 'paid with points' },
	{ level: 'document', clause: 'filter', words: ['excluding'], beside: 'items', construct: 'items … excluding points' },
	{ level: 'document', clause: 'tiers', words: ['lifetime', 'spend'], construct: 'tiers by lifetime spend' },
	{ level: 'document', clause: 'tiers', words: ['by', 'points', 'per'], construct: 'tiers by points per year' },
	{ level: 'document', clause: 'tiers', words: ['by', 'spend'], construct: 'tiers by spend per year' },
	{ level: 'document', clause: 'tiers', words: ['kept', 'through'], construct: 'kept through the next year' },
	{ level: 'document', clause: 'tiers', words: ['moved', 'by', 'hand'], construct: 'moved by hand' },
];

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
	'discounts',
	'transaction',
	'carried',
	'enabled',
	'disabled',
	'always',
	'today',
	'month',
	'days',
	'day',
	'week',
	'quarter',
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
];

/** What a part of each level can begin with, for messages. */
export const partBeginnings: Readonly<Record<Level, string>> = {
	document: '`program`, `tiers`, `filter` or `rule`',
	program: '`currency`, `timezone`, `week starts`, `points`, `channels`, `order types` or `limit`',
	tiers: '`tier`',
	tier: '`color`, `earn` or `multiply points by`',
	rule: '`about`, `status`, `active`, `priority`, `when`, `earn` or `limit`',
	when: '`on`, `order type`, `channel`, `store`, `tier`, `spend`, `birthday` or `always`',
};

/** The levels in the order in which a clause in a wrong place is most likely meant. */
export const likelyLevels: readonly Level[] = ['document', 'rule', 'tiers', 'when', 'program', 'tier'];

/** Where the parts of a level belong, as the end of «Move it …». */
export const levelPlaces: Readonly<Record<Level, string>> = {
	document: 'out of these braces',
	program: 'into the braces of `program`',
	tiers: 'into the braces of `tiers`',
	tier: 'into the braces of a `tier`',
	rule: 'into the braces of a `rule`',
	when: 'into the braces of a `when`',
};
