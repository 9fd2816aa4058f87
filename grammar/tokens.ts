/** The words and signs of the language, and their cutting out of a text. Every character of a text lands somewhere. */
import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import type { Comment } from './ast.ts';
import { problem } from './diagnostics/catalogue.ts';
import { phrase } from './diagnostics/phrases.ts';
import { fixOf, type Problem } from './diagnostics/problem.ts';
import { isKeyword, type Keyword, keywords, longDays, shortDays } from './keywords.ts';
import type { Span } from './text.ts';

/** How a stretch of text is coloured. */
export type HighlightClass =
	| 'keyword'
	| 'name'
	| 'string'
	| 'number'
	| 'date'
	| 'time'
	| 'color'
	| 'comment'
	| 'operator'
	| 'punctuation';

/** One such character is enough to refuse a text; more than these are not listed. */
const mostInvisible = 100;
const bidirectional = '\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069';

/** Chevrotain drops the `u` flag of an expression that it is given, hence a function. */
function unicode(pattern: RegExp): (text: string, offset: number) => RegExpExecArray | null {
	const sticky = new RegExp(pattern.source, 'uy');
	return (text, offset) => {
		sticky.lastIndex = offset;
		return sticky.exec(text);
	};
}

function word(name: string, label: string, pattern: RegExp, categories: TokenType[] = []): TokenType {
	return pattern === Lexer.NA
		? createToken({ name, label, pattern, categories })
		: createToken({ name, label, pattern: unicode(pattern), line_breaks: false, categories });
}

function sign(name: string, image: string): TokenType {
	return createToken({ name, label: `\`${image}\``, pattern: image });
}

const WhiteSpace = createToken({
	name: 'WhiteSpace',
	pattern: new RegExp(`[\\s${bidirectional}]+`),
	group: Lexer.SKIPPED,
	line_breaks: true,
});
const CommentText = createToken({ name: 'CommentText', pattern: /\/\/[^\r\n]*/, group: 'comments' });

export const BareName: TokenType = word('BareName', 'a name', /[\p{L}_][\p{L}\p{M}\p{N}_]*/u);
export const ShortDay: TokenType = word('ShortDay', 'a day such as `Mon`', Lexer.NA, [BareName]);
export const LongDay: TokenType = word('LongDay', 'a day such as `Monday`', Lexer.NA, [BareName]);
/** `x` between a number and a price; everywhere else a name. */
export const Cross: TokenType = word('Cross', '`x`', Lexer.NA, [BareName]);
export const Quoted: TokenType = word('Quoted', 'a text in quotes', /"(?:[^"\\\r\n]|\\[^\r\n])*"/);
/** A text whose closing quote is not on its line; it ends with the line, so that it swallows nothing else. */
export const UnclosedText: TokenType = word('UnclosedText', 'a text in quotes', /"[^\r\n]*/);
export const DateText: TokenType = word('DateText', 'a date such as `2026-11-27`', /\d{4}-\d{2}-\d{2}(?![\p{N}_])/u);
export const TimeText: TokenType = word('TimeText', 'a time such as `11:00`', /\d+:\d+/);
/** Anything that was meant as a number; whether it is one, {@link readNumber} says. */
export const NumberText: TokenType = word(
	'NumberText',
	'a number',
	/\p{Nd}[\p{Nd}_]*(?:,\d+)*(?:[.٫][\p{Nd}_]*)?|\.\d[\d_]*/u,
);
export const ColorText: TokenType = word('ColorText', 'a colour such as `#B87333`', /#[\p{L}\p{N}_]*/u);
/** One character that means nothing anywhere. */
export const Stray: TokenType = word('Stray', 'nothing', /[^]/u);

export const OpenBrace: TokenType = sign('OpenBrace', '{');
export const CloseBrace: TokenType = sign('CloseBrace', '}');
export const OpenParenthesis: TokenType = sign('OpenParenthesis', '(');
export const CloseParenthesis: TokenType = sign('CloseParenthesis', ')');
export const Comma: TokenType = sign('Comma', ',');
export const Percent: TokenType = sign('Percent', '%');
export const Plus: TokenType = sign('Plus', '+');
export const Minus: TokenType = sign('Minus', '-');
export const Times: TokenType = sign('Times', '*');
export const Divide: TokenType = sign('Divide', '/');
export const NotEqual: TokenType = sign('NotEqual', '!=');
export const AtMost: TokenType = sign('AtMost', '<=');
export const AtLeast: TokenType = sign('AtLeast', '>=');
export const Less: TokenType = sign('Less', '<');
export const More: TokenType = sign('More', '>');
export const Equals: TokenType = sign('Equals', '=');

/** One kind for each word of the language. */
export const keywordTypes = Object.fromEntries(
	Object.keys(keywords).map((text) => [text, word(`word_${text}`, `\`${text}\``, Lexer.NA)]),
) as Readonly<Record<Keyword, TokenType>>;

const operators = [Plus, Minus, Times, Divide, NotEqual, AtMost, AtLeast, Less, More, Equals];
const punctuation = [OpenBrace, CloseBrace, OpenParenthesis, CloseParenthesis, Comma, Percent];
const literals = [BareName, Quoted, UnclosedText, DateText, TimeText, NumberText, ColorText];

/** Every kind, in the order in which the parser must know them. */
export const allTypes: readonly TokenType[] = [
	...literals,
	ShortDay,
	LongDay,
	Cross,
	...punctuation,
	...operators,
	...Object.values(keywordTypes),
	Stray,
];

const lexer = new Lexer([WhiteSpace, CommentText, ...literals, ...punctuation, ...operators, Stray], {
	positionTracking: 'onlyOffset',
});

const types = new Map<string, TokenType>([
	...shortDays.map((day) => [day, ShortDay] as const),
	...longDays.map((day) => [day, LongDay] as const),
	['x', Cross],
	...Object.entries(keywordTypes),
]);

const classes = new Map<TokenType, HighlightClass>([
	[BareName, 'name'],
	[ShortDay, 'keyword'],
	[LongDay, 'keyword'],
	[Cross, 'name'],
	[Quoted, 'string'],
	[UnclosedText, 'string'],
	[DateText, 'date'],
	[TimeText, 'time'],
	[NumberText, 'number'],
	[ColorText, 'color'],
	[Stray, 'punctuation'],
	...operators.map((type) => [type, 'operator'] as const),
	...punctuation.map((type) => [type, 'punctuation'] as const),
	...Object.values(keywordTypes).map((type) => [type, 'keyword'] as const),
]);

/** A text cut into words and signs. */
export interface Lexed {
	readonly text: string;
	readonly tokens: readonly IToken[];
	/** For each of `tokens`: whether it is the first on its line. */
	readonly startsLine: readonly boolean[];
	/** Which of `tokens` are texts that do not end, in their order. */
	readonly unclosed: readonly number[];
	readonly comments: readonly Comment[];
	readonly problems: readonly Problem[];
}

/** Cuts a text into words and signs. Only characters that turn the reading direction are a problem here. */
export function lex(text: string): Lexed {
	const { tokens, groups } = lexer.tokenize(text);
	const startsLine: boolean[] = [];
	const unclosed: number[] = [];
	let end = 0;
	for (const [index, token] of tokens.entries()) {
		// Retyping here keeps the lexer at two dozen patterns instead of two hundred.
		const type = token.tokenType === BareName ? types.get(token.image) : undefined;
		if (type) {
			token.tokenType = type;
			token.tokenTypeIdx = type.tokenTypeIdx as number;
		}
		if (token.tokenType === UnclosedText) unclosed.push(index);
		startsLine.push(end === 0 || /[\r\n]/.test(text.slice(end, token.startOffset)));
		end = token.startOffset + token.image.length;
	}
	const comments = (groups['comments'] ?? []).map((token: IToken) => ({ span: spanOf(token), text: token.image }));
	return { text, tokens, startsLine, unclosed, comments, problems: bidirectionalProblems(text) };
}

function bidirectionalProblems(text: string): Problem[] {
	const problems: Problem[] = [];
	for (const match of text.matchAll(new RegExp(`[${bidirectional}]+`, 'g'))) {
		const span = { start: match.index, end: match.index + match[0].length };
		const fix = fixOf(phrase('Remove the invisible character'), [{ span, text: '' }]);
		problems.push(problem('bidirectional-control', span, { code: codePoint(match[0]) }, { fix }));
		if (problems.length === mostInvisible) break;
	}
	return problems;
}

/** The number of a text's first character as Unicode writes it: `U+202E`. */
export function codePoint(text: string): string {
	return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The stretch of a word or sign. */
export function spanOf(token: IToken): Span {
	return { start: token.startOffset, end: token.startOffset + token.image.length };
}

/** Says whether a word or sign is a word of the language; with `words`, whether it is one of these. */
export function isWord(token: IToken | undefined, ...words: Keyword[]): boolean {
	if (token === undefined || !isKeyword(token.image) || token.tokenType !== keywordTypes[token.image]) return false;
	return words.length === 0 || words.includes(token.image);
}

/** The stretches of a text that are coloured, in its order, comments included. They never overlap. */
export function highlight(text: string): { span: Span; class: HighlightClass }[] {
	const { tokens, comments } = lex(text);
	const words = tokens.map((token) => ({ span: spanOf(token), class: classes.get(token.tokenType) ?? 'punctuation' }));
	const remarks = comments.map(({ span }) => ({ span, class: 'comment' as const }));
	return [...words, ...remarks].sort((a, b) => a.span.start - b.span.start);
}
