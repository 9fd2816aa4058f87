import type { Edge } from '@xyflow/react';
import type { Arrangement } from './arrangement.ts';
import { LANE_ID, type Layout, LIMITS_ID, type Place, POINTS_ID, STAGE_GAP } from './layout.ts';
import type { RuleView } from './view.ts';

/** The kind of a wire decides its colour, thickness and dashes. */
export type WireKind = 'flow' | 'points' | 'money';

/** What a wire knows besides its ends. */
export interface WireData extends Record<string, unknown> {
	readonly kind: WireKind;
	/** Where a money wire climbs; absent for a straight one. */
	readonly gutterX?: number;
	/** The cards at its ends; none for the flow, which joins stages. */
	readonly cards: readonly string[];
	/** The clause that it leads to is the active one. */
	readonly lit: boolean;
}

export type Wire = Edge<WireData>;

/** The first climbing wire's distance from the conditions, and the next one's from it. */
const GUTTER_START = 24;
const GUTTER_STEP = 8;

/** Every wire of a rule: the flow through the stages, and money from the cart filters. */
export function wiresOf(view: RuleView, layout: Layout, arrangement: Arrangement): Wire[] {
	const gutters = gutterOf(layout, arrangement);
	const money = view.wires.map((wire): Wire => {
		const rank = view.filters.findIndex((filter) => filter.id === wire.from);
		const stage = stageOf(view, wire.to);
		const onward = stage === LIMITS_ID && arrangement.shape !== 'column';
		const gutterX = onward ? limitGutter(layout, arrangement, rank) : gutters(rank);
		return makeWire(wire.id, 'money', [wire.from, onward ? 'money-on' : 'money-out'], [stage, `money-${wire.to}`], {
			gutterX,
			cards: [wire.from, wire.to],
		});
	});
	return [
		makeWire('flow-1', 'flow', [view.transaction.id, 'flow-out'], [view.schedule.id, 'flow-in']),
		makeWire('flow-2', 'flow', [view.schedule.id, 'flow-out'], [LANE_ID, 'flow-in']),
		makeWire('flow-3', 'flow', [LANE_ID, 'flow-out'], [POINTS_ID, 'flow-in']),
		makeWire('points-1', 'points', [POINTS_ID, 'points-out'], [LIMITS_ID, 'points-in']),
		makeWire('points-2', 'points', [LIMITS_ID, 'points-out'], [view.result.id, 'points-in']),
		...money,
	];
}

/** The same wires with those of the active card lit; the others stay the objects that they were, and so are not drawn again. */
export function litWires(wires: readonly Wire[], activeId: string): Wire[] {
	return wires.map((wire) => (wire.data?.cards.includes(activeId) ? { ...wire, data: { ...wire.data, lit: true } } : wire));
}

/** The stage that holds a card. */
function stageOf(view: RuleView, id: string): string {
	if (view.limits.some((limit) => limit.id === id)) return LIMITS_ID;
	const isEffect = [...view.points, ...view.multipliers].some((effect) => effect.id === id);
	return isEffect ? POINTS_ID : LANE_ID;
}

/** Where money climbs to the limits: between them and the points. */
function limitGutter(layout: Layout, { mirrored }: Arrangement, rank: number): number {
	const limits = layout.get(LIMITS_ID) as Place;
	const offset = STAGE_GAP / 2 + (rank % 3) * 4;
	return mirrored ? limits.x + limits.width + offset : limits.x - offset;
}

function gutterOf(layout: Layout, { mirrored }: Arrangement): (rank: number) => number {
	const lane = layout.get(LANE_ID) as Place;
	const offset = (rank: number) => GUTTER_START + rank * GUTTER_STEP;
	if (mirrored) return (rank) => lane.x - offset(rank);
	return (rank) => lane.x + lane.width + offset(rank);
}

type End = readonly [node: string, port: string];

function makeWire(
	id: string,
	kind: WireKind,
	from: End,
	to: End,
	data: { gutterX?: number; cards?: readonly string[] } = {},
): Wire {
	return {
		id,
		type: 'wire',
		source: from[0],
		sourceHandle: from[1],
		target: to[0],
		targetHandle: to[1],
		data: { kind, cards: [], lit: false, ...data },
		focusable: false,
		selectable: false,
		// Money ends inside of the lane, which would hide it otherwise.
		zIndex: kind === 'money' ? 1 : 0,
		ariaRole: 'presentation',
		domAttributes: { 'aria-hidden': true },
	};
}
