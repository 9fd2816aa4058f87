import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '../fixtures/test-server.ts';
import type { Database } from './open.ts';
import { StorageUnavailable } from './writes.ts';

let database: Database;
let remove: () => void;
beforeEach(() => {
	({ database, remove } = openTestDatabase());
	database.sqlite.exec('CREATE TABLE notes (text TEXT UNIQUE) STRICT');
});
afterEach(() => remove());

const note = (text: string) =>
	database.writes.run(() => database.sqlite.prepare('INSERT INTO notes VALUES (?)').run(text).changes);
const notes = (connection = database.sqlite) => connection.prepare('SELECT text FROM notes ORDER BY rowid').pluck().all();

test('what is asked for in one turn is committed together, in order, before anybody is answered', async () => {
	const other = new BetterSqlite3(database.file);
	const asked = ['a', 'b', 'c'].map(note);
	expect(notes()).toEqual([]);
	await asked[0];
	expect(notes(other)).toEqual(['a', 'b', 'c']);
	expect(await Promise.all(asked)).toEqual([1, 1, 1]);
	other.close();
});

test('one that fails undoes itself alone', async () => {
	const asked = [note('a'), note('a'), note('b')];
	const settled = await Promise.allSettled(asked);
	expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	expect(notes()).toEqual(['a', 'b']);
});

test('closing commits what still waits', async () => {
	const asked = note('a');
	const other = new BetterSqlite3(database.file);
	database.close();
	expect(notes(other)).toEqual(['a']);
	expect(await asked).toBe(1);
	other.close();
});

test('a busy database is told apart, and works again afterwards', async () => {
	const other = new BetterSqlite3(database.file);
	database.sqlite.pragma('busy_timeout = 20');
	other.exec('BEGIN IMMEDIATE');
	await expect(note('a')).rejects.toMatchObject({ name: 'StorageUnavailable', reason: 'busy' });
	await expect(note('a')).rejects.toBeInstanceOf(StorageUnavailable);
	expect(database.obstacle()).toMatch(/locked/);
	other.exec('ROLLBACK');
	expect(await note('a')).toBe(1);
	other.close();
});

test('a full disk is told apart, and nothing of the commit is left', async () => {
	const pages = Number(database.sqlite.pragma('page_count', { simple: true }));
	database.sqlite.pragma(`max_page_count = ${pages + 2}`);
	const settled = await Promise.allSettled([note('a'), note('x'.repeat(50_000)), note('b')]);
	const failed = settled.filter((one) => one.status === 'rejected');
	expect(failed.length).toBeGreaterThan(0);
	for (const one of failed) expect(one.reason).toMatchObject({ reason: 'full' });
	expect(notes()).toHaveLength(settled.length - failed.length);
	database.sqlite.pragma('max_page_count = 1000000');
	expect(await note('c')).toBe(1);
});
