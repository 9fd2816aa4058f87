/**
 * What the language service says, as data: a phrase is named by its English, or is a row that needs to know something. What is made of
 * it in English stands beside it; other languages say it by the same names.
 */
import {
	type Keyword,
	type keywords,
	type Node,
	type Parts,
	type Phrase,
	type PhraseKey,
	phraseInEnglish,
	type Saying,
	saying,
	type Several,
} from '#grammar';
import type { Construct } from '../vocabulary/construct.ts';
import type { VocabularyDoc, VocabularyNeed, VocabularyTitle } from '../vocabulary/said.ts';
import type { NameKind } from './occurrences.ts';
import type { PartDoc } from './signature-docs.ts';

/** What is said of a name: `sentence` is what a clause says in words. */
const ofNames = {
	'a sentence': saying<{ sentence: string }>(({ sentence }) => sentence),
	'cart filter of': saying<{ sentence: string }>(({ sentence }) => `Cart filter: ${sentence}.`),
	'members get': saying<{ sentence: string }>(({ sentence }) => `Members get ${sentence}.`),
	'value of an attribute': saying<{ attribute: string }>(({ attribute }) => `Value of ${attribute}.`),
	'attribute of': saying<{ owner?: Phrase | undefined; type: string | Phrase }>(
		({ owner, type }) => `Attribute${owner ? ` of ${owner}` : ''}: ${type}.`,
	),
	'tier from': saying<{ threshold: string | Phrase; filter?: string | undefined; span?: Phrase | undefined }>(
		({ threshold, filter, span }) =>
			`Tier from ${threshold}${filter ? ` spent on ${filter}` : ''}${span ? ` ${span}` : ''}.`,
	),
	'in it': saying<{ names: Several }>(({ names }) => `In it: ${names}.`),
	'some more': saying<{ count: number }>(({ count }) => `${count} more`),
	used: saying<{ count: number }>(({ count }) =>
		count === 0 ? 'Not used yet.' : count === 1 ? 'Used once.' : `Used ${count} times.`,
	),
	'used or more': saying<{ count: number }>(({ count }) => `Used ${count} times or more.`),
};

/** Details of suggestions, hints in a text, and lines above it. */
const inFew = {
	'attribute in few': saying<{ owner?: string | undefined; type: string; values?: Several | undefined }>(
		({ owner, type, values }) => [owner, 'attribute:', type, values].filter((word) => word !== undefined).join(' '),
	),
	'title, not evaluated': saying<{ title: Phrase }>(({ title }) => `${title}, not evaluated yet`),
	'some points': saying<{ count: number; shown: string }>(({ shown }) => `${shown} ${shown === '1' ? 'point' : 'points'}`),
	'points of the sample': saying<{ points: Phrase; cut?: Phrase | undefined }>(
		({ points, cut }) => `≈ ${points}${cut ? `, cut by the ${cut}` : ''}`,
	),
	tests: saying<{ count: number }>(({ count }) => countOf(count, 'test')),
	uses: saying<{ count: number }>(({ count }) => countOf(count, 'use')),
};

/** The phrases of the service that need to know something. */
export const serviceSayings = { ...ofNames, ...inFew } satisfies Record<string, Saying<never>>;

/** Phrases that need to know nothing. */
export type ServicePlain =
	| 'Segment of members, given by hand.'
	| 'Event of your own, by the name under which it is reported.'
	| 'Sales channel.'
	| 'Order type.'
	| 'Store, by its id.'
	| 'All the stores of a chain.'
	| 'Category of items.'
	| 'Subcategory of items.'
	| 'Combo in which items are sold.'
	| 'Item, by its code.'
	| 'Cart filter that every program has.'
	| 'Tier that is given by hand.'
	| 'in a year'
	| 'No rule is in it yet.'
	| 'This version does not evaluate it yet.'
	| 'not evaluated yet'
	| 'cart filter'
	| 'today'
	| 'no points'
	| 'What the tier earns for the sample.'
	| 'What the rule earns for the sample.'
	| 'rule limit'
	| 'campaign limit'
	| 'campaign budget'
	| 'program limit'
	| 'Mon'
	| 'Tue'
	| 'Wed'
	| 'Thu'
	| 'Fri'
	| 'Sat'
	| 'Sun';

/** What a word of the language means, in one line. */
export type KeywordDoc = (typeof keywords)[Keyword];

/** Everything that the service says and the grammar does not say already. */
export type ServicePhrase = Exclude<
	| keyof typeof serviceSayings
	| ServicePlain
	| NameKind
	| VocabularyTitle
	| VocabularyDoc
	| VocabularyNeed
	| PartDoc
	| KeywordDoc,
	PhraseKey
>;

type Wanted<K> = K extends keyof typeof serviceSayings
	? (typeof serviceSayings)[K] extends Saying<infer P>
		? [parts: P, about?: readonly Node[]]
		: []
	: [];

/** A phrase of the service. Where it has the `sentence` of clauses, they are named too: another language says them itself. */
export interface Said extends Phrase {
	readonly about?: readonly Node[];
}

/** A phrase from its row. `parts` are what the row needs to know. */
export function says<K extends ServicePhrase | PhraseKey>(key: K, ...wanted: Wanted<K>): Said {
	const [parts, about] = wanted as readonly [Parts?, (readonly Node[])?];
	return { phrase: key, ...(parts === undefined ? {} : { parts }), ...(about ? { about } : {}) };
}

/** What a construct does, and that this version does not evaluate it yet where that is so. */
export function docOf({ doc, isEvaluated }: Construct): readonly Said[] {
	return [{ phrase: doc }, ...(isEvaluated ? [] : [says('This version does not evaluate it yet.')])];
}

/** Phrases as English says them, one after the other. */
export function saidInEnglish(said: readonly Said[]): string {
	return said.map((each) => phraseInEnglish(each, serviceSayings)).join(' ');
}

function countOf(count: number, one: string): string {
	return count === 0 ? `no ${one}` : `${count} ${one}${count === 1 ? '' : 's'}`;
}
