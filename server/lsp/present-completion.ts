/** Completions in the protocol's words. */
import {
	type CompletionItem,
	CompletionItemKind,
	InsertTextFormat,
	InsertTextMode,
	type MarkupContent,
	MarkupKind,
} from 'vscode-languageserver/node';
import { type Completion, type CompletionDetails, detailsMarkdown, type NameKind, snippetOf } from '#compiler/service';
import type { OpenDocument } from './open-document.ts';

const COMPLETION_KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
	construct: CompletionItemKind.Snippet,
	keyword: CompletionItemKind.Keyword,
	name: CompletionItemKind.Variable,
	value: CompletionItemKind.Value,
};

/** The items of a completion; they keep their order. More about names is told when somebody looks at one. */
export function completionItems(
	{ uri, text, places }: OpenDocument,
	completions: readonly Completion[],
	isSnippet: boolean,
): CompletionItem[] {
	return completions.map((completion, index): CompletionItem => {
		const { kind, label, insert, detail, documentation, example, names, placeholders, replace } = completion;
		const asSnippet = isSnippet && placeholders.length > 0;
		return {
			label,
			kind: COMPLETION_KINDS[kind],
			...(detail === '' ? {} : { detail }),
			...(documentation === '' ? {} : { documentation: documentationOf({ documentation, example }) }),
			...(names === null ? {} : { data: { uri, label, names } satisfies CompletionData }),
			sortText: String(index).padStart(4, '0'),
			// Editors compare with what stands in the text, the opening quote included.
			filterText: text[replace.start] === '"' ? insert : label,
			insertTextMode: InsertTextMode.adjustIndentation,
			...(asSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
			textEdit: { range: places.range(replace), newText: asSnippet ? snippetOf(completion) : insert },
		};
	});
}

/** What an item keeps, to be asked about later. */
export interface CompletionData {
	readonly uri: string;
	readonly label: string;
	readonly names: NameKind;
}

/** What an item of {@link completionItems} kept; null for one that was not made there. */
export function completionData({ data }: CompletionItem): CompletionData | null {
	const isOurs = typeof data === 'object' && data !== null && 'uri' in data && 'label' in data && 'names' in data;
	return isOurs ? (data as CompletionData) : null;
}

/** What is said of an item, as Markdown. */
export function documentationOf(details: Pick<CompletionDetails, 'documentation' | 'example'>): MarkupContent {
	return { kind: MarkupKind.Markdown, value: detailsMarkdown(details) };
}
