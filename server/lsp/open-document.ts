import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver/node';
import { TextPlaces } from './convert.ts';

/** A document as an editor has it open; every change makes a new one. */
export interface OpenDocument {
	readonly uri: string;
	readonly version: number;
	readonly text: string;
	readonly places: TextPlaces;
}

/** A document that was just opened. */
export function openDocument(uri: string, version: number, text: string): OpenDocument {
	return { uri, version, text, places: new TextPlaces(text) };
}

/** The document after changes, each of them in the text that the one before it left. */
export function changedDocument(
	document: OpenDocument,
	changes: readonly TextDocumentContentChangeEvent[],
	version: number,
): OpenDocument {
	return changes.reduce<OpenDocument>(
		({ uri, text, places }, change) => {
			if (!('range' in change)) return openDocument(uri, version, change.text);
			const { start, end } = places.span(change.range);
			return openDocument(uri, version, text.slice(0, start) + change.text + text.slice(end));
		},
		{ ...document, version },
	);
}

/** How the protocol's library keeps open documents. */
export const openDocuments: TextDocumentsConfiguration<OpenDocument> = {
	create: (uri, _language, version, text) => openDocument(uri, version, text),
	update: changedDocument,
};
