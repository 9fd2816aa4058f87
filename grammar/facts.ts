/** How far a fact of a test reaches. Facts are told apart by their form, since an attribute is a bare name and a value. */
import type { Level } from './constructs.ts';
import { isName, openingAt } from './openings.ts';
import { DateText, isWord, type Lexed, NumberText, Percent } from './tokens.ts';

/**
 * The index from which on something new may begin after the clause at `from`: a fact takes its value even where that could
 * begin a fact by itself.
 */
export function clauseEnd(lexed: Lexed, level: Level, from: number): number {
	if (level === 'test') return endOfPart(lexed, from);
	if (level !== 'member' && level !== 'event') return from + 1;
	const { tokens, startsLine } = lexed;
	if (isName(tokens[from])) return isValueOfName(lexed, from + 1) ? from + 2 : from + 1;
	if (isWord(tokens[from], 'item')) return endOfLine(lexed, from);
	let index = from + 1;
	while (isWord(tokens[index]) && !openingAt(lexed, level, index)) index++;
	if (isLiteral(lexed, index)) return index + 1;
	if (!isName(tokens[index])) return index;
	// `channel` and, on the next line, `payment_method card`: the channel is missing. So is the day of `birthday payment_method card`.
	const isAnother =
		startsLine[index] === true || !isWord(tokens[from], 'tier', 'segment', 'store', 'chain', 'channel', 'order');
	return isAnother && startsLine[index + 1] !== true && isValueOfName(lexed, index + 1) ? index : index + 1;
}

/** The end of `returns item "LATTE" 1` or `expect paid with points 20.00`, as far as it goes on like that. */
function endOfPart({ tokens }: Lexed, from: number): number {
	const next = from + 1;
	if (isWord(tokens[from], 'returns')) {
		if (!isWord(tokens[next], 'item')) return next;
		const index = isName(tokens[next + 1]) ? next + 2 : next + 1;
		return tokens[index]?.tokenType === NumberText ? index + 1 : index;
	}
	const isPaid = isWord(tokens[from], 'expect') && isWord(tokens[next], 'paid') && isWord(tokens[next + 1], 'with');
	if (!isPaid || !isWord(tokens[next + 2], 'points')) return next;
	return tokens[next + 3]?.tokenType === NumberText ? next + 4 : next + 3;
}

/** Says whether a fact begins with a name here, where the one before is over. */
export function isFact({ tokens }: Lexed, level: Level, index: number): boolean {
	return (level === 'member' || level === 'event') && isName(tokens[index]);
}

function isLiteral({ tokens }: Lexed, index: number): boolean {
	const type = tokens[index]?.tokenType;
	return type === NumberText || type === DateText;
}

/**
 * Whether what follows a name is its value. A name is where it stands on the same line; on the next it begins a fact of its own,
 * as it does before a value that can only be its.
 */
function isValueOfName(lexed: Lexed, index: number): boolean {
	if (isLiteral(lexed, index)) return true;
	return isName(lexed.tokens[index]) && lexed.startsLine[index] !== true && !isLiteral(lexed, index + 1);
}

/** The end of `item "LATTE" category "Drinks" 2 x 18.00`, as far as it goes on like that. */
function endOfLine({ tokens, startsLine }: Lexed, from: number): number {
	let index = from;
	while (isWord(tokens[index], 'item', 'category', 'subcategory', 'combo')) {
		index++;
		if (isName(tokens[index])) index++;
		if (isWord(tokens[index], 'item')) return index;
	}
	if (tokens[index]?.tokenType !== NumberText) return index;
	index += tokens[index + 1]?.tokenType === Percent ? 2 : 1;
	// `2x18.00` and `2 X 18.00` are meant as `x` too.
	if (!isName(tokens[index]) || !/^[xX]\d*$/.test(tokens[index]?.image ?? '')) return index;
	index++;
	if (isName(tokens[index]) && (isWord(tokens[index + 1], 'for') || startsLine[index] !== true)) index++;
	if (isWord(tokens[index], 'for')) index++;
	return tokens[index]?.tokenType === NumberText ? index + 1 : index;
}
