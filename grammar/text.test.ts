import { describe, expect, it } from 'vitest';
import { covers, lineStarts, offsetAt, overlaps, positionAt } from './text.ts';

describe('lines', () => {
	it('end with LF, CRLF or a lone CR', () => {
		expect(lineStarts('a\nb\r\nc\rd')).toEqual([0, 2, 5, 7]);
	});

	it('and columns lead to offsets and back', () => {
		const text = 'one\r\ntwo\n\nthree';
		const starts = lineStarts(text);
		for (let offset = 0; offset <= text.length; offset++) expect(offsetAt(starts, positionAt(starts, offset))).toBe(offset);
		expect(positionAt(starts, 5)).toEqual({ line: 2, column: 1 });
		expect(positionAt(starts, text.length)).toEqual({ line: 4, column: 6 });
	});
});

describe('spans', () => {
	it('overlap where they share a character', () => {
		expect(overlaps({ start: 0, end: 2 }, { start: 1, end: 3 })).toBe(true);
		expect(overlaps({ start: 0, end: 2 }, { start: 2, end: 3 })).toBe(false);
	});

	it('cover what lies wholly inside', () => {
		expect(covers({ start: 0, end: 2 }, { start: 2, end: 2 })).toBe(true);
		expect(covers({ start: 0, end: 2 }, { start: 1, end: 3 })).toBe(false);
	});
});
