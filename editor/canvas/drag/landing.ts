/** Where a card lands that is dragged over others: geometry alone, in pixels of the screen. */

/** A stretch of the screen. */
export interface Box {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Cards one under the other that a dragged one can join. */
export interface SeenList {
	/** The group that holds them; null for the stage itself. */
	readonly group: string | null;
	readonly box: Box;
	readonly cards: readonly SeenCard[];
	/** Cards that stand beside one another, as many as have room: which way they are read. Absent for a column. */
	readonly beside?: 'ltr' | 'rtl';
}

export interface SeenCard {
	readonly id: string;
	readonly box: Box;
	/** What stands in a group; null for a card that takes no others. */
	readonly list: SeenList | null;
}

/** The place between two cards of a list that a dragged one would take. */
export interface Landing {
	/** The group that it would stand in; null for the stage itself. */
	readonly group: string | null;
	/** How many cards of that list stand before the place, the dragged one counted where it is one of them. */
	readonly before: number;
	/** Where the line is drawn that shows the place: without height, or upright and without width. */
	readonly line: Box;
}

/** So far beside its stage a card still lands in it. */
const SLACK = 24;
/** The rim of a group, on which a card lands beside it; less for a low group. */
const RIM = 12;
/** Between a line and the card before or after it, where there is only one. */
const OFF_CARD = 4;

/** The place under the pointer for the card `dragged`; null beside the stage. */
export function landingAt(point: Point, stage: SeenList, dragged: string): Landing | null {
	return isWithin(point, stage.box) ? landingIn(point, stage, dragged) : null;
}

function isWithin({ x, y }: Point, { left, top, width, height }: Box): boolean {
	return x >= left - SLACK && x <= left + width + SLACK && y >= top - SLACK && y <= top + height + SLACK;
}

/** The innermost list around the pointer takes the card; none takes the group that it stands in itself. */
function landingIn(point: Point, list: SeenList, dragged: string): Landing {
	const entered = list.cards.find(({ id, box, list: inner }) => inner && id !== dragged && isInside(point, box))?.list;
	if (entered) return landingIn(point, entered, dragged);
	const passed = list.cards.findIndex((card) => isAhead(point, card, list));
	const before = passed < 0 ? list.cards.length : passed;
	return { group: list.group, before, line: lineNear(point, list, before) };
}

/** Says whether a point is before a card, as the cards of its list are read. */
function isAhead({ x, y }: Point, { box }: SeenCard, { cards, beside }: SeenList): boolean {
	const { left, top, width, height } = box;
	if (beside === undefined || !cards.some((other) => isBeside(other.box, box))) return y < top + height / 2;
	if (y < top || y > top + height) return y < top;
	return beside === 'ltr' ? x < left + width / 2 : x > left + width / 2;
}

function isInside({ y }: Point, { top, height }: Box): boolean {
	const rim = Math.min(RIM, height / 4);
	return y > top + rim && y < top + height - rim;
}

/** Says whether two cards stand on one line. */
function isBeside(a: Box, b: Box): boolean {
	return a !== b && a.top < b.top + b.height && b.top < a.top + a.height;
}

/** The line at a place: upright between cards that stand beside one another, behind the last of them, or before the first. */
function lineNear({ y }: Point, list: SeenList, before: number): Box {
	const { cards, beside } = list;
	if (beside === undefined) return lineAt(list, before);
	const [last, next] = [cards[before - 1]?.box, cards[before]?.box];
	const hasCompany = (box: Box) => cards.some((other) => isBeside(other.box, box));
	// Read from the right, cards end on their left.
	const starts = ({ left, width }: Box) => (beside === 'ltr' ? left : left + width);
	const ends = ({ left, width }: Box) => (beside === 'ltr' ? left + width : left);
	const outward = beside === 'ltr' ? OFF_CARD : -OFF_CARD;
	const upright = (left: number, { top, height }: Box) => ({ left, top, width: 0, height });
	if (last && next && isBeside(last, next)) return upright((ends(last) + starts(next)) / 2, next);
	if (last && hasCompany(last) && (!next || y <= last.top + last.height)) return upright(ends(last) + outward, last);
	if (next && hasCompany(next)) return upright(starts(next) - outward, next);
	return next ? lineAt({ ...list, cards: cards.slice(before) }, 0) : lineAt(list, before);
}

function lineAt({ box, cards }: SeenList, before: number): Box {
	const above = cards[before - 1]?.box;
	const below = cards[before]?.box;
	const { left, width } = above ?? below ?? box;
	return { left, width, top: betweenBoxes(above, below) ?? box.top + box.height / 2, height: 0 };
}

function betweenBoxes(above: Box | undefined, below: Box | undefined): number | null {
	if (above && below) return (above.top + above.height + below.top) / 2;
	if (above) return above.top + above.height + OFF_CARD;
	return below ? below.top - OFF_CARD : null;
}
