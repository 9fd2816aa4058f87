/** Completions in the protocol's words. */
import {
	type CompletionItem,
	CompletionItemKind,
	InsertTextFormat,
	InsertTextMode,
	type MarkupContent,
	MarkupKind,
} from 'vscode-languageserver/node';
import type { Completion, CompletionDetails, NameKind } from '#compiler/service';
import { escaped, exampleLines } from './markdown-text.ts';
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

/** Text with places to fill in, in the notation of the protocol. */
function snippetOf({ insert, placeholders }: Pick<Completion, 'insert' | 'placeholders'>): string {
	let at = 0;
	const parts = placeholders.map(({ start, end }, index) => {
		const before = plainInSnippet(insert.slice(at, start));
		at = end;
		return `${before}\${${index + 1}:${plainInSnippet(insert.slice(start, end))}}`;
	});
	return parts.join('') + plainInSnippet(insert.slice(at));
}

function plainInSnippet(text: string): string {
	return text.replace(/[\\$}]/g, '\\$&');
}

/** What is said of an item, as Markdown. */
export function documentationOf({ documentation, example }: CompletionDetails): MarkupContent {
	const lines = [escaped(documentation), ...exampleLines(example)];
	return { kind: MarkupKind.Markdown, value: lines.join('\n\n') };
}
