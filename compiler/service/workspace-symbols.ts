import type { Span } from '#grammar';
import type { Compilation } from '../compile.ts';
import { type DeclaredKind, namesOf } from './occurrences.ts';

/** Something that a program declares under a name. */
export interface DeclaredSymbol {
	readonly kind: DeclaredKind | 'program';
	readonly name: string;
	readonly nameSpan: Span;
	/** The whole declaration. */
	readonly span: Span;
	/** What it is declared in: the tiers’ or the program’s name, a campaign; null at the top. */
	readonly container: string | null;
}

/**
 * The names that a program declares and that `query` fits, in the order of the text: its letters stand in the name one after
 * the other, whatever is between them. All of them for an empty query.
 */
export function workspaceSymbols({ document }: Compilation, query: string): DeclaredSymbol[] {
	const letters = Array.from(query.normalize('NFKC').toLowerCase()).filter((letter) => letter.trim() !== '');
	const around = containers({ document });
	return namesOf(document).occurrences.flatMap(({ kind, name, declares, of }): DeclaredSymbol[] => {
		if (!declares || !isDeclaring(kind) || !hasLetters(name.text, letters)) return [];
		const container = of ?? around.find(({ span }) => span.start < declares.start && declares.end <= span.end)?.name ?? null;
		return [{ kind, name: name.text, nameSpan: name.span, span: declares, container }];
	});
}

function isDeclaring(kind: string): kind is DeclaredSymbol['kind'] {
	return kind !== 'event';
}

function hasLetters(name: string, letters: readonly string[]): boolean {
	const folded = name.normalize('NFKC').toLowerCase();
	let from = 0;
	return letters.every((letter) => {
		const at = folded.indexOf(letter, from);
		from = at + letter.length;
		return at >= 0;
	});
}

function containers({ document }: Pick<Compilation, 'document'>): readonly { readonly name: string; readonly span: Span }[] {
	return document.declarations.flatMap((declaration) => {
		const { kind, span } = declaration;
		if (kind === 'tiers') return [{ name: 'Tiers', span }];
		const isNamed = (kind === 'program' || kind === 'campaign') && declaration.name.kind === 'name';
		return isNamed && declaration.name.kind === 'name' ? [{ name: declaration.name.text, span }] : [];
	});
}
