/** What `check`, `test` and `explain` have in common: programs read one by one, against a catalogue where one is given. */
import { type CheckOptions, type Compilation, compile, dateOfEpochDay } from '#compiler';
import { type CatalogContents, describeRefusal, readCatalog } from './catalog-file.ts';
import type { Terminal } from './terminal.ts';
import { dayIn, todayOf } from './today.ts';

/** The catalogue that a command was given; null where it was given none. A failure was printed already. */
export async function catalogOfCommand(
	path: string | null,
	terminal: Terminal,
): Promise<
	{ readonly ok: true; readonly contents: CatalogContents | null } | { readonly ok: false; readonly status: number }
> {
	if (path === null) return { ok: true, contents: null };
	const read = await readCatalog(path);
	return read.ok ? read : { ok: false, status: terminal.fail(describeRefusal(read)) };
}

/** Compiles a text against a catalogue and, with a clock, today's date in its own timezone. */
export function compileFor(text: string, contents: CatalogContents | null, nowMs: number | null): Compilation {
	const catalog = contents?.catalog ?? null;
	if (nowMs === null) return compile(text, { catalog });
	const on = (day: number): CheckOptions => ({ catalog, today: dateOfEpochDay(day) });
	const inUtc = dayIn('UTC', nowMs);
	const compilation = compile(text, on(inUtc));
	const today = todayOf(compilation, nowMs);
	return today === inUtc ? compilation : compile(text, on(today));
}
