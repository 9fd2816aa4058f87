import type { Name } from '#grammar';
import type { Compilation } from '#compiler';

/** The names that a program declares for one kind of membership, as it writes them and in its order. */
export function programNames({ symbols }: Compilation, kind: 'order-type' | 'channel' | 'tier' | 'segment'): Name[] {
	if (kind === 'tier' || kind === 'segment') {
		const declared = kind === 'tier' ? symbols.tierByName : symbols.segments;
		return [...declared.values()].flatMap(({ name }) => (name.kind === 'name' ? [name] : []));
	}
	const wanted = kind === 'channel' ? 'channels' : 'order-types';
	const setting = symbols.program?.settings.find((candidate) => candidate.kind === wanted);
	if (!setting || !('names' in setting)) return [];
	return setting.names.filter((name): name is Name => name.kind === 'name');
}

const longDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The first day of the program's week: 1 Monday to 7 Sunday. */
export function weekStartsOf({ symbols }: Compilation): number {
	const setting = symbols.program?.settings.find((candidate) => candidate.kind === 'week');
	if (setting?.kind !== 'week' || setting.first.kind !== 'word') return 1;
	return longDays.indexOf(setting.first.text) + 1 || 1;
}

/** The program's timezone; empty while it does not say it. */
export function timezoneOf({ symbols }: Compilation): string {
	const setting = symbols.program?.settings.find((candidate) => candidate.kind === 'timezone');
	return setting?.kind === 'timezone' && setting.zone.kind === 'text' ? setting.zone.text : '';
}

/** The colour that a tier gives itself: `#RRGGBB`; null without one. */
export function tierColor({ symbols }: Compilation, name: string): string | null {
	const clause = symbols.tierByName.get(name)?.clauses.find((candidate) => candidate.kind === 'color-clause');
	return clause?.kind === 'color-clause' && clause.color.kind === 'color' ? clause.color.text : null;
}
