import { renameSync, rmSync } from 'node:fs';
import { parseIsoDate } from '#compiler';
import type { Demo } from '#examples';
import { createEngine, type Stores } from '#runtime';
import { openDatabase } from './db/open.ts';
import { createSqliteStores } from './db/stores.ts';
import { storedCatalog } from './routes/catalog.ts';
import { sha256 } from './sha256.ts';

/** How many transactions are under way at once while seeding: as many as share one commit. */
const AT_ONCE = 200;

/**
 * Makes a database file that begins with a demo: its program, catalogue and members, and its trade, earned as any other by the
 * engine. The file gets its name only when it is whole, so an interrupted first start leaves nothing half.
 */
export async function seedDatabase(
	file: string,
	migrationsFolder: string,
	demo: Demo,
	nowMs: number,
): Promise<string | null> {
	const unfinished = `${file}.unfinished`;
	for (const rest of ['', '-wal', '-shm']) rmSync(unfinished + rest, { force: true });
	const opening = openDatabase(unfinished, migrationsFolder);
	if (!opening.ok) return opening.reason;
	try {
		await seed(createSqliteStores(opening.database), demo, nowMs);
	} finally {
		opening.database.close();
	}
	renameSync(unfinished, file);
	return null;
}

async function seed(stores: Stores, demo: Demo, nowMs: number): Promise<void> {
	const { id, programText, catalog } = demo;
	const { members, transactions } = demo.generate(new Date(nowMs));
	await stores.programs.create(id, programText, nowMs);
	await stores.catalogs.replace(id, storedCatalog(catalog));
	const inForceFromMs = Date.parse(demo.inForceFrom);
	await stores.programs.publish(id, { draftRevision: 1, hash: sha256(programText), inForceFromMs, nowMs });
	const saving = members.map(({ id: member, name = null, birthDate, joinedOn, tier = null }) => {
		const dates = { birthDate: parseIsoDate(birthDate ?? ''), joinedOn: parseIsoDate(joinedOn ?? '') };
		return stores.members.save(id, member, { name, placedTier: tier, ...dates });
	});
	await Promise.all(saving);
	const engine = createEngine({ stores, now: () => nowMs, hash: sha256 });
	for (let start = 0; start < transactions.length; start += AT_ONCE) {
		const replies = await Promise.all(transactions.slice(start, start + AT_ONCE).map((wire) => engine.record(id, wire)));
		const failed = replies.findIndex(({ kind }) => kind !== 'recorded');
		if (failed >= 0) throw new Error(`Transaction ${start + failed} of the demo: ${JSON.stringify(replies[failed])}`);
	}
}
