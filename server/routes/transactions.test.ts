import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditLedger } from '#runtime';
import { CAFE, openCafeServer, openTestServer, sale, type TestServer } from '../fixtures/test-server.ts';
import type { EvaluateReply } from '../contract.ts';
import { sha256 } from '../sha256.ts';

let server: TestServer;
beforeEach(async () => {
	server = await openCafeServer();
});
afterEach(() => server.close());

const post = (body: unknown) => server.send('POST', '/v1/programs/cafe/transactions', body);
const evaluate = (body: unknown) => server.send('POST', '/v1/programs/cafe/evaluate', body);
const member = async () => (await server.send('GET', '/v1/programs/cafe/members/M-1')).body;

async function faultsOf(asking: ReturnType<typeof post>): Promise<string[]> {
	const { status, body } = await asking;
	expect(status).toBe(422);
	expect(body).toMatchObject({ type: '/docs/problems#invalid-transaction' });
	return (body['faults'] as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`);
}

describe('posting a transaction', () => {
	test('records it and answers with a receipt', async () => {
		const { status, headers, body } = await post(sale({ id: 'T/1 é', store: 'dxb-mall' }));
		expect(status).toBe(201);
		expect(headers.get('location')).toBe('/v1/programs/cafe/transactions/T%2F1%20%C3%A9');
		expect(headers.get('idempotency-replayed')).toBeNull();
		expect(body).toEqual({
			transaction: 'T/1 é',
			member: 'M-1',
			version: 1,
			versionHash: sha256(CAFE),
			points: 27,
			awards: [
				{ source: 'rule', name: 'Point a dirham', points: 20, wanted: 20 },
				{ source: 'rule', name: 'Mall', points: 7, wanted: 7 },
			],
		});
		expect(await member()).toMatchObject({ balance: 27, lifetimePoints: 27, lastTransactionAt: '2026-02-07T07:30:00.000Z' });
		expect((await server.send('GET', headers.get('location') ?? '')).body).toEqual(body);
	});

	test('again with the same content replays the answer, byte for byte', async () => {
		const first = await server.app.request('/v1/programs/cafe/transactions', json(sale()));
		const counts = server.counts();
		const again = await server.app.request('/v1/programs/cafe/transactions', json(sale({ at: '2026-02-07T07:30:00Z' })));
		expect(again.status).toBe(200);
		expect(again.headers.get('idempotency-replayed')).toBe('true');
		expect(await again.text()).toBe(await first.text());
		expect(server.counts()).toEqual(counts);
	});

	test('again with other content is a conflict', async () => {
		await post(sale());
		const counts = server.counts();
		expect(await post(sale({ tip: '1.00' }))).toMatchObject({
			status: 409,
			body: { type: '/docs/problems#transaction-conflict' },
		});
		expect(server.counts()).toEqual(counts);
		expect(await member()).toMatchObject({ balance: 20 });
	});

	test('twenty times at once gives the points once', async () => {
		const answers = await Promise.all(Array.from({ length: 20 }, () => post(sale())));
		expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
			...Array.from({ length: 19 }, () => 200),
			201,
		]);
		expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
		expect(await member()).toMatchObject({ balance: 20 });
		expect(server.counts()).toMatchObject({ transactions: 1, entries: 2 });
	});

	test('a hundred different ones at once add up', async () => {
		const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => post(sale({ id: `T-${index}` }))));
		expect(answers.every(({ status }) => status === 201)).toBe(true);
		// Five bring the member to Gold, and what was before the transaction counts: the other 95 earn half as much again.
		expect(await member()).toMatchObject({ balance: 5 * 20 + 95 * 30, tier: 'Gold' });
		expect(await auditLedger(server.stores.ledger.everyEntry('cafe'))).toEqual([]);
	});

	test('one without points is recorded too', async () => {
		expect(await post(sale({ items: [] }))).toMatchObject({ status: 201, body: { points: 0, awards: [] } });
		expect(await post(sale({ items: [] }))).toMatchObject({ status: 200 });
		expect(server.counts()).toMatchObject({ transactions: 1, entries: 0 });
	});

	test('names of object members are names', async () => {
		for (const id of ['__proto__', 'constructor', 'toString']) {
			const path = `/v1/programs/cafe/members/${id}`;
			expect((await server.send('PUT', path, { name: id })).status).toBe(201);
			expect(await post(sale({ id, member: id, items: [{ sku: id, category: id, amount: '3.00' }] }))).toMatchObject({
				status: 201,
			});
			expect((await server.send('GET', path)).body).toMatchObject({ id, balance: 3 });
			expect((await server.send('GET', `/v1/programs/cafe/transactions/${id}`)).body).toMatchObject({ member: id });
		}
		expect(await server.send('GET', '/v1/programs/cafe/members/valueOf')).toMatchObject({ status: 404 });
	});
});

describe('a transaction with faults', () => {
	test.each<[string, unknown, string[]]>([
		['no object', 7, [' not-an-object']],
		['an unknown member', sale({ member: 'M-2' }), ['/member unknown-member']],
		['no member', sale({ member: undefined }), ['/member member-missing']],
		['before the first version', sale({ at: '2026-02-01T07:59:59Z' }), ['/at no-version-in-force']],
		['too far ahead', sale({ at: '2026-02-08T08:00:01Z' }), ['/at too-far-ahead']],
		['fields of the server', { ...sale(), points: 1e6, program: 'x' }, ['/points unknown-field', '/program unknown-field']],
		[
			'everything at once',
			sale({
				id: 'x'.repeat(200),
				store: 'nowhere',
				channel: 'web',
				orderType: 'x',
				currency: 'EUR',
				tip: '-1',
				member: '',
			}),
			[
				'/id too-long',
				'/member empty-text',
				'/tip negative-amount',
				'/currency unknown-currency',
				'/channel unknown-channel',
				'/orderType unknown-order-type',
				'/store unknown-store',
			],
		],
	])('is refused whole and leaves nothing: %s', async (_, body, expected) => {
		const before = server.counts();
		expect(await faultsOf(post(body))).toEqual(expected);
		expect(server.counts()).toEqual(before);
	});

	test('cannot be recorded before anything is published', async () => {
		const empty = openTestServer();
		await empty.send('POST', '/v1/programs', { id: 'cafe', text: CAFE });
		expect(await empty.send('POST', '/v1/programs/cafe/transactions', sale())).toMatchObject({
			status: 409,
			body: { type: '/docs/problems#nothing-published' },
		});
		empty.close();
	});

	test('is not found by an id that was never recorded', async () => {
		expect(await server.send('GET', '/v1/programs/cafe/transactions/T-1')).toMatchObject({
			status: 404,
			body: { type: '/docs/problems#unknown-transaction' },
		});
	});
});

describe('evaluating', () => {
	test('answers as posting would, with reasons, and records nothing', async () => {
		const before = server.counts();
		const tried = await evaluate({ transaction: sale({ store: 'dxb-mall', items: [{ sku: 'LATTE', amount: '18.50' }] }) });
		expect(server.counts()).toEqual(before);
		expect(tried.status).toBe(200);
		const { reasons, ...receipt } = tried.body;
		const span = { start: expect.any(Number), end: expect.any(Number) };
		const words = '11.50 AED more of `Drinks`';
		const change = { kind: 'amount', filter: 'Drinks', measure: 'money', more: '11.50', less: null, words };
		expect(receipt).toMatchObject({ transaction: 'T-1', member: 'M-1', version: 1, points: 25 });
		expect(reasons).toEqual({
			tier: 'Bronze',
			local: { date: '2026-02-07', day: 'Sat', time: '11:30' },
			filters: [
				{ name: 'Total with fees, taxes and tip', measure: 'money', amount: '18.50' },
				{ name: 'Total without fees, taxes and tip', measure: 'money', amount: '18.50' },
				{ name: 'Drinks', measure: 'money', amount: '18.50' },
			],
			awards: [
				{
					source: 'rule',
					name: 'Point a dirham',
					points: 18,
					wanted: 18,
					base: '37/2',
					multipliers: [],
					exact: '37/2',
					rounded: { mode: 'down', place: 'award', points: '18' },
					cutBy: null,
					cuts: [],
				},
				{
					source: 'rule',
					name: 'Mall',
					points: 7,
					wanted: 7,
					base: '7',
					multipliers: [],
					exact: '7',
					rounded: { mode: 'down', place: 'award', points: '7' },
					cutBy: null,
					cuts: [],
				},
			],
			rules: [
				{ rule: 'Point a dirham', span, awarded: true, whyNot: null, change: null, conditions: [] },
				{
					rule: 'Mall',
					span,
					awarded: true,
					whyNot: null,
					change: null,
					conditions: [
						{ text: 'store is chain "Mall"', span, verdict: 'holds', seen: '`dxb-mall` of `Mall`', change: null },
					],
				},
				{
					rule: 'Drinks',
					span,
					awarded: false,
					whyNot: '`Drinks` spend 18.50, needs at least 30.00. Smallest change: 11.50 AED more of `Drinks`.',
					change,
					conditions: [{ text: 'spend "Drinks" >= 30', span, verdict: 'fails', seen: '`Drinks` is 18.50', change }],
				},
			],
		});
		expect((await post(sale({ store: 'dxb-mall', items: [{ sku: 'LATTE', amount: '18.50' }] }))).body).toEqual(receipt);
	});

	test('lights the text up where it is asked to', async () => {
		const { reasons } = (await evaluate({ transaction: sale(), spans: true })).body as unknown as EvaluateReply;
		expect(reasons.spans).toHaveLength(4);
		const mall = reasons.rules.find(({ rule }) => rule === 'Mall');
		const lit = reasons.spans?.find(({ span }) => span.start === mall?.span.start);
		expect(lit).toMatchObject({ what: 'rule', verdict: 'fails', value: '0' });
		expect(lit?.inner).toMatchObject([
			{ what: 'condition', verdict: 'unknown', span: mall?.conditions[0]?.span, value: null, inner: [] },
			{ what: 'earn', verdict: 'holds', value: '7' },
		]);
		expect(mall?.change).toEqual({
			kind: 'store',
			isOther: false,
			stores: [],
			chains: ['Mall'],
			words: 'a store of the chain `Mall`',
		});
	});

	test('as somebody else, and without anybody', async () => {
		const transaction = sale();
		expect((await evaluate({ transaction, asMember: { tier: 'Gold' } })).body).toMatchObject({ points: 30, member: null });
		expect((await evaluate({ transaction, asMember: { birthDate: '1990-02-07' } })).body).toMatchObject({ points: 20 });
		expect((await evaluate({ transaction: sale({ member: undefined }) })).body).toMatchObject({ points: 20, member: null });
	});

	test('against the draft or a version', async () => {
		await server.send('PUT', '/v1/programs/cafe/draft', { text: CAFE.replace('earn 7', 'earn 70'), baseRevision: 1 });
		const transaction = sale({ store: 'dxb-mall' });
		expect((await evaluate({ transaction, against: 'draft' })).body).toMatchObject({ points: 90, version: null });
		expect((await evaluate({ transaction, against: 'published' })).body).toMatchObject({ points: 27, version: 1 });
		expect((await evaluate({ transaction, against: 1 })).body).toMatchObject({ points: 27 });
		expect(await evaluate({ transaction, against: 2 })).toMatchObject({
			status: 404,
			body: { type: '/docs/problems#unknown-version' },
		});
		await server.send('PUT', '/v1/programs/cafe/draft', { text: 'rule', baseRevision: 2 });
		const broken = await evaluate({ transaction, against: 'draft' });
		expect(broken).toMatchObject({ status: 422, body: { type: '/docs/problems#program-has-errors' } });
		expect(broken.body['problems']).not.toEqual([]);
	});

	test('faults name their place in the request', async () => {
		expect(await faultsOf(evaluate({ transaction: sale({ tip: 'x', member: 'M-9' }) }))).toEqual([
			'/transaction/tip not-an-amount',
			'/transaction/member unknown-member',
		]);
		expect(await faultsOf(evaluate({ transaction: null, asMember: { tier: 'Glod' } }))).toEqual([
			'/transaction not-an-object',
			'/asMember/tier unknown-tier',
		]);
		for (const body of [
			{},
			{ transaction: sale(), against: 'last' },
			{ transaction: sale(), asMember: { birthDate: '1990-02-30' } },
		]) {
			const { status, body: problem } = await evaluate(body);
			expect(status).toBe(422);
			expect(problem['faults']).toHaveLength(1);
		}
	});
});

function json(body: unknown): RequestInit {
	return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
