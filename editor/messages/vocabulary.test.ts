import { describe, expect, it } from 'vitest';
import {
	conditionPalette,
	earnParts,
	effectPalette,
	events,
	limitPalette,
	limitPeriods,
	multiplierPalette,
	selectors,
} from '#compiler/service';
import { vocabulary } from './ar/vocabulary.ts';
import { saidIn, arabic } from './testing/speaking.ts';
import { needOf, termOf } from './vocabulary.ts';

const lists = {
	conditions: conditionPalette.map(({ key }) => key),
	effects: effectPalette.map(({ shape }) => shape),
	multipliers: multiplierPalette.map(({ shape }) => shape),
	limits: limitPalette.map(({ shape }) => shape),
	periods: limitPeriods.map(({ period }) => period),
	events: events.map(({ kind }) => kind),
	earnParts: [...new Set(earnParts.map(({ part }) => part))],
	selectors: selectors.map(({ by }) => by),
} satisfies Record<Exclude<keyof typeof vocabulary, 'needs'>, string[]>;

describe('the words of the language', () => {
	it.each(Object.entries(lists))('has Arabic for all %s of the compiler, and for nothing else', (list, keys) => {
		expect(Object.keys(vocabulary[list as keyof typeof lists]).toSorted()).toEqual([...keys].toSorted());
	});

	it('has Arabic for everything that a program may lack', () => {
		const rows = [conditionPalette, effectPalette, multiplierPalette, limitPalette, earnParts, selectors].flat();
		const needed = new Set(rows.flatMap(({ needs }) => (needs === undefined ? [] : [needs])));
		expect(Object.keys(vocabulary.needs).toSorted()).toEqual([...needed].toSorted());
	});

	it('is the compiler’s own in English', () => {
		const row = { title: 'Tier', doc: 'Holds for members of these tiers.' };
		expect(termOf('conditions', 'tier', row)).toBe(row);
		expect(saidIn(arabic, () => termOf('conditions', 'tier', row).title)).toBe('المستوى');
		expect(needOf('No stores are known yet.')).toBe('No stores are known yet.');
	});
});
