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

	describe('among cards that stand beside one another', () => {
		const beside = (id: string, left: number, top: number): SeenCard => ({
			id,
			box: { left, top, width: 80, height: 40 },
			list: null,
		});
		/** a and b on one line, c on the next. */
		const rows = [beside('a', 100, 10), beside('b', 190, 10), beside('c', 100, 60)];
		const mirrored = [beside('a', 220, 10), beside('b', 130, 10), beside('c', 220, 60)];
		const among = (cards: readonly SeenCard[], way: 'ltr' | 'rtl', x: number, y: number) => {
			const found = landingAt({ x, y }, { group: null, box: box(0, 120), cards, beside: way }, 'x');
			return found && `${found.before} at ${found.line.left},${found.line.top}, ${found.line.width}x${found.line.height}`;
		};

		it('is before the card whose middle is further on, as they are read', () => {
			expect(among(rows, 'ltr', 120, 30)).toBe('0 at 96,10, 0x40');
			expect(among(rows, 'ltr', 160, 30)).toBe('1 at 185,10, 0x40');
			expect(among(rows, 'ltr', 250, 30)).toBe('2 at 274,10, 0x40');
			expect(among(rows, 'ltr', 120, 5)).toBe('0 at 96,10, 0x40');
		});

		it('is mirrored where they are read from the right', () => {
			expect(among(mirrored, 'rtl', 280, 30)).toBe('0 at 304,10, 0x40');
			expect(among(mirrored, 'rtl', 240, 30)).toBe('1 at 215,10, 0x40');
			expect(among(mirrored, 'rtl', 150, 30)).toBe('2 at 126,10, 0x40');
		});

		it('goes by the height of a card that stands alone', () => {
			expect(among(rows, 'ltr', 200, 70)).toBe('2 at 100,56, 80x0');
			expect(among(rows, 'ltr', 100, 95)).toBe('3 at 100,104, 80x0');
		});

		it('ends behind the last of a line', () => {
			expect(among(rows.slice(0, 2), 'ltr', 260, 30)).toBe('2 at 274,10, 0x40');
			expect(among(mirrored.slice(0, 2), 'rtl', 135, 30)).toBe('2 at 126,10, 0x40');
		});
	});

	it('shows a line in the middle of a group without cards', () => {
		const empty = { ...stage, cards: [card('any', 60, [])] };
		expect(landingAt({ x: 150, y: 80 }, empty, 'x')).toEqual({ group: 'any', before: 0, line: { ...box(80, 0) } });
	});
});
