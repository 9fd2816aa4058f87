import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '#grammar';
import { TextPlaces } from './convert.ts';

const seed = Number(process.env['SEED'] ?? 20_260_207);
const texts = fc.string({
	unit: fc.constantFrom('a', ' ', '\n', '\r\n', '\r', 'é', '🎉', 'م', '\u2028', '\uFEFF', '"', '午'),
	maxLength: 40,
});

describe('places of a text', () => {
	test('lines and characters count from 0, in UTF-16 units', () => {
		const places = new TextPlaces('a🎉b\r\nمرحبا\n');
		expect(places.range({ start: 3, end: 8 })).toEqual({ start: { line: 0, character: 3 }, end: { line: 1, character: 2 } });
		expect(places.position(12)).toEqual({ line: 2, character: 0 });
		expect(places.offset({ line: 1, character: 4 })).toBe(10);
	});

	test('what lies outside is brought back', () => {
		const places = new TextPlaces('ab\r\nc');
		expect(places.offset({ line: 0, character: 99 })).toBe(2);
		expect(places.offset({ line: 1, character: 99 })).toBe(5);
		expect(places.offset({ line: 9, character: 0 })).toBe(5);
		expect(places.position(3)).toEqual({ line: 0, character: 2 });
	});

	test('there and back is where one was', () => {
		fc.assert(
			fc.property(texts, fc.nat(), (text, nat) => {
				const places = new TextPlaces(text);
				const offset = nat % (text.length + 1);
				const insideBreak = text[offset - 1] === '\r' && text[offset] === '\n';
				expect(places.offset(places.position(offset))).toBe(insideBreak ? offset - 1 : offset);
			}),
			{ seed, numRuns: 2_000 },
		);
	});

	test('and so it is from a position', () => {
		fc.assert(
			fc.property(texts, fc.nat(), fc.nat(), (text, line, character) => {
				const lines = text.split(/\r\n|\n|\r/);
				const at = { line: line % lines.length, character: 0 };
				const position = { ...at, character: character % ((lines[at.line]?.length ?? 0) + 1) };
				const places = new TextPlaces(text);
				expect(places.position(places.offset(position))).toEqual(position);
			}),
			{ seed, numRuns: 2_000 },
		);
	});

	test('edits are the same edits', () => {
		const text = 'one\r\n🎉 two\nthree';
		const edits = [
			{ span: { start: 0, end: 3 }, text: 'x' },
			{ span: { start: 7, end: 11 }, text: '' },
		];
		const places = new TextPlaces(text);
		const back = places.edits(edits).map(({ range, newText }) => ({ span: places.span(range), text: newText }));
		expect(applyEdits(text, back)).toBe(applyEdits(text, edits));
	});
});
