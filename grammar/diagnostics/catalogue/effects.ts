/** Problems of what rules, tiers and campaigns give, and of limits. */
import { error, warning } from '../rows.ts';
import type { Phrase } from '../saying.ts';

export const effectProblems = {
	'step-not-a-number': error<{ filter: string }>(
		({ filter }) => `The points of one step are a plain number; these depend on \`${filter}\`.`,
		() => 'Write a number before `for every`, such as: earn 1 for every 10 of "Coffee"',
	),
	'recipient-of-tier': error<{ recipient: string }>(
		({ recipient }) => `A tier earns for its own member; it has no \`${recipient}\`.`,
		({ recipient }) => `Remove \`for ${recipient}\`.`,
	),
	'no-award-of-its-own': error<{ place: Phrase }>(
		({ place }) => `\`multiply this\` acts on the award of its own rule; a ${place} has none.`,
		() => 'Write: multiply points',
	),
	'narrowed-outside-rule': error<{ place: Phrase; filter: string }>(
		({ place, filter }) => `The multiplier of a ${place} acts on all of an award and cannot be narrowed to \`${filter}\`.`,
		() => 'Write a rule that multiplies.',
	),

	// ------------------------------------------------------------ limits
	'limit-zero': warning<undefined>(
		() => 'A limit of 0 means that nothing is ever given.',
		() => 'Raise the limit, or disable the rule.',
	),
	'frequency-outside-rule': error<{ place: Phrase }>(
		({ place }) => `A limit on how often counts the awards of one rule; a ${place} can only limit points.`,
		() => 'Write a limit of points, such as: limit 5_000 points per day',
	),
	'frequency-per-transaction': warning<undefined>(
		() => 'A rule awards at most once in a transaction, so this limit changes nothing.',
		() => 'Limit it per day or longer, or remove it.',
	),
	'frequency-or-nothing': error<undefined>(
		() => 'A limit on how often is all or nothing as it is; `or nothing` belongs to limits of points.',
		() => 'Remove `or nothing`.',
	),
	'formula-limit-period': error<{ period: string }>(
		({ period }) => `A limit that depends on the spend holds per transaction; \`${period}\` has no spend of its own.`,
		() => 'Write: per transaction',
	),
};
