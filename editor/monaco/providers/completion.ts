import type * as Monaco from 'monaco-editor/editor';
import {
	complete,
	type Completion,
	completionDetails,
	detailsMarkdown,
	type NameKind,
	signatureHelp,
	snippetOf,
} from '#compiler/service';
import { clausesInWords } from '../../canvas/clause-words.ts';
import { insideOfText } from '../../messages/message.ts';
import { saidWords, wordOf } from '../../messages/service-words.ts';
import type { Asked } from '../asked.ts';
import type { TextPosition, TextRange } from '../convert.ts';
import { LANGUAGE_ID } from '../language.ts';
import { allOf, answer, nothingToDispose, type Provided } from './provide.ts';

type Icon = keyof typeof Monaco.languages.CompletionItemKind;

const iconOfKind: Readonly<Record<Completion['kind'], Icon>> = {
	construct: 'Snippet',
	keyword: 'Keyword',
	name: 'Variable',
	value: 'Value',
};

/** Which icon names have, by what they stand for. */
const iconOfName: Partial<Readonly<Record<NameKind, Icon>>> = {
	filter: 'Field',
	tier: 'Class',
	segment: 'Class',
	channel: 'EnumMember',
	'order type': 'EnumMember',
	'attribute value': 'EnumMember',
	attribute: 'Property',
	rule: 'Function',
	'exclusive set': 'Interface',
	event: 'Event',
	store: 'Module',
	chain: 'Module',
};

/** A row of the list, in Monaco's words but for the icon, of which it has the name. */
export interface CompletionRow {
	readonly label: string;
	readonly icon: Icon;
	readonly detail: string;
	readonly documentation: string;
	readonly sortText: string;
	/** What is compared with what stands in the text. */
	readonly filterText: string;
	readonly insertText: string;
	readonly isSnippet: boolean;
	readonly range: TextRange;
	readonly completion: Completion;
}

/** What can stand at a place, in the order in which it is offered. */
export function completionRows({ text, compilation, places, scope }: Asked, position: TextPosition): CompletionRow[] {
	return complete(compilation, places.at(position), scope()).map((completion, index): CompletionRow => {
		const { kind, label, insert, detail, documentation, says, names, placeholders, replace } = completion;
		const isSnippet = placeholders.length > 0;
		return {
			label,
			icon: (names === null ? undefined : iconOfName[names]) ?? iconOfKind[kind],
			detail: says.detail ? insideOfText(saidWords([says.detail], detail)) : '',
			documentation: detailsMarkdown({ ...completion, documentation: saidWords(says.documentation, documentation) }),
			sortText: String(index).padStart(4, '0'),
			// The quote that opens a name is part of what stands in the text.
			filterText: text[replace.start] === '"' ? insert : label,
			insertText: isSnippet ? snippetOf(completion) : insert,
			isSnippet,
			range: places.range(replace),
			completion,
		};
	});
}

/** More about a row, worked out when somebody looks at it. */
export function rowDetails({ compilation }: Asked, { completion }: CompletionRow): string {
	const { catalog = null } = compilation.checked.options;
	const { documentation, says, example } = completionDetails(compilation, completion, catalog);
	// The words of a catalogue are the user's.
	const words = says
		? saidWords(says, documentation, (clauses) => clausesInWords(clauses, compilation.document, catalog))
		: documentation;
	return detailsMarkdown({ documentation: words, example });
}

/** The shape of the clause at a place, with the part in which the place is; null elsewhere. */
export function clauseShape({ compilation, places }: Asked, position: TextPosition): Monaco.languages.SignatureHelp | null {
	const help = signatureHelp(compilation, places.at(position));
	if (!help) return null;
	const signatures = help.signatures.map(({ label, doc, says, parameters }) => ({
		label,
		documentation: saidWords(says, doc),
		parameters: parameters.map(({ name, doc: documentation }) => {
			const start = label.indexOf(name);
			return { label: [start, start + name.length] as [number, number], documentation: wordOf(documentation) };
		}),
	}));
	return { signatures, activeSignature: help.active, activeParameter: help.activeParameter };
}

/** Offers what can stand at the caret, and says how the clause there goes on. */
export function provideCompletion({ monaco, ask, model: own }: Provided): Monaco.IDisposable {
	const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;
	const rows = new WeakMap<object, CompletionRow>();
	const itemOf = (row: CompletionRow): Monaco.languages.CompletionItem => {
		const { label, icon, detail, documentation, sortText, filterText, insertText, isSnippet, range } = row;
		const item: Monaco.languages.CompletionItem = {
			label,
			detail,
			sortText,
			filterText,
			insertText,
			range,
			kind: CompletionItemKind[icon],
			...(documentation === '' ? {} : { documentation: { value: documentation } }),
			...(isSnippet ? { insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet } : {}),
		};
		rows.set(item, row);
		return item;
	};
	return allOf([
		monaco.languages.registerCompletionItemProvider(LANGUAGE_ID, {
			triggerCharacters: [' ', '"'],
			provideCompletionItems: (model, position) =>
				answer(ask(model), (asked) => ({ suggestions: completionRows(asked, position).map(itemOf) })),
			resolveCompletionItem(item) {
				const row = rows.get(item);
				const asked = ask(own);
				const more = row && asked ? rowDetails(asked, row) : '';
				return more === '' ? item : { ...item, documentation: { value: more } };
			},
		}),
		monaco.languages.registerSignatureHelpProvider(LANGUAGE_ID, {
			signatureHelpTriggerCharacters: [' '],
			signatureHelpRetriggerCharacters: [' '],
			provideSignatureHelp: (model, position) =>
				answer(ask(model), (asked) => {
					const value = clauseShape(asked, position);
					return value && { value, dispose: nothingToDispose };
				}),
		}),
	]);
}
