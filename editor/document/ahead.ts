/**
 * What the address of a program needs, asked for and read while the other scripts of the page are still on their way. Each part is
 * taken once, by whoever needs it first; what did not come, and all that is asked for later, is asked of the server as ever.
 */
import type { Snapshot } from '#compiler';
import type { CatalogWire, ProgramDetail } from '#server/contract';
import { openedReading } from './opening.ts';

/** Something that was asked for: `null` where it could not be had. */
interface Asked<T> {
	readonly coming: Promise<T | null>;
	/** Set once it is there. */
	arrived?: T;
}

const details = new Map<string, Asked<ProgramDetail>>();
const catalogs = new Map<string, Asked<CatalogWire>>();
const readings = new WeakMap<ProgramDetail, Snapshot>();
const opened = new WeakSet<ProgramDetail>();

/** Asks for a program and its catalogue, and reads it unless it was opened meanwhile. Never throws. */
export async function askAhead(program: string, fetch: typeof globalThis.fetch): Promise<void> {
	const path = `/v1/programs/${encodeURIComponent(program)}`;
	const detail = ask<ProgramDetail>(path, fetch);
	const catalog = ask<CatalogWire>(`${path}/catalog`, fetch);
	details.set(program, detail);
	catalogs.set(program, catalog);
	const [found, wire] = await Promise.all([detail.coming, catalog.coming]);
	if (found && !opened.has(found)) readings.set(found, openedReading(found.draft.text, wire, Date.now));
}

/** The program that was asked for ahead. */
export const takeDetail = takeFrom(details);

/** The catalogue that was asked for ahead. */
export const takeCatalog = takeFrom(catalogs);

/** How a program reads that is opened now; from then on, reading it ahead would be for nothing. */
export function takeReading(detail: ProgramDetail, wire: CatalogWire | null): Snapshot {
	const ahead = readings.get(detail);
	readings.delete(detail);
	opened.add(detail);
	return openedReading(detail.draft.text, wire, Date.now, ahead);
}

/** Two ways to take what was asked for: at once if it has arrived, or when it comes. */
interface Taking<T> {
	/** Undefined where nothing has arrived. */
	readonly now: (program: string) => T | undefined;
	/** Null where nothing was asked for, or nothing came. */
	readonly later: (program: string) => Promise<T | null>;
}

function takeFrom<T>(asked: Map<string, Asked<T>>): Taking<T> {
	return {
		now: (program) => {
			const arrived = asked.get(program)?.arrived;
			if (arrived !== undefined) asked.delete(program);
			return arrived;
		},
		later: async (program) => {
			const coming = asked.get(program)?.coming ?? null;
			asked.delete(program);
			return coming;
		},
	};
}

function ask<T>(path: string, fetch: typeof globalThis.fetch): Asked<T> {
	const asked: Asked<T> = {
		coming: answer<T>(path, fetch).then((value) => {
			if (value !== null) asked.arrived = value;
			return value;
		}),
	};
	return asked;
}

/** What went wrong is found out again, and said, by who needs the answer. */
async function answer<T>(path: string, fetch: typeof globalThis.fetch): Promise<T | null> {
	try {
		const response = await fetch(path, { headers: { accept: 'application/json' } });
		return response.ok ? ((await response.json()) as T) : null;
	} catch {
		return null;
	}
}
