/** The shapes of declarations, and of what stands in a test. */
import type { Level } from '#grammar';
import {
	anyOrder,
	block,
	choice,
	list,
	name,
	newName,
	number,
	optional,
	type Pattern,
	phrase,
	sequence,
	silent,
} from './pattern.ts';
import {
	campaignClauses,
	expiryClauses,
	programSettings,
	redemptionClauses,
	rule,
	ruleClauses,
	tierClauses,
	tiers,
} from './clauses.ts';
import { conditions } from './conditions.ts';
import { moment, selectors } from './values.ts';

const total: Pattern = sequence(
	'total',
	optional('excluding', list(choice('taxes', 'fees', 'tip', 'points'))),
	optional('before discounts'),
);
const items: Pattern = sequence(
	choice('items', 'quantity of items'),
	optional(choice('in', 'not in'), selectors),
	optional('except', selectors),
	optional('excluding points'),
);

const declarations: Pattern = choice(
	sequence('program', newName('program'), block('program')),
	sequence(
		'tiers by',
		choice(
			'lifetime points',
			phrase('lifetime spend of', name('filter')),
			'points per year',
			phrase('spend of', name('filter'), 'per year'),
			'hand',
		),
		optional('kept through the next year'),
		optional('moved by hand'),
		block('tiers'),
	),
	sequence('segment', newName('segment')),
	sequence(
		'attribute',
		choice('member', 'transaction', 'event'),
		newName('attribute'),
		choice('text', 'number', 'flag', 'date', sequence('one of', list(newName('attribute value')))),
	),
	sequence(
		'filter',
		newName('filter'),
		'=',
		choice(total, items, sequence('attribute', name('number attribute')), 'paid with points'),
		optional(phrase('above', number('100'))),
		optional(phrase('up to', number('300'))),
	),
	sequence('exclusive', newName('exclusive set'), 'picks', choice('highest points', 'highest priority')),
	sequence('campaign', newName('campaign'), block('campaign')),
	rule,
	sequence('redemption', block('redemption')),
	sequence('expiry', block('expiry')),
	sequence('test', newName('test'), block('test')),
);

const event: Pattern = choice(
	'purchase',
	'registration',
	'profile_completed',
	'birthday',
	'anniversary',
	'referral',
	'check_in',
	phrase('event', name('event')),
);
const recipient: Pattern = optional(choice('for referrer', 'for referred'));
const test: Pattern = choice(
	sequence('member', block('member')),
	sequence(event, 'at', moment, optional(block('event'))),
	sequence('returns', choice('all', sequence('item', name('item'), phrase(number('1'))), phrase(number('10.00')))),
	sequence('spend points'),
	sequence(
		'expect',
		choice(
			sequence(name('rule'), phrase('earns', number('10')), recipient),
			phrase('total', number('100')),
			sequence(phrase('balance', number('100')), optional(choice(silent('for referrer'), silent('for referred')))),
			phrase('paid with points', number('10.00')),
			sequence(phrase('tier earns', number('10')), optional(choice(silent('for referrer'), silent('for referred')))),
		),
	),
);

const date: Pattern = phrase({ kind: 'date', sample: '1990-01-31' });
const attribute: Pattern = sequence(name('attribute'), optional(choice(name('attribute value'), number('10'), date)));
const memberFacts: Pattern = choice(
	sequence('tier', name('tier')),
	sequence('segment', name('segment')),
	sequence('birthday', date),
	sequence('joined', date),
	sequence('last purchase', date),
	phrase('purchases', number('12')),
	phrase('lifetime points', number('1_000')),
	phrase('lifetime spend', number('1_000')),
	phrase('balance', number('500')),
	attribute,
);
const line: Pattern = sequence(
	'item',
	name('item'),
	anyOrder(
		sequence('category', name('category')),
		sequence('subcategory', name('subcategory')),
		sequence('combo', name('combo')),
	),
	choice(
		phrase(number('1'), 'x', number('10.00')),
		sequence(number('1'), silent('x'), name('unit'), phrase('for', number('10.00'))),
	),
);
const eventFacts: Pattern = choice(
	sequence('store', name('store')),
	sequence('chain', name('chain')),
	sequence('channel', name('channel')),
	sequence('order type', name('order type')),
	line,
	...['discount', 'taxes', 'fees', 'tip', 'paid with points'].map((fact) => phrase(fact, number('5.00'))),
	attribute,
);

/** What may stand in each level, clause after clause. */
export const levels: { readonly [P in Level]: Pattern } = {
	document: declarations,
	program: programSettings,
	tiers,
	tier: tierClauses,
	campaign: campaignClauses,
	rule: ruleClauses,
	when: conditions,
	redemption: redemptionClauses,
	expiry: expiryClauses,
	test,
	member: memberFacts,
	event: eventFacts,
};
