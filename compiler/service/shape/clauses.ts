/** The shapes of clauses: settings of the program, tiers, effects and limits, and what campaigns and rules have besides. */
import { longDays } from '#grammar';
import {
	anyOrder,
	block,
	choice,
	counted,
	list,
	name,
	newName,
	number,
	optional,
	type Pattern,
	phrase,
	sequence,
	silent,
	time,
} from './pattern.ts';
import { formula, moment } from './values.ts';

const period: Pattern = choice(
	'transaction',
	'day',
	'week',
	'month',
	'quarter',
	'year',
	'lifetime',
	counted('rolling', number('7'), 'days', 'day'),
);
const orNothing: Pattern = optional('or nothing');

const limit: Pattern = sequence(
	'limit',
	choice(
		sequence(counted('', number('500'), 'points per', 'point per'), period, orNothing),
		sequence(counted('', number('3'), 'times per', 'time per'), period),
		sequence('once per', period),
		sequence('points to', formula, 'per transaction', orNothing),
	),
);

const about: Pattern = sequence('about', { kind: 'text', sample: '"What this is for."' });
const status: Pattern = sequence('status', choice('enabled', 'disabled'));
const active: Pattern = sequence(
	'active',
	optional('by', name('date attribute')),
	choice(sequence('from', moment, optional('until', moment)), sequence('until', moment)),
);
const multiplied = (target: Pattern): Pattern =>
	sequence('multiply', target, optional('on', name('items filter')), phrase('by', number('2')));
const earnEnd: Pattern = anyOrder(
	counted('at least', number('10'), 'points', 'point'),
	'without multipliers',
	choice('for referrer', 'for referred'),
);
const earn: Pattern = sequence(
	'earn',
	choice(sequence(number('1'), phrase('for every', number('10'), 'of', name('filter'))), formula),
	earnEnd,
);

/** Settings of a program. */
export const programSettings: Pattern = choice(
	sequence('currency', name('currency')),
	sequence('timezone', { kind: 'timezone', sample: '"Asia/Dubai"' }),
	sequence('week starts', choice(...longDays)),
	sequence('day starts', time('04:00')),
	sequence(
		'points',
		choice('whole', counted('with', number('2'), 'decimals', 'decimal')),
		optional(
			', rounded',
			choice('down', 'up', 'half up', 'half even'),
			optional(choice('per award', 'per item', 'per transaction', 'carried')),
		),
	),
	sequence('channels', list(newName('channel'))),
	sequence('order types', list(newName('order type'))),
	limit,
	sequence('returns', choice('may go negative', 'stop at zero', 'pending only')),
);

/** The tiers of a ladder. */
export const tiers: Pattern = sequence('tier', newName('tier'), optional('from', number('1_000')), block('tier'));

/** Clauses of a tier. */
export const tierClauses: Pattern = choice(
	sequence('color', { kind: 'color', sample: '#D4AF37' }),
	earn,
	phrase('multiply points by', number('1.5')),
	// What a tier multiplies needs no choice, though the reader knows the others.
	sequence(
		silent('multiply'),
		choice(silent('points'), silent('base'), silent('this')),
		optional(silent('on'), name('filter')),
		silent('by'),
		number('2'),
	),
);

/** A rule, in a campaign or outside. */
export const rule: Pattern = sequence(
	'rule',
	newName('rule'),
	optional(
		'on',
		choice(
			'purchase',
			'registration',
			'profile_completed',
			'birthday',
			'anniversary',
			'referral',
			'check_in',
			'any event',
			phrase('event', name('event')),
		),
	),
	block('rule'),
);

/** Clauses of a rule. */
export const ruleClauses: Pattern = choice(
	about,
	status,
	active,
	sequence('priority', optional(silent('-')), number('10')),
	sequence('exclusive', name('exclusive set')),
	sequence('when', choice(block('when'), 'always')),
	earn,
	multiplied(choice('points', 'base', 'this')),
	limit,
);

/** Clauses of a campaign. */
export const campaignClauses: Pattern = choice(
	about,
	status,
	active,
	counted('budget', number('1_000_000'), 'points', 'point'),
	multiplied(choice('points', 'base', silent('this'))),
	limit,
	rule,
);

const periodEnd: Pattern = choice('at month end', 'at year end');
const duration: Pattern = choice(
	...(['month', 'day', 'week', 'year'] as const).map((unit) => counted('after', number('12'), `${unit}s`, unit)),
);

/** Clauses of a redemption. */
export const redemptionClauses: Pattern = choice(
	sequence(counted('', number('100'), 'points', 'point'), phrase('=', number('1'), name('currency'))),
	phrase('at most', number('50%'), 'of', name('filter')),
	sequence(counted('at least', number('200'), 'points', 'point'), optional(phrase('in steps of', number('100')))),
);

/** Clauses of an expiry. */
export const expiryClauses: Pattern = choice(
	sequence('available', choice(duration, periodEnd)),
	sequence('expires', choice(sequence(duration, optional('without activity')), periodEnd)),
);
