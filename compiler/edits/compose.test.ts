import { applyEdits, type TextEdit } from '#grammar';
import { expect, test } from 'vitest';
import { composeEdits } from './compose.ts';
import { Chance } from './testing/chance.ts';

const seed = Number(process.env['SEED'] ?? 20_260_101);

test('two lists of edits in a row are one list', () => {
	for (let index = 0; index < 3_000; index++) {
		const chance = Chance.seeded(seed + index);
		const text = word(chance, 12);
		const first = randomEdits(chance, text);
		const second = randomEdits(chance, applyEdits(text, first));
		const composed = composeEdits(text.length, first, second);
		expect({ seed: seed + index, after: applyEdits(text, composed) }).toEqual({
			seed: seed + index,
			after: applyEdits(applyEdits(text, first), second),
		});
	}
});

test('what neither touches is in no edit', () => {
	const first = [{ span: { start: 1, end: 2 }, text: 'xy' }];
	const second = [{ span: { start: 6, end: 7 }, text: '' }];
	expect(composeEdits(8, first, second)).toEqual([
		{ span: { start: 1, end: 2 }, text: 'xy' },
		{ span: { start: 5, end: 6 }, text: '' },
	]);
});

function word(chance: Chance, most: number): string {
	return chance.list(0, most, () => chance.pick(['a', 'b', 'c', 'd'])).join('');
}

function randomEdits(chance: Chance, text: string): TextEdit[] {
	const cuts = chance.list(0, 3, () => [chance.below(text.length + 1), chance.below(text.length + 1)]).flat();
	const sorted = cuts.toSorted((a, b) => a - b);
	return sorted.flatMap((start, index) => {
		const end = sorted[index + 1];
		return index % 2 === 0 && end !== undefined ? [{ span: { start, end }, text: word(chance, 3).toUpperCase() }] : [];
	});
}
