import { and, desc, eq, lte, sql } from 'drizzle-orm';
import {
	decidePublishing,
	decideSaving,
	type ProgramStore,
	type StoredDraft,
	type StoredProgram,
	type StoredVersion,
} from '#runtime';
import type { Database } from './open.ts';
import { programs, versions } from './schema.ts';

/** Programs, their drafts and their published versions, in SQLite. */
export function createProgramStore({ orm, writes }: Database): ProgramStore {
	const { get, exists, inForce } = prepareReads(orm);
	return {
		list: async () => {
			const ids = orm.select({ id: programs.id }).from(programs).orderBy(programs.id).all();
			return ids.flatMap(({ id }) => get(id) ?? []);
		},
		exists: async (id) => exists(id),
		get: async (id) => get(id),
		create: (id, text, nowMs) =>
			writes.run(() => {
				const row = { id, draftText: text, draftRevision: 1, draftSavedAtMs: nowMs };
				return orm.insert(programs).values(row).onConflictDoNothing().run().changes === 1;
			}),
		saveDraft: (id, save) =>
			writes.run(() => {
				const saving = decideSaving(get(id), save);
				if (saving.kind === 'saved') orm.update(programs).set(columnsOf(saving.draft)).where(eq(programs.id, id)).run();
				return saving;
			}),
		publish: (id, publication) =>
			writes.run(() => {
				const publishing = decidePublishing(get(id), publication);
				if (publishing.kind === 'published') {
					const row = { program: id, ...publishing.version };
					orm.insert(versions).values(row).run();
				}
				return publishing;
			}),
		versions: async (id) =>
			orm.select().from(versions).where(eq(versions.program, id)).orderBy(desc(versions.version)).all().map(versionOf),
		version: async (id, version) => {
			const wanted = and(eq(versions.program, id), eq(versions.version, version));
			const row = orm.select().from(versions).where(wanted).get();
			return row ? versionOf(row) : null;
		},
		versionInForce: async (id, atMs) => inForce(id, atMs),
	};
}

interface Reads {
	readonly get: (id: string) => StoredProgram | null;
	readonly exists: (id: string) => boolean;
	readonly inForce: (id: string, atMs: number) => StoredVersion | null;
}

/** The queries that every request asks, prepared once. */
function prepareReads(orm: Database['orm']): Reads {
	const ofProgram = eq(programs.id, sql.placeholder('program'));
	const program = orm.select().from(programs).where(ofProgram).prepare();
	const existing = orm.select({ id: programs.id }).from(programs).where(ofProgram).prepare();
	const newestWhere = (condition: ReturnType<typeof and>) =>
		orm.select().from(versions).where(condition).orderBy(desc(versions.version)).limit(1).prepare();
	const versionsOf = eq(versions.program, sql.placeholder('program'));
	const newest = newestWhere(versionsOf);
	const inForce = newestWhere(and(versionsOf, lte(versions.inForceFromMs, sql.placeholder('atMs'))));
	return {
		get: (id) => {
			const row = program.get({ program: id });
			const version = newest.get({ program: id });
			return row ? { id: row.id, draft: draftOf(row), newest: version ? versionOf(version) : null } : null;
		},
		exists: (id) => existing.get({ program: id }) !== undefined,
		inForce: (id, atMs) => {
			const row = inForce.get({ program: id, atMs });
			return row ? versionOf(row) : null;
		},
	};
}

function columnsOf({ text, revision, savedAtMs }: StoredDraft) {
	return { draftText: text, draftRevision: revision, draftSavedAtMs: savedAtMs };
}

function draftOf(row: typeof programs.$inferSelect): StoredDraft {
	return { text: row.draftText, revision: row.draftRevision, savedAtMs: row.draftSavedAtMs };
}

function versionOf(row: typeof versions.$inferSelect): StoredVersion {
	const { version, text, hash, inForceFromMs, publishedAtMs } = row;
	return { version, text, hash, inForceFromMs, publishedAtMs };
}
