import { describe, expect, it } from 'vitest';
import { type Box, landingAt, type SeenCard, type SeenList } from './landing.ts';

const box = (top: number, height: number): Box => ({ left: 100, top, width: 200, height });
const card = (id: string, top: number, inner?: readonly SeenCard[]): SeenCard => {
	const own = box(top, inner ? 40 + inner.length * 50 : 40);
	return { id, box: own, list: inner ? { group: id, box: own, cards: inner } : null };
};

/** a, then a group of b and c, then d. */
const stage: SeenList = {
	group: null,
	box: box(0, 320),
	cards: [card('a', 10), card('any', 60, [card('b', 80), card('c', 130)]), card('d', 220)],
};

/** The list and the place of a landing, and the height of its line. */
const at = (y: number, dragged = 'x', x = 150) => {
	const found = landingAt({ x, y }, stage, dragged);
	return found && `${found.group ?? 'stage'} ${found.before} at ${found.line.top}`;
};

describe('landingAt', () => {
	it('is before the first card whose middle is further down', () => {
		expect(at(25)).toBe('stage 0 at 6');
		expect(at(35)).toBe('stage 1 at 55');
		expect(at(239)).toBe('stage 2 at 210');
		expect(at(241)).toBe('stage 3 at 264');
	});

	it('goes into a group, except on its rim', () => {
		expect(at(71)).toBe('stage 1 at 55');
		expect(at(75)).toBe('any 0 at 76');
		expect(at(120)).toBe('any 1 at 125');
		expect(at(180)).toBe('any 2 at 174');
		expect(at(195)).toBe('stage 2 at 210');
	});

	it('takes no group into itself', () => {
		expect(at(120, 'any')).toBe('stage 1 at 55');
		expect(at(140, 'any')).toBe('stage 2 at 210');
	});

	it('is nowhere beside the stage, but for a little', () => {
		expect(at(25, 'x', 80)).toBe('stage 0 at 6');
		expect(at(25, 'x', 70)).toBeNull();
		expect(at(-30)).toBeNull();
		expect(at(350)).toBeNull();
	});

	it('shows a line in the middle of a group without cards', () => {
		const empty = { ...stage, cards: [card('any', 60, [])] };
		expect(landingAt({ x: 150, y: 80 }, empty, 'x')).toEqual({ group: 'any', before: 0, line: { ...box(80, 0) } });
	});
});
