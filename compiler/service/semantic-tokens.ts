import { type Declaration, type HighlightClass, mostCharacters, type ProblemCode, type Span } from '#grammar';
import type { Compilation } from '../compile.ts';
import { type DeclaredKind, type NameKind, namesOf } from './occurrences.ts';
import { wordsIn } from './stretches.ts';
import { isDisabled } from './symbols.ts';

/** What a word is: the kind of its name where it has one that the text declares, else its look. */
export type TokenKind = Exclude<HighlightClass, 'punctuation'> | DeclaredKind | 'program' | 'event';

/** A coloured word. It never goes on past the end of its line. */
export interface SemanticToken {
	readonly span: Span;
	readonly kind: TokenKind;
	/** The name is declared here. */
	readonly declares: boolean;
	/** It stands in a rule or a campaign that is switched off. */
	readonly faded: boolean;
	/** The name of something that nothing uses. */
	readonly unused: boolean;
}

/** The kinds of names that a text itself gives a meaning. */
const SHOWN: Readonly<Record<NameKind, boolean>> = {
	program: true,
	rule: true,
	filter: true,
	tier: true,
	segment: true,
	attribute: true,
	'attribute value': true,
	'exclusive set': true,
	campaign: true,
	test: true,
	channel: true,
	'order type': true,
	event: true,
	store: false,
	chain: false,
	category: false,
	subcategory: false,
	combo: false,
	item: false,
};

/** The words of a text with what they are, sorted, none overlapping. Names that mean nothing keep the look of a name or a text. */
export function semanticTokens({ source, document, symbols, problems }: Compilation): SemanticToken[] {
	if (source.length > mostCharacters) return [];
	const { occurrences, declarations } = namesOf(document);
	const unused = new Set(problems.flatMap(({ code, span }) => (isUnused(code) ? [span.start] : [])));
	const builtIn = new Set(symbols.filterNames);
	const kinds = new Map<number, { kind: TokenKind; declares: boolean }>();
	for (const [index, { kind, name, declares }] of occurrences.entries()) {
		const isKnown = declarations[index] || kind === 'event' || (kind === 'filter' && builtIn.has(name.text));
		if (isKnown && isShown(kind)) kinds.set(name.span.start, { kind, declares: declares !== null });
	}
	const isFaded = inside(fadedSpans(document.declarations));
	return wordsIn(source, document).flatMap(({ span, class: look }): SemanticToken[] => {
		if (look === 'punctuation') return [];
		const named = kinds.get(span.start);
		const token = named ?? { kind: look, declares: false };
		return [{ span, faded: isFaded(span), unused: named?.declares === true && unused.has(span.start), ...token }];
	});
}

/** Says whether a problem is that nothing uses a name. */
export function isUnused(code: ProblemCode): boolean {
	return code === 'unused-filter' || code === 'exclusive-unused';
}

function isShown(kind: NameKind): kind is DeclaredKind | 'program' | 'event' {
	return SHOWN[kind];
}

/** The rules that are switched off, and those of campaigns that are, in the order of the text. */
function fadedSpans(declarations: readonly Declaration[]): Span[] {
	return declarations.flatMap((declaration): Span[] => {
		if (declaration.kind !== 'rule' && declaration.kind !== 'campaign') return [];
		if (isDisabled(declaration)) return [declaration.span];
		return declaration.clauses.flatMap((clause) => (clause.kind === 'rule' && isDisabled(clause) ? [clause.span] : []));
	});
}

/** Says of one span after the other, in the order of the text, whether it lies in one of these. */
function inside(spans: readonly Span[]): (span: Span) => boolean {
	let at = 0;
	return ({ start, end }) => {
		while (at < spans.length && (spans[at]?.end ?? 0) <= start) at++;
		const around = spans[at];
		return around !== undefined && around.start <= start && end <= around.end;
	};
}
