/** The shapes of conditions. */
import {
	block,
	choice,
	counted,
	list,
	name,
	number,
	optional,
	type Pattern,
	phrase,
	repeated,
	sequence,
	time,
} from './pattern.ts';
import { comparison, isOrNot, shortDay } from './values.ts';

const days: Pattern = sequence(
	choice(list(sequence(shortDay, optional('to', shortDay))), 'any day'),
	optional(phrase('between', time('11:00'), 'and', time('14:00'))),
);
const dayTimes: Pattern = sequence('on', days, optional(repeated(sequence('or on', days))));
const window: Pattern = choice('today', counted('within', number('3'), 'days', 'day'), 'this month');

/** Conditions of a `when`. */
export const conditions: Pattern = choice(
	'always',
	...['any', 'all', 'not'].map((word) => sequence(word, block('when'))),
	dayTimes,
	sequence('order type', isOrNot(list(name('order type')))),
	sequence('channel', isOrNot(list(name('channel')))),
	sequence('tier', isOrNot(list(name('tier')))),
	sequence('segment', isOrNot(list(name('segment')))),
	sequence('store', isOrNot(list(choice(name('store'), phrase('chain', name('chain')))))),
	sequence('spend', name('filter'), comparison),
	sequence('quantity', name('items filter'), comparison),
	sequence('birthday', window),
	sequence('anniversary', window),
	phrase('purchase number is', number('1')),
	phrase('purchase number is every', number('10')),
	sequence(
		choice('lifetime points', 'lifetime spend', 'balance', 'days since joining', 'days since last purchase'),
		comparison,
	),
	sequence(name('attribute'), optional(choice(isOrNot(list(name('attribute value'))), comparison))),
);
