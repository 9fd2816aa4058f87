/** Questions about a place in the stream of words: does a clause, a declaration or something unknown begin here? */
import type { IToken } from 'chevrotain';
import { closingWords, type Level, type Opening, openings } from './constructs.ts';
import {
	BareName,
	CloseBrace,
	CloseParenthesis,
	ColorText,
	Comma,
	DateText,
	isWord,
	type Lexed,
	LongDay,
	NumberText,
	OpenBrace,
	Percent,
	Quoted,
	ShortDay,
	Stray,
	TimeText,
	UnclosedText,
} from './tokens.ts';

/** The levels whose parts stand in braces. */
export const clauseLevels: readonly Level[] = ['program', 'tiers', 'tier', 'rule', 'when'];
const nameTypes = new Set([BareName, Quoted, UnclosedText, ShortDay, LongDay]);
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
const strayTypes = new Set([BareName, Stray, Quoted, UnclosedText, NumberText, DateText, ColorText]);

/** Says whether a word or sign can stand for a name. */
export function isName(token: IToken | undefined): boolean {
	return token !== undefined && nameTypes.has(token.tokenType);
}

function follows(token: IToken | undefined, next: Opening['next']): boolean {
	if (next === undefined) return true;
	return next === '{' ? token?.tokenType === OpenBrace : isWord(token, next);
}

/** The opening at a place, if one of the level's clauses can begin there. */
export function openingAt(lexed: Lexed, level: Level, index: number): Opening | undefined {
	const token = lexed.tokens[index];
	if (!isWord(token)) return undefined;
	const found = openings[level].find((opening) => opening.word === token?.image);
	const next = lexed.tokens[index + 1];
	if (!found || !follows(next, found.next) || (found.notBefore && isWord(next, found.notBefore))) return undefined;
	const before = lexed.tokens[index - 1];
	return isWord(before, ...(found.notAfter ?? [])) && found.notAfter ? undefined : found;
}

/** Says whether one of the level's clauses begins here by its own word, though the clause before may still be going on. */
export function opensClause(lexed: Lexed, level: Level, index: number): boolean {
	return openingAt(lexed, level, index) !== undefined && !isMeantAsName(lexed, index) && !isAmountOfPoints(lexed, index);
}

/** Says whether a clause begins here, one of the level's or one that nobody knows. */
export function beginsClause(lexed: Lexed, level: Level, index: number): boolean {
	return opensClause(lexed, level, index) || beginsUnknown(lexed, index);
}

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

/** At the start of a line, after something that can be complete: a word or value that continues nothing. */
export function beginsStray(lexed: Lexed, index: number): boolean {
	const token = lexed.tokens[index];
	if (!lexed.startsLine[index] || token === undefined || !canEndClause(lexed, index - 1)) return false;
	return strayTypes.has(token.tokenType);
}

/** A clause that cannot be one of this place: misspelt, without its first word, or one that belongs elsewhere. */
export function beginsUnknown(lexed: Lexed, index: number): boolean {
	if (beginsStray(lexed, index)) return true;
	if (!lexed.startsLine[index] || !canEndClause(lexed, index - 1)) return false;
	return clauseLevels.some((level) => openingAt(lexed, level, index)) && !isUnit(lexed, index);
}

/** `3` and, on the next line, `days`: the unit of a number, not a clause. */
function isUnit(lexed: Lexed, index: number): boolean {
	return isAmountOfPoints(lexed, index) || isWord(lexed.tokens[index], 'days', 'day');
}

function canEndClause({ tokens }: Lexed, index: number): boolean {
	const token = tokens[index];
	if (token === undefined) return false;
	// In a selector a name follows `item`, on the next line as well; only `per item` is complete.
	if (isWord(token, 'item')) return isWord(tokens[index - 1], 'per');
	return valueTypes.has(token.tokenType) || isWord(token, ...closingWords);
}

/** Says whether a declaration begins here, outside all braces. */
export function beginsDeclaration(lexed: Lexed, index: number): boolean {
	if (!openingAt(lexed, 'document', index)) return false;
	const isSource = isWord(lexed.tokens[index], 'attribute') && lexed.tokens[index - 1]?.image === '=';
	return !isSource || lexed.startsLine[index] === true;
}

/** Says whether a declaration begins here although braces are still open: then a `}` is missing. */
export function interruptsBraces(lexed: Lexed, index: number): boolean {
	const token = lexed.tokens[index];
	if (!openingAt(lexed, 'document', index)) return false;
	const next = lexed.tokens[index + 1];
	const third = lexed.tokens[index + 2];
	if (isWord(token, 'exclusive')) return isName(next) && isWord(third, 'picks');
	if (isWord(token, 'segment')) return isName(next);
	if (isWord(token, 'attribute')) return isWord(next, 'member', 'transaction', 'event');
	if (lexed.startsLine[index]) return true;
	if (isWord(token, 'rule', 'campaign', 'program', 'test')) return isName(next);
	if (isWord(token, 'tiers')) return isWord(next, 'by');
	if (isWord(token, 'filter')) return isName(next) && third?.image === '=';
	return next?.tokenType === OpenBrace;
}
