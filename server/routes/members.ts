import { type Context, Hono } from 'hono';
import type { Plan } from '#compiler';
import { type MemberChange, unknownTier } from '#runtime';
import { readBody, readQuery } from '../body.ts';
import type { EntryList, MemberDetail, MemberList } from '../contract.ts';
import { type Env, faulty, type Refusal, refuse } from '../problems.ts';
import { publishedPlan, type Services } from '../services.ts';
import { entryQuery, faultsOf, memberId, memberQuery, memberSave } from '../shapes.ts';
import { entryWire, memberDetailWire, memberSummaryWire } from '../wire.ts';
import { unknownProgram } from './programs.ts';

/** `/v1/programs/:program/members`: members, their tiers, balances and entries. */
export function memberRoutes(services: Services): Hono<Env> {
	const { stores } = services;
	const routes = new Hono<Env>();

	routes.get('/:program/members', async (context) => {
		const id = context.req.param('program');
		if (!(await stores.programs.exists(id))) return refuse(context, unknownProgram(id));
		const query = readQuery(context, memberQuery);
		if (!query.ok) return refuse(context, query.refusal);
		const { search, after = null, limit } = query.value;
		const { members, total, next } = await stores.members.list(id, { search, after, limit });
		const plan = await publishedPlan(services, id);
		return context.json<MemberList>({ members: members.map((member) => memberSummaryWire(member, plan)), total, next });
	});

	routes.get('/:program/members/:member', async (context) => {
		const { program: id, member } = context.req.param();
		if (!(await stores.programs.exists(id))) return refuse(context, unknownProgram(id));
		return answer(context, services, id, member, 200);
	});

	routes.put('/:program/members/:member', async (context) => {
		const { program: id, member } = context.req.param();
		const program = await stores.programs.get(id);
		if (!program) return refuse(context, unknownProgram(id));
		const name = memberId.safeParse(member);
		if (!name.success) return refuse(context, faulty('invalid-request', faultsOf(name.error)));
		const body = await readBody(context, memberSave);
		if (!body.ok) return refuse(context, body.refusal);
		const { tier, ...rest } = body.value;
		// Before the first publication the draft says which tiers there are to be.
		const plan = (await publishedPlan(services, id)) ?? services.engine.prepare(program.draft.text).compilation.healthyPlan;
		const refusal = refusalOfTier(tier ?? null, plan);
		if (refusal) return refuse(context, refusal);
		const change: MemberChange = withoutUndefined({ ...rest, placedTier: tier });
		const saving = await stores.members.save(id, member, change);
		return answer(context, services, id, member, saving === 'created' ? 201 : 200);
	});

	routes.get('/:program/members/:member/entries', async (context) => {
		const { program: id, member } = context.req.param();
		if (!(await stores.programs.exists(id))) return refuse(context, unknownProgram(id));
		if (!(await stores.members.get(id, member))) return refuse(context, unknownMember());
		const query = readQuery(context, entryQuery);
		if (!query.ok) return refuse(context, query.refusal);
		const { before = null, limit } = query.value;
		const { entries, next } = await stores.ledger.entries(id, member, { before, limit });
		const plan = await publishedPlan(services, id);
		return context.json<EntryList>({ entries: entries.map((entry) => entryWire(entry, plan)), next });
	});

	return routes;
}

async function answer(
	context: Context<Env>,
	services: Services,
	program: string,
	member: string,
	status: 200 | 201,
): Promise<Response> {
	const account = await services.stores.members.get(program, member);
	if (!account) return refuse(context, unknownMember());
	if (status === 201) context.header('location', `/v1/programs/${program}/members/${encodeURIComponent(member)}`);
	return context.json<MemberDetail>(memberDetailWire(account, await publishedPlan(services, program)), status);
}

function unknownMember(): Refusal {
	return {
		kind: 'unknown-member',
		detail: 'There is no member of this id in this program. PUT to this address creates one.',
	};
}

function refusalOfTier(tier: string | null, plan: Plan | null): Refusal | null {
	const names = plan?.tiers.steps.map((step) => step.name) ?? [];
	return tier === null || names.includes(tier) ? null : faulty('invalid-request', [unknownTier('/tier', tier, names)]);
}

type WithoutUndefined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what was said: what is undefined must not overwrite anything. */
function withoutUndefined<T extends object>(record: T): WithoutUndefined<T> {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as WithoutUndefined<T>;
}
