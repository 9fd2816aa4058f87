import { isAbsolute, resolve } from 'node:path';
import type { Catalog } from '#compiler';
import { readCatalog } from '../catalog-file.ts';

/** A catalogue from a file, or why there is none, as a sentence. */
export type CatalogFile = { readonly ok: true; readonly catalog: Catalog } | { readonly ok: false; readonly reason: string };

/** Reads a catalogue from a JSON file of the form in which the server takes one; a relative path begins at `folder`. */
export async function readCatalogFile(path: string, folder: string): Promise<CatalogFile> {
	const read = await readCatalog(isAbsolute(path) ? path : resolve(folder, path));
	if (read.ok) return { ok: true, catalog: read.contents.catalog };
	const [fault] = read.faults;
	return {
		ok: false,
		reason: fault ? `${read.reason}: ${[fault.path, fault.message].filter(Boolean).join(': ')}` : read.reason,
	};
}
