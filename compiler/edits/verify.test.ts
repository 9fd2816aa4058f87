import { parse, type TextEdit } from '#grammar';
import { expect, test } from 'vitest';
import { draft, type Draft, type Source } from './draft.ts';
import { layoutOf } from './layout.ts';
import { verify } from './verify.ts';

const text = 'rule "A" {\n  earn 1 // one\n  earn 2\n}\n';
const { document } = parse(text);
const source: Source = { text, document, layout: layoutOf(text, document) };

/** The edit that replaces a part of the text. */
function edit(part: string, by: string): TextEdit {
	const start = text.indexOf(part);
	return { span: { start, end: start + part.length }, text: by };
}

/** A draft that expects what the second edit gives, but makes the first. */
function pretending(made: TextEdit, meant: TextEdit, changes: Partial<Pick<Draft, 'removed' | 'added'>> = {}): Draft {
	const wished = text.slice(0, meant.span.start) + meant.text + text.slice(meant.span.end);
	return draft('Change text', [made], parse(wished).document.declarations, changes);
}

const unsafe = {
	ok: false,
	reason: 'This change could not be made safely in text – edit line 2.',
	says: { phrase: 'is not safe', parts: { line: 2 } },
};

test('an edit that does what it says is let through', () => {
	const change = edit('earn 1', 'earn 3');
	expect(verify(source, pretending(change, change))).toEqual({ ok: true, edits: [change], label: 'Change text' });
});

test('another tree is refused', () => {
	expect(verify(source, pretending(edit('earn 1', 'earn 4'), edit('earn 1', 'earn 3')))).toEqual(unsafe);
});

test('a clause that a comment swallows is refused', () => {
	expect(verify(source, pretending(edit('// one\n', '// one '), edit('', '')))).toEqual(unsafe);
});

test('a lost comment is refused, unless it belongs to what goes', () => {
	const change = edit(' // one', '');
	expect(verify(source, pretending(change, change))).toEqual(unsafe);
	expect(verify(source, pretending(change, change, { removed: document.comments }))).toMatchObject({ ok: true });
});

test('a comment that changes or appears is refused, unless it comes with what is put in', () => {
	const change = edit('earn 2', 'earn 2 // two');
	expect(verify(source, pretending(change, change))).toMatchObject({ ok: false });
	expect(verify(source, pretending(change, change, { added: ['// two'] }))).toMatchObject({ ok: true });
});

test('a new fault is refused even where the tree stays', () => {
	const change = { span: { start: text.length - 2, end: text.length }, text: '' };
	expect(verify(source, draft('Change text', [change], document.declarations))).toMatchObject({ ok: false });
});

test('nothing to do is always safe', () => {
	expect(verify(source, draft('Change text', [], []))).toEqual({ ok: true, edits: [], label: 'Change text' });
});
