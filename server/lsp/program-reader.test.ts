import { expect, test } from 'vitest';
import { openDocument } from './open-document.ts';
import { applyEdits } from '#grammar';
import { changeBetween, programReader } from './program-reader.ts';

const program = (zone: string) =>
	openDocument('a', 1, `program "A" { currency AED timezone "${zone}" } rule "B" { active until 2026-02-07 earn 1 }`);

/** The problems of a rule that ends on 7 February 2026, at a moment of that day or the next. */
function codes(zone: string, hour: number): string[] {
	const { read } = programReader(null, () => Date.UTC(2026, 1, 7, hour));
	return read(program(zone)).compilation.problems.map(({ code }) => code);
}

test('today is today where the program is', () => {
	expect(codes('Asia/Dubai', 19)).toEqual([]);
	expect(codes('Asia/Dubai', 20)).toEqual(['dates-over']);
	expect(codes('America/New_York', 28)).toEqual([]);
	expect(codes('America/New_York', 29)).toEqual(['dates-over']);
});

test('a document is read once, and again on another day', () => {
	let nowMs = Date.UTC(2026, 1, 7, 12);
	const { read } = programReader(null, () => nowMs);
	const document = program('Asia/Dubai');
	const first = read(document);
	expect(read(document)).toBe(first);
	expect(first.options.today).toEqual({ year: 2026, month: 2, day: 7 });
	nowMs += 12 * 3_600_000;
	expect(read(document).options.today).toEqual({ year: 2026, month: 2, day: 8 });
	expect(read(document).compilation.problems.map(({ code }) => code)).toEqual(['dates-over']);
});

test('names are checked against the catalogue', () => {
	const catalog = { stores: [{ id: 'dxb', name: 'Dubai', chain: null, city: null }], items: [] };
	const document = openDocument('a', 1, 'rule "B" { when { store is "dbx" } earn 1 }');
	const hints = programReader(catalog, () => 0)
		.read(document)
		.compilation.problems.map(({ hint }) => hint);
	expect(hints).toContain('Did you mean `dxb`?');
});

test('after a change only what changed is read again', () => {
	const { read, forget } = programReader(null, () => Date.UTC(2026, 1, 7));
	const text = 'program "A" { currency AED timezone "UTC" }\nrule "B" { earn 1 }\nrule "C" { earn 2 }\n';
	const first = read(openDocument('a', 1, text));
	const second = read(openDocument('a', 2, text.replace('earn 2', 'earn "Fod"')));
	expect(second.compilation.problems.map(({ code }) => code)).toEqual(['unknown-name']);
	expect(second.compilation.reading.pieces[1]).toBe(first.compilation.reading.pieces[1]);
	expect(second.compilation.reading.pieces[2]).not.toBe(first.compilation.reading.pieces[2]);
	expect(second.scope().rules).toEqual(['B', 'C']);
	forget('a');
	const third = read(openDocument('a', 3, text));
	expect(third.compilation.reading.pieces[1]).not.toBe(first.compilation.reading.pieces[1]);
});

test.each([
	['', ''],
	['', 'a'],
	['abc', ''],
	['aaa', 'aa'],
	['abcabc', 'abc'],
	['one two', 'one 2'],
	['🎉🎊', '🎉🎈'],
])('the change from `%s` to `%s`', (before, after) => {
	expect(applyEdits(before, [changeBetween(before, after)])).toBe(after);
});
