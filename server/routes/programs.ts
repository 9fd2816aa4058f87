import { type Context, Hono } from 'hono';
import type { StoredProgram } from '#runtime';
import { readBody } from '../body.ts';
import type { DraftSaved, ProgramDetail, ProgramList, ProgramSummary } from '../contract.ts';
import { type Env, type Refusal, refuse } from '../problems.ts';
import { checkText, type Services } from '../services.ts';
import { draftSave, newProgram } from '../shapes.ts';
import { momentWire, versionWire } from '../wire.ts';

/** The refusal of a program that does not exist. */
export function unknownProgram(id: string | undefined): Refusal {
	return { kind: 'unknown-program', detail: `There is no program \`${id ?? ''}\`. GET /v1/programs lists them.` };
}

/** The refusal of a change to a draft that somebody else has changed. */
export function draftConflict(revision: number): Refusal {
	const detail = `The newest draft is revision ${revision}. Read it, bring your changes into it, and try again with that revision.`;
	return { kind: 'draft-conflict', detail };
}

/** `/v1/programs`: programs and their drafts. */
export function programRoutes(services: Services): Hono<Env> {
	const { stores, now } = services;
	const routes = new Hono<Env>();

	routes.get('/', async (context) => {
		const programs = await stores.programs.list();
		return context.json<ProgramList>({ programs: programs.map((program) => summary(services, program)) });
	});

	routes.post('/', async (context) => {
		const body = await readBody(context, newProgram);
		if (!body.ok) return refuse(context, body.refusal);
		const { id, text } = body.value;
		if (!(await stores.programs.create(id, text, now()))) {
			return refuse(context, { kind: 'program-exists', detail: `There is a program \`${id}\` already. Choose another id.` });
		}
		return answer(context, services, id, 201);
	});

	routes.get('/:program', async (context) => answer(context, services, context.req.param('program'), 200));

	routes.put('/:program/draft', async (context) => {
		const id = context.req.param('program');
		if (!(await stores.programs.exists(id))) return refuse(context, unknownProgram(id));
		const body = await readBody(context, draftSave);
		if (!body.ok) return refuse(context, body.refusal);
		const { text, baseRevision } = body.value;
		const saving = await stores.programs.saveDraft(id, { text, baseRevision, nowMs: now() });
		if (saving.kind === 'no-program') return refuse(context, unknownProgram(id));
		if (saving.kind === 'conflict') return refuse(context, draftConflict(saving.draft.revision));
		const { revision, savedAtMs } = saving.draft;
		const { problems } = await checkText(services, id, text);
		return context.json<DraftSaved>({ revision, savedAt: momentWire(savedAtMs), problems });
	});

	return routes;
}

async function answer(context: Context<Env>, services: Services, id: string, status: 200 | 201): Promise<Response> {
	const program = await services.stores.programs.get(id);
	if (!program) return refuse(context, unknownProgram(id));
	const { draft, newest } = program;
	const detail: ProgramDetail = {
		...summary(services, program),
		draft: { text: draft.text, revision: draft.revision, savedAt: momentWire(draft.savedAtMs) },
		published: newest && versionWire(newest),
	};
	if (status === 201) context.header('location', `/v1/programs/${id}`);
	return context.json(detail, status);
}

function summary({ engine }: Services, { id, draft, newest }: StoredProgram): ProgramSummary {
	const { program } = engine.prepare(draft.text).compilation.symbols;
	return {
		id,
		name: program?.name.kind === 'name' ? program.name.text : id,
		publishedVersion: newest?.version ?? null,
		hasUnpublishedChanges: newest?.text !== draft.text,
	};
}
