import {
	type Declaration,
	type Document,
	highlight,
	isKeyword,
	keywords,
	type Name,
	type Node,
	pathAt,
	type Span,
} from '#grammar';
import { BUILT_IN_FILTERS } from '../check/symbols.ts';
import { ruleClauses } from '../vocabulary/clauses.ts';
import { conditionPalette } from '../vocabulary/conditions.ts';
import type { Construct } from '../vocabulary/construct.ts';
import { declarations, filterSources, programSettings, tierClauses, tierDeclaration } from '../vocabulary/declarations.ts';
import { currencyOf, plainText, proseOfRule, summaryOfFilter } from './prose/index.ts';
import { numberText } from './prose/words.ts';

/** What there is to say about a word of a text. Plain text; only `example` is Earn. */
export interface Hover {
	/** The word. */
	readonly span: Span;
	readonly title: string;
	readonly doc: string;
	readonly example: string | null;
}

/** What the word at an offset means: a name, or a word of the language; null where there is nothing to say. */
export function hoverAt(text: string, document: Document, offset: number): Hover | null {
	const path = pathAt(document, offset);
	const named = hoverOfName(document, path);
	if (named) return named;
	const word = highlight(text).find(({ span }) => span.start <= offset && offset < span.end);
	if (word?.class !== 'keyword') return null;
	const keyword = text.slice(word.span.start, word.span.end);
	const construct = path
		.map((node, index) => (node.span.start === word.span.start ? constructOf(node, path[index - 1]) : undefined))
		.findLast((found) => found !== undefined);
	if (construct) return { span: word.span, title: construct.title, doc: construct.doc, example: construct.example };
	return isKeyword(keyword) ? { span: word.span, title: keyword, doc: keywords[keyword], example: null } : null;
}

/** The row of the vocabulary for a node; `parent` tells the limit of a program from the limit of a rule. */
function constructOf(node: Node, parent: Node | undefined): Construct | undefined {
	if (node.kind === 'tier-declaration') return tierDeclaration;
	const rows: readonly (Construct & { readonly kind: string })[] =
		parent?.kind === 'program'
			? programSettings
			: parent?.kind === 'tier-declaration'
				? tierClauses
				: [...declarations, ...ruleClauses, ...conditionPalette, ...filterSources];
	return rows.find((row) => row.kind === node.kind);
}

function hoverOfName(document: Document, path: readonly Node[]): Hover | null {
	const name = path.at(-1);
	const owner = path.at(-2);
	if (name?.kind !== 'name' || !owner) return null;
	const { kind } = owner;
	if (kind === 'filter' || kind === 'filter-ref' || kind === 'spend') return hoverOfFilter(document, name);
	if (kind === 'tier' || kind === 'tier-declaration') return hoverOfTier(document, name);
	if (kind !== 'rule') return null;
	return { span: name.span, title: name.text, doc: plainText(proseOfRule(owner, currencyOf(document))), example: null };
}

function hoverOfFilter({ declarations: all }: Document, { text, span }: Name): Hover | null {
	const found = all.find((declaration) => declaration.kind === 'filter' && isCalled(declaration, text));
	if (found?.kind === 'filter') return { span, title: text, doc: `Cart filter: ${summaryOfFilter(found)}.`, example: null };
	const isBuiltIn = (BUILT_IN_FILTERS as readonly string[]).includes(text);
	return isBuiltIn ? { span, title: text, doc: 'Cart filter that every program has.', example: null } : null;
}

function hoverOfTier({ declarations: all }: Document, { text, span }: Name): Hover | null {
	for (const declaration of all) {
		if (declaration.kind !== 'tiers') continue;
		for (const tier of declaration.tiers) {
			if (tier.kind !== 'tier-declaration' || !isCalled(tier, text)) continue;
			const doc = tier.from ? `Tier from ${numberText(tier.from)} points.` : 'Tier that is given by hand.';
			return { span, title: text, doc, example: null };
		}
	}
	return null;
}

function isCalled({ name }: Pick<Extract<Declaration, { name: unknown }>, 'name'>, text: string): boolean {
	return name.kind === 'name' && name.text === text;
}
