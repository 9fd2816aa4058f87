/** Why an operation is refused, as data: a phrase that is named by its English, or a row that needs to know something. */
import { type Parts, type Phrase, phraseInEnglish, type Saying, saying, type Several } from '#grammar';
import { articleOf } from './usual-order.ts';

const one = (noun: string) => `A${articleOf(noun).slice(1)} ${noun}`;

/** The refusals that need to know something: words of the language, and names as they are written. */
export const refusals = {
	'is gone': saying<{ what: string }>(({ what }) => `This ${what} is no longer in the text.`),
	'no place among': saying<{ clause: string; owner: string }>(
		({ clause, owner }) => `There is no such place among the \`${clause}\` clauses of this ${owner}.`,
	),
	'no place among its own': saying<{ clause: string }>(
		({ clause }) => `There is no such place among the \`${clause}\` clauses.`,
	),
	'has only one': saying<{ clause: string; owner: string }>(
		({ clause, owner }) => `${one(owner)} has only one \`${clause}\`.`,
	),
	'has none': saying<{ clause: string; owner: string }>(({ clause, owner }) => `${one(owner)} has no \`${clause}\`.`),
	'text has only one': saying<{ what: string }>(({ what }) => `A text has only one \`${what}\`.`),
	'has no braces': saying<{ what: string }>(
		({ what }) => `This ${what} has no braces \`{ }\` yet; add them in the text first.`,
	),
	'is called': saying<{ what: string; name: string }>(
		({ what, name }) => `This ${what} is called \`${name}\`; rename it to change its name where it is used, too.`,
	),
	'is used': saying<{ what: string; users: Several }>(({ what, users }) =>
		what === 'tiers'
			? `One of these tiers is used by ${users}; change that first.`
			: `This ${what} is used by ${users}; change that first.`,
	),
	'the one called': saying<{ what: string; name: string }>(({ what, name }) => `the ${what} \`${name}\``),
	'the only one': saying<{ what: string }>(({ what }) => `the ${what}`),
	'one without a name': saying<{ what: string }>(({ what }) => `a ${what} without a name`),
	'some more': saying<{ count: number }>(({ count }) => `${count} more`),
	'is not safe': saying<{ line: number }>(({ line }) => `This change could not be made safely in text – edit line ${line}.`),
	'nothing written': saying<{ what: string }>(({ what }) => `Nothing is written here, but ${what} is needed.`),
	'belongs alone': saying<{ what: string }>(({ what }) => `Exactly ${what} belongs here.`),
	'another belongs': saying<{ what: string; found: string }>(
		({ what, found }) => `${what.charAt(0).toUpperCase()}${what.slice(1)} belongs here, but this is \`${found}\`.`,
	),
	'needs a name': saying<{ what: string }>(({ what }) => `${one(what)} needs a name.`),
	'name on one line': saying<{ what: string }>(({ what }) => `${one(what)}’s name stands on one line.`),
	'another is called': saying<{ what: string; name: string }>(({ what, name }) => `Another ${what} is called \`${name}\`.`),
	'stands unread': saying<{ name: string; line: number }>(
		({ name, line }) => `\`${name}\` also stands in line ${line}, in a clause that cannot be read; change that one first.`,
	),
	'would mean else': saying<{ name: string }>(
		({ name }) => `Under the name \`${name}\` the program would mean something else.`,
	),
	'keeps its name': saying<{ name: string }>(({ name }) => `The filter \`${name}\` is built in and keeps its name.`),
	'is built in': saying<{ name: string }>(({ name }) => `The filter \`${name}\` is built in; choose another name.`),
	'declared nowhere': saying<{ name: string }>(({ name }) => `\`${name}\` is a text of its own and declared nowhere.`),
	'not declared': saying<{ what: string; name: string }>(
		({ what, name }) => `No ${what} called \`${name}\` is declared in this program.`,
	),
	'of the catalogue': saying<{ name: string }>(
		({ name }) => `\`${name}\` is a name of the catalogue and can be changed only there.`,
	),
} satisfies Record<string, Saying<never>>;

/** Refusals that need to know nothing. */
type Plain =
	| 'There is no such place in the text.'
	| 'This is no longer in the text.'
	| 'This clause is no longer in the text.'
	| 'This rule is no longer in the text.'
	| 'This condition is no longer in the text.'
	| 'This group is no longer in the text.'
	| 'These tiers are no longer in the text.'
	| '`when always` has no conditions; add one first.'
	| 'A group cannot go into itself.'
	| 'This rule cannot be read; mend it first.'
	| 'This condition cannot be read; mend it first.'
	| 'There are not so many conditions in a row.'
	| 'This is not a group of conditions.'
	| 'This group has no braces `{ }` yet; add them in the text first.'
	| 'A comment stands in the middle of this; change it in the text.'
	| 'Only what stands before the braces belongs here.'
	| 'There is no name here that could be changed.'
	| 'The name of the program is used nowhere else; change it in place.'
	| 'A name cannot be empty.'
	| 'A name stands on one line and has no invisible characters.';

/** Everything that refusals say. */
export type RefusalPhrase = keyof typeof refusals | Plain;

type Wanted<K> = K extends keyof typeof refusals ? ((typeof refusals)[K] extends Saying<infer P> ? [parts: P] : []) : [];

/** A reason from its row. */
export function reason<K extends RefusalPhrase>(key: K, ...wanted: Wanted<K>): Phrase<K> {
	const [parts] = wanted as readonly [Parts?];
	return parts === undefined ? { phrase: key } : { phrase: key, parts };
}

/** A reason as English says it. */
export function reasonInEnglish(says: Phrase): string {
	return phraseInEnglish(says, refusals);
}
