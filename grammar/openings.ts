/** Questions about a place in the stream of words: does a clause, a declaration or something unknown begin here? */
import type { IToken } from 'chevrotain';
import { closingWords, type Form, forms, type Level, type Opening, openings } from './constructs.ts';
import type { Keyword } from './keywords.ts';
import {
	AtLeast,
	AtMost,
	BareName,
	CloseBrace,
	CloseParenthesis,
	ColorText,
	Comma,
	Cross,
	DateText,
	Equals,
	isWord,
	Less,
	type Lexed,
	LongDay,
	More,
	NotEqual,
	NumberText,
	OpenBrace,
	Percent,
	Quoted,
	ShortDay,
	Stray,
	TimeText,
	UnclosedText,
} from './tokens.ts';

/** The levels by whose words an unknown clause is known to begin at the start of a line. */
export const clauseLevels: readonly Level[] = ['program', 'tiers', 'tier', 'campaign', 'rule', 'when'];
const nameTypes = new Set([BareName, Quoted, UnclosedText, ShortDay, LongDay, Cross]);
const comparisons = new Set([Equals, NotEqual, Less, AtMost, More, AtLeast]);
const valueTypes = new Set([
	...nameTypes,
	DateText,
	TimeText,
	NumberText,
	ColorText,
	Percent,
	CloseParenthesis,
	CloseBrace,
	Stray,
]);

/** What never continues a clause on a new line. A time may: it belongs to the date before it. */
const strayTypes = new Set([BareName, Cross, Stray, Quoted, UnclosedText, NumberText, DateText, ColorText]);

/** The words of conditions after which a name is meant, or a word before a name is missing. */
const takingNames: readonly Keyword[] = [
	...(['is', 'not', 'chain', 'spend', 'quantity', 'channel', 'store', 'tier', 'segment', 'order', 'type'] as const),
	...(['on', 'to', 'or', 'any', 'all'] as const),
];

/** Says whether a word or sign can stand for a name. */
export function isName(token: IToken | undefined): boolean {
	return token !== undefined && nameTypes.has(token.tokenType);
}

/** The opening at a place, if one of the level's clauses can begin there by its own word. */
export function openingAt(lexed: Lexed, level: Level, index: number): Opening | undefined {
	const token = lexed.tokens[index];
	if (!isWord(token)) return undefined;
	const found = openings[level].find((opening) => opening.word === token?.image);
	if (!found) return undefined;
	const next = lexed.tokens[index + 1];
	if (found.next && !isWord(next, found.next)) return undefined;
	if (found.notBefore && isWord(next, ...found.notBefore)) return undefined;
	const isPart = found.notAfter && isWord(lexed.tokens[index - 1], ...found.notAfter) && !endsPeriod(lexed, index - 1);
	return isPart ? undefined : found;
}

/** Says whether a limit is complete here: `lifetime points` are a number of a member's, but `per lifetime` is a period. */
function endsPeriod({ tokens }: Lexed, index: number): boolean {
	return isWord(tokens[index], 'lifetime') && isWord(tokens[index - 1], 'per');
}

/** Says whether one of the level's clauses begins here by its own word, though the clause before may still be going on. */
export function opensClause(lexed: Lexed, level: Level, index: number): boolean {
	if (openingAt(lexed, level, index) === undefined) return false;
	return !isMeantAsName(lexed, index) && !isAmountOfPoints(lexed, index) && !isStrayGroup(lexed, index);
}

/** Says whether a clause begins here, one of the level's or one that nobody knows. */
export function beginsClause(lexed: Lexed, level: Level, index: number): boolean {
	return opensClause(lexed, level, index) || opensByForm(lexed, level, index) || beginsUnknown(lexed, level, index);
}

// ---------------------------------------------------------------- clauses without a word of their own

/** The form of the clause at a place, if one of the level's clauses can begin there by its form. */
export function formAt(lexed: Lexed, level: Level, index: number): Form | undefined {
	const form = forms[level];
	const token = lexed.tokens[index];
	if (form === 'someNumber') return token?.tokenType === NumberText ? form : undefined;
	if (form === undefined || !isName(token)) return undefined;
	return level !== 'when' || goesOnAsAttribute(lexed, index) || isAlone(lexed, index) ? form : undefined;
}

/** Says whether one of the level's clauses begins here by its form, in the middle of a line as well. */
export function opensByForm(lexed: Lexed, level: Level, index: number): boolean {
	if (formAt(lexed, level, index) === undefined) return false;
	const before = lexed.tokens[index - 1];
	const isWorth = lexed.startsLine[index] === true || isWord(lexed.tokens[index + 1], 'points', 'point');
	if (canEndClause(lexed, index - 1)) return level !== 'redemption' || isWorth;
	if (level !== 'when') return false;
	if (!takesName(before)) return lexed.startsLine[index] === true || goesOnAsAttribute(lexed, index);
	// `channel is` and, on the next line, `payment_method is card`: a name that goes on like this is no entry of a list.
	const isLine = lexed.startsLine[index] === true && lexed.startsLine[index + 1] !== true;
	const isAmount = isWord(before, 'spend', 'quantity') && !isWord(lexed.tokens[index + 1], 'is');
	return isLine && !isAmount && goesOnAsAttribute(lexed, index);
}

/** Says whether a name after this word belongs to its condition, be it too much or one word too early. */
function takesName(token: IToken | undefined): boolean {
	return token?.tokenType === Comma || isWord(token, ...takingNames);
}

/** `payment_method is card`, `basket_weight >= 2.5`, `basket_weight between 1 and 2`; but `on Fri between 11:00 and 14:00`. */
function goesOnAsAttribute({ tokens }: Lexed, index: number): boolean {
	const next = tokens[index + 1];
	if (next === undefined || comparisons.has(next.tokenType) || isWord(next, 'is')) return next !== undefined;
	if (!isWord(next, 'between') || tokens[index + 2]?.tokenType === TimeText) return false;
	const before = tokens[index - 1];
	return tokens[index]?.tokenType !== ShortDay || !(before?.tokenType === Comma || isWord(before, 'on', 'to'));
}

/** A name after which something new begins: in a `when`, a flag. */
function isAlone(lexed: Lexed, index: number): boolean {
	const next = lexed.tokens[index + 1];
	if (next === undefined || next.tokenType === CloseBrace || isName(next) || lexed.startsLine[index + 1]) return true;
	if (openingAt(lexed, 'document', index + 1)) return true;
	return clauseLevels.some((level) => opensClause(lexed, level, index + 1));
}

// ---------------------------------------------------------------- words that only look like openings

/** `channel is store`: a reserved word where a name belongs, as long as it does not go on as its own clause would. */
function isMeantAsName(lexed: Lexed, index: number): boolean {
	const before = lexed.tokens[index - 1];
	if (lexed.startsLine[index] || !(before?.tokenType === Comma || isWord(before, 'is', 'not'))) return false;
	const next = lexed.tokens[index + 1];
	const isLast = next === undefined || lexed.startsLine[index + 1] === true || next.tokenType === CloseBrace;
	return isLast || next.tokenType === Comma || clauseLevels.some((level) => openingAt(lexed, level, index + 1));
}

/** `limit 500 points per …`: after a number the word is its unit, unless it goes on as the setting does. */
function isAmountOfPoints(lexed: Lexed, index: number): boolean {
	if (!isWord(lexed.tokens[index], 'points')) return false;
	const next = lexed.tokens[index + 1];
	if (isWord(next, 'per')) return true;
	const before = lexed.tokens[index - 1]?.tokenType;
	return (before === NumberText || before === Percent) && !isWord(next, 'whole', 'with');
}

/** `any`, `all` or `not` without `{` in the middle of a clause: in `channel not kiosk` no group begins. */
function isStrayGroup(lexed: Lexed, index: number): boolean {
	const token = lexed.tokens[index];
	if (!isWord(token, 'any', 'all', 'not') || lexed.tokens[index + 1]?.tokenType === OpenBrace) return false;
	return (isWord(token, 'not') && lexed.startsLine[index] !== true) || !canEndClause(lexed, index - 1);
}

// ---------------------------------------------------------------- what nobody knows

/** At the start of a line, after something that can be complete: a word or value that continues nothing. */
export function beginsStray(lexed: Lexed, index: number): boolean {
	const token = lexed.tokens[index];
	if (!lexed.startsLine[index] || token === undefined || !canEndClause(lexed, index - 1)) return false;
	return strayTypes.has(token.tokenType);
}

/** A clause that cannot be one of this place: misspelt, without its first word, or one that belongs elsewhere. */
export function beginsUnknown(lexed: Lexed, level: Level, index: number): boolean {
	if (beginsStray(lexed, index)) return level !== 'redemption' || !isCurrency(lexed, index);
	if (!lexed.startsLine[index] || !canEndClause(lexed, index - 1)) return false;
	return clauseLevels.some((each) => openingAt(lexed, each, index)) && !isUnit(lexed, index);
}

/** `= 1` and, on the next line, `AED`. */
function isCurrency({ tokens }: Lexed, index: number): boolean {
	return isName(tokens[index]) && tokens[index - 1]?.tokenType === NumberText && tokens[index - 2]?.tokenType === Equals;
}

/** `3` and, on the next line, `days`: the unit of a number, not a clause. */
function isUnit(lexed: Lexed, index: number): boolean {
	if (isWord(lexed.tokens[index], 'days', 'day', 'weeks', 'week'))
		return !isWord(lexed.tokens[index + 1], 'starts', 'since');
	return isAmountOfPoints(lexed, index);
}

/** Says whether a clause may be over with the word here. */
export function canEndClause({ tokens }: Lexed, index: number): boolean {
	const token = tokens[index];
	if (token === undefined) return false;
	const before = tokens[index - 1];
	// A name follows `item` and a number `priority`, on the next line as well; only `per item` and `highest priority` are complete.
	if (isWord(token, 'item')) return isWord(before, 'per');
	if (isWord(token, 'priority')) return isWord(before, 'highest');
	if (isWord(token, 'total')) return !isWord(before, 'expect');
	return valueTypes.has(token.tokenType) || isWord(token, ...closingWords);
}

// ---------------------------------------------------------------- declarations

/** Says whether a declaration begins here, outside all braces. */
export function beginsDeclaration(lexed: Lexed, index: number): boolean {
	if (!openingAt(lexed, 'document', index)) return false;
	const isSource = isWord(lexed.tokens[index], 'attribute') && lexed.tokens[index - 1]?.tokenType === Equals;
	return !isSource || isWord(lexed.tokens[index + 1], 'member', 'transaction', 'event');
}

/** Says whether a declaration begins here although braces are still open: then a `}` is missing. */
export function interruptsBraces(lexed: Lexed, index: number): boolean {
	const token = lexed.tokens[index];
	if (!openingAt(lexed, 'document', index)) return false;
	const next = lexed.tokens[index + 1];
	const third = lexed.tokens[index + 2];
	if (isWord(token, 'exclusive')) return isName(next) && isWord(third, 'picks');
	// A test's member has segments too, but seldom on lines of their own.
	if (isWord(token, 'segment')) return isName(next) && lexed.startsLine[index] === true;
	if (isWord(token, 'attribute')) return isWord(next, 'member', 'transaction', 'event');
	if (lexed.startsLine[index]) return true;
	if (isWord(token, 'rule', 'campaign', 'program', 'test')) return isName(next);
	if (isWord(token, 'tiers')) return isWord(next, 'by');
	if (isWord(token, 'filter')) return isName(next) && third?.tokenType === Equals;
	return next?.tokenType === OpenBrace;
}
