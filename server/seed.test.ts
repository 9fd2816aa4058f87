import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bluebird } from '#examples';
import { auditLedger, type LedgerEntry } from '#runtime';
import { openDatabase } from './db/open.ts';
import { createSqliteStores } from './db/stores.ts';
import { migrationsFolder } from './paths.ts';
import { seedDatabase } from './seed.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'earnest-seed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOW_MS = Date.parse('2026-02-07T08:00:00Z');

async function ledgerOf(file: string): Promise<LedgerEntry[]> {
	const opening = openDatabase(file, migrationsFolder);
	if (!opening.ok) throw new Error(opening.reason);
	const entries: LedgerEntry[] = [];
	for await (const entry of createSqliteStores(opening.database).ledger.everyEntry(bluebird.id)) entries.push(entry);
	opening.database.close();
	return entries;
}

test('the demo is earned like any other trade, and the same on the same day', async () => {
	const [one, other] = ['one.db', 'other.db'].map((name) => join(folder, name)) as [string, string];
	expect(await seedDatabase(one, migrationsFolder, bluebird, NOW_MS)).toBeNull();
	expect(await seedDatabase(other, migrationsFolder, bluebird, NOW_MS)).toBeNull();
	const entries = await ledgerOf(one);
	expect(entries.length).toBeGreaterThan(2_000);
	expect(await auditLedger(entries)).toEqual([]);
	expect(await ledgerOf(other)).toEqual(entries);
});

test('a first start that was interrupted leaves nothing in the way of the next', async () => {
	const file = join(folder, 'earnest.db');
	writeFileSync(`${file}.unfinished`, 'half a database');
	writeFileSync(`${file}.unfinished-wal`, 'half a log');
	const broken = {
		...bluebird,
		generate: () => ({ members: [], transactions: bluebird.generate(new Date(NOW_MS)).transactions }),
	};
	await expect(seedDatabase(file, migrationsFolder, broken, NOW_MS)).rejects.toThrow(/unknown-member/);
	expect(existsSync(file)).toBe(false);
	expect(await seedDatabase(file, migrationsFolder, bluebird, NOW_MS)).toBeNull();
	expect(readdirSync(folder)).toEqual(['earnest.db']);
});
