import type { Span } from '#grammar';
import type { Compilation } from '../compile.ts';
import { namesOf, type Occurrence } from './occurrences.ts';
import { type Said, saidInEnglish, says } from './says.ts';

/** A line above a declaration that says how often it is used, and where. */
export interface CodeLens {
	/** The name that it stands above. */
	readonly span: Span;
	/** `tests`: the expectations about a rule. `uses`: the places that name a filter, a tier, a set … */
	readonly kind: 'tests' | 'uses';
	/** In words: `2 tests`, `no use`. */
	readonly title: string;
	/** The same as data. */
	readonly says: Said;
	/** The names in those places, in the order of the text. */
	readonly places: readonly Span[];
}

/** How often filters, exclusive sets, segments and attributes are used, and rules are expected something of in tests. */
export function codeLenses({ document }: Compilation): CodeLens[] {
	const { occurrences, declarations } = namesOf(document);
	const places = new Map<Occurrence, Span[]>();
	for (const [index, { declares, name }] of occurrences.entries()) {
		const declaration = declarations[index];
		if (!declaration || declares) continue;
		const known = places.get(declaration);
		if (known) known.push(name.span);
		else places.set(declaration, [name.span]);
	}
	return occurrences.flatMap((occurrence): CodeLens[] => {
		const kind = occurrence.declares ? lensKind(occurrence) : null;
		const found = places.get(occurrence) ?? [];
		if (kind === null) return [];
		const said = says(kind, { count: found.length });
		return [{ span: occurrence.name.span, kind, title: saidInEnglish([said]), says: said, places: found }];
	});
}

function lensKind({ kind }: Occurrence): CodeLens['kind'] | null {
	if (kind === 'rule') return 'tests';
	return kind === 'filter' || kind === 'exclusive set' || kind === 'segment' || kind === 'attribute' ? 'uses' : null;
}
