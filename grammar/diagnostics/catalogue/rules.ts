/** Problems of rules and their clauses. */
import { error, warning } from '../rows.ts';
import type { Phrase } from '../saying.ts';

export const ruleProblems = {
	'repeated-clause': error<{ clause: string }>(
		({ clause }) => `\`${clause}\` stands here more than once.`,
		() => 'Keep one of them.',
	),
	'no-effect': warning<{ name: string; example: string }>(
		({ name }) => `The rule \`${name}\` gives nothing: it has neither an \`earn\` nor a \`multiply\`.`,
		({ example }) => `Add: ${example}`,
	),
	'dates-reversed': error<{ what: Phrase }>(
		({ what }) => `The ${what} ends before it starts.`,
		() => 'Exchange the two dates.',
	),
	'dates-over': warning<{ what: Phrase; until: string }>(
		({ what, until }) => `The ${what}'s dates are over since ${until}: it can no longer award.`,
		({ what }) => `Give the ${what} new dates, or disable it.`,
	),
	'equal-times': error<{ time: string }>(
		({ time }) => `A time range from ${time} to ${time} is empty.`,
		() => 'For the whole day leave `between` out.',
	),
	'impossible-start': error<undefined>(
		() => '`24:00` can end a time range, but not start one.',
		() => 'Write `00:00` and the following day.',
	),
	'between-reversed': error<{ low: string; high: string }>(
		({ low, high }) => `Nothing lies between ${low} and ${high}: the first amount is the larger one.`,
		() => 'Exchange the two amounts.',
	),
	'empty-group': error<{ word: string }>(
		({ word }) => `Nothing stands in the braces of \`${word}\`, which needs at least one condition.`,
		() => 'Write a condition between the braces, or remove the group.',
	),
	'always-true': warning<{ condition: string }>(
		({ condition }) => `\`${condition}\` always holds.`,
		() => 'Remove it or change it.',
	),
};
