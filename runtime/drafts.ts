/** What saving and publishing a draft come to: decided here once, done by every storage in one step of its own. */
import type { DraftSaving, ProgramStore, Publishing, StoredProgram } from './stores.ts';

/** Saves a text over a program's draft, if it started from this draft. */
export function decideSaving(program: StoredProgram | null, save: Parameters<ProgramStore['saveDraft']>[1]): DraftSaving {
	if (!program) return { kind: 'no-program' };
	const { draft } = program;
	if (draft.revision !== save.baseRevision) return { kind: 'conflict', draft };
	return { kind: 'saved', draft: { text: save.text, revision: draft.revision + 1, savedAtMs: save.nowMs } };
}

/** Makes a program's draft its next version, if it still is the draft that was looked at and says anything new. */
export function decidePublishing(
	program: StoredProgram | null,
	publication: Parameters<ProgramStore['publish']>[1],
): Publishing {
	if (!program) return { kind: 'no-program' };
	const { draft, newest } = program;
	if (draft.revision !== publication.draftRevision) return { kind: 'conflict', draft };
	if (newest?.text === draft.text) return { kind: 'nothing-to-publish', version: newest };
	const version = {
		version: (newest?.version ?? 0) + 1,
		text: draft.text,
		hash: publication.hash,
		inForceFromMs: Math.max(publication.inForceFromMs, newest?.inForceFromMs ?? publication.inForceFromMs),
		publishedAtMs: publication.nowMs,
	};
	return { kind: 'published', version };
}
