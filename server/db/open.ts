import BetterSqlite3 from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import * as schema from './schema.ts';
import { Writes } from './writes.ts';

/** An open database: durable, checked, with the newest schema. */
export interface Database {
	readonly file: string;
	readonly sqlite: BetterSqlite3.Database;
	readonly orm: BetterSQLite3Database<typeof schema>;
	readonly writes: Writes;
	/** How many migrations its schema has seen. */
	readonly schemaVersion: number;
	/** What is in the way of writing, in a few words; null where nothing is. */
	obstacle(): string | null;
	/** Commits what waits, brings the log back into the file, closes. */
	close(): void;
}

/** A database, or why it was refused, in words for whoever runs the server. */
export type Opening = { readonly ok: true; readonly database: Database } | { readonly ok: false; readonly reason: string };

/** "EARN": the mark of an Earnest file in SQLite's header. */
const APPLICATION_ID = 0x4541524e;
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens a database file, or creates it where none is. Refuses, in words for whoever runs the server, a file that is damaged,
 * foreign or of a newer Earnest; it never puts an empty ledger in the place of a lost one.
 */
export function openDatabase(file: string, migrationsFolder: string): Opening {
	const obstacle = obstacleOf(file);
	if (obstacle) return { ok: false, reason: obstacle };
	let sqlite: BetterSqlite3.Database | undefined;
	try {
		mkdirSync(dirname(file), { recursive: true });
		sqlite = new BetterSqlite3(file, { timeout: BUSY_TIMEOUT_MS });
		const reason = refusalOf(sqlite, file, migrationsFolder) ?? prepare(sqlite, file, migrationsFolder);
		if (reason === null) return { ok: true, database: wrap(sqlite, file, migrationsFolder) };
		sqlite.close();
		return { ok: false, reason };
	} catch (error) {
		sqlite?.close();
		return { ok: false, reason: reasonOf(error, file) };
	}
}

function wrap(sqlite: BetterSqlite3.Database, file: string, migrationsFolder: string): Database {
	const writes = new Writes(sqlite);
	return {
		file,
		sqlite,
		writes,
		orm: drizzle(sqlite, { schema }),
		schemaVersion: readMigrationFiles({ migrationsFolder }).length,
		obstacle: () => obstacleToWriting(sqlite),
		close: () => {
			writes.flush();
			sqlite.pragma('wal_checkpoint(TRUNCATE)');
			sqlite.close();
		},
	};
}

function obstacleToWriting(sqlite: BetterSqlite3.Database): string | null {
	if (!sqlite.open) return 'the database is closed';
	// Whoever asks wants an answer at once, not when a writer is done.
	sqlite.pragma('busy_timeout = 0');
	try {
		sqlite.transaction(() => {}).immediate();
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	} finally {
		sqlite.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
	}
}

const RESTORE = 'Restore it from a backup, or move it away to begin with an empty one.';

/** What can be told before SQLite touches the file: it would take an empty one for a new one. */
function obstacleOf(file: string): string | null {
	if (!existsSync(file)) {
		return existsSync(`${file}-wal`) ? `${file} is missing, but its log ${file}-wal is there. ${RESTORE}` : null;
	}
	const status = statSync(file);
	if (!status.isFile()) return `${file} is not a file.`;
	return status.size === 0 ? `${file} is there, but it is empty. ${RESTORE}` : null;
}

function refusalOf(sqlite: BetterSqlite3.Database, file: string, migrationsFolder: string): string | null {
	const tables = sqlite.prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all();
	if (tables.length === 0) return null;
	if (sqlite.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
		return `${file} is an SQLite file, but not one of Earnest. Choose another file.`;
	}
	const check = sqlite.pragma('quick_check(1)', { simple: true });
	if (check !== 'ok') return `${file} is damaged: ${String(check).split('\n')[0]}. ${RESTORE}`;
	return refusalOfSchema(sqlite, file, migrationsFolder);
}

function refusalOfSchema(sqlite: BetterSqlite3.Database, file: string, migrationsFolder: string): string | null {
	const known = readMigrationFiles({ migrationsFolder });
	const newest = known.at(-1)?.folderMillis ?? 0;
	const hashes = new Set(known.map(({ hash }) => hash));
	const applied = sqlite
		.prepare<[], { hash: string; created_at: number }>('SELECT hash, created_at FROM __drizzle_migrations')
		.all();
	if (applied.some((migration) => migration.created_at > newest)) {
		return `${file} was written by a newer Earnest than this one. Start that version, or restore an older backup.`;
	}
	if (applied.some(({ hash }) => !hashes.has(hash))) {
		return `${file} was made by migrations that this Earnest does not know. Start the version that wrote it.`;
	}
	return null;
}

/** Sets the connection up and brings the schema up to date. */
function prepare(sqlite: BetterSqlite3.Database, file: string, migrationsFolder: string): string | null {
	configure(sqlite);
	migrate(drizzle(sqlite), { migrationsFolder });
	sqlite.pragma(`application_id = ${APPLICATION_ID}`);
	return faultOfDurability(sqlite, file);
}

/** What every connection needs; none of it is stored in the file but the journal mode. */
export function configure(sqlite: BetterSqlite3.Database): void {
	sqlite.pragma('journal_mode = WAL');
	// Without this, better-sqlite3's build of SQLite drops to NORMAL in WAL mode, and the last commits die with the power.
	sqlite.pragma('synchronous = FULL');
	sqlite.pragma('foreign_keys = ON');
	// So that a REPLACE cannot delete what a trigger protects.
	sqlite.pragma('recursive_triggers = ON');
	sqlite.pragma('trusted_schema = OFF');
	sqlite.pragma('cell_size_check = ON');
	sqlite.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
}

/**
 * Says whether commits are durable on this connection; null where they are. A fresh connection reports FULL until its first
 * write and only then shows what it does, so this writes first.
 */
export function faultOfDurability(sqlite: BetterSqlite3.Database, file: string): string | null {
	sqlite.pragma(`user_version = ${(Number(sqlite.pragma('user_version', { simple: true })) + 1) % 2 ** 31}`);
	const journal = String(sqlite.pragma('journal_mode', { simple: true }));
	if (journal !== 'wal') {
		return `${file} cannot keep a write-ahead log (its journal is "${journal}"). Put it on a local disk.`;
	}
	const synchronous = Number(sqlite.pragma('synchronous', { simple: true }));
	if (synchronous !== FULL)
		return `SQLite does not flush every commit of ${file} to the disk (synchronous is ${synchronous}).`;
	return sqlite.pragma('foreign_keys', { simple: true }) === 1 ? null : `SQLite does not check the foreign keys of ${file}.`;
}

const FULL = 2;

function reasonOf(error: unknown, file: string): string {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (code.startsWith('SQLITE_NOTADB')) return `${file} is not an SQLite database. ${RESTORE}`;
	if (code.startsWith('SQLITE_CORRUPT')) return `${file} is damaged. ${RESTORE}`;
	if (code.startsWith('SQLITE_BUSY')) return `${file} is being set up by another process. Start again in a moment.`;
	if (code.startsWith('SQLITE_CANTOPEN') || code === 'EACCES')
		return `${file} cannot be opened. Check the permissions of its folder.`;
	if (code.startsWith('SQLITE_READONLY')) return `${file} cannot be written. Check its permissions.`;
	return `${file} cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
}
