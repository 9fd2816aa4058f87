/** What an editor can deal with, and what its settings wish for. */
import { fileURLToPath } from 'node:url';
import type { InitializeParams } from 'vscode-languageserver/node';

/** What the editor can deal with. */
export interface Client {
	/** Edits of one version of a document. */
	readonly versionedEdits: boolean;
	/** Definitions that name the whole declaration besides its name. */
	readonly definitionLinks: boolean;
	/** Inserted text with places to fill in. */
	readonly snippets: boolean;
	/** Where the page of the problems is served: `https://loyalty.example/docs/problems`; null where nobody says. */
	readonly problemPage: string | null;
}

/** An editor that can do nothing special. */
export const plainClient: Client = { versionedEdits: false, definitionLinks: false, snippets: false, problemPage: null };

/** What an editor says of itself. */
export function clientOf(params: InitializeParams): Client {
	const { workspace, textDocument } = params.capabilities;
	return {
		versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
		definitionLinks: textDocument?.definition?.linkSupport === true,
		snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
		problemPage: settingOf(params, 'problems'),
	};
}

/** A text among the settings that an editor sends: `{ "catalog": "catalog.json" }`. */
export function settingOf({ initializationOptions }: InitializeParams, name: 'catalog' | 'problems'): string | null {
	const options: unknown = initializationOptions;
	if (typeof options !== 'object' || options === null) return null;
	const value = (options as Readonly<Record<string, unknown>>)[name];
	return typeof value === 'string' ? value : null;
}

/** The folder that the editor has open; without one, where the server was started. */
export function folderOf({ workspaceFolders, rootUri }: InitializeParams): string {
	const uri = workspaceFolders?.[0]?.uri ?? rootUri ?? '';
	return uri.startsWith('file:') ? fileURLToPath(uri) : process.cwd();
}
