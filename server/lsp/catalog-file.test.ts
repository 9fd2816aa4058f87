import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCatalogFile } from './catalog-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'earnest-catalog-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
	writeFileSync(join(folder, name), text);
	return name;
}

test('a catalogue is read, from a path beside the program too', async () => {
	const name = file(
		'catalog.json',
		JSON.stringify({
			stores: [{ id: 'dxb', name: 'Dubai', city: 'Dubai' }],
			items: [{ sku: 'X', name: 'X', price: '1.00' }],
		}),
	);
	const catalog = {
		stores: [{ id: 'dxb', name: 'Dubai', chain: null, city: 'Dubai' }],
		items: [{ sku: 'X', name: 'X', category: null, subcategory: null, priceMinor: null }],
	};
	expect(await readCatalogFile(name, folder)).toEqual({ ok: true, catalog });
	expect(await readCatalogFile(join(folder, name), '/')).toEqual({ ok: true, catalog });
});

test('whatever is wrong with it is said', async () => {
	const reasonOf = async (name: string) => {
		const read = await readCatalogFile(name, folder);
		return read.ok ? null : read.reason.replace(folder, '…');
	};
	expect(await reasonOf('none.json')).toMatch(
		/^The catalogue …\/none\.json cannot be read: there is no such file or folder$/,
	);
	expect(await reasonOf(file('text.json', 'stores:'))).toMatch(/^The catalogue …\/text\.json is no JSON$/);
	expect(await reasonOf(file('comma.json', '{\n  "stores": [],,\n}'))).toMatch(
		/ is no JSON; reading stopped at line 2, column 16$/,
	);
	expect(await reasonOf(file('form.json', '{"stores":[{"id":"x"}],"items":[]}'))).toMatch(
		/form of a catalogue: \/stores\/0\/name: This is missing/,
	);
});
