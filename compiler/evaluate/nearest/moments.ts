/** The nearest minutes, on a wall clock that may be put forward and back, at which something is so. */
import type { LocalClock, LocalTime } from '../../domain/timezone.ts';
import type { NearMoment } from './change.ts';

/** What is looked for, and where. */
export interface Search {
	readonly clock: LocalClock;
	/** Minutes of a local day at which the answer may change; from one to the next it stays, as long as the clock runs on. */
	readonly edges: readonly number[];
	readonly isWanted: (local: LocalTime) => boolean;
	/** How many days away it is worth looking. */
	readonly days: number;
}

const MINUTE_MS = 60_000;
const MINUTES_A_DAY = 1_440;

/** The first minute from an instant's own on; null where there is none within the days. */
export function firstFrom(atMs: number, search: Search): number | null {
	const { edges, days } = search;
	const end = startOfMinute(atMs) + days * MINUTES_A_DAY * MINUTE_MS;
	return walk(startOfMinute(atMs), search, {
		isOver: (at) => at > end,
		step: ({ minute }) => Math.min(...edges.filter((edge) => edge > minute), MINUTES_A_DAY) - minute,
	});
}

/** The last minute up to an instant's own; null where there is none within the days. */
export function lastUpTo(atMs: number, search: Search): number | null {
	const { edges, days } = search;
	const end = startOfMinute(atMs) - days * MINUTES_A_DAY * MINUTE_MS;
	return walk(startOfMinute(atMs), search, {
		isOver: (at) => at < end,
		step: ({ minute }) => Math.max(...edges.filter((edge) => edge <= minute), 0) - minute - 1,
	});
}

interface Walk {
	readonly isOver: (at: number) => boolean;
	/** Minutes to the next edge, or with a minus to just before the last one; never 0. */
	readonly step: (local: LocalTime) => number;
}

/** From edge to edge; beside a change of clocks, of which no two are a day apart, minute by minute. */
function walk(from: number, { clock, isWanted }: Search, { isOver, step }: Walk): number | null {
	let at = from;
	let local = clock(at);
	while (!isOver(at)) {
		if (isWanted(local)) return at;
		const minutes = step(local);
		const there = clock(at + minutes * MINUTE_MS);
		const isSteady = minutesOf(there) - minutesOf(local) === minutes;
		at += (isSteady ? minutes : Math.sign(minutes)) * MINUTE_MS;
		local = isSteady ? there : clock(at);
	}
	return null;
}

function minutesOf({ day, minute }: LocalTime): number {
	return day * MINUTES_A_DAY + minute;
}

/** Offsets are whole minutes in every zone since 1972, so minutes begin on all clocks together. */
export function startOfMinute(atMs: number): number {
	return Math.floor(atMs / MINUTE_MS) * MINUTE_MS;
}

/** A minute as it is told: how far it is, and what the clock says then. */
export function momentAt(atMs: number, fromMs: number, clock: LocalClock): NearMoment {
	const minutes = Math.abs(atMs - startOfMinute(fromMs)) / MINUTE_MS;
	return { atMs, minutes, local: clock(atMs) };
}
