/** What the building of a clause shares: where it is in the text, and whether something was missing. */
import type { CstNode, IToken } from 'chevrotain';
import type {
	ColorLiteral,
	DateLiteral,
	Health,
	Missing,
	Name,
	NumberLiteral,
	RawClause,
	TextLiteral,
	TimeLiteral,
	Word,
} from '../ast.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { problem } from '../diagnostics/catalogue.ts';
import type { Expectation } from '../diagnostics/phrases/expectations.ts';
import { type Read, readColor, readDate, readNumber, readQuoted, readTime } from '../literals.ts';
import type { Keyword } from '../keywords.ts';
import { nameFaults } from '../scripts.ts';
import type { Span } from '../text.ts';
import { spanOf } from '../tokens.ts';

/** The parts of a construct under a label, in the order of the text. */
export function nodesOf(node: CstNode | undefined, label: string): CstNode[] {
	return (node?.children[label] ?? []).filter((child): child is CstNode => 'children' in child);
}

/** The first part of a construct under a label. */
export function nodeOf(node: CstNode | undefined, label: string): CstNode | undefined {
	return nodesOf(node, label)[0];
}

/** The words and signs of a construct under a label that really stand in the text. */
export function tokensOf(node: CstNode | undefined, label: string): IToken[] {
	return (node?.children[label] ?? []).filter((child): child is IToken => 'image' in child && !child.isInsertedInRecovery);
}

/** The words and signs of a construct that really stand in the text, in its order. */
export function wordsOf(node: CstNode): IToken[] {
	const found = (each: CstNode): IToken[] =>
		Object.values(each.children).flatMap((children) =>
			children.flatMap((child) => ('children' in child ? found(child) : child.isInsertedInRecovery ? [] : child)),
		);
	return found(node).sort((a, b) => a.startOffset - b.startOffset);
}

/** A stretch from the first part to the last. */
export function join(first: { readonly span: Span }, last: { readonly span: Span }): Span {
	return { start: Math.min(first.span.start, last.span.start), end: Math.max(first.span.end, last.span.end) };
}

/**
 * Builds the values of one clause. Its parts are to be built in the order of the text: a hole lies after whatever was last built.
 */
export class Site {
	readonly span: Span;
	readonly problems: Problem[] = [];
	/** Whether the tree has no place for what was read; the clause is then kept as its source. */
	isUnreadable = false;
	private at: number;
	private isIncomplete: boolean;

	constructor(span: Span, isIncomplete: boolean) {
		this.span = span;
		this.at = span.start;
		this.isIncomplete = isIncomplete;
	}

	/** What every clause has. Asked last, when all its parts are built. */
	clause(): { readonly span: Span; readonly health: Health } {
		return { span: this.span, health: this.isIncomplete ? 'incomplete' : 'ok' };
	}

	/** Goes past the first word or sign under a label, if it is there. */
	pass(node: CstNode | undefined, label: string): IToken | undefined {
		return this.passToken(tokensOf(node, label)[0]);
	}

	/** Goes past a word of the language, if it is there. */
	passWord(node: CstNode | undefined, text: Keyword): IToken | undefined {
		return this.pass(node, `word_${text}`);
	}

	/** Says whether a word of the language stands there, without going past it. */
	hasWord(node: CstNode | undefined, text: Keyword): boolean {
		return tokensOf(node, `word_${text}`).length > 0;
	}

	/** Several words that say one thing; a hole where one of them is missing. */
	phrase<T extends string>(
		node: CstNode | undefined,
		words: readonly Keyword[],
		text: T,
		expected: Expectation,
	): Word<T> | Missing {
		const tokens = words.map((each) => this.passWord(node, each));
		const [first, last] = [tokens[0], tokens.at(-1)];
		if (!first || !last || tokens.includes(undefined)) return this.missing(expected);
		return { kind: 'word', span: this.between(first, last), text };
	}

	/** `points` or `point`, if it is there. */
	pointsUnit(node: CstNode | undefined): IToken | undefined {
		const unit = nodeOf(node, 'pointsUnit');
		return this.passWord(unit, 'points') ?? this.passWord(unit, 'point');
	}

	/** `days` or `day`, if it is there. */
	daysUnit(node: CstNode | undefined): IToken | undefined {
		const unit = nodeOf(node, 'daysUnit');
		return this.passWord(unit, 'days') ?? this.passWord(unit, 'day');
	}

	/** The stretch from one word to another. */
	between(first: IToken, last: IToken): Span {
		return join({ span: spanOf(first) }, { span: spanOf(last) });
	}

	/** Gives the clause up: the tree has no place for what was read. Its reader puts its source in this node's place. */
	unreadable(why?: Problem): RawClause {
		this.isUnreadable = true;
		if (why) this.problems.push(why);
		return { kind: 'raw', span: this.span, text: '' };
	}

	/** Goes past a word or sign that is known already. */
	passToken(token: IToken | undefined): IToken | undefined {
		if (token) this.at = spanOf(token).end;
		return token;
	}

	/** A hole after what was last built, or one that covers what stands there instead. */
	missing(expected: Expectation, span: Span = { start: this.at, end: this.at }): Missing {
		this.isIncomplete = true;
		return { kind: 'missing', span, expected };
	}

	/** A value from a word, or a hole over it and the reason why. */
	private value<T, N>(token: IToken, expected: Expectation, read: Read<T>, make: (value: T, span: Span) => N): N | Missing {
		if ('value' in read) return make(read.value, spanOf(token));
		this.problems.push(read.problem);
		return this.missing(expected, spanOf(token));
	}

	name(node: CstNode | undefined, expected: Expectation = 'a name'): Name | Missing {
		const bare = this.pass(node, 'BareName');
		if (bare) this.problems.push(...nameFaults(bare));
		if (bare) return { kind: 'name', span: spanOf(bare), text: bare.image, quoted: false };
		const token = this.pass(node, 'Quoted');
		if (!token) return this.missing(expected);
		const { text, problems } = readQuoted(token);
		this.problems.push(...problems, ...nameFaults(token));
		if (text.trim() !== '') return { kind: 'name', span: spanOf(token), text, quoted: true };
		this.problems.push(problem('empty-name', spanOf(token), undefined));
		return this.missing(expected, spanOf(token));
	}

	text(node: CstNode | undefined): TextLiteral | Missing {
		const token = this.pass(node, 'Quoted');
		if (!token) return this.missing('a text in quotes');
		const { text, problems } = readQuoted(token);
		this.problems.push(...problems);
		return { kind: 'text', span: spanOf(token), text };
	}

	number(node: CstNode | undefined, expected: Expectation = 'a number'): NumberLiteral | Missing {
		const token = this.pass(node, 'NumberText');
		if (!token) return this.missing(expected);
		const percent = this.pass(node, 'Percent');
		const end = percent ? spanOf(percent).end : spanOf(token).end;
		return this.value(token, expected, readNumber(token), (digits, span) => ({
			kind: 'number',
			span: { start: span.start, end },
			digits,
			percent: percent !== undefined,
		}));
	}

	date(node: CstNode | undefined): DateLiteral | Missing {
		const token = this.pass(node, 'DateText');
		if (!token) return this.missing('a date');
		return this.value(token, 'a date', readDate(token), (day, span) => ({ kind: 'date', span, ...day }));
	}

	time(node: CstNode | undefined): TimeLiteral | Missing {
		const token = this.pass(node, 'TimeText');
		if (!token) return this.missing('a time');
		return this.value(token, 'a time', readTime(token), (minute, span) => ({ kind: 'time', span, minute }));
	}

	color(node: CstNode | undefined): ColorLiteral | Missing {
		const token = this.pass(node, 'ColorText');
		if (!token) return this.missing('a colour');
		return this.value(token, 'a colour', readColor(token), (text, span) => ({ kind: 'color', span, text }));
	}

	/** The one of some words that stands there. */
	word<T extends Keyword>(node: CstNode | undefined, words: readonly T[], expected: Expectation): Word<T> | Missing {
		for (const text of words) {
			const token = this.passWord(node, text);
			if (token) return { kind: 'word', span: spanOf(token), text };
		}
		return this.missing(expected);
	}

	/** Entries between commas; an entry that is not there is a hole. There is at least one. */
	list<T>(node: CstNode | undefined, label: string, build: (entry: CstNode | undefined) => T): T[] {
		const entries = nodesOf(node, label);
		const commas = tokensOf(node, 'Comma');
		return Array.from({ length: Math.max(entries.length, commas.length + 1) }, (_, index) => {
			if (index > 0) this.passToken(commas[index - 1]);
			return build(entries[index]);
		});
	}
}
