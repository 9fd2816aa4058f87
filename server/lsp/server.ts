/** The language server: documents come and change, problems go out, questions are answered. */
import { fileURLToPath } from 'node:url';
import {
	CodeActionKind,
	type Connection,
	type InitializeParams,
	MessageType,
	type ServerCapabilities,
	ShowMessageNotification,
	TextDocuments,
	TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import type { Problem } from '#grammar';
import {
	answerAboutDocuments,
	answerAboutNames,
	answerWhileTyping,
	answerWithChanges,
	type Ask,
	type Client,
} from './answers.ts';
import type { CatalogFile } from './catalog-file.ts';
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
	completionProvider: { triggerCharacters: [' ', '"'] },
	signatureHelpProvider: { triggerCharacters: [' '], retriggerCharacters: [' '] },
	hoverProvider: true,
	definitionProvider: true,
	referencesProvider: true,
	documentHighlightProvider: true,
	renameProvider: { prepareProvider: true },
	documentSymbolProvider: true,
	foldingRangeProvider: true,
	selectionRangeProvider: true,
	semanticTokensProvider: { legend, full: true },
	inlayHintProvider: true,
	codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] },
	documentFormattingProvider: true,
	documentRangeFormattingProvider: true,
};

/** Serves one editor over a connection until it says goodbye. */
export function serveLanguage(connection: Connection, { nowMs, readCatalog }: World): void {
	const documents = new TextDocuments(openDocuments);
	let client: Client = { versionedEdits: false, definitionLinks: false };
	let read = programReader(null, nowMs);
	let warning: string | null = null;

	connection.onInitialize(async (params) => {
		client = clientOf(params);
		const path = catalogPath(params);
		const file = path === null ? null : await readCatalog(path, folderOf(params));
		if (file?.ok) read = programReader(file.catalog, nowMs);
		else if (file) warning = file.reason;
		return { capabilities, serverInfo: { name: 'earnest' } };
	});
	connection.onInitialized(() => {
		if (warning === null) return;
		void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: warning });
	});

	const ask: Ask = (answer) => (params) => {
		const document = documents.get(params.textDocument.uri);
		return document ? answer(read(document), params) : null;
	};
	answerWhileTyping(connection, ask);
	answerAboutNames(connection, ask, () => client);
	answerAboutDocuments(connection, ask);
	answerWithChanges(connection, ask, () => client);
	publishProblems(connection, documents, (document) => read(document).compilation.problems);
	documents.listen(connection);
	connection.listen();
}

/** How long one waits for more typing before the problems of a text are sent, in milliseconds. */
const PAUSE_MS = 40;

/** Sends the problems of each open document whenever it changes, and none when it is closed. */
function publishProblems(
	connection: Connection,
	documents: TextDocuments<OpenDocument>,
	problemsOf: (document: OpenDocument) => readonly Problem[],
): void {
	const waiting = new Map<string, NodeJS.Timeout>();
	documents.onDidChangeContent(({ document: { uri } }) => {
		clearTimeout(waiting.get(uri));
		const send = () => {
			waiting.delete(uri);
			const document = documents.get(uri);
			if (!document) return;
			const diagnostics = problemsOf(document).map((problem) => diagnosticOf(document, problem));
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

function clientOf({ capabilities: { workspace, textDocument } }: InitializeParams): Client {
	return {
		versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
		definitionLinks: textDocument?.definition?.linkSupport === true,
	};
}

/** The catalogue that the editor's settings name: `{ "catalog": "catalog.json" }`. */
function catalogPath({ initializationOptions }: InitializeParams): string | null {
	const options: unknown = initializationOptions;
	if (typeof options !== 'object' || options === null || !('catalog' in options)) return null;
	return typeof options.catalog === 'string' ? options.catalog : null;
}

/** The folder that the editor has open; without one, where the server was started. */
function folderOf({ workspaceFolders, rootUri }: InitializeParams): string {
	const uri = workspaceFolders?.[0]?.uri ?? rootUri ?? '';
	return uri.startsWith('file:') ? fileURLToPath(uri) : process.cwd();
}
