/** The questions that an editor asks about a document, each answered by the language service. */
import {
	type CodeActionContext,
	type CodeActionKind,
	type Connection,
	LSPErrorCodes,
	ResponseError,
} from 'vscode-languageserver/node';
import {
	complete,
	definition,
	documentSymbols,
	foldingRanges,
	highlights,
	hoverAt,
	inlayHints,
	prepareRename,
	quickFixes,
	references,
	rename,
	scopeOf,
	selectionRanges,
	semanticTokens,
	signatureHelp,
} from '#compiler/service';
import { format, formatRange } from '#grammar';
import {
	codeActionOf,
	completionItems,
	foldOf,
	highlightsOf,
	hintOf,
	hoverOf,
	selectionOf,
	signatureHelpOf,
	symbolOf,
	workspaceEdit,
} from './present.ts';
import type { Reading } from './program-reader.ts';
import { encodedTokens } from './semantic-legend.ts';

interface AboutDocument {
	readonly textDocument: { readonly uri: string };
}

/** Makes an answer of one about a reading; null where the document is not open. */
export type Ask = <P extends AboutDocument, R>(answer: (reading: Reading, params: P) => R) => (params: P) => R | null;

/** What the editor can deal with. */
export interface Client {
	/** Edits of one version of a document. */
	readonly versionedEdits: boolean;
	/** Definitions that name the whole declaration besides its name. */
	readonly definitionLinks: boolean;
}

/** Answers what is asked while somebody types. */
export function answerWhileTyping(connection: Connection, ask: Ask): void {
	connection.onCompletion(
		ask(({ document, compilation, options }, { position }) => {
			const scope = scopeOf(compilation.document, options.catalog, options.today);
			return completionItems(document, complete(document.text, document.places.offset(position), scope));
		}),
	);
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
export function answerAboutNames(connection: Connection, ask: Ask, client: () => Client): void {
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
}

/** Answers with a reason that the editor shows. */
function refused(reason: string): ResponseError {
	return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

/** Answers what is asked about a whole document. */
export function answerAboutDocuments(connection: Connection, ask: Ask): void {
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
	connection.languages.semanticTokens.on((params) => {
		const answer = ask(({ document, compilation }) => encodedTokens(document.places, semanticTokens(compilation)));
		return answer(params) ?? { data: [] };
	});
	connection.languages.inlayHint.on(
		ask(({ document: { places }, compilation, options }, { range }) => {
			const { start, end } = places.span(range);
			return inlayHints(compilation, { catalog: options.catalog ?? null })
				.filter(({ offset }) => start <= offset && offset <= end)
				.map((hint) => hintOf(places, hint));
		}),
	);
}

/** Answers what can be changed at a place. */
export function answerWithChanges(connection: Connection, ask: Ask, client: () => Client): void {
	connection.onCodeAction(
		ask(({ document, compilation, options }, { range, context }) =>
			quickFixes(compilation, document.places.span(range), options)
				.map((offered) => codeActionOf(document, offered, client().versionedEdits))
				.filter(({ kind }) => isWanted(kind, context)),
		),
	);
	// The language has one layout; how wide an editor's tabs are does not change it.
	connection.onDocumentFormatting(ask(({ document: { text, places } }) => places.edits(format(text))));
	connection.onDocumentRangeFormatting(
		ask(({ document: { text, places } }, { range }) => places.edits(formatRange(text, places.span(range)))),
	);
}

/** Says whether an editor wants actions of a kind; `quickfix` stands for all kinds that begin so. */
function isWanted(kind: CodeActionKind | undefined, { only }: CodeActionContext): boolean {
	return !only || only.some((wanted) => kind === wanted || kind?.startsWith(`${wanted}.`));
}
