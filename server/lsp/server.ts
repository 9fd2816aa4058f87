/** The language server: documents come and change, problems go out, questions are answered. */
import {
	CodeActionKind,
	type Connection,
	LSPErrorCodes,
	MessageType,
	ResponseError,
	type ServerCapabilities,
	ShowMessageNotification,
	TextDocuments,
	TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { type Ask, answerAboutDocuments, answerAboutNames, answerWhileTyping, type Served } from './answers.ts';
import type { CatalogFile } from './catalog-file.ts';
import { answerWithChanges } from './changes.ts';
import { type Client, clientOf, folderOf, plainClient, settingOf } from './client.ts';
import { answerWithColours } from './colours.ts';
import { type OpenDocument, openDocuments } from './open-document.ts';
import { diagnosticOf } from './present.ts';
import { programReader } from './program-reader.ts';
import { legend } from './semantic-legend.ts';

/** What the server takes from the world around it. */
export interface World {
	readonly nowMs: () => number;
	/** Reads the catalogue that an editor's settings name; a relative path is looked up in `folder`. */
	readonly readCatalog: (path: string, folder: string) => Promise<CatalogFile>;
}

const capabilities: ServerCapabilities = {
	textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
	completionProvider: { triggerCharacters: [' ', '"'], resolveProvider: true },
	signatureHelpProvider: { triggerCharacters: [' '], retriggerCharacters: [' '] },
	hoverProvider: true,
	definitionProvider: true,
	referencesProvider: true,
	documentHighlightProvider: true,
	renameProvider: { prepareProvider: true },
	documentSymbolProvider: true,
	workspaceSymbolProvider: true,
	codeLensProvider: { resolveProvider: false },
	foldingRangeProvider: true,
	selectionRangeProvider: true,
	semanticTokensProvider: { legend, full: { delta: true } },
	inlayHintProvider: true,
	codeActionProvider: {
		codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, CodeActionKind.SourceFixAll],
	},
	documentFormattingProvider: true,
	documentRangeFormattingProvider: true,
	documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
};

/** Serves one editor over a connection until it says goodbye. */
export function serveLanguage(connection: Connection, { nowMs, readCatalog }: World): void {
	const documents = new TextDocuments(openDocuments);
	let client: Client = plainClient;
	let reader = programReader(null, nowMs);
	let warning: string | null = null;

	connection.onInitialize(async (params) => {
		client = clientOf(params);
		const path = settingOf(params, 'catalog');
		const file = path === null ? null : await readCatalog(path, folderOf(params));
		if (file?.ok) reader = programReader(file.catalog, nowMs);
		else if (file) warning = file.reason;
		return { capabilities, serverInfo: { name: 'earnest' } };
	});
	connection.onInitialized(() => {
		if (warning === null) return;
		void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: warning });
	});

	const ask: Ask = (answer) => (params, token) => {
		// Somebody typed on and asks again: an answer to the old question would only keep the new one waiting.
		if (token?.isCancellationRequested)
			return new ResponseError(LSPErrorCodes.RequestCancelled, 'The question was withdrawn.');
		const document = documents.get(params.textDocument.uri);
		return document ? answer(reader.read(document), params) : null;
	};
	const served: Served = {
		ask,
		client: () => client,
		reading: (uri) => {
			const document = documents.get(uri);
			return document ? reader.read(document) : null;
		},
		readings: () => documents.all().map((document) => reader.read(document)),
	};
	answerWhileTyping(connection, served);
	answerAboutNames(connection, served);
	answerAboutDocuments(connection, served);
	answerWithChanges(connection, served);
	const forgetColours = answerWithColours(connection, ask);
	publishProblems(connection, documents, served);
	documents.onDidClose(({ document: { uri } }) => {
		reader.forget(uri);
		forgetColours(uri);
	});
	documents.listen(connection);
	connection.listen();
}

/** How long one waits for more typing before the problems of a text are sent, in milliseconds. */
const PAUSE_MS = 40;

/** Sends the problems of each open document whenever it changes, and none when it is closed. */
function publishProblems(connection: Connection, documents: TextDocuments<OpenDocument>, { reading, client }: Served): void {
	const waiting = new Map<string, NodeJS.Timeout>();
	documents.onDidChangeContent(({ document: { uri } }) => {
		clearTimeout(waiting.get(uri));
		const send = () => {
			waiting.delete(uri);
			const found = reading(uri);
			if (!found) return;
			const { document, compilation } = found;
			const diagnostics = compilation.problems.map((problem) => diagnosticOf(document, problem, client().problemPage));
			void connection.sendDiagnostics({ uri, version: document.version, diagnostics });
		};
		waiting.set(uri, setTimeout(send, PAUSE_MS));
	});
	documents.onDidClose(({ document: { uri } }) => {
		clearTimeout(waiting.get(uri));
		waiting.delete(uri);
		void connection.sendDiagnostics({ uri, diagnostics: [] });
	});
}
