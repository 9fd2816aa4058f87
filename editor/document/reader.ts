import { advance, type Catalog, type LocalDate, openSnapshot, recheck, type Snapshot } from '#compiler';
import { smallestReplacement } from './controller.ts';
import { localDateIn, timezoneNamed } from './local-time.ts';

/**
 * A reader of programs against a catalogue and today's date in each program's own timezone. It goes on from what was read
 * last, by itself or by the reader `before` it, so that a key costs the rule in which it was typed.
 */
export function programReader(
	catalog: Catalog | null,
	nowMs: () => number,
	before: Snapshot | null = null,
): (text: string) => Snapshot {
	let last = before;
	return (text) => {
		const read = last ? advance(last, smallestReplacement(last.source, text)) : opened(text, catalog, nowMs());
		const { options, symbols } = read.checked;
		const today = localDateIn(timezoneNamed(symbols.program), nowMs());
		const isCurrent = options.catalog === catalog && isSameDay(options.today, today);
		last = isCurrent ? read : recheck(read, { catalog, today });
		return last;
	};
}

/** Most of the time it is the same day everywhere: a program is then checked once, and not again for its own timezone. */
function opened(text: string, catalog: Catalog | null, nowMs: number): Snapshot {
	return openSnapshot(text, { catalog, today: localDateIn('UTC', nowMs) });
}

function isSameDay(a: LocalDate | null | undefined, b: LocalDate): boolean {
	return a?.day === b.day && a.month === b.month && a.year === b.year;
}
