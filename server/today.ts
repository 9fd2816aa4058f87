import { type Compilation, localClock } from '#compiler';

/** Today in the timezone that a program names, in days since 1970-01-01; in UTC while it names none that exists. */
export function todayOf({ symbols: { program } }: Pick<Compilation, 'symbols'>, nowMs: number): number {
	const setting = program?.settings.find(({ kind }) => kind === 'timezone');
	return dayIn(setting?.kind === 'timezone' && setting.zone.kind === 'text' ? setting.zone.text : 'UTC', nowMs);
}

/** A day in a timezone, in days since 1970-01-01; in UTC where there is no such timezone. */
export function dayIn(timezone: string, nowMs: number): number {
	return (localClock(timezone) ?? localClock('UTC'))?.(nowMs).day ?? Math.floor(nowMs / 86_400_000);
}
