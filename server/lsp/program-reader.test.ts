import { expect, test } from 'vitest';
import { openDocument } from './open-document.ts';
import { programReader } from './program-reader.ts';

const program = (zone: string) =>
	openDocument('a', 1, `program "A" { currency AED timezone "${zone}" } rule "B" { active until 2026-02-07 earn 1 }`);

/** The problems of a rule that ends on 7 February 2026, at a moment of that day or the next. */
function codes(zone: string, hour: number): string[] {
	const read = programReader(null, () => Date.UTC(2026, 1, 7, hour));
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
	const read = programReader(null, () => nowMs);
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
	const hints = programReader(catalog, () => 0)(document).compilation.problems.map(({ hint }) => hint);
	expect(hints).toContain('Did you mean `dxb`?');
});
