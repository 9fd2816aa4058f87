import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsAt, intersectStretches, type Stretches, stretch, subtractStretches, uniteStretches } from './stretches.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const values = Array.from({ length: 14 }, (_, index) => index - 2);

/** Some stretches between 0 and 10, now and then without an end. */
const someStretches = fc
	.array(
		fc.tuple(
			fc.integer({ min: 0, max: 10 }),
			fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constant(Number.POSITIVE_INFINITY)),
		),
		{
			maxLength: 4,
		},
	)
	.map((pairs) => pairs.map(([from, until]) => stretch(from, until)).reduce(uniteStretches, []));

describe('stretches', () => {
	it.each([
		['what is in both', intersectStretches, (inA: boolean, inB: boolean) => inA && inB],
		['what is in either', uniteStretches, (inA: boolean, inB: boolean) => inA || inB],
		['what is in one and not in the other', subtractStretches, (inA: boolean, inB: boolean) => inA && !inB],
	] as const)('answer %s, value for value, in order and apart', (_, combine, expected) => {
		fc.assert(
			fc.property(someStretches, someStretches, (a, b) => {
				const both = combine(a, b);
				for (const value of values) expect(holdsAt(both, value)).toBe(expected(holdsAt(a, value), holdsAt(b, value)));
				expect(both.every((cut, index) => index === 0 || (both[index - 1] ?? cut) < cut)).toBe(true);
			}),
			{ seed, numRuns: 2_000 },
		);
	});

	it('are nothing where they end before they begin', () => {
		const nothing: Stretches = [];
		expect(stretch(5, 5)).toEqual(nothing);
		expect(stretch(6n, 5n)).toEqual(nothing);
	});
});
