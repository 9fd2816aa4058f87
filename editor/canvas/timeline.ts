import type { Moment } from '#grammar';
import { epochDay, type LocalDate } from '#compiler';

/** Where a rule's dates lie on a bar: fractions of its length, from 0 to 1. */
export interface Timeline {
	readonly start: number;
	readonly end: number;
	readonly today: number;
	/** The rule has no first or no last day: the bar fades out there. */
	readonly openStart: boolean;
	readonly openEnd: boolean;
	readonly state: 'scheduled' | 'current' | 'ended';
}

/** Room on both sides of what must be seen, as a fraction of it. */
const MARGIN = 0.12;
/** How far a bar without an end reaches beyond what is given, in days. */
const OPEN_DAYS = 30;

/** Places the dates of a rule and today on one bar, so that all of them are on it. */
export function timelineOf(from: Moment | null, until: Moment | null, today: LocalDate): Timeline {
	const now = epochDay(today);
	const first = from ? epochDay(from.date) : null;
	const last = until ? epochDay(until.date) + 1 : null;
	const low = Math.min(now, first ?? (last ?? now) - OPEN_DAYS);
	const high = Math.max(now, last ?? (first ?? now) + OPEN_DAYS);
	const room = Math.max(1, (high - low) * MARGIN);
	const place = (day: number) => (day - low + room) / (high - low + 2 * room);
	return {
		start: first === null ? 0 : place(first),
		end: last === null ? 1 : place(last),
		today: place(now),
		openStart: first === null,
		openEnd: last === null,
		state: first !== null && now < first ? 'scheduled' : last !== null && now >= last ? 'ended' : 'current',
	};
}
