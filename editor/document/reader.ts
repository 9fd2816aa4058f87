import { advance, type Catalog, type LocalDate, openSnapshot, recheck, type Snapshot } from '#compiler';
import { smallestReplacement } from './controller.ts';
import { localDateIn, timezoneNamed } from './local-time.ts';

/**
 * A reader of programs against a catalogue and today's date in each program's own timezone. It goes on from the text that it
 * read last, so that a key costs the rule in which it was typed.
 */
export function programReader(catalog: Catalog | null, nowMs: () => number): (text: string) => Snapshot {
	let last: Snapshot | null = null;
	return (text) => {
		const read = last ? advance(last, smallestReplacement(last.source, text)) : openSnapshot(text, { catalog });
		const today = localDateIn(timezoneNamed(read.checked.symbols.program), nowMs());
		last = isSameDay(read.checked.options.today, today) ? read : recheck(read, { catalog, today });
		return last;
	};
}

function isSameDay(a: LocalDate | null | undefined, b: LocalDate): boolean {
	return a?.day === b.day && a.month === b.month && a.year === b.year;
}
