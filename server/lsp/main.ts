import { createConnection } from 'vscode-languageserver/node';
import { readCatalogFile } from './catalog-file.ts';
import { serveLanguage } from './server.ts';

/** `earnest lsp`: serves the editor at the other end of standard input and output. The process ends when the editor says so. */
export function lspCommand(): void {
	const connection = createConnection(process.stdin, process.stdout);
	serveLanguage(connection, { nowMs: Date.now, readCatalog: readCatalogFile });
}
