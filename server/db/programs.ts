import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { ProgramStore, Publishing, StoredDraft, StoredProgram, StoredVersion } from '#runtime';
import type { Database } from './open.ts';
import { programs, versions } from './schema.ts';

/** Programs, their drafts and their published versions, in SQLite. */
export function createProgramStore({ orm, writes }: Database): ProgramStore {
	const program = orm
		.select()
		.from(programs)
		.where(eq(programs.id, sql.placeholder('program')))
		.prepare();
	const newest = orm
		.select()
		.from(versions)
		.where(eq(versions.program, sql.placeholder('program')))
		.orderBy(desc(versions.version))
		.limit(1)
		.prepare();
	const inForce = orm
		.select()
		.from(versions)
		.where(and(eq(versions.program, sql.placeholder('program')), lte(versions.inForceFromMs, sql.placeholder('atMs'))))
		.orderBy(desc(versions.version))
		.limit(1)
		.prepare();

	const get = (id: string): StoredProgram | null => {
		const row = program.get({ program: id });
		const version = newest.get({ program: id });
		return row ? { id: row.id, draft: draftOf(row), newest: version ? versionOf(version) : null } : null;
	};

	const saveDraft: ProgramStore['saveDraft'] = (id, { text, baseRevision, nowMs }) =>
		writes.run(() => {
			const held = get(id);
			if (!held) return { kind: 'no-program' };
			if (held.draft.revision !== baseRevision) return { kind: 'conflict', draft: held.draft };
			const draft: StoredDraft = { text, revision: baseRevision + 1, savedAtMs: nowMs };
			orm
				.update(programs)
				.set({ draftText: text, draftRevision: draft.revision, draftSavedAtMs: nowMs })
				.where(eq(programs.id, id))
				.run();
			return { kind: 'saved', draft };
		});

	const publish: ProgramStore['publish'] = (id, publication) =>
		writes.run((): Publishing => {
			const held = get(id);
			if (!held) return { kind: 'no-program' };
			if (held.draft.revision !== publication.draftRevision) return { kind: 'conflict', draft: held.draft };
			if (held.newest?.text === held.draft.text) return { kind: 'nothing-to-publish', version: held.newest };
			const version: StoredVersion = {
				version: (held.newest?.version ?? 0) + 1,
				text: held.draft.text,
				hash: publication.hash,
				inForceFromMs: Math.max(publication.inForceFromMs, held.newest?.inForceFromMs ?? publication.inForceFromMs),
				publishedAtMs: publication.nowMs,
			};
			orm
				.insert(versions)
				.values({ program: id, ...version })
				.run();
			return { kind: 'published', version };
		});

	return {
		list: async () => {
			const ids = orm.select({ id: programs.id }).from(programs).orderBy(programs.id).all();
			return ids.flatMap(({ id }) => get(id) ?? []);
		},
		get: async (id) => get(id),
		create: (id, text, nowMs) =>
			writes.run(() => {
				const row = { id, draftText: text, draftRevision: 1, draftSavedAtMs: nowMs };
				return orm.insert(programs).values(row).onConflictDoNothing().run().changes === 1;
			}),
		saveDraft,
		publish,
		versions: async (id) =>
			orm.select().from(versions).where(eq(versions.program, id)).orderBy(desc(versions.version)).all().map(versionOf),
		version: async (id, version) => {
			const wanted = and(eq(versions.program, id), eq(versions.version, version));
			const row = orm.select().from(versions).where(wanted).get();
			return row ? versionOf(row) : null;
		},
		versionInForce: async (id, atMs) => {
			const row = inForce.get({ program: id, atMs });
			return row ? versionOf(row) : null;
		},
	};
}

function draftOf(row: typeof programs.$inferSelect): StoredDraft {
	return { text: row.draftText, revision: row.draftRevision, savedAtMs: row.draftSavedAtMs };
}

function versionOf(row: typeof versions.$inferSelect): StoredVersion {
	const { version, text, hash, inForceFromMs, publishedAtMs } = row;
	return { version, text, hash, inForceFromMs, publishedAtMs };
}
