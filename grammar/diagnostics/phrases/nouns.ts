/** What things are called inside of sentences. */
import { saying } from '../saying.ts';

/** Kinds of things that have names, and where clauses stand. */
export type Noun =
	| 'attribute'
	| 'attribute value'
	| 'campaign'
	| 'category'
	| 'chain'
	| 'channel'
	| 'code'
	| 'combo'
	| 'currency'
	| 'event'
	| 'exclusive set'
	| 'filter'
	| 'item'
	| 'order type'
	| 'program'
	| 'rule'
	| 'segment'
	| 'store'
	| 'subcategory'
	| 'test'
	| 'tier'
	| 'timezone';

/** An event of a program, by its name. */
export const events = { 'the event': saying<{ event: string }>(({ event }) => `the event \`${event}\``) };

/** What a fact is of, where something is used, and what an event may lack. */
export type Thing =
	| 'a cart'
	| 'a cart filter'
	| 'a flag'
	| 'a member'
	| 'a place'
	| 'a purchase'
	| 'a share of an order'
	| 'a text'
	| 'a transaction'
	| 'an event'
	| 'facts of an event'
	| 'one of several names';

/** What the parts of a level of braces are called. */
export type PartName =
	| 'clause'
	| 'clause of a campaign'
	| 'clause of a redemption'
	| 'clause of a rule'
	| 'clause of a tier'
	| 'clause of an expiry'
	| 'condition'
	| 'declaration'
	| 'fact of a member'
	| 'fact of an event'
	| 'part of a test'
	| 'setting of a program';

/** Where a clause belongs that stands in the wrong place. */
export type PlaceOfLevel =
	| 'out of these braces'
	| 'into the braces of `program`'
	| 'into the braces of `tiers`'
	| 'into the braces of a `tier`'
	| 'into the braces of a `campaign`'
	| 'into the braces of a `rule`'
	| 'into the braces of a `when`'
	| 'into the braces of `redemption`'
	| 'into the braces of `expiry`'
	| 'into the braces of a `test`'
	| 'into the braces of a test’s `member`'
	| 'into the braces of a test’s event';

/** Numbers of which something is said, as they stand inside of a sentence. */
export type NumberNoun =
	| 'a bound'
	| 'a number'
	| 'a number of points'
	| 'a price'
	| 'a quantity'
	| 'a step'
	| 'an amount'
	| 'the amount'
	| 'the budget'
	| 'the floor'
	| 'the least'
	| 'the limit'
	| 'the multiplier'
	| 'the number of days'
	| 'the number of decimals'
	| 'the number of months'
	| 'the number of points'
	| 'the number of purchases'
	| 'the number of weeks'
	| 'the number of years'
	| 'the priority'
	| 'the purchase number'
	| 'the share of an order'
	| 'the threshold';

/** Writing systems of names, by what Unicode calls them: those in daily use, and some more that have letters like the Latin ones. */
export const scripts = [
	'Latin',
	'Greek',
	'Cyrillic',
	'Armenian',
	'Georgian',
	'Hebrew',
	'Arabic',
	'Syriac',
	'Thaana',
	'Nko',
	'Ethiopic',
	'Devanagari',
	'Bengali',
	'Gurmukhi',
	'Gujarati',
	'Oriya',
	'Tamil',
	'Telugu',
	'Kannada',
	'Malayalam',
	'Sinhala',
	'Thai',
	'Lao',
	'Tibetan',
	'Myanmar',
	'Khmer',
	'Mongolian',
	'Han',
	'Hiragana',
	'Katakana',
	'Bopomofo',
	'Hangul',
	'Cherokee',
	'Coptic',
	'Canadian_Aboriginal',
	'Tifinagh',
	'Lisu',
	'Javanese',
	'Balinese',
	'Vai',
] as const;

export type Script = (typeof scripts)[number] | 'of another script';
