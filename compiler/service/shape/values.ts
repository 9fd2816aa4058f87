/** Shapes that several clauses share. */
import { shortDays } from '#grammar';
import { choice, list, name, number, optional, type Pattern, phrase, repeated, sequence, silent, time } from './pattern.ts';

/** `>= 50` or `between 50 and 100`. */
export const comparison: Pattern = choice(
	phrase('>=', number('50')),
	phrase('<=', number('50')),
	phrase('>', number('50')),
	phrase('<', number('50')),
	phrase('=', number('50')),
	phrase('!=', number('50')),
	phrase('between', number('50'), 'and', number('100')),
);

/** A date, with a time of day or without. */
export const moment: Pattern = sequence({ kind: 'date', sample: '2026-01-31' }, optional(time('18:00')));

const operand: Pattern = sequence(
	optional(repeated(choice(silent('-'), silent('(')))),
	choice(name('filter'), number('10')),
	optional(repeated(silent(')'))),
);

/** Numbers and cart filters with the four operations between them. */
export const formula: Pattern = repeated(operand, choice(silent('*'), silent('+'), silent('-'), silent('/')));

/** One of the days `Mon` to `Sun`. */
export const shortDay: Pattern = choice(...shortDays);

/** `is` or `is not` with what follows either. */
export function isOrNot(values: Pattern): Pattern {
	return choice(sequence('is', values), sequence('is not', values));
}

/** What a selector chooses by, and the names after it. */
export const selectors: Pattern = list(
	choice(...(['category', 'subcategory', 'combo', 'item'] as const).map((kind) => sequence(kind, list(name(kind))))),
);
