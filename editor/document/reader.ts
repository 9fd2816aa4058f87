import { type Catalog, type Compilation, compile, type LocalDate } from '#compiler';
import { localDateOf } from './local-time.ts';

/**
 * A reader of programs against a catalogue and today's date. Today depends on the program's own timezone, so it is taken
 * from the text that was read before; the first text is read twice.
 */
export function programReader(catalog: Catalog | null, nowMs: () => number): (text: string) => Compilation {
	let today: LocalDate | null = null;
	return (text) => {
		let compilation = compile(text, { catalog, today });
		const local = localDateOf(compilation.document, nowMs());
		if (today === null || today.day !== local.day || today.month !== local.month || today.year !== local.year) {
			today = local;
			compilation = compile(text, { catalog, today });
		}
		return compilation;
	};
}
