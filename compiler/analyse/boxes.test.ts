/** Laws of sets of transactions, on small axes whose every point can be tried. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANY_NAME, type Axis, listedNames, ordered, type Value } from './axes.ts';
import {
	type Boxes,
	boxOf,
	covers,
	coversAll,
	EVERY_TRANSACTION,
	holdsIn,
	intersect,
	intersectAll,
	isEmpty,
	MOST_BOXES,
	type Point,
	unite,
} from './boxes.ts';
import { ALL_COUNTS } from './counts.ts';
import { DATE, WEEK } from './program-axes.ts';
import { stretch } from './stretches.ts';
import { MINUTES_A_DAY, MINUTES_A_WEEK } from './week.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

const AMOUNT: Axis = { key: 'spend A', fact: 'spend', domain: ordered(stretch(0, 4)), mayBeMissing: false };
const CHANNEL: Axis = { key: 'channel', fact: 'channel', domain: listedNames(['app', 'web']), mayBeMissing: true };
const NOTE: Axis = { key: 'attribute note', fact: 'attribute', domain: ANY_NAME, mayBeMissing: true };
const COUNT: Axis = {
	key: 'purchase-number',
	fact: 'purchase-number',
	domain: { kind: 'counts', counts: ALL_COUNTS },
	mayBeMissing: true,
};

const VALUES: ReadonlyMap<Axis, readonly (Value | null)[]> = new Map<Axis, readonly (Value | null)[]>([
	[AMOUNT, [0, 1, 2, 3]],
	[CHANNEL, ['app', 'web', null]],
	[NOTE, ['x', 'y', 'something else', null]],
	[COUNT, [1n, 2n, 3n, 4n, 5n, 6n, 12n, null]],
]);

/** Every transaction that these axes can tell from another. */
const POINTS: readonly Point[] = [...VALUES]
	.reduce<readonly ReadonlyMap<Axis, Value | null>[]>(
		(points, [axis, values]) => points.flatMap((point) => values.map((value) => new Map(point).set(axis, value))),
		[new Map()],
	)
	.map((point) => (axis) => point.get(axis) ?? null);

const simple: fc.Arbitrary<Boxes> = fc.oneof(
	fc.tuple(fc.nat(4), fc.nat(4)).map(([from, until]) => boxOf(AMOUNT, ordered(stretch(from, until)))),
	fc.subarray(['app', 'web']).map((names) => boxOf(CHANNEL, listedNames(names))),
	fc
		.tuple(fc.subarray(['x', 'y']), fc.boolean())
		.map(([names, listed]) => boxOf(NOTE, { kind: 'names', listed, names: new Set(names) })),
	fc
		.constantFrom(
			{ ...ALL_COUNTS, multipleOf: 2n },
			{ ...ALL_COUNTS, exactly: 3n },
			{ ...ALL_COUNTS, notMultiplesOf: [3n] },
			ALL_COUNTS,
		)
		.map((counts) => boxOf(COUNT, { kind: 'counts', counts })),
);
const some: fc.Arbitrary<Boxes> = fc.array(fc.array(simple, { maxLength: 3 }), { maxLength: 4 }).map((parts) => {
	const boxes = unite(parts.map((part) => intersectAll(part) ?? []));
	if (!boxes) throw new Error('Too many boxes for a test');
	return boxes;
});

describe('boxes', () => {
	it('are intersected and united point for point', () => {
		fc.assert(
			fc.property(some, some, (a, b) => {
				const [both, either] = [intersect(a, b) ?? [], unite([a, b]) ?? []];
				for (const point of POINTS) {
					expect(holdsIn(both, point)).toBe(holdsIn(a, point) && holdsIn(b, point));
					expect(holdsIn(either, point)).toBe(holdsIn(a, point) || holdsIn(b, point));
				}
				expect(both.some(isEmpty)).toBe(false);
			}),
			{ seed, numRuns: 400 },
		);
	});

	it('cover what has no point outside them, missing facts among the points', () => {
		let covered = 0;
		fc.assert(
			fc.property(some, some, (cover, boxes) => {
				const inside = POINTS.every((point) => !holdsIn(boxes, point) || holdsIn(cover, point));
				expect(coversAll(cover, boxes)).toBe(inside);
				if (inside && boxes.length > 0) covered++;
			}),
			{ seed, numRuns: 1_500 },
		);
		expect(covered, `SEED=${seed}`).toBeGreaterThan(100);
	});

	it('of all values leave nothing out only where the fact cannot be missing', () => {
		expect(boxOf(AMOUNT, ordered(stretch(0, 4)))).toEqual([EVERY_TRANSACTION]);
		expect(covers(boxOf(CHANNEL, listedNames(['app', 'web'])), EVERY_TRANSACTION)).toBe(false);
	});

	it('of a weekday and of dates are empty where that day is not among them', () => {
		const monday = boxOf(WEEK, ordered(stretch(0, MINUTES_A_DAY)));
		// 1970-01-05 was a Monday.
		const on = (from: number, until: number) => boxOf(DATE, ordered(stretch(from, until)));
		const day = 4 * MINUTES_A_DAY;
		expect(intersect(monday, on(day, day + 1))).toHaveLength(1);
		expect(intersect(monday, on(day + MINUTES_A_DAY, day + MINUTES_A_WEEK))).toEqual([]);
		expect(intersect(monday, on(day + MINUTES_A_DAY, day + MINUTES_A_WEEK + 1))).toHaveLength(1);
		expect(intersect(monday, on(-3 * MINUTES_A_DAY, -3 * MINUTES_A_DAY + 1))).toHaveLength(1);
	});

	it('are not computed with where there are too many of them', () => {
		const axis = (index: number): Axis => ({
			key: `attribute ${index}`,
			fact: 'attribute',
			domain: ANY_NAME,
			mayBeMissing: true,
		});
		const two = (index: number) =>
			unite([boxOf(axis(2 * index), listedNames(['x'])), boxOf(axis(2 * index + 1), listedNames(['x']))]) ?? [];
		const all = Array.from({ length: 8 }, (_, index) => two(index));
		expect(intersectAll(all.slice(0, 6))).toHaveLength(MOST_BOXES);
		expect(intersectAll(all)).toBeNull();
	});
});
