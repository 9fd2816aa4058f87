import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One file of the built editor. */
export interface EditorFile {
	readonly type: string;
	readonly etag: string;
	/** Its name changes with its content, so it may be kept forever. */
	readonly immutable: boolean;
	/** The bytes; compressed where that helps and is wanted. */
	content(compressed: boolean): { readonly bytes: Uint8Array<ArrayBuffer>; readonly compressed: boolean };
}

/** The files of the built editor by their address. What is not in here does not exist: no address is ever joined to a path. */
export type EditorFiles = ReadonlyMap<string, EditorFile>;

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.webmanifest': 'application/manifest+json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.ico': 'image/x-icon',
	'.ttf': 'font/ttf',
	'.woff': 'font/woff',
	'.woff2': 'font/woff2',
	'.txt': 'text/plain; charset=utf-8',
};
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.json', '.svg', '.ttf', '.txt', '.webmanifest']);

/** Lists the files of a folder; null where there is no built editor in it. */
export function readEditorFiles(folder: string): EditorFiles | null {
	const files = new Map<string, EditorFile>();
	for (const path of filesIn(folder)) files.set(`/${relative(folder, path).split(sep).join('/')}`, editorFile(folder, path));
	return files.has('/index.html') ? files : null;
}

function filesIn(folder: string): string[] {
	try {
		const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
		return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	} catch {
		return [];
	}
}

function editorFile(folder: string, path: string): EditorFile {
	const bytes = new Uint8Array(readFileSync(path));
	let gzipped: Uint8Array<ArrayBuffer> | undefined;
	return {
		type: TYPES[extname(path)] ?? 'application/octet-stream',
		etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
		immutable: relative(folder, path).startsWith(`assets${sep}`),
		content: (compressed) => {
			if (!compressed || !COMPRESSIBLE.has(extname(path))) return { bytes, compressed: false };
			// Once, when it is first asked for.
			gzipped ??= new Uint8Array(gzipSync(bytes));
			return { bytes: gzipped, compressed: true };
		},
	};
}
