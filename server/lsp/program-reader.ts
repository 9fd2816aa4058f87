import { type CheckOptions, type Compilation, type Catalog, compile, dateOfEpochDay, localClock } from '#compiler';
import type { OpenDocument } from './open-document.ts';

/** A document with what it means, and what that was checked against. */
export interface Reading {
	readonly document: OpenDocument;
	readonly compilation: Compilation;
	readonly options: CheckOptions;
}

/**
 * A reader of documents against a catalogue and today's date in each program's own timezone. A document is read once a day,
 * however many questions are asked of it.
 */
export function programReader(catalog: Catalog | null, nowMs: () => number): (document: OpenDocument) => Reading {
	const readings = new WeakMap<OpenDocument, Reading & { readonly day: number }>();
	let day = dayIn('UTC', nowMs());
	return (document) => {
		const before = readings.get(document);
		if (before && before.day === dayOf(before.compilation, nowMs())) return before;
		// The day of the text that was read last is nearly always right, so that a text is read once only.
		let reading = read(document, catalog, day);
		day = dayOf(reading.compilation, nowMs());
		if (reading.day !== day) reading = read(document, catalog, day);
		readings.set(document, reading);
		return reading;
	};
}

function read(document: OpenDocument, catalog: Catalog | null, day: number): Reading & { readonly day: number } {
	const options = { catalog, today: dateOfEpochDay(day) };
	return { document, compilation: compile(document.text, options), options, day };
}

/** Today in the timezone that a program names; UTC while it names none that exists. */
function dayOf({ symbols: { program } }: Compilation, nowMs: number): number {
	const setting = program?.settings.find(({ kind }) => kind === 'timezone');
	return dayIn(setting?.kind === 'timezone' && setting.zone.kind === 'text' ? setting.zone.text : 'UTC', nowMs);
}

/** Days since 1970-01-01. */
function dayIn(timezone: string, nowMs: number): number {
	return (localClock(timezone) ?? localClock('UTC'))?.(nowMs).day ?? Math.floor(nowMs / 86_400_000);
}
