import { describe, expect, it } from 'vitest';
import { longDays, keywords, shortDays } from './keywords.ts';
import { highlight, isWord, lex, spanOf } from './tokens.ts';

/** Each stretch of a text with its class. */
function classes(text: string): string[] {
	return highlight(text).map(({ span, class: name }) => `${text.slice(span.start, span.end)} ${name}`);
}

describe('highlighting', () => {
	it('knows every kind of word and sign', () => {
		const text = 'rule "A" { active from 2026-01-02 11:00 earn Food >= 1_000% color #B87333, Mon } // note';
		expect(classes(text)).toEqual([
			'rule keyword',
			'"A" string',
			'{ punctuation',
			'active keyword',
			'from keyword',
			'2026-01-02 date',
			'11:00 time',
			'earn keyword',
			'Food name',
			'>= operator',
			'1_000 number',
			'% punctuation',
			'color keyword',
			'#B87333 color',
			', punctuation',
			'Mon keyword',
			'} punctuation',
			'// note comment',
		]);
	});

	it('takes a quote that is not closed no further than its line', () => {
		expect(classes('about "abc\nearn "x"')).toEqual(['about keyword', '"abc string', 'earn keyword', '"x" string']);
	});

	it('does not take `//` in quotes for a comment', () => {
		expect(classes('"a // b" // c')).toEqual(['"a // b" string', '// c comment']);
	});
});

describe('cutting', () => {
	it('loses no character but white space and comments', () => {
		const text = 'rule§"a\\"b" 1.5.2 2026-1-2 😀\ud800 "open';
		const { tokens } = lex(text);
		expect(tokens.map(({ image }) => image).join('')).toBe(text.replaceAll(' ', ''));
		for (const token of tokens) expect(text.slice(spanOf(token).start, spanOf(token).end)).toBe(token.image);
	});

	it.each(['constructor', '__proto__', 'toString', 'Rule', 'rules'])('%s is a name', (text) => {
		expect(classes(text)).toEqual([`${text} name`]);
	});

	it('says what begins a line', () => {
		expect(lex('a b\n// c\nd\r\ne f\rg').startsLine).toEqual([true, false, true, true, false, true]);
	});
});

describe('the words of the language', () => {
	it('are lower case, and each is explained in a sentence', () => {
		for (const [word, doc] of Object.entries(keywords)) {
			expect(word).toMatch(/^[a-z_]+$/);
			expect(doc).toMatch(/^[A-Z].*\.$/);
		}
	});

	it('do not include the days of the week, which stay free for names', () => {
		for (const day of [...shortDays, ...longDays]) expect(isWord(lex(day).tokens[0])).toBe(false);
	});
});
