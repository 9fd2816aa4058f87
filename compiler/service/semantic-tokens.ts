import { covers, highlight, type HighlightClass, mostCharacters, type Span } from '#grammar';
import type { Compilation } from '../compile.ts';
import { type DeclaredKind, type NameKind, namesOf } from './occurrences.ts';
import { isDisabled } from './symbols.ts';

/** What a word is: the kind of its name where it has one that the text declares, else its look. */
export type TokenKind = Exclude<HighlightClass, 'punctuation'> | DeclaredKind | 'program';

/** A coloured word. It never goes on past the end of its line. */
export interface SemanticToken {
	readonly span: Span;
	readonly kind: TokenKind;
	/** The name is declared here. */
	readonly declares: boolean;
	/** It stands in a rule that is switched off. */
	readonly faded: boolean;
}

const SHOWN: ReadonlySet<NameKind> = new Set<NameKind>(['program', 'rule', 'filter', 'tier', 'channel', 'order type']);

/** The words of a text with what they are, sorted, none overlapping. Names that mean nothing keep the look of a name or a text. */
export function semanticTokens({ source, document, symbols }: Compilation): SemanticToken[] {
	if (source.length > mostCharacters) return [];
	const { occurrences, declarations } = namesOf(document);
	const kinds = new Map<number, { kind: TokenKind; declares: boolean }>();
	for (const [index, { kind, name, declares }] of occurrences.entries()) {
		const isKnown = declarations[index] || (kind === 'filter' && symbols.filterNames.includes(name.text));
		if (isKnown && isShown(kind)) kinds.set(name.span.start, { kind, declares: declares !== null });
	}
	const disabled = document.declarations.filter((declaration) => declaration.kind === 'rule' && isDisabled(declaration));
	return highlight(source).flatMap(({ span, class: look }): SemanticToken[] => {
		if (look === 'punctuation') return [];
		const faded = disabled.some((rule) => covers(rule.span, span));
		return [{ span, faded, ...(kinds.get(span.start) ?? { kind: look, declares: false }) }];
	});
}

function isShown(kind: NameKind): kind is DeclaredKind | 'program' {
	return SHOWN.has(kind);
}
