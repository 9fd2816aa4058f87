import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { standardInput } from './fixtures/recorded-terminal.ts';
import { readPrograms } from './program-files.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'earnest-programs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array = name): string {
	const path = join(folder, name);
	mkdirSync(join(path, '..'), { recursive: true });
	writeFileSync(path, content);
	return path;
}

/** What each program holds, or why it could not be read. */
async function read(inputs: readonly string[], input = ''): Promise<string[]> {
	const found: string[] = [];
	for await (const file of readPrograms(inputs, standardInput(input))) found.push('fault' in file ? file.fault : file.text);
	return found;
}

describe('programs are read', () => {
	test('from a folder and its folders, by name, and nothing else of it', async () => {
		for (const name of ['b.earn', 'a/z.earn', 'c.txt', '.git/x.earn', 'node_modules/y.earn', 'd/e/f.earn']) write(name);
		expect(await read([folder])).toEqual(['a/z.earn', 'b.earn', 'd/e/f.earn']);
	});

	test('once, in the order asked for, whatever a file is called', async () => {
		const [one, two] = [write('one.earn'), write('two.txt')];
		expect(await read([two, one, join(folder, '.', 'one.earn'), folder, two])).toEqual(['two.txt', 'one.earn']);
	});

	test('from standard input, whose characters may arrive in parts', async () => {
		const text = 'rule "كل عام وأنتم بخير" {}';
		expect(await read(['-', '-'], text)).toEqual([text]);
	});

	test('with the mark that some editors put before everything', async () => {
		expect(await read([write('marked.earn', '\uFEFFrule A {}')])).toEqual(['\uFEFFrule A {}']);
	});
});

describe('what cannot be read is said, and the rest is read', () => {
	test('a missing file, a folder without programs, bytes that are no text', async () => {
		mkdirSync(join(folder, 'empty'));
		const bytes = write('bytes.earn', new Uint8Array([0x72, 0xff, 0xfe]));
		const good = write('good.earn');
		expect(await read([join(folder, 'gone.earn'), join(folder, 'empty'), bytes, good])).toEqual([
			`${folder}/gone.earn cannot be read: there is no such file or folder`,
			`${folder}/empty holds no .earn files`,
			`${bytes} cannot be read: it is not UTF-8 text`,
			'good.earn',
		]);
	});
});
