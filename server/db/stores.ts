import type { Stores } from '#runtime';
import { createCatalogStore } from './catalog.ts';
import { createLedgerStore } from './ledger.ts';
import { createMemberStore } from './members.ts';
import type { Database } from './open.ts';
import { createProgramStore } from './programs.ts';

/** The runtime's ports over one SQLite file. */
export function createSqliteStores(database: Database): Stores {
	return {
		programs: createProgramStore(database),
		catalogs: createCatalogStore(database),
		members: createMemberStore(database),
		ledger: createLedgerStore(database),
	};
}
