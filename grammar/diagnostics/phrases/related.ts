/** What is said at a second place that explains a problem. */
import { type Phrase, saying } from '../saying.ts';

export const related = {
	'first of this name': saying<{ noun: Phrase }>(({ noun }) => `The first ${noun} of this name is here.`),
	'starts here': saying<{ name: string }>(({ name }) => `\`${name}\` starts here.`),
};

/** Sentences at second places that need to know nothing. */
export type RelatedWords =
	| 'It is disabled here.'
	| 'The dates of the campaign are here.'
	| 'The dates of the rule are here.'
	| 'The event is here.'
	| 'The first filter is here.'
	| 'The first of them is here.'
	| 'The first one is here.'
	| 'The least is here.'
	| 'They are available here.'
	| 'This covers it.'
	| 'This excludes it.'
	| 'This has the higher priority.'
	| 'This has the same priority.'
	| 'This is later.'
	| 'This one is at least as strict.'
	| 'This one is enough.'
	| 'This rule is alone in it.';
