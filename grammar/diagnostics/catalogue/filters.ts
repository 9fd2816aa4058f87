/** Problems of cart filters and of what their numbers count. */
import { error } from '../rows.ts';
import type { Phrase } from '../saying.ts';

export const filterProblems = {
	'empty-band': error<{ above: string; upTo: string }>(
		({ above, upTo }) => `Nothing lies above ${above} and up to ${upTo}, so this filter is always 0.`,
		() => 'Write the smaller amount after `above` and the larger one after `up to`.',
	),
	'points-in-quantity': error<undefined>(
		() => '`quantity of items` counts units, of which no part is paid with points.',
		() => 'Remove `excluding points`.',
	),
	'counts-units': error<{ filter: string; use: string | Phrase }>(
		({ filter, use }) => `The filter \`${filter}\` counts units, and ${use} takes an amount of money.`,
		() => 'Use a filter of `total` or of `items` without `quantity of`.',
	),
	'chooses-no-items': error<{ filter: string; construct: string }>(
		({ filter, construct }) => `\`${construct}\` needs a filter of items, and \`${filter}\` chooses none.`,
		() => 'Use a filter such as: filter "Coffee" = items in category "Coffee"',
	),
};
