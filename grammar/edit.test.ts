import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, invertEdits, mapOffset, sortEdits, type TextEdit } from './edit.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

/** A text and edits of it that do not overlap. */
const edited = fc
	.tuple(
		fc.string({ maxLength: 40 }),
		fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.string({ maxLength: 5 })), { maxLength: 5 }),
	)
	.map(([text, gaps]) => {
		let at = 0;
		const edits: TextEdit[] = [];
		for (const [skip, length, inserted] of gaps) {
			const start = Math.min(at + skip, text.length);
			at = Math.min(start + length, text.length);
			edits.push({ span: { start, end: at }, text: inserted });
		}
		return { text, edits };
	});

describe('edits', () => {
	it('are applied together, by the offsets before any of them', () => {
		const edits = [
			{ span: { start: 4, end: 7 }, text: 'TWO' },
			{ span: { start: 0, end: 0 }, text: '> ' },
		];
		expect(applyEdits('one two three', edits)).toBe('> one TWO three');
	});

	it('at one offset keep their order', () => {
		const at = { start: 1, end: 1 };
		expect(
			applyEdits('ab', [
				{ span: at, text: '1' },
				{ span: at, text: '2' },
			]),
		).toBe('a12b');
	});

	it('that overlap are our own bug', () => {
		const overlapping = [
			{ span: { start: 0, end: 2 }, text: '' },
			{ span: { start: 1, end: 3 }, text: '' },
		];
		expect(() => sortEdits(overlapping)).toThrow('overlap');
	});

	it('are undone by their inverse', () => {
		const law = fc.property(edited, ({ text, edits }) => {
			expect(applyEdits(applyEdits(text, edits), invertEdits(text, edits))).toBe(text);
		});
		fc.assert(law, { seed });
	});

	it('move the offsets outside of them with the text', () => {
		const law = fc.property(edited, fc.nat(40), ({ text, edits }, at) => {
			const offset = Math.min(at, text.length);
			fc.pre(edits.every(({ span }) => offset < span.start || span.end < offset));
			const mapped = mapOffset(offset, edits);
			const after = applyEdits(text, edits);
			expect(after.slice(mapped).length - text.slice(offset).length).toBe(
				edits
					.filter(({ span }) => span.start > offset)
					.reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), 0),
			);
		});
		fc.assert(law, { seed });
	});
});
