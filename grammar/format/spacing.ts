/** The blanks between the words and signs of one line. */
import type { IToken, TokenType } from 'chevrotain';
import { CloseParenthesis, Comma, Divide, isWord, Minus, OpenParenthesis, Percent, Plus, Times } from '../tokens.ts';

const clingsToBefore: ReadonlySet<TokenType> = new Set([Comma, Percent, CloseParenthesis]);
const operators: ReadonlySet<TokenType> = new Set([Plus, Minus, Times, Divide]);

/** How many blanks stand before a word or sign, after the one before it on its line: one, or none where it clings. */
export function spaceBefore(tokens: readonly IToken[], index: number): number {
	const token = tokens[index];
	const before = tokens[index - 1];
	if (!token || !before) return 0;
	const clings = clingsToBefore.has(token.tokenType) || before.tokenType === OpenParenthesis || isSign(tokens, index - 1);
	return clings ? 0 : 1;
}

/** Says whether a long clause may go on on the next line with this word or sign. */
export function mayBreakBefore(tokens: readonly IToken[], index: number): boolean {
	const type = tokens[index]?.tokenType;
	if (tokens[index - 1]?.tokenType === Comma || isWord(tokens[index], 'or', 'except')) return true;
	return (type === Plus || type === Minus) && !isSign(tokens, index);
}

/** Says whether this is a minus that belongs to what follows it: there is nothing before it to subtract from. */
function isSign(tokens: readonly IToken[], index: number): boolean {
	if (tokens[index]?.tokenType !== Minus) return false;
	const before = tokens[index - 1];
	return !before || isWord(before) || before.tokenType === OpenParenthesis || operators.has(before.tokenType);
}
