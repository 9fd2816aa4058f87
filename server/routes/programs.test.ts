import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CAFE, CATALOG, openCafeServer, openTestServer, type TestServer } from '../fixtures/test-server.ts';
import { sha256 } from '../sha256.ts';

let server: TestServer;
beforeEach(() => {
	server = openTestServer();
});
afterEach(() => server.close());

const create = (id = 'cafe', text = CAFE) => server.send('POST', '/v1/programs', { id, text });
const save = (text: string, baseRevision: number) => server.send('PUT', '/v1/programs/cafe/draft', { text, baseRevision });
const publish = (draftRevision: number) => server.send('POST', '/v1/programs/cafe/versions', { draftRevision });

/** Sends something that must be refused, and sees that it left nothing behind. */
async function refused(
	method: string,
	path: string,
	body?: unknown,
): Promise<{ status: number; type: unknown; faults: string[] }> {
	const before = server.counts();
	const answer = await server.send(method, path, body);
	expect(server.counts()).toEqual(before);
	expect(answer.headers.get('content-type')).toBe('application/problem+json');
	expect(answer.body).toMatchObject({ status: answer.status, requestId: answer.headers.get('x-request-id') });
	const faults = (answer.body['faults'] ?? []) as { path: string; code: string }[];
	return { status: answer.status, type: answer.body['type'], faults: faults.map(({ path, code }) => `${path} ${code}`) };
}

describe('programs', () => {
	test('an empty server has none', async () => {
		expect((await server.send('GET', '/v1/programs')).body).toEqual({ programs: [] });
	});

	test('a new one has a draft and nothing published', async () => {
		const { status, headers, body } = await create();
		const summary = { id: 'cafe', name: 'Café', publishedVersion: null, hasUnpublishedChanges: true };
		expect(status).toBe(201);
		expect(headers.get('location')).toBe('/v1/programs/cafe');
		expect(body).toEqual({
			...summary,
			draft: { text: CAFE, revision: 1, savedAt: '2026-02-07T08:00:00.000Z' },
			published: null,
		});
		expect((await server.send('GET', '/v1/programs/cafe')).body).toEqual(body);
		expect((await server.send('GET', '/v1/programs')).body).toEqual({ programs: [summary] });
	});

	test('a text without a name goes by its id', async () => {
		expect((await create('x', 'rule "R"')).body).toMatchObject({ name: 'x' });
	});

	test('what is wrong with a new one', async () => {
		await create();
		expect(await refused('POST', '/v1/programs', { id: 'cafe', text: '' })).toMatchObject({
			status: 409,
			type: '/docs/problems#program-exists',
		});
		expect(await refused('POST', '/v1/programs', { id: 'No Good', text: 7, extra: 1 })).toEqual({
			status: 422,
			type: '/docs/problems#invalid-request',
			faults: ['/id wrong-form', '/text wrong-type', '/extra unknown-field'],
		});
		expect((await refused('POST', '/v1/programs', { id: '__proto__', text: '\uD800' })).faults).toEqual([
			'/id wrong-form',
			'/text ill-formed-text',
		]);
		expect((await refused('POST', '/v1/programs', {})).faults).toEqual(['/id missing', '/text missing']);
		expect((await refused('POST', '/v1/programs', { id: 'x', text: 'x'.repeat(300_000) })).faults).toEqual([
			'/text too-large',
		]);
		expect((await refused('POST', '/v1/programs', [])).faults).toEqual([' wrong-type']);
	});

	test.each([
		['GET', '/v1/programs/nobody'],
		['PUT', '/v1/programs/nobody/draft'],
		['GET', '/v1/programs/nobody/versions'],
		['POST', '/v1/programs/nobody/versions'],
		['GET', '/v1/programs/nobody/versions/1'],
		['GET', '/v1/programs/nobody/catalog'],
		['PUT', '/v1/programs/nobody/catalog'],
		['GET', '/v1/programs/nobody/activity'],
		['POST', '/v1/programs/nobody/evaluate'],
		['POST', '/v1/programs/nobody/transactions'],
		['GET', '/v1/programs/nobody/transactions/T'],
		['GET', '/v1/programs/nobody/members'],
		['GET', '/v1/programs/nobody/members/M'],
		['PUT', '/v1/programs/__proto__/members/M'],
		['GET', '/v1/programs/constructor/members/M/entries'],
	])('%s %s finds no program', async (method, path) => {
		const body = method === 'GET' ? undefined : {};
		expect(await refused(method, path, body)).toMatchObject({ status: 404, type: '/docs/problems#unknown-program' });
	});
});

describe('drafts', () => {
	beforeEach(() => create());

	test('are saved with their errors, and the problems come back', async () => {
		const { status, body } = await save(CAFE.replace('channels app', 'channel app'), 1);
		expect(status).toBe(200);
		expect(body).toMatchObject({ revision: 2, savedAt: '2026-02-07T08:00:00.000Z' });
		expect(body['problems']).not.toEqual([]);
		expect((await save(CAFE, 2)).body).toMatchObject({ revision: 3, problems: [] });
	});

	test('are checked against the catalogue and the calendar', async () => {
		await server.send('PUT', '/v1/programs/cafe/catalog', CATALOG);
		const text = CAFE.replace('chain "Mall"', 'chain "Mal"').replace(
			'{ earn "Total',
			'{ active until 2026-02-06 earn "Total',
		);
		const { body } = await save(text, 1);
		const problems = body['problems'] as { code: string }[];
		expect(problems.map(({ code }) => code)).toEqual(['dates-over', 'unknown-name']);
	});

	test('are not saved over what somebody else saved', async () => {
		await save('other', 1);
		const answer = await server.send('PUT', '/v1/programs/cafe/draft', { text: 'mine', baseRevision: 1 });
		expect(answer).toMatchObject({ status: 409, body: { type: '/docs/problems#draft-conflict' } });
		expect(answer.body['detail']).toMatch(/newest draft is revision 2/);
		expect((await server.send('GET', '/v1/programs/cafe')).body).toMatchObject({ draft: { text: 'other', revision: 2 } });
	});

	test('of ten saved at once one is kept', async () => {
		const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => save(`text ${index}`, 1)));
		expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
			200,
			...Array.from({ length: 9 }, () => 409),
		]);
		expect((await server.send('GET', '/v1/programs/cafe')).body).toMatchObject({ draft: { revision: 2 } });
	});

	test('what is wrong with a save', async () => {
		const faults = async (body: unknown) => (await refused('PUT', '/v1/programs/cafe/draft', body)).faults;
		expect(await faults({ text: null })).toEqual(['/text wrong-type', '/baseRevision missing']);
		expect(await faults({ text: '', baseRevision: 0 })).toEqual(['/baseRevision too-small']);
		expect(await faults({ text: '', baseRevision: 1.5 })).toEqual(['/baseRevision wrong-type']);
		expect(await faults({ text: '', baseRevision: '1' })).toEqual(['/baseRevision wrong-type']);
	});
});

describe('versions', () => {
	beforeEach(() => create());

	test('are numbered, hashed and in force from the moment of publishing', async () => {
		const first = await publish(1);
		const version = {
			version: 1,
			hash: sha256(CAFE),
			inForceFrom: '2026-02-07T08:00:00.000Z',
			publishedAt: '2026-02-07T08:00:00.000Z',
		};
		expect(first).toMatchObject({ status: 201, body: version });
		expect(first.headers.get('location')).toBe('/v1/programs/cafe/versions/1');
		server.clock.nowMs += 60_000;
		await save(CAFE.replace('earn 7', 'earn 8'), 1);
		expect((await server.send('GET', '/v1/programs/cafe')).body).toMatchObject({
			hasUnpublishedChanges: true,
			published: version,
		});
		expect(await publish(2)).toMatchObject({ status: 201, body: { version: 2, inForceFrom: '2026-02-07T08:01:00.000Z' } });
		const { body } = await server.send('GET', '/v1/programs/cafe/versions');
		expect(body['versions']).toMatchObject([{ version: 2 }, version]);
		expect((await server.send('GET', '/v1/programs/cafe/versions/1')).body).toEqual({ ...version, text: CAFE });
		expect((await server.send('GET', '/v1/programs')).body).toMatchObject({
			programs: [{ publishedVersion: 2, hasUnpublishedChanges: false }],
		});
	});

	test('the same text is not published twice in a row', async () => {
		await publish(1);
		expect(await refused('POST', '/v1/programs/cafe/versions', { draftRevision: 1 })).toMatchObject({
			status: 409,
			type: '/docs/problems#nothing-to-publish',
		});
	});

	test('another draft than the one that was looked at is not published', async () => {
		await save(`${CAFE}\n`, 1);
		expect(await refused('POST', '/v1/programs/cafe/versions', { draftRevision: 1 })).toMatchObject({
			status: 409,
			type: '/docs/problems#draft-conflict',
		});
	});

	test('a text with errors is not published, and the old version stays in force', async () => {
		await publish(1);
		await save(CAFE.replace('"Drinks" >=', '"Drink" >='), 1);
		const answer = await server.send('POST', '/v1/programs/cafe/versions', { draftRevision: 2 });
		expect(answer).toMatchObject({ status: 422, body: { type: '/docs/problems#program-has-errors' } });
		expect(answer.body['problems']).toContainEqual(expect.objectContaining({ code: 'unknown-name', severity: 'error' }));
		expect((await server.send('GET', '/v1/programs/cafe')).body).toMatchObject({ publishedVersion: 1 });
	});

	test('a text that takes more than is kept is not published, each such construct with its place', async () => {
		await publish(1);
		const text = `${CAFE}\nrule "Later" { when { purchase number is 1 } earn 1 limit once per week }\nexpiry { expires at year end }`;
		await save(text, 1);
		const answer = await server.send('POST', '/v1/programs/cafe/versions', { draftRevision: 2 });
		expect(answer).toMatchObject({ status: 422, body: { type: '/docs/problems#program-not-recorded' } });
		const problems = answer.body['problems'] as { code: string; span: { start: number; end: number } }[];
		expect(problems.map(({ code, span }) => [code, text.slice(span.start, span.end)])).toEqual([
			['not-recorded-yet', 'purchase number'],
			['not-recorded-yet', 'once'],
			['not-recorded-yet', 'expiry'],
		]);
		expect((await server.send('GET', '/v1/programs/cafe')).body).toMatchObject({ publishedVersion: 1 });
	});

	test('points keep their decimals', async () => {
		await publish(1);
		await save(CAFE.replace('points   whole', 'points with 2 decimals'), 1);
		expect(await refused('POST', '/v1/programs/cafe/versions', { draftRevision: 2 })).toMatchObject({
			status: 422,
			type: '/docs/problems#point-precision-changed',
		});
	});

	test.each(['0', '2', 'x', '1.0', '9999999999', '__proto__'])('there is no version %s', async (version) => {
		await publish(1);
		expect(await refused('GET', `/v1/programs/cafe/versions/${version}`)).toMatchObject({
			status: 404,
			type: '/docs/problems#unknown-version',
		});
	});
});

describe('the catalogue', () => {
	beforeEach(() => create());

	test('is empty at first, and replaced whole', async () => {
		expect((await server.send('GET', '/v1/programs/cafe/catalog')).body).toEqual({ stores: [], items: [] });
		expect(await server.send('PUT', '/v1/programs/cafe/catalog', CATALOG)).toMatchObject({ status: 200, body: CATALOG });
		expect((await server.send('GET', '/v1/programs/cafe/catalog')).body).toEqual(CATALOG);
		await server.send('PUT', '/v1/programs/cafe/catalog', { stores: [], items: [] });
		expect((await server.send('GET', '/v1/programs/cafe/catalog')).body).toEqual({ stores: [], items: [] });
	});

	test('what is wrong with one', async () => {
		await server.send('PUT', '/v1/programs/cafe/catalog', CATALOG);
		const faults = async (body: unknown) => (await refused('PUT', '/v1/programs/cafe/catalog', body)).faults;
		const store = { id: 'a', name: 'A' };
		const item = { sku: 'a', name: 'A' };
		expect(await faults({ stores: [store, store], items: [item, { ...item, price: '1' }] })).toEqual([
			'/stores/1/id repeated',
			'/items/1/sku repeated',
		]);
		expect(await faults({ stores: [{ id: '', name: 'A' }], items: [{ sku: 'a\n', name: '\u0000' }] })).toEqual([
			'/stores/0/id empty-text',
			'/items/0/sku control-character',
			'/items/0/name control-character',
		]);
		expect(
			await faults({
				stores: {},
				items: [
					{ ...item, price: '1,50' },
					{ ...item, sku: 'b', price: 2 },
				],
			}),
		).toEqual(['/stores wrong-type', '/items/0/price wrong-form', '/items/1/price wrong-type']);
		expect(await faults({ stores: [], items: [{ ...item, price: '1.505' }] })).toEqual(['/items/0/price not-an-amount']);
		expect((await server.send('GET', '/v1/programs/cafe/catalog')).body).toEqual(CATALOG);
	});
});

describe('activity', () => {
	test('is empty without a published version, and its days are checked', async () => {
		await create();
		expect((await server.send('GET', '/v1/programs/cafe/activity')).body).toEqual({ days: 7, rules: [] });
		for (const days of ['0', '93', 'x', '-1', '1.5']) {
			expect((await refused('GET', `/v1/programs/cafe/activity?days=${days}`)).faults).toHaveLength(1);
		}
	});

	test("sums each rule by the program's own days, today included", async () => {
		const cafe = await openCafeServer();
		const sell = (id: string, at: string, store?: string) =>
			cafe.send('POST', '/v1/programs/cafe/transactions', {
				id,
				member: 'M-1',
				at,
				store,
				items: [{ sku: 'CAKE', amount: 5 }],
			});
		// Dubai's days begin at 20:00 UTC.
		await sell('T-1', '2026-02-05T19:59:59Z');
		await sell('T-2', '2026-02-05T20:00:00Z', 'dxb-mall');
		await sell('T-3', '2026-02-06T19:59:59.999Z');
		await sell('T-4', '2026-02-06T20:00:00Z', 'dxb-mall');
		const { body } = await cafe.send('GET', '/v1/programs/cafe/activity?days=2');
		expect(body).toEqual({
			days: 2,
			rules: [
				{ rule: 'Point a dirham', points: 15, awards: 3, pointsByDay: [10, 5] },
				{ rule: 'Mall', points: 14, awards: 2, pointsByDay: [7, 7] },
			],
		});
		cafe.close();
	});
});
