import type { Arrangement } from './arrangement.ts';
import { type CampaignElement, conditionsOf, type RuleView } from './view.ts';

export interface Size {
	readonly width: number;
	readonly height: number;
}

/** The corner with the smallest coordinates, and the size that the place was made for. */
export interface Place extends Size {
	readonly x: number;
	readonly y: number;
}

/** Where each card of a rule stands, by its id. Conditions, earns and limits stand in one box each; see {@link LANE_ID}. */
export type Layout = ReadonlyMap<string, Place>;

/** The ids of the stages that hold several cards: conditions, earns, limits. */
export const LANE_ID = 'lane';
export const POINTS_ID = 'points';
export const LIMITS_ID = 'limits';
/** The campaign's frame, which lies around all others. */
export const CAMPAIGN_ID = 'campaign';
/** The row of the campaign's limits, in its frame above the rule. */
export const CAMPAIGN_LIMITS_ID = 'campaign-limits';

/** Between stages. */
export const STAGE_GAP = 44;
/** Behind the conditions, where money climbs: room for a few wires. */
export const GUTTER = 64;
/** Between the cards of one stage. */
const STACK_GAP = 16;
/** Between cards that the flow or a wire joins from above. */
const ROW_GAP = 40;

/** What a campaign's frame leaves around the rule, and above that for its own heading. */
const FRAME_ROOM = 28;
const FRAME_HEAD = 72;
/** So many characters of a campaign's comment fit on a line of the narrowest frame. */
const REMARK_CHARACTERS = 60;

/** The widths of the cards side by side; heights are measured, these are first guesses. */
const cardSizes = {
	note: { width: 480, height: 48 },
	transaction: { width: 176, height: 112 },
	schedule: { width: 220, height: 164 },
	lane: { width: 356, height: 240 },
	points: { width: 324, height: 160 },
	limits: { width: 208, height: 112 },
	result: { width: 180, height: 132 },
	filter: { width: 248, height: 96 },
} as const satisfies Record<string, Size>;

/** The width of every card of the flow where it runs down. */
const COLUMN_WIDTH = 400;
/** The widths of cards that share a column in the compact shape. */
const COMPACT_WIDTHS: Partial<Record<keyof typeof cardSizes, number>> = { transaction: 220, limits: 208, result: 208 };

/** How wide a card is drawn. */
export function widthOf(card: keyof typeof cardSizes, { shape }: Arrangement): number {
	if (shape === 'column' && card !== 'filter' && card !== 'note') return COLUMN_WIDTH;
	return (shape === 'compact' ? COMPACT_WIDTHS[card] : undefined) ?? cardSizes[card].width;
}

/** The width of a card's box in the page: in a list as wide as the list. */
export function boxWidth(card: keyof typeof cardSizes, arrangement: Arrangement): number | string {
	return arrangement.shape === 'list' ? '100%' : widthOf(card, arrangement);
}

/** Which card stands in which stage. */
export interface Stages {
	readonly transaction: string;
	/** The schedule and clauses without a drawing that belong there; likewise the other stages. */
	readonly schedule: readonly string[];
	readonly lane: readonly string[];
	readonly points: readonly string[];
	readonly limits: readonly string[];
	readonly result: string;
	readonly filters: readonly string[];
}

/** Which card of a rule stands in which stage. */
export function stagesOf(view: RuleView): Stages {
	const texts = (stage: string) => view.texts.filter((text) => text.stage === stage).map((text) => text.id);
	return {
		transaction: view.transaction.id,
		schedule: [view.schedule.id, ...texts('schedule')],
		lane: [LANE_ID],
		points: [POINTS_ID, ...texts('points')],
		limits: [LIMITS_ID, ...texts('limits')],
		result: view.result.id,
		filters: view.filters.map((filter) => filter.id),
	};
}

/** Places the cards of a rule so that none covers another. Of `sizes`, the measured ones, heights are used; a card without is guessed. */
export function layoutRule(view: RuleView, sizes: ReadonlyMap<string, Size>, arrangement: Arrangement): Layout {
	const guesses = guessesOf(view, arrangement);
	const sizeOf = (id: string) => {
		// Widths are the arrangement's own: a measured one may still be that of the arrangement before.
		const guess = guesses.get(id) ?? cardSizes.filter;
		return { width: guess.width, height: sizes.get(id)?.height ?? guess.height };
	};
	const stages = stagesOf(view);
	const places = arrangers[arrangement.shape === 'list' ? 'column' : arrangement.shape](stages, sizeOf, view.note.id);
	if (view.campaign) {
		if (view.campaign.limits.length > 0) placeShared(places, sizeOf(CAMPAIGN_LIMITS_ID).height);
		places.set(CAMPAIGN_ID, frameAround([...places.values()], headOf(view.campaign)));
	}
	return arrangement.mirrored ? mirrored(places) : places;
}

type SizeOf = (id: string) => Size;
type Places = Map<string, Place>;

const arrangers = { wide: arrangeWide, compact: arrangeCompact, column: arrangeColumn };

/** The room for a campaign's heading: its comment needs lines of its own. */
function headOf({ remarks }: CampaignElement): number {
	const characters = remarks.join(' ').length;
	return FRAME_HEAD + (characters === 0 ? 0 : 12 + Math.ceil(characters / REMARK_CHARACTERS) * 16);
}

function frameAround(places: readonly Place[], head: number): Place {
	const x = Math.min(...places.map((place) => place.x)) - FRAME_ROOM;
	const y = Math.min(...places.map((place) => place.y)) - head;
	const right = Math.max(...places.map((place) => place.x + place.width)) + FRAME_ROOM;
	const bottom = Math.max(...places.map((place) => place.y + place.height)) + FRAME_ROOM;
	return { x, y, width: right - x, height: bottom - y };
}

/** The limits of a campaign stand above everything that they limit, as wide as that. */
function placeShared(places: Places, height: number): void {
	const all = [...places.values()];
	const x = Math.min(...all.map((place) => place.x));
	const width = Math.max(...all.map((place) => place.x + place.width)) - x;
	places.set(CAMPAIGN_LIMITS_ID, { x, y: Math.min(...all.map((place) => place.y)) - STACK_GAP - height, width, height });
}

/** All stages begin at the same height, so that the flow is one straight line. */
function arrangeWide(stages: Stages, sizeOf: SizeOf, note: string): Places {
	const places: Places = new Map();
	const columns = [[stages.transaction], stages.schedule, stages.lane, stages.points, stages.limits, [stages.result]];
	besides(places, columns, sizeOf, stages.filters);
	placeNote(places, note, sizeOf, 0, 0);
	return places;
}

/** As the wide shape, with the purchase above the schedule and the result under the limits. */
function arrangeCompact(stages: Stages, sizeOf: SizeOf, note: string): Places {
	const places: Places = new Map();
	const [limits = '', ...texts] = stages.limits;
	besides(places, [stages.schedule, stages.lane, stages.points, [limits]], sizeOf, stages.filters);
	const first = sizeOf(stages.transaction);
	places.set(stages.transaction, { x: 0, y: -first.height - ROW_GAP, ...first });
	const last = places.get(limits) as Place;
	stack(places, [stages.result, ...texts], sizeOf, last.x, last.height + ROW_GAP);
	placeNote(places, note, sizeOf, Math.max((places.get(LANE_ID) as Place).x, first.width + STAGE_GAP), first.height);
	return places;
}

/** Stages one under the other; filters in a second column, beginning beside the conditions. */
function arrangeColumn(stages: Stages, sizeOf: SizeOf, note: string): Places {
	const places: Places = new Map();
	const rows = [[stages.transaction], stages.schedule, stages.lane, stages.points, stages.limits, [stages.result]];
	let y = 0;
	for (const row of rows) y = stack(places, row, sizeOf, 0, y) + ROW_GAP;
	const lane = places.get(LANE_ID) as Place;
	const width = Math.max(...rows.flat().map((id) => sizeOf(id).width));
	stack(places, stages.filters, sizeOf, width + GUTTER, lane.y);
	placeNote(places, note, sizeOf, 0, 0);
	return places;
}

/** Columns side by side. Filters stand under the points, beside the gutter from which their wires reach points and conditions. */
function besides(places: Places, columns: readonly (readonly string[])[], sizeOf: SizeOf, filters: readonly string[]): void {
	let x = 0;
	for (const column of columns) {
		const bottom = stack(places, column, sizeOf, x, 0);
		const holdsPoints = column.includes(POINTS_ID);
		if (holdsPoints) stack(places, filters, sizeOf, x, bottom + ROW_GAP);
		const cards = holdsPoints ? [...column, ...filters] : column;
		x += Math.max(...cards.map((id) => sizeOf(id).width)) + (column.includes(LANE_ID) ? GUTTER : STAGE_GAP);
	}
}

/** Puts cards under one another and answers where the last one ends. */
function stack(places: Places, ids: readonly string[], sizeOf: SizeOf, x: number, top: number): number {
	let bottom = top - STACK_GAP;
	for (const id of ids) {
		const size = sizeOf(id);
		places.set(id, { x, y: bottom + STACK_GAP, ...size });
		bottom += STACK_GAP + size.height;
	}
	return bottom;
}

/** The note ends above the flow; where a card stands beside it, both begin at the same height if there is room. */
function placeNote(places: Places, id: string, sizeOf: SizeOf, x: number, besideHeight: number): void {
	const size = sizeOf(id);
	places.set(id, { x, y: -Math.max(size.height, besideHeight) - ROW_GAP, ...size });
}

function mirrored(places: ReadonlyMap<string, Place>): Places {
	return new Map([...places].map(([id, place]) => [id, { ...place, x: -place.x - place.width }]));
}

/** What a card measures before it has been drawn once. */
function guessesOf(view: RuleView, arrangement: Arrangement): ReadonlyMap<string, Size> {
	const guess = (card: keyof typeof cardSizes, count = 1): Size => ({
		width: widthOf(card, arrangement),
		height: cardSizes[card].height * Math.max(1, count),
	});
	const lane = { ...guess('lane'), height: 88 + Math.max(1, conditionsOf(view).length) * 72 };
	return new Map<string, Size>([
		[view.note.id, guess('note')],
		[view.transaction.id, guess('transaction')],
		[view.schedule.id, guess('schedule')],
		[LANE_ID, lane],
		[POINTS_ID, guess('points', view.points.length + view.multipliers.length)],
		[LIMITS_ID, guess('limits', view.limits.length)],
		[view.result.id, guess('result')],
		[CAMPAIGN_LIMITS_ID, guess('limits')],
		...view.texts.map((text) => [text.id, guess(text.stage)] as const),
		...view.filters.map((filter) => [filter.id, guess('filter')] as const),
	]);
}
