import { dateOfEpochDay, type LocalDate, type LocalMoment, localClock } from '#compiler';
import type { Document, ProgramDeclaration } from '#grammar';

/** The timezone that a program names; UTC while it names none that exists. */
export function timezoneOf(document: Document): string {
	return timezoneNamed(document.declarations.find((declaration) => declaration.kind === 'program'));
}

/** The same from the declaration alone. */
export function timezoneNamed(program: ProgramDeclaration | null | undefined): string {
	const setting = program?.settings.find((candidate) => candidate.kind === 'timezone');
	const zone = setting?.zone.kind === 'text' ? setting.zone.text : 'UTC';
	return localClock(zone) ? zone : 'UTC';
}

/** The local day and minute of an instant in a program's timezone. */
export function localMomentOf(document: Document, atMs: number): LocalMoment {
	return localMomentIn(timezoneOf(document), atMs);
}

/** The local date of an instant in a timezone. */
export function localDateIn(timezone: string, atMs: number): LocalDate {
	return dateOfEpochDay(localMomentIn(timezone, atMs).day);
}

function localMomentIn(timezone: string, atMs: number): LocalMoment {
	const { day, minute } = localClock(timezone)?.(atMs) ?? { day: Math.floor(atMs / 86_400_000), minute: 0 };
	return { day, minute };
}
