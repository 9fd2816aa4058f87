import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CAFE, openCafeServer, openTestServer, sale, type TestServer } from '../fixtures/test-server.ts';

let server: TestServer;
beforeEach(async () => {
	server = await openCafeServer();
});
afterEach(() => server.close());

const put = (id: string, body: unknown) => server.send('PUT', `/v1/programs/cafe/members/${encodeURIComponent(id)}`, body);
const get = async (path: string) => (await server.send('GET', `/v1/programs/cafe/members${path}`)).body;
const sell = (change: Parameters<typeof sale>[0]) => server.send('POST', '/v1/programs/cafe/transactions', sale(change));

describe('a member', () => {
	test('is created, read and changed in parts', async () => {
		const created = await put('M/2 é', { name: 'Noor', birthDate: '2000-02-29', joinedOn: '2024-01-01' });
		const member = {
			id: 'M/2 é',
			name: 'Noor',
			tier: 'Bronze',
			balance: 0,
			lifetimePoints: 0,
			lastTransactionAt: null,
			birthDate: '2000-02-29',
			joinedOn: '2024-01-01',
			placedTier: null,
			nextTier: { name: 'Gold', pointsMissing: 100 },
		};
		expect(created).toMatchObject({ status: 201, body: member });
		expect(created.headers.get('location')).toBe('/v1/programs/cafe/members/M%2F2%20%C3%A9');
		expect(await get('/M%2F2%20%C3%A9')).toEqual(member);
		const changed = { ...member, name: null, tier: 'Gold', placedTier: 'Gold', nextTier: null };
		expect(await put('M/2 é', { name: null, tier: 'Gold' })).toMatchObject({ status: 200, body: changed });
		expect(await put('M/2 é', {})).toMatchObject({ status: 200, body: changed });
		expect(await put('M/2 é', { tier: null })).toMatchObject({ body: { tier: 'Bronze', placedTier: null } });
	});

	test('rises by points, and shows what is missing', async () => {
		await sell({ items: [{ sku: 'CAKE', amount: '99.00' }] });
		expect(await get('/M-1')).toMatchObject({ tier: 'Bronze', balance: 99, nextTier: { name: 'Gold', pointsMissing: 1 } });
		await sell({ id: 'T-2', items: [{ sku: 'CAKE', amount: '1.00' }] });
		expect(await get('/M-1')).toMatchObject({ tier: 'Gold', balance: 100, nextTier: null });
	});

	test.each<[string, string, unknown, string[]]>([
		['an unknown tier', 'M-2', { tier: 'Glod' }, ['/tier unknown-tier']],
		[
			'dates that do not exist',
			'M-2',
			{ birthDate: '1990-02-30', joinedOn: '1.2.2020' },
			['/birthDate not-a-date', '/joinedOn not-a-date'],
		],
		['fields of the server', 'M-2', { balance: 5, id: 'x' }, ['/balance unknown-field', '/id unknown-field']],
		['other types', 'M-2', { name: 7, tier: [] }, ['/name wrong-type', '/tier wrong-type']],
		['a line break in the name', 'M-2', { name: 'a\nb' }, ['/name control-character']],
		['an id that is too long', 'x'.repeat(129), {}, [' too-long']],
		['a control character in the id', 'a\u0007', {}, [' control-character']],
		['no object', 'M-2', [], [' wrong-type']],
	])('%s is refused and leaves nothing', async (_, id, body, expected) => {
		const before = server.counts();
		const answer = await put(id, body);
		expect(answer.status).toBe(422);
		const faults = answer.body['faults'] as { path: string; code: string }[];
		expect(faults.map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
		expect(server.counts()).toEqual(before);
	});

	test('an unknown one is not found', async () => {
		for (const path of ['/M-9', '/M-9/entries', '/__proto__']) {
			expect(await server.send('GET', `/v1/programs/cafe/members${path}`)).toMatchObject({
				status: 404,
				body: { type: '/docs/problems#unknown-member' },
			});
		}
	});

	test('may be put into a tier of the draft before anything is published', async () => {
		const empty = openTestServer();
		await empty.send('POST', '/v1/programs', { id: 'cafe', text: CAFE });
		const answer = await empty.send('PUT', '/v1/programs/cafe/members/M', { tier: 'Gold' });
		expect(answer).toMatchObject({ status: 201, body: { tier: null, placedTier: 'Gold' } });
		expect((await empty.send('PUT', '/v1/programs/cafe/members/M', { tier: 'X' })).status).toBe(422);
		empty.close();
	});
});

describe('the list', () => {
	beforeEach(async () => {
		for (const [id, name] of [
			['A', 'Émile'],
			['B', 'Noor'],
			['C', null],
			['D', 'Noora'],
		])
			await put(id ?? '', { name });
		await sell({ member: 'B' });
	});

	test('comes page by page', async () => {
		const first = await get('?limit=2');
		expect(first).toMatchObject({ total: 5, next: 'B', members: [{ id: 'A' }, { id: 'B', balance: 20, tier: 'Bronze' }] });
		const second = await get('?limit=2&after=B');
		expect(second).toMatchObject({ total: 5, next: 'D', members: [{ id: 'C', name: null }, { id: 'D' }] });
		expect(await get('?limit=2&after=D')).toMatchObject({ next: null, members: [{ id: 'M-1' }] });
	});

	test('is searched by id and name', async () => {
		expect(await get('?search=noor')).toMatchObject({ total: 2, members: [{ id: 'B' }, { id: 'D' }] });
		expect(await get('?search=%C3%A9MILE')).toMatchObject({ total: 1, members: [{ id: 'A' }] });
		expect(await get('?search=%25')).toEqual({ total: 0, members: [], next: null });
	});

	test.each(['limit=0', 'limit=201', 'limit=ten', 'limit=1e2', 'page=2'])('%s is refused', async (query) => {
		const answer = await server.send('GET', `/v1/programs/cafe/members?${query}`);
		expect(answer).toMatchObject({ status: 422, body: { type: '/docs/problems#invalid-request' } });
	});
});

describe('entries', () => {
	test('tell what was earned by what, newest first, with the running balance', async () => {
		await sell({ store: 'dxb-mall' });
		server.clock.nowMs += 5_000;
		await sell({ id: 'T-2', at: '2026-02-06T10:00:00+04:00' });
		const first = await get('/M-1/entries?limit=2');
		expect(first).toEqual({
			entries: [
				{
					sequence: 6,
					kind: 'earn',
					points: 20,
					balanceAfter: 47,
					source: 'rule',
					name: 'Point a dirham',
					transaction: 'T-2',
					version: 1,
					at: '2026-02-06T06:00:00.000Z',
					recordedAt: '2026-02-07T08:00:05.000Z',
				},
				{
					sequence: 4,
					kind: 'earn',
					points: 7,
					balanceAfter: 27,
					source: 'rule',
					name: 'Mall',
					transaction: 'T-1',
					version: 1,
					at: '2026-02-07T07:30:00.000Z',
					recordedAt: '2026-02-07T08:00:00.000Z',
				},
			],
			next: 4,
		});
		expect(await get('/M-1/entries?limit=2&before=4')).toMatchObject({
			entries: [{ sequence: 2, balanceAfter: 20 }],
			next: null,
		});
		expect((await server.send('GET', '/v1/programs/cafe/members/M-1/entries?before=x')).status).toBe(422);
	});

	test('points with decimals are exact', async () => {
		const text = CAFE.replace('points   whole', 'points with 2 decimals');
		await server.send('POST', '/v1/programs', { id: 'exact', text });
		server.clock.nowMs -= 60 * 60_000;
		await server.send('POST', '/v1/programs/exact/versions', { draftRevision: 1 });
		server.clock.nowMs += 60 * 60_000;
		await server.send('PUT', '/v1/programs/exact/members/M-1', {});
		for (const [id, amount] of [
			['T-1', '0.10'],
			['T-2', '0.20'],
			['T-3', '1234567.89'],
		]) {
			await server.send('POST', '/v1/programs/exact/transactions', sale({ id, items: [{ sku: 'CAKE', amount }] }));
		}
		const { body } = await server.send('GET', '/v1/programs/exact/members/M-1/entries');
		expect(body['entries']).toMatchObject([
			{ points: 1234567.89, balanceAfter: 1234568.19 },
			{ points: 0.2, balanceAfter: 0.3 },
			{ points: 0.1 },
		]);
	});
});
