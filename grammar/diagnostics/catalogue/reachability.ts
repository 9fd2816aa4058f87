/** Problems that only reasoning finds: what can never happen, and what changes nothing. */
import { warning } from '../rows.ts';
import type { Phrase } from '../saying.ts';

export const reachabilityProblems = {
	'never-awards': warning<{ name: string; verb: 'award' | 'act'; why: Phrase }>(
		({ name, verb, why }) => `The rule \`${name}\` can never ${verb}: ${why}.`,
		() => 'Change a condition, or disable the rule.',
	),
	'never-holds': warning<{ condition: string }>(
		({ condition }) => `${condition} can never hold.`,
		() => 'Change it or remove it.',
	),
	'condition-repeats': warning<{ condition: string; other: string; verb: 'says' | 'implies' | 'covers' }>(
		({ condition, other, verb }) =>
			verb === 'says'
				? `${condition} changes nothing: ${other} says the same.`
				: `${condition} changes nothing: ${other} ${verb} it already.`,
		() => 'Remove it.',
	),
	'time-repeats': warning<{ part: string; other: string }>(
		({ part, other }) => `${part} adds nothing: it lies within ${other}.`,
		() => 'Remove it.',
	),
	'limit-never-bites': warning<{ why: Phrase }>(
		({ why }) => `This limit never cuts anything: ${why}.`,
		() => 'Lower it or remove it.',
	),

	// ------------------------------------------------------------ exclusive sets
	'exclusive-unused': warning<{ name: string }>(
		({ name }) => `No rule is in the exclusive set \`${name}\`.`,
		({ name }) => `Put two rules into it: exclusive ${JSON.stringify(name)}`,
	),
	'exclusive-of-one': warning<{ name: string; rule: string }>(
		({ name, rule }) => `Only \`${rule}\` is in the exclusive set \`${name}\`, so nothing is excluded.`,
		() => 'Put another rule into it, or remove the set.',
	),
	'exclusive-equal-priorities': warning<{ rule: string; other: string; set: string; priority: string }>(
		({ rule, other, set, priority }) =>
			`\`${rule}\` and \`${other}\` can match the same transaction, and both have priority ${priority} in \`${set}\`, which picks the highest.`,
		() => 'Give one of them a higher priority.',
	),
	'hidden-rule': warning<{ rule: string; others: string | Phrase; set: string }>(
		({ rule, others, set }) =>
			`\`${rule}\` never counts: whenever it matches, ${others} of the set \`${set}\` matches too, with a higher priority.`,
		() => 'Raise its priority, or narrow the other rule.',
	),
};
