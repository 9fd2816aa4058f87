import type * as Monaco from 'monaco-editor/editor';
import { documentSymbols, type Fold, foldingRanges, type OutlineSymbol, selectionRanges } from '#compiler/service';
import type { Asked } from '../asked.ts';
import type { TextPlaces, TextPosition, TextRange } from '../convert.ts';
import { LANGUAGE_ID } from '../language.ts';
import { allOf, answer, type Provided } from './provide.ts';

type Icon = keyof typeof Monaco.languages.SymbolKind;

const iconOf: Readonly<Record<OutlineSymbol['kind'], Icon>> = {
	program: 'Module',
	setting: 'Property',
	tiers: 'Enum',
	tier: 'EnumMember',
	segment: 'Class',
	attribute: 'Property',
	filter: 'Variable',
	'exclusive set': 'Interface',
	campaign: 'Namespace',
	rule: 'Function',
	redemption: 'Object',
	expiry: 'Object',
	test: 'Method',
	clause: 'Field',
	condition: 'Boolean',
	raw: 'String',
};

/** An entry of the outline in Monaco's words, but for the icon, of which it has the name. */
export interface OutlineEntry {
	readonly name: string;
	readonly detail: string;
	readonly icon: Icon;
	readonly range: TextRange;
	readonly selectionRange: TextRange;
	readonly children: readonly OutlineEntry[];
}

/** The outline of a text. */
export function outline({ compilation, places }: Asked): OutlineEntry[] {
	return documentSymbols(compilation).map((symbol) => entryOf(places, symbol));
}

function entryOf(
	places: TextPlaces,
	{ kind, name, detail, span, nameSpan, disabled, children }: OutlineSymbol,
): OutlineEntry {
	return {
		name,
		detail: disabled ? (detail === '' ? 'disabled' : `disabled, ${detail}`) : detail,
		icon: iconOf[kind],
		range: places.range(span),
		selectionRange: places.range(nameSpan),
		children: children.map((child) => entryOf(places, child)),
	};
}

/** Lines that can be folded away; the first of them stays. */
export function folds({ compilation, places }: Asked): { start: number; end: number; kind: Fold['kind'] }[] {
	return foldingRanges(compilation).map(({ span, kind }) => {
		const { startLineNumber, endLineNumber } = places.range(span);
		return { start: startLineNumber, end: endLineNumber, kind };
	});
}

/** What a selection at a place grows to, step by step. */
export function growingSelection({ compilation, places }: Asked, position: TextPosition): TextRange[] {
	return selectionRanges(compilation, places.at(position)).map((span) => places.range(span));
}

/** Answers how a text is built: its outline, what can be folded, and how a selection grows. */
export function provideOutline({ monaco, ask }: Provided): Monaco.IDisposable {
	const { languages } = monaco;
	const symbolOf = ({ icon, children, ...entry }: OutlineEntry): Monaco.languages.DocumentSymbol => ({
		...entry,
		kind: languages.SymbolKind[icon],
		tags: [],
		children: children.map(symbolOf),
	});
	return allOf([
		languages.registerDocumentSymbolProvider(LANGUAGE_ID, {
			displayName: 'Earn',
			provideDocumentSymbols: (model) => answer(ask(model), (asked) => outline(asked).map(symbolOf)),
		}),
		languages.registerFoldingRangeProvider(LANGUAGE_ID, {
			provideFoldingRanges: (model) =>
				answer(ask(model), (asked) =>
					folds(asked).map(({ start, end, kind }) =>
						kind === 'comment' ? { start, end, kind: languages.FoldingRangeKind.Comment } : { start, end },
					),
				),
		}),
		languages.registerSelectionRangeProvider(LANGUAGE_ID, {
			provideSelectionRanges: (model, positions) =>
				answer(ask(model), (asked) =>
					positions.map((position) => growingSelection(asked, position).map((range) => ({ range }))),
				),
		}),
	]);
}
