import type { Span } from '#grammar';
import type { Compilation } from '../compile.ts';
import { declarationOf, nameAt, type NameKind, namesOf, sameName } from './occurrences.ts';

/** Where a name is declared. */
export interface Definition {
	readonly kind: NameKind;
	/** The name that was asked about. */
	readonly from: Span;
	/** The name where it is declared. */
	readonly nameSpan: Span;
	/** The whole declaration. */
	readonly span: Span;
}

/** A place where a name stands. */
export interface Reference {
	readonly span: Span;
	readonly declares: boolean;
}

/** Where the name at a caret is declared; null where there is no name, or one that the text does not declare. */
export function definition({ document }: Compilation, offset: number): Definition | null {
	const asked = nameAt(document, offset);
	const found = asked && declarationOf(document, asked);
	if (!asked || !found?.declares) return null;
	return { kind: found.kind, from: asked.name.span, nameSpan: found.name.span, span: found.declares };
}

/** Where the name at a caret stands, in the order of the text. Names that only a catalogue declares are found too. */
export function references(
	{ document }: Compilation,
	offset: number,
	{ includeDeclaration }: { readonly includeDeclaration: boolean },
): Reference[] {
	const asked = nameAt(document, offset);
	if (!asked) return [];
	return sameName(document, asked)
		.filter(({ declares }) => includeDeclaration || !declares)
		.map(({ name, declares }) => ({ span: name.span, declares: declares !== null }));
}

/** What is marked while the caret is on a name: every place where it stands. */
export function highlights(compilation: Compilation, offset: number): Reference[] {
	return references(compilation, offset, { includeDeclaration: true });
}

/** A name that a part of a program uses. */
export interface UsedName {
	readonly kind: NameKind;
	readonly name: string;
}

/** The names that a stretch of the text uses, each once, in the order of the text; then those that its cart filters use. */
export function usedNames({ document, symbols }: Compilation, stretch: Span): UsedName[] {
	const { occurrences } = namesOf(document);
	const found = new Map<string, UsedName>();
	const collect = ({ start, end }: Span) => {
		for (const { kind, name, declares } of occurrences) {
			if (declares || name.span.start < start || name.span.end > end) continue;
			found.set(`${kind} ${name.text}`, { kind, name: name.text });
		}
	};
	collect(stretch);
	const filters = [...found.values()].flatMap(({ kind, name }) =>
		kind === 'filter' ? (symbols.filters.get(name) ?? []) : [],
	);
	for (const { span } of filters) collect(span);
	return [...found.values()];
}
