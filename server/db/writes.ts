import type BetterSqlite3 from 'better-sqlite3';

/** The storage cannot take a write now. Nothing was written; the same request may be sent again later. */
export class StorageUnavailable extends Error {
	readonly reason: 'busy' | 'full';

	constructor(reason: 'busy' | 'full', cause: unknown) {
		super(reason === 'busy' ? 'The database is busy' : 'The database has no room left', { cause });
		this.name = 'StorageUnavailable';
		this.reason = reason;
	}
}

/** The most writes in one commit: it bounds how long the event loop stands still. */
const MOST_TOGETHER = 200;

interface Waiting {
	/** Does the work in its own savepoint, and remembers how to answer once all is committed. */
	readonly attempt: () => void;
	readonly settle: () => void;
	readonly fail: (error: unknown) => void;
}

/**
 * All writes of a connection, in the order in which they were asked for. What is asked for within one turn of the event loop
 * is committed together, so that many share one flush to the disk; each has its own savepoint, so none undoes another. A write
 * is answered only when it is on the disk.
 */
export class Writes {
	readonly #sqlite: BetterSqlite3.Database;
	/** Inside a transaction this is a savepoint. */
	readonly #savepoint: BetterSqlite3.Transaction<(work: () => unknown) => unknown>;
	readonly #commit: (together: readonly Waiting[]) => void;
	#waiting: Waiting[] = [];
	#scheduled = false;

	constructor(sqlite: BetterSqlite3.Database) {
		this.#sqlite = sqlite;
		this.#savepoint = sqlite.transaction((work: () => unknown) => work());
		const all = sqlite.transaction((together: readonly Waiting[]) => {
			for (const { attempt } of together) attempt();
		});
		this.#commit = (together) => all.immediate(together);
	}

	/** Runs `work` inside a transaction and answers with its result once it is durable; rejects with what it threw, undone. */
	run<T>(work: () => T): Promise<T> {
		return new Promise<T>((resolve, reject) => {
			let settle: () => void = () => {};
			const attempt = () => {
				try {
					const result = this.#savepoint(work) as T;
					settle = () => resolve(result);
				} catch (error) {
					// When SQLite itself gave up the whole transaction, nobody's work is there any more.
					if (!this.#sqlite.inTransaction) throw error;
					settle = () => reject(translated(error));
				}
			};
			this.#waiting.push({ attempt, settle: () => settle(), fail: reject });
			this.#schedule();
		});
	}

	/** Commits what is waiting, now. */
	flush(): void {
		while (this.#waiting.length > 0) {
			const together = this.#waiting.splice(0, MOST_TOGETHER);
			try {
				this.#commit(together);
				for (const { settle } of together) settle();
			} catch (error) {
				for (const { fail } of together) fail(translated(error));
			}
		}
	}

	#schedule(): void {
		if (this.#scheduled) return;
		this.#scheduled = true;
		setImmediate(() => {
			this.#scheduled = false;
			this.flush();
		});
	}
}

function translated(error: unknown): unknown {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return new StorageUnavailable('busy', error);
	if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') return new StorageUnavailable('full', error);
	return error;
}
