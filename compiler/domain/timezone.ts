import { epochDay, isoWeekday, type LocalDate } from './calendar.ts';

/** Where an instant falls on a wall clock: days since 1970-01-01, minute 0 to 1439, ISO weekday 1 Monday to 7 Sunday. */
export interface LocalTime {
	readonly day: number;
	readonly minute: number;
	readonly weekday: number;
}

/** Tells the local time of an instant in milliseconds since 1970-01-01T00:00Z. */
export type LocalClock = (atMs: number) => LocalTime;

const DAY_MS = 86_400_000;
const MINUTES_A_DAY = 1_440;
/** The closest two transitions of any zone are 167 hours apart, so equal offsets at both ends of a day hold in between. */
const BUCKET_MS = DAY_MS;
/** A power of two, some eleven years: a history that is longer goes through them in turn. */
const REMEMBERED_BUCKETS = 4_096;
const ZONE_NAME = /^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

type OffsetOf = (atMs: number) => number;

const offsets = new Map<string, OffsetOf>();
const clocks = new Map<string, LocalClock>();
let canonicalNames: ReadonlySet<string> | undefined;

/** The canonical IANA timezones that this machine knows, in alphabetical order, `UTC` included. */
export function timezones(): string[] {
	return [...canonicalZones()].sort();
}

/** Says whether a name, spelt as IANA spells it, is a timezone: a canonical one or an alias such as `Asia/Calcutta`. */
export function isTimezone(zone: string): boolean {
	if (canonicalZones().has(zone) || offsets.has(zone)) return true;
	if (!ZONE_NAME.test(zone)) return false;
	const resolved = formatterOf(zone)?.resolvedOptions().timeZone;
	// Intl ignores case; IANA's spelling is asked for so that one zone has one name. An alias has no listed spelling to compare with.
	return resolved !== undefined && !differsInCaseOnly(zone, resolved);
}

/** The clock of a timezone, kept for the next asker; null where {@link isTimezone} says no. */
export function localClock(zone: string): LocalClock | null {
	const known = clocks.get(zone);
	if (known) return known;
	const minutesAt = minuteClock(zone);
	if (!minutesAt) return null;
	const clock: LocalClock = (atMs) => {
		const minutes = minutesAt(atMs);
		const day = Math.floor(minutes / MINUTES_A_DAY);
		return { day, minute: minutes - day * MINUTES_A_DAY, weekday: isoWeekday(day) };
	};
	clocks.set(zone, clock);
	return clock;
}

/** As {@link localClock}, telling the whole minutes of local time since 1970-01-01. */
export function minuteClock(zone: string): ((atMs: number) => number) | null {
	const offsetOf = cachedOffsets(zone);
	return offsetOf && ((atMs) => Math.floor((atMs + offsetOf(atMs)) / 60_000));
}

/**
 * The instant of a local date and minute (0 to 1439), in milliseconds; null for an unknown timezone. A time that a change of
 * clocks skips is read with the offset before it, so it comes out later by the gap; of a time that comes twice, the first is meant.
 */
export function localToInstant(date: LocalDate, minute: number, zone: string): number | null {
	const offsetOf = cachedOffsets(zone);
	if (!offsetOf) return null;
	const localMs = epochDay(date) * DAY_MS + minute * 60_000;
	// Offsets are below a day, so these two stand before and after any transition that could matter.
	const before = localMs - offsetOf(localMs - DAY_MS);
	const after = localMs - offsetOf(localMs + DAY_MS);
	const real = [before, after].filter((candidate) => candidate + offsetOf(candidate) === localMs);
	return real.length === 0 ? before : Math.min(...real);
}

function canonicalZones(): ReadonlySet<string> {
	canonicalNames ??= new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
	return canonicalNames;
}

function differsInCaseOnly(zone: string, resolved: string): boolean {
	const lower = zone.toLowerCase();
	if (lower === resolved.toLowerCase()) return zone !== resolved;
	return [...canonicalZones()].some((name) => name.toLowerCase() === lower);
}

function formatterOf(zone: string): Intl.DateTimeFormat | null {
	try {
		return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
			era: 'short',
		});
	} catch {
		return null;
	}
}

/** The offsets of a day of UTC, in milliseconds: that before an instant, and that from it on; most days have one alone. */
interface DayOffsets {
	readonly bucket: number;
	readonly before: number;
	readonly changesAt: number;
	readonly after: number;
}

/** Offsets of a zone from UTC in milliseconds, remembered per bucket: asking Intl every time would cost microseconds. */
function cachedOffsets(zone: string): OffsetOf | null {
	const known = offsets.get(zone);
	if (known) return known;
	const formatter = isTimezone(zone) ? formatterOf(zone) : null;
	if (!formatter) return null;
	const days: (DayOffsets | null)[] = Array.from({ length: REMEMBERED_BUCKETS }, () => null);
	const offsetOf: OffsetOf = (atMs) => {
		const bucket = Math.floor(atMs / BUCKET_MS);
		// A bucket shares its place with those that lie whole rounds of the memory before and after.
		const place = bucket & (REMEMBERED_BUCKETS - 1);
		let day = days[place] as DayOffsets | null;
		if (day?.bucket !== bucket) days[place] = day = dayOffsets(formatter, bucket);
		return atMs < day.changesAt ? day.before : day.after;
	};
	offsets.set(zone, offsetOf);
	return offsetOf;
}

function dayOffsets(formatter: Intl.DateTimeFormat, bucket: number): DayOffsets {
	const startMs = bucket * BUCKET_MS;
	const before = exactOffset(formatter, startMs);
	const after = exactOffset(formatter, startMs + BUCKET_MS);
	if (before === after) return { bucket, before, changesAt: Number.POSITIVE_INFINITY, after };
	// Clocks change on a whole second: the first one that has the new offset.
	let [last, first] = [0, BUCKET_MS / 1_000];
	while (first - last > 1) {
		const middle = (last + first) >> 1;
		if (exactOffset(formatter, startMs + middle * 1_000) === before) last = middle;
		else first = middle;
	}
	return { bucket, before, changesAt: startMs + first * 1_000, after };
}

function exactOffset(formatter: Intl.DateTimeFormat, atMs: number): number {
	const seconds = Math.floor(atMs / 1_000);
	const parts = new Map(formatter.formatToParts(seconds * 1_000).map(({ type, value }) => [type, value]));
	const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
	const year = parts.get('era')?.startsWith('B') ? 1 - part('year') : part('year');
	const days = epochDay({ year, month: part('month'), day: part('day') });
	return (((days * 24 + part('hour')) * 60 + part('minute')) * 60 + part('second') - seconds) * 1_000;
}
