import { describe, expect, it } from 'vitest';
import type { ProblemDocument } from '#server/contract';
import { createClient, RequestError, valueOf } from './client.ts';

interface Seen {
	readonly path: string;
	readonly init: RequestInit | undefined;
}

function clientThatAnswers(answer: () => Response | Promise<Response>) {
	const seen: Seen[] = [];
	const client = createClient(async (input, init) => {
		seen.push({ path: input as string, init });
		return answer();
	});
	return { client, seen };
}

const conflict: ProblemDocument = {
	type: '/docs/problems#draft-conflict',
	title: 'The draft was saved by somebody else',
	status: 409,
	detail: 'Revision 4 is the newest; this save started from 3.',
	requestId: 'r-1',
};

describe('a request', () => {
	it('sends JSON and answers with the value', async () => {
		const { client, seen } = clientThatAnswers(() => Response.json({ revision: 2, savedAt: 'now', problems: [] }));
		const reply = await client.saveDraft('bluebird', { text: 'program', baseRevision: 1 });
		expect(reply).toEqual({ ok: true, value: { revision: 2, savedAt: 'now', problems: [] } });
		expect(seen[0]?.path).toBe('/v1/programs/bluebird/draft');
		expect(seen[0]?.init?.method).toBe('PUT');
		expect(seen[0]?.init?.body).toBe('{"text":"program","baseRevision":1}');
	});

	it('keeps names that are no plain words inside their part of the path', async () => {
		const { client, seen } = clientThatAnswers(() => Response.json({}));
		await client.member('a/b', 'M?1 ü');
		await client.members('a', { search: 'x&y=1', limit: 20 });
		await client.entries('a', 'M', { limit: 5 });
		expect(seen.map((request) => request.path)).toEqual([
			'/v1/programs/a%2Fb/members/M%3F1%20%C3%BC',
			'/v1/programs/a/members?search=x%26y%3D1&limit=20',
			'/v1/programs/a/members/M/entries?limit=5',
		]);
	});

	it('answers with the problem document of a refusal', async () => {
		const { client } = clientThatAnswers(() => Response.json(conflict, { status: 409 }));
		expect(await client.saveDraft('a', { text: '', baseRevision: 3 })).toEqual({ ok: false, problem: conflict });
	});

	it('says that the server cannot be reached', async () => {
		const { client } = clientThatAnswers(() => Promise.reject(new TypeError('fetch failed')));
		const reply = await client.programs();
		expect(reply.ok ? null : reply.problem.status).toBe(0);
		expect(reply.ok ? null : reply.problem.type).toBe('/docs/problems#unreachable');
	});

	it.each([
		['a page of a proxy', () => new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'x-request-id': 'r-9' } })],
		['JSON of another form', () => Response.json({ error: 'no' }, { status: 502, headers: { 'x-request-id': 'r-9' } })],
	])('makes a problem of %s', async (_what, answer) => {
		const { client } = clientThatAnswers(answer);
		const reply = await client.programs();
		expect(reply.ok ? null : reply.problem).toMatchObject({ status: 502, requestId: 'r-9' });
	});

	it('does not take an empty success for a value', async () => {
		const { client } = clientThatAnswers(() => new Response('', { status: 200 }));
		expect((await client.programs()).ok).toBe(false);
	});

	it('lets an abort through to whoever called it off', async () => {
		const abort = new AbortController();
		const client = createClient(async () => {
			abort.abort();
			throw abort.signal.reason;
		});
		await expect(client.programs(abort.signal)).rejects.toThrow(/aborted/i);
	});
});

it('throws a problem with all its parts for callers that want exceptions', () => {
	expect(valueOf({ ok: true, value: 1 })).toBe(1);
	let thrown: unknown;
	try {
		valueOf({ ok: false, problem: conflict });
	} catch (error) {
		thrown = error;
	}
	expect(thrown).toBeInstanceOf(RequestError);
	expect((thrown as RequestError).problem).toBe(conflict);
	expect((thrown as RequestError).message).toBe(conflict.detail);
});
