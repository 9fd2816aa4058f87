import {
	type CheckOptions,
	type Compilation,
	compile,
	dateOfEpochDay,
	localClock,
	type LocalDate,
	type Plan,
} from '#compiler';
import { catalogOf, type Engine, type Stores } from '#runtime';

/** What the routes work with. */
export interface Services {
	readonly stores: Stores;
	readonly engine: Engine;
	/** Now, in milliseconds since 1970-01-01T00:00Z. */
	readonly now: () => number;
	/** SHA-256 of a text's UTF-8 bytes, hexadecimal. */
	readonly hash: (text: string) => string;
}

/** A program's text, checked as an author wants it: against the program's catalogue, and knowing what day it is. */
export async function checkText(services: Services, program: string, text: string): Promise<Compilation> {
	return compile(text, await surroundingsOf(services, program, text));
}

/** What a text is checked and tested against: the program's catalogue, null where it is empty, and what day it is there. */
export async function surroundingsOf(
	{ stores, engine, now }: Services,
	program: string,
	text: string,
): Promise<Required<CheckOptions>> {
	const settings = engine.prepare(text).compilation.healthyPlan?.program;
	const stored = await stores.catalogs.get(program);
	const isEmpty = stored.stores.length === 0 && stored.items.length === 0;
	return {
		catalog: isEmpty ? null : catalogOf(stored, settings?.currencyDecimals ?? 2),
		today: settings ? localToday(settings.timezone, now()) : null,
	};
}

/** Today in a timezone; null for one that does not exist. */
export function localToday(timezone: string, nowMs: number): LocalDate | null {
	const clock = localClock(timezone);
	return clock && dateOfEpochDay(clock(nowMs).day);
}

/** The plan of the newest published version; null where nothing is published. */
export async function publishedPlan({ stores, engine }: Services, program: string): Promise<Plan | null> {
	const newest = (await stores.programs.get(program))?.newest;
	return newest ? engine.prepare(newest.text).compilation.plan : null;
}
