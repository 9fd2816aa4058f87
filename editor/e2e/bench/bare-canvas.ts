/** A page of the drawing library alone, with about as many boxes as a rule has cards: what any canvas costs on this machine. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** What shows that the boxes are there. */
export const BARE_BOX = { selector: '.react-flow__node', text: 'Box 11' };

/** Builds the page and serves it to `use`, by its address. */
export async function withBareCanvas<T>(use: (url: string) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'earnest-bare-canvas-'));
	await build({
		configFile: false,
		logLevel: 'error',
		root: join(import.meta.dirname, 'bare-canvas'),
		build: { outDir: folder, emptyOutDir: true },
	});
	const server = createServer(({ url = '/' }, response) => {
		const path = url === '/' ? '/index.html' : url;
		try {
			const body = readFileSync(join(folder, path));
			response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
		} catch {
			response.writeHead(404).end();
		}
	});
	await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	try {
		if (address === null || typeof address === 'string') throw new Error('The page is served nowhere');
		return await use(`http://127.0.0.1:${address.port}/`);
	} finally {
		server.closeAllConnections();
		server.close();
		rmSync(folder, { recursive: true, force: true });
	}
}
