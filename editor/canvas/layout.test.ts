import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arrangement } from './arrangement.ts';
import { GUTTER, LANE_ID, type Layout, layoutRule, type Place, POINTS_ID, type Size, STAGE_GAP } from './layout.ts';
import { projectRule } from './project.ts';
import { readRule, ruleText, seed } from './testing/random-rules.ts';
import type { RuleView } from './view.ts';

const arrangement = fc.record({ shape: fc.constantFrom('wide', 'compact', 'column'), mirrored: fc.boolean() });
const size = fc.record({ width: fc.constant(200), height: fc.integer({ min: 24, max: 900 }) });

function view(text: string): RuleView {
	const { rule, compilation } = readRule(text);
	return projectRule(rule, compilation);
}

function place(layout: Layout, id: string): Place {
	const found = layout.get(id);
	if (!found) throw new Error(`${id} has no place`);
	return found;
}

function overlap(a: Place, b: Place): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const everything = `rule "R" { about "A" when { spend "Food" >= 1 spend "Coffee" >= 1 } earn "Food" limit 5 points per transaction limit once per week }`;

describe('layoutRule', () => {
	it('never puts one card on another, however tall they are', () => {
		fc.assert(
			fc.property(ruleText, arrangement, fc.infiniteStream(size), (text, how, randomSizes) => {
				const drawn = view(text);
				const ids = [...layoutRule(drawn, new Map(), how).keys()];
				const sizes = new Map<string, Size>(ids.map((id) => [id, randomSizes.next().value as Size]));
				const places = [...layoutRule(drawn, sizes, how)];
				for (const [at, [id, here]] of places.entries()) {
					for (const [other, there] of places.slice(at + 1)) {
						expect(overlap(here, there), `${id} and ${other} in ${JSON.stringify(how)}`).toBe(false);
					}
				}
			}),
			{ seed, numRuns: 200 },
		);
	});

	it('places the same cards in every arrangement', () => {
		const drawn = view(everything);
		const ids = (how: Arrangement) => [...layoutRule(drawn, new Map(), how).keys()].sort();
		const wide = ids({ shape: 'wide', mirrored: false });
		expect(ids({ shape: 'compact', mirrored: false })).toEqual(wide);
		expect(ids({ shape: 'column', mirrored: true })).toEqual(wide);
	});

	it.each(['wide', 'compact'] as const)('keeps the flow of the %s shape on one line, from left to right', (shape) => {
		const layout = layoutRule(view(everything), new Map(), { shape, mirrored: false });
		const flow = ['schedule', LANE_ID, POINTS_ID, 'limits'].map((id) => place(layout, id));
		expect(new Set(flow.map(({ y }) => y)).size).toBe(1);
		expect(flow.map(({ x }) => x)).toEqual(flow.map(({ x }) => x).toSorted((a, b) => a - b));
	});

	it('leaves room for the wires behind the conditions', () => {
		const layout = layoutRule(view(everything), new Map(), { shape: 'wide', mirrored: false });
		const lane = place(layout, LANE_ID);
		expect(place(layout, POINTS_ID).x - lane.x - lane.width).toBe(GUTTER);
		expect(lane.x - place(layout, 'schedule').x - place(layout, 'schedule').width).toBe(STAGE_GAP);
	});

	it.each(['wide', 'compact', 'column'] as const)('mirrors the %s shape as a whole', (shape) => {
		const drawn = view(everything);
		const plain = layoutRule(drawn, new Map(), { shape, mirrored: false });
		const mirrored = layoutRule(drawn, new Map(), { shape, mirrored: true });
		for (const [id, { x, y, width }] of plain) expect(place(mirrored, id)).toMatchObject({ x: -x - width, y });
	});
});
