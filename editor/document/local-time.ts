import { dateOfEpochDay, type LocalDate, type LocalMoment, localClock } from '#compiler';
import type { Document } from '#grammar';

/** The timezone that a program names; UTC while it names none that exists. */
export function timezoneOf(document: Document): string {
	const program = document.declarations.find((declaration) => declaration.kind === 'program');
	const setting = program?.settings.find((candidate) => candidate.kind === 'timezone');
	const zone = setting?.zone.kind === 'text' ? setting.zone.text : 'UTC';
	return localClock(zone) ? zone : 'UTC';
}

/** The local day and minute of an instant in a program's timezone. */
export function localMomentOf(document: Document, atMs: number): LocalMoment {
	const { day, minute } = localClock(timezoneOf(document))?.(atMs) ?? { day: Math.floor(atMs / 86_400_000), minute: 0 };
	return { day, minute };
}

/** The local date of an instant in a program's timezone. */
export function localDateOf(document: Document, atMs: number): LocalDate {
	return dateOfEpochDay(localMomentOf(document, atMs).day);
}
