/** The questions that an editor asks about a document, each answered by the language service. */
import {
	type CancellationToken,
	type CompletionItem,
	type Connection,
	LSPErrorCodes,
	ResponseError,
} from 'vscode-languageserver/node';
import {
	codeLenses,
	complete,
	completionDetails,
	definition,
	documentSymbols,
	foldingRanges,
	highlights,
	hoverAt,
	inlayHints,
	prepareRename,
	references,
	rename,
	selectionRanges,
	signatureHelp,
	workspaceSymbols,
} from '#compiler/service';
import type { Client } from './client.ts';
import {
	codeLensOf,
	foldOf,
	highlightsOf,
	hintOf,
	hoverOf,
	selectionOf,
	signatureHelpOf,
	symbolOf,
	workspaceEdit,
	workspaceSymbolOf,
} from './present.ts';
import { completionData, completionItems, documentationOf } from './present-completion.ts';
import type { Reading } from './program-reader.ts';

interface AboutDocument {
	readonly textDocument: { readonly uri: string };
}

/** Makes an answer of one about a reading; null where the document is not open, an error where nobody waits for it any more. */
export type Ask = <P extends AboutDocument, R>(
	answer: (reading: Reading, params: P) => R,
) => (params: P, token?: CancellationToken) => R | ResponseError | null;

/** What answers lean on. */
export interface Served {
	readonly ask: Ask;
	readonly client: () => Client;
	/** How an open document reads; null where none of that address is open. */
	readonly reading: (uri: string) => Reading | null;
	/** How all of them read. */
	readonly readings: () => readonly Reading[];
}

/** What is worked out only when somebody asks for it. */
const UNSAID = { documentation: '', says: { detail: null, documentation: [] }, example: null } as const;

/** Answers what is asked while somebody types. */
export function answerWhileTyping(connection: Connection, { ask, client, reading }: Served): void {
	connection.onCompletion(
		ask(({ document, compilation, scope }, { position }) => {
			const completions = complete(compilation, document.places.offset(position), scope());
			return completionItems(document, completions, client().snippets);
		}),
	);
	connection.onCompletionResolve((item: CompletionItem) => {
		const data = completionData(item);
		const found = data && reading(data.uri);
		if (!data || !found) return item;
		const { compilation, options } = found;
		const details = completionDetails(compilation, { ...data, ...UNSAID }, options.catalog ?? null);
		return details.documentation === '' ? item : { ...item, documentation: documentationOf(details) };
	});
	connection.onSignatureHelp(
		ask(({ document, compilation }, { position }) => {
			const help = signatureHelp(compilation, document.places.offset(position));
			return help && signatureHelpOf(help);
		}),
	);
	connection.onHover(
		ask(({ document: { text, places }, compilation }, { position }) => {
			const hover = hoverAt(text, compilation.document, places.offset(position));
			return hover && hoverOf(places, hover);
		}),
	);
}

/** Answers what is asked about names. */
export function answerAboutNames(connection: Connection, { ask, client, readings }: Served): void {
	connection.onDefinition(
		ask(({ document: { uri, places }, compilation }, { position }) => {
			const found = definition(compilation, places.offset(position));
			if (!found) return null;
			const targetSelectionRange = places.range(found.nameSpan);
			if (!client().definitionLinks) return { uri, range: targetSelectionRange };
			const targetRange = places.range(found.span);
			return [{ originSelectionRange: places.range(found.from), targetUri: uri, targetRange, targetSelectionRange }];
		}),
	);
	connection.onReferences(
		ask(({ document: { uri, places }, compilation }, { position, context }) =>
			references(compilation, places.offset(position), context).map(({ span }) => ({ uri, range: places.range(span) })),
		),
	);
	connection.onDocumentHighlight(
		ask(({ document: { places }, compilation }, { position }) =>
			highlightsOf(places, highlights(compilation, places.offset(position))),
		),
	);
	connection.onPrepareRename(
		ask(({ document: { places }, compilation }, { position }) => {
			const target = prepareRename(compilation, places.offset(position));
			return target.ok ? { range: places.range(target.span), placeholder: target.name } : refused(target.reason);
		}),
	);
	connection.onRenameRequest(
		ask(({ document, compilation, options }, { position, newName }) => {
			const planned = rename(compilation, document.places.offset(position), newName, options);
			return planned.ok ? workspaceEdit(document, planned.edits, client().versionedEdits) : refused(planned.reason);
		}),
	);
	connection.onWorkspaceSymbol(({ query }) =>
		readings().flatMap(({ document, compilation }) =>
			workspaceSymbols(compilation, query).map((symbol) => workspaceSymbolOf(document, symbol)),
		),
	);
}

/** Answers with a reason that the editor shows. */
function refused(reason: string): ResponseError {
	return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

/** Answers what is asked about a whole document. */
export function answerAboutDocuments(connection: Connection, { ask }: Served): void {
	connection.onDocumentSymbol(
		ask(({ document: { places }, compilation }) => documentSymbols(compilation).map((symbol) => symbolOf(places, symbol))),
	);
	connection.onFoldingRanges(
		ask(({ document: { places }, compilation }) => foldingRanges(compilation).map((fold) => foldOf(places, fold))),
	);
	connection.onSelectionRanges(
		ask(({ document: { places }, compilation }, { positions }) =>
			positions.map((position) => {
				const offset = places.offset(position);
				return selectionOf(places, offset, selectionRanges(compilation, offset));
			}),
		),
	);
	connection.onCodeLens(
		ask(({ document: { places }, compilation }) => codeLenses(compilation).map((lens) => codeLensOf(places, lens))),
	);
	connection.languages.inlayHint.on(
		ask(({ document: { places }, compilation, options }, { range }) => {
			const { start, end } = places.span(range);
			return inlayHints(compilation, { catalog: options.catalog ?? null })
				.filter(({ offset }) => start <= offset && offset <= end)
				.map((hint) => hintOf(places, hint));
		}),
	);
}
