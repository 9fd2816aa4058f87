/** What a change of a text is called where it is offered. */
import { type Phrase, saying } from '../saying.ts';

/** Fixes that a problem brings. */
const fixes = {
	add: saying<{ text: string }>(({ text }) => `Add \`${text}\``),
	'change to': saying<{ text: string }>(({ text }) => `Change to \`${text}\``),
	remove: saying<{ text: string }>(({ text }) => `Remove \`${text}\``),
	write: saying<{ text: string }>(({ text }) => `Write \`${text}\``),
	'write as it is': saying<{ text: string }>(({ text }) => `Write ${text}`),
	'write the letter': saying<{ script: Phrase; text: string }>(({ script, text }) => `Write the ${script} \`${text}\``),
};

/** Fixes that are found by looking at the whole program. */
const repairs = {
	'add value': saying<{ value: string; attribute: string }>(
		({ value, attribute }) => `Add \`${value}\` to the values of \`${attribute}\``,
	),
	'create filter': saying<{ name: string }>(({ name }) => `Create the filter \`${name}\``),
	declare: saying<{ noun: Phrase; name: string }>(({ noun, name }) => `Declare the ${noun} \`${name}\``),
	enable: saying<{ noun: Phrase; name: string }>(({ noun, name }) => `Enable the ${noun} \`${name}\``),
	'solve all': saying<{ count: number }>(({ count }) => `Solve all ${count} problems of this kind`),
};

/** Changes that somebody may want though nothing is wrong. */
const wishes = {
	'take away': saying<{ group: string }>(({ group }) => `Take \`${group} { … }\` away`),
	'put around it': saying<{ group: string }>(({ group }) => `Put \`${group} { … }\` around it`),
	'put around them': saying<{ group: string }>(({ group }) => `Put \`${group} { … }\` around them`),
};

export const titles = { ...fixes, ...repairs, ...wishes };

/** Titles that need to know nothing. */
export type Title =
	| 'Exchange the two amounts'
	| 'Exchange the two bounds'
	| 'Exchange the two dates'
	| 'Put it in quotes'
	| 'Remove it'
	| 'Remove the alternative'
	| 'Remove the condition'
	| 'Remove the group'
	| 'Remove the invisible character'
	| 'Remove the limit'
	| 'Start the first tier at 0'
	| 'Write `x` and a space'
	| 'Leave the times out'
	| 'Put it in a comment'
	| 'Remove the `%`'
	| 'Remove the filter'
	| 'Remove the repeated clause'
	| 'Remove the repeated name'
	| 'Remove the set'
	| 'Remove the threshold'
	| 'Solve it'
	| 'Disable the rule'
	| 'Duplicate the rule'
	| 'Enable the rule'
	| 'Turn the condition into its opposite';
