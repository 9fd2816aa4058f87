import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextPlaces } from './convert.ts';

describe('places of a text', () => {
	it('counts lines and columns from 1', () => {
		const places = new TextPlaces('ab\ncd');
		expect(places.range({ start: 0, end: 4 })).toEqual({
			startLineNumber: 1,
			startColumn: 1,
			endLineNumber: 2,
			endColumn: 2,
		});
		expect(places.offset(2, 3)).toBe(5);
	});

	it('counts UTF-16 units, as both sides do', () => {
		const places = new TextPlaces('a🎉b\nمرحبا');
		expect(places.range({ start: 3, end: 6 })).toEqual({
			startLineNumber: 1,
			startColumn: 4,
			endLineNumber: 2,
			endColumn: 2,
		});
	});

	it('finds one place after the other as it finds each by itself', () => {
		const text = '\uFEFFa\r\n\r\nb\nc\rd مرحبا\n';
		const places = new TextPlaces(text);
		const next = places.following();
		for (let offset = 0; offset <= text.length; offset++) expect(next(offset), `${offset}`).toEqual(places.position(offset));
		const far = places.following();
		expect(far(text.length)).toEqual(places.position(text.length));
	});

	it('knows every kind of line break, also mixed ones', () => {
		const places = new TextPlaces('a\r\nb\nc\rd');
		expect([3, 5, 7].map((offset) => places.range({ start: offset, end: offset }).startLineNumber)).toEqual([2, 3, 4]);
		expect([2, 3, 4].map((line) => places.offset(line, 1))).toEqual([3, 5, 7]);
	});

	it('counts the first line from behind a byte order mark', () => {
		const places = new TextPlaces('\uFEFFab\ncd');
		expect(places.offset(1, 1)).toBe(1);
		expect(places.offset(2, 1)).toBe(4);
		expect(places.range({ start: 0, end: 1 })).toMatchObject({ startColumn: 1, endColumn: 1 });
	});

	it('stays inside the document', () => {
		const places = new TextPlaces('ab');
		expect(places.offset(1, 99)).toBe(2);
		expect(places.offset(7, 1)).toBe(2);
	});

	it('leads there and back to where one was', () => {
		const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n', '\r', 'é', '🎉', '\u2028') });
		fc.assert(
			fc.property(text, fc.nat(), fc.nat(), (source, a, b) => {
				const places = new TextPlaces(source);
				const [start, end] = [a % (source.length + 1), b % (source.length + 1)].sort((x, y) => x - y) as [number, number];
				expect(places.span(places.range({ start, end }))).toEqual({ start, end });
			}),
		);
	});
});
