import { createHash } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditLedger, createEngine } from '#runtime';
import { CAFE, sale } from '../fixtures/cafe.ts';
import { migrationsFolder } from '../paths.ts';
import { configure, type Database, faultOfDurability, openDatabase } from './open.ts';
import { createSqliteStores } from './stores.ts';

let folder: string;
let file: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'earnest-open-'));
	file = join(folder, 'inner', 'earnest.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(): Database {
	const opening = openDatabase(file, migrationsFolder);
	if (!opening.ok) throw new Error(opening.reason);
	return opening.database;
}

function refusal(): string | null {
	const opening = openDatabase(file, migrationsFolder);
	if (opening.ok) opening.database.close();
	return opening.ok ? null : opening.reason;
}

async function fill(): Promise<void> {
	const database = open();
	const { programs } = createSqliteStores(database);
	for (let index = 0; index < 60; index++) await programs.create(`p${index}`, 'x'.repeat(5_000), 0);
	database.close();
}

test('a new file is made, with its folder, and opened again', async () => {
	await fill();
	const database = open();
	expect(database.schemaVersion).toBeGreaterThan(0);
	expect(await createSqliteStores(database).programs.list()).toHaveLength(60);
	expect(database.obstacle()).toBeNull();
	database.close();
	expect(database.obstacle()).toBe('the database is closed');
	expect(existsSync(`${file}-wal`)).toBe(false);
});

describe('every commit is flushed to the disk', () => {
	test('on the connection that we open', () => {
		const database = open();
		expect(database.sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
		expect(database.sqlite.pragma('synchronous', { simple: true })).toBe(2);
		expect(database.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
		database.close();
	});

	test('and a connection that is not set up is found out, though only after a write', () => {
		open().close();
		const careless = new BetterSqlite3(file);
		expect(faultOfDurability(careless, file)).toMatch(/does not flush every commit/);
		configure(careless);
		expect(faultOfDurability(careless, file)).toBeNull();
		careless.close();
	});
});

describe('refuses, and names the file and the way out', () => {
	test('an empty file: SQLite would take it for a new one', () => {
		mkdirSync(join(folder, 'inner'));
		writeFileSync(file, '');
		expect(refusal()).toBe(
			`${file} is there, but it is empty. Restore it from a backup, or move it away to begin with an empty one.`,
		);
	});

	test('a log without its file', () => {
		mkdirSync(join(folder, 'inner'));
		writeFileSync(`${file}-wal`, 'x');
		expect(refusal()).toMatch(/is missing, but its log .*-wal is there/);
		expect(existsSync(file)).toBe(false);
	});

	test('a file of another kind', () => {
		mkdirSync(join(folder, 'inner'));
		writeFileSync(file, 'Dear diary, '.repeat(500));
		expect(refusal()).toMatch(/is not an SQLite database\. Restore it/);
	});

	test('a database of somebody else', () => {
		mkdirSync(join(folder, 'inner'));
		const foreign = new BetterSqlite3(file);
		foreign.exec('CREATE TABLE diary (entry)');
		foreign.close();
		expect(refusal()).toMatch(/not one of Earnest/);
	});

	test('a folder in its place', () => {
		mkdirSync(file, { recursive: true });
		expect(refusal()).toMatch(/is not a file/);
	});

	test.each([
		['the first page', 0, 100],
		['a page in the middle', 40 * 4096, 4096],
	])('damage in %s', async (_, offset, length) => {
		await fill();
		const bytes = readFileSync(file);
		bytes.fill(0xa5, offset, offset + length);
		writeFileSync(file, bytes);
		expect(refusal()).toMatch(/damaged|not an SQLite database/);
	});

	test('a file that was cut off', async () => {
		await fill();
		truncateSync(file, 20 * 4096);
		expect(refusal()).toMatch(/is damaged/);
	});

	test('a newer schema, and migrations that were changed', () => {
		open().close();
		const copy = join(folder, 'copy.db');
		copyFileSync(file, copy);
		const sqlite = new BetterSqlite3(file);
		sqlite.prepare(`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('future', ?)`).run(Date.now() * 2);
		sqlite.close();
		expect(refusal()).toMatch(/written by a newer Earnest/);
		file = copy;
		const changed = new BetterSqlite3(file);
		changed.exec(`UPDATE __drizzle_migrations SET hash = 'another'`);
		changed.close();
		expect(refusal()).toMatch(/migrations that this Earnest does not know/);
	});
});

test('two servers may share a file: what one knows, the other sees, and nothing is given twice', async () => {
	const databases = [open(), open()];
	const hash = (text: string) => createHash('sha256').update(text).digest('hex');
	const stores = databases.map(createSqliteStores);
	const engines = stores.map((own) => createEngine({ stores: own, now: () => Date.parse('2026-02-07T08:00:00Z'), hash }));
	await stores[0]?.programs.create('cafe', CAFE, 0);
	await stores[0]?.programs.publish('cafe', { draftRevision: 1, hash: hash(CAFE), inForceFromMs: 0, nowMs: 0 });
	await stores[1]?.members.save('cafe', 'M-1', {});
	const ids = Array.from({ length: 40 }, (_, index) => `T-${index}`);
	const replies = await Promise.all(engines.flatMap((engine) => ids.map((id) => engine.record('cafe', sale({ id })))));
	expect(replies.filter(({ kind }) => kind === 'recorded')).toHaveLength(40);
	expect(replies.filter(({ kind }) => kind === 'replayed')).toHaveLength(40);
	const ledger = stores[1]?.ledger.everyEntry('cafe') ?? [];
	expect(await auditLedger(ledger)).toEqual([]);
	expect(await stores[0]?.members.get('cafe', 'M-1')).toMatchObject({ balanceUnits: 5 * 20 + 35 * 30 });
	for (const database of databases) database.close();
});
