import { describe, expect, it } from 'vitest';
import { distanceTo, ranked } from './fuzzy.ts';

const texts = [
	'Publish',
	'Undo: add condition',
	'Lunch rush',
	'Big lunch',
	'Launch happens',
	'New rule from a template',
	'غداء',
];

describe('a fuzzy search', () => {
	it.each([
		['', texts],
		['lunch', ['Lunch rush', 'Big lunch', 'Launch happens']],
		['LUNCH', ['Lunch rush', 'Big lunch', 'Launch happens']],
		['lr', ['Lunch rush', 'New rule from a template']],
		['nrt', ['New rule from a template']],
		['rule new', ['New rule from a template']],
		['pblsh', ['Publish']],
		['add', ['Undo: add condition']],
		['غد', ['غداء']],
		['zzz', []],
	])('for %j finds %j', (typed, found) => {
		expect(ranked(typed, texts, (text) => text)).toEqual(found);
	});

	it('takes the beginning of a word for nearer than its middle, and letters side by side for nearer than others', () => {
		expect(distanceTo('ru', 'A rule')).toBeLessThan(distanceTo('ru', 'Instruct') ?? 0);
		expect(distanceTo('pub', 'Publish')).toBeLessThan(distanceTo('pls', 'Publish') ?? 0);
	});
});
