import { readFile } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import type { Catalog } from '#compiler';
import { catalog as catalogShape, faultsOf } from '../shapes.ts';

/** A catalogue from a file, or why there is none, as a sentence. */
export type CatalogFile = { readonly ok: true; readonly catalog: Catalog } | { readonly ok: false; readonly reason: string };

/** Reads a catalogue from a JSON file of the form in which the server takes one. Prices are left out: no name needs them. */
export async function readCatalogFile(path: string, folder: string): Promise<CatalogFile> {
	const file = isAbsolute(path) ? path : resolve(folder, path);
	const refuse = (why: string): CatalogFile => ({ ok: false, reason: `The catalogue ${file} ${why}` });
	const text = await readFile(file, 'utf8').catch((error: Error) => error);
	if (typeof text !== 'string') return refuse(`cannot be read: ${text.message}`);
	const parsed = catalogShape.safeParse(fromJson(text));
	if (!parsed.success) {
		const [fault] = faultsOf(parsed.error);
		return refuse(`does not have the form of a catalogue: ${[fault?.path, fault?.message].filter(Boolean).join(': ')}`);
	}
	const { stores, items } = parsed.data;
	return {
		ok: true,
		catalog: {
			stores: stores.map(({ id, name, chain = null, city = null }) => ({ id, name, chain, city })),
			items: items.map(({ sku, name, category = null, subcategory = null }) => {
				return { sku, name, category, subcategory, priceMinor: null };
			}),
		},
	};
}

/** What a JSON text says; undefined where it is none. */
function fromJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
