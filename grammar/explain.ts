/** Why a clause could not be read as it stands, in the user's words. */
import { EOF, type IRecognitionException, type IToken, type TokenType } from 'chevrotain';
import { problem } from './diagnostics/catalogue.ts';
import { expecting, phrase, several } from './diagnostics/phrases.ts';
import { fixOf, type Problem, type QuickFix } from './diagnostics/problem.ts';
import type { Phrase, Several } from './diagnostics/saying.ts';
import { nearest } from './diagnostics/suggest.ts';
import { isKeyword, keywords, longDays, shortDays } from './keywords.ts';
import { faultOf, quoteShort } from './literals.ts';
import { isName } from './openings.ts';
import { anyOf, BETWEEN } from './parser/values.ts';
import type { Span } from './text.ts';
import {
	BareName,
	Comma,
	Cross,
	DateText,
	isWord,
	keywordTypes,
	LongDay,
	NumberText,
	Quoted,
	ShortDay,
	spanOf,
	TimeText,
} from './tokens.ts';

/** What is missing in a clause that could be read otherwise. */
export function gapProblem(error: IRecognitionException, tokens: readonly IToken[]): Problem {
	// Chevrotain types the word before as optional in one of its errors only; all errors that are kept have it.
	const { previousToken, message, token } = error as IRecognitionException & { readonly previousToken: IToken };
	const span = spanOf(previousToken);
	const after = quoteShort(previousToken.image);
	if (isEmptyList(error, previousToken)) return problem('empty-list', span, { after, expected: expectedBy(message) });
	const isCount = message === countedUnits;
	const advice = isCount ? phrase('Say what is counted: write `points` or `times` after the number.') : undefined;
	// Nothing else than points is counted by the transaction.
	const isByTransaction = isCount && isWord(tokens[tokens.indexOf(token) + 1], 'transaction');
	const fix = gapFix(isByTransaction ? '`points`' : message, span);
	return problem('missing-part', span, { after, expected: expectedBy(message), advice }, fix ? { fix } : {});
}

/** The grammar's rules for entries between commas. */
const listRules: ReadonlySet<string> = new Set(['names', 'places', 'totalParts', 'selectors']);

/** Nothing at all stands where entries between commas belong; behind a comma it is one entry that is missing. */
function isEmptyList({ context }: IRecognitionException, before: IToken): boolean {
	const hasBegun = before.tokenType === Comma || isWord(before, 'chain');
	return !hasBegun && context.ruleStack.some((rule) => listRules.has(rule));
}

/** What is missing, put where it belongs, if it can be one thing only. */
function gapFix(expected: string, { start, end }: Span): QuickFix | undefined {
	// A line with a price alone: one of it.
	if (expected === Cross.LABEL) {
		return fixOf(phrase('add', { text: '1 x' }), [{ span: { start, end: start }, text: '1 x ' }]);
	}
	const only = onlyOne(expected);
	if (only === undefined) return undefined;
	const text = [',', ')'].includes(only) ? only : ` ${only}`;
	return fixOf(phrase('add', { text: only }), [{ span: { start: end, end }, text }]);
}

/** What the parser expects after the number of a limit. */
const countedUnits = anyOf(['`points`', '`times`']);

/** What was expected, where that is one word or sign. */
function onlyOne(expected: string): string | undefined {
	return /^`([a-z_]+|[,)=])`$/.exec(expected)?.[1];
}

/** Why a clause could not be read. */
export function breakProblem(errors: readonly IRecognitionException[], tokens: readonly IToken[]): Problem {
	const error = errors[0];
	for (const token of tokens) {
		// In `2 × 18.00` and `2x18.00` the sign is the fault, and what it makes of the number follows from it.
		if (error && error.message === Cross.LABEL && token.startOffset >= error.token.startOffset) break;
		const fault = faultOf(token);
		if (fault) return fault;
	}
	const last = tokens.at(-1) as IToken;
	if (!error) {
		const expected = phrase('something else');
		return problem('unexpected', spanOf(last), { found: quoteShort(last.image), expected });
	}
	return error.token.tokenType === EOF ? gapProblem(error, tokens) : unexpected(error.token, error.message);
}

function unexpected(token: IToken, expected: string): Problem {
	const span = spanOf(token);
	const found = quoteShort(token.image);
	const quote = { fix: fixOf(phrase('Put it in quotes'), [{ span, text: `"${token.image}"` }]) };
	if (expected === 'a name' && isWord(token)) return problem('keyword-as-name', span, { found }, quote);
	const isBare = [BareName, ShortDay, LongDay, Cross].includes(token.tokenType);
	if (expected === 'a text in quotes' && isBare) return problem('needs-quotes', span, { found }, quote);
	const near = nearestWord(token, expected);
	const fix = near ? writing(span, near) : mend(token, expected);
	return problem('unexpected', span, { found, expected: expectedBy(expected), nearest: near }, fix ? { fix } : {});
}

/** The words that are left out most often, and what stands there instead of them. */
const leftOut: readonly (readonly [expected: string, found: readonly TokenType[], word: string])[] = [
	['`is`', [BareName, Quoted, ShortDay, LongDay, Cross], 'is'],
	['`is`', [NumberText], 'is'],
	['`of`', [Quoted, BareName], 'of'],
	['`by`', [NumberText], 'by'],
	['`earns`', [NumberText], 'earns'],
	['`starts`', [LongDay, TimeText], 'starts'],
	['`at`', [DateText], 'at'],
	[anyOf(['`after`', '`at`']), [NumberText], 'after'],
	[anyOf(['`from`', '`until`']), [DateText], 'from'],
	['`for`', [NumberText], 'for'],
	['`of`', [keywordTypes.items], 'of'],
	['`the`', [keywordTypes.next], 'the'],
	['`with`', [keywordTypes.points], 'with'],
	[anyOf(['`may`', '`stop`', '`pending`']), [keywordTypes.go], 'may'],
];

/** The mechanical repair of a word that is not what was expected, where there is one. */
function mend(token: IToken, expected: string): QuickFix | undefined {
	const span = spanOf(token);
	const instead = (text: string) => writing(span, text);
	const start = { start: span.start, end: span.start };
	const before = (text: string) => fixOf(phrase('add', { text }), [{ span: start, text: `${text} ` }]);
	// `once a day`, `3 times each week`.
	if (expected === '`per`' && /^(an?|each|every)$/.test(token.image)) return instead('per');
	// `2 * 18.00`, `2 × 18.00`, `2x18.00`.
	if (expected === Cross.LABEL) return /^[*×X]$/.test(token.image) ? instead('x') : crossed(token);
	const row = leftOut.find(([wanted, found]) => wanted === expected && found.includes(token.tokenType));
	return row && before(row[2]);
}

/** `x18`: a sign and a number without a space. */
function crossed(token: IToken): QuickFix | undefined {
	const { start } = spanOf(token);
	if (!/^[xX]\d/.test(token.image)) return undefined;
	return fixOf(phrase('Write `x` and a space'), [{ span: { start, end: start + 1 }, text: 'x ' }]);
}

/** A word that was expected and is written nearly like this one; for a day, the day as it is written here. */
function nearestWord(token: IToken, expected: string): string | undefined {
	const words = [...expected.matchAll(/`([a-z_]+)`/g)].map((match) => match[1] ?? '').filter(isKeyword);
	const days = expected.includes('`Monday`') ? longDays : expected.includes('`Mon') ? shortDays : [];
	const sameDay = days.find((day) => token.image.slice(0, 3).toLowerCase() === day.slice(0, 3).toLowerCase());
	return sameDay ?? nearest(token.image, [...words, ...days]);
}

/** What the parser expected: several things, or one. */
function expectedBy(message: string): string | Phrase | Several {
	const [only = '', ...others] = message.split(BETWEEN).map(expecting);
	return others.length === 0 ? only : several('or', [only, ...others]);
}

/** The repair that writes something else over a stretch. */
function writing(span: Span, text: string): QuickFix {
	return fixOf(phrase('write', { text }), [{ span, text }]);
}

/** Words that follow a clause that is complete without them. */
export function leftoverProblem(tokens: readonly IToken[], after: IToken, isList = false): Problem {
	const token = tokens[0] as IToken;
	const fault = tokens.map(faultOf).find((found) => found !== undefined);
	if (fault) return fault;
	if (isWord(token, 'every')) return withoutFor(token);
	const near = token.tokenType === BareName ? nearest(token.image, Object.keys(keywords)) : undefined;
	const isEntry = isList && isName(token) && isName(after);
	const parts = { found: quoteShort(token.image), after: quoteShort(after.image), nearest: near, isEntry };
	const { end } = spanOf(after);
	const span = spanOf(token);
	if (near) return problem('left-over', span, parts, { fix: writing(span, near) });
	const comma = fixOf(phrase('add', { text: ',' }), [{ span: { start: end, end }, text: ',' }]);
	return problem('left-over', span, parts, isEntry ? { fix: comma } : {});
}

/** `earn 1 every 10 of "Food"`. */
function withoutFor(token: IToken): Problem {
	const span = spanOf(token);
	const fix = writing(span, 'for every');
	return problem('unexpected', span, { found: token.image, expected: '`for every`' }, { fix });
}
