/** What every request meets before and after its route. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { depthOf, MAX_BODY_BYTES } from './body.ts';
import { type EditorFiles, readEditorFiles } from './editor-files.ts';
import { openCafeServer, openTestServer, sale, type TestServer } from './fixtures/test-server.ts';

const TRANSACTIONS = '/v1/programs/cafe/transactions';

describe('a body', () => {
	let server: TestServer;
	beforeEach(async () => {
		server = await openCafeServer();
	});
	afterEach(() => server.close());

	/** Sends bytes as they are; whatever the answer is, nothing may have been recorded. */
	async function post(
		body: string | Uint8Array | ReadableStream,
		type: string | null = 'application/json',
		headers: Record<string, string> = {},
	) {
		const before = server.counts();
		const init = {
			method: 'POST',
			body,
			headers: { ...headers, ...(type === null ? {} : { 'content-type': type }) },
			duplex: 'half',
		};
		const response = await server.app.request(TRANSACTIONS, init as RequestInit);
		expect(server.counts()).toEqual(before);
		const problem = (await response.json()) as { type: string };
		return `${response.status} ${problem.type.replace('/docs/problems#', '')}`;
	}

	test.each<[string, string, string]>([
		['nothing', '', '400 invalid-json'],
		['half a body', '{"id":', '400 invalid-json'],
		['two values', '{}{}', '400 invalid-json'],
		['NaN', '{"tip": NaN}', '400 invalid-json'],
		['a comment', '{} // x', '400 invalid-json'],
		['5,000 levels', '['.repeat(5_000) + ']'.repeat(5_000), '400 nested-too-deep'],
		['65 levels', '{"a":'.repeat(65) + '1' + '}'.repeat(65), '400 nested-too-deep'],
		['64 levels', '{"a":'.repeat(64) + '1' + '}'.repeat(64), '422 invalid-transaction'],
	])('of %s', async (_, body, expected) => {
		expect(await post(body)).toBe(expected);
	});

	test('that is not UTF-8 is refused, not mended', async () => {
		expect(await post(Uint8Array.of(0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d))).toBe('400 invalid-encoding');
		expect(await post(Uint8Array.of(0xff, 0xfe, 0x7b, 0x00))).toBe('400 invalid-encoding');
	});

	test.each([
		['text/plain'],
		['application/x-www-form-urlencoded'],
		['multipart/form-data; boundary=x'],
		['application/jsonp'],
		[''],
	])('of type %s', async (type) => {
		expect(await post(JSON.stringify(sale()), type)).toBe('415 not-json');
	});

	test('may say its character set', async () => {
		expect(await post('{}', 'Application/JSON; charset=utf-8')).toBe('422 invalid-transaction');
	});

	test('is limited, whatever its headers say', async () => {
		const large = ' '.repeat(MAX_BODY_BYTES + 1);
		expect(await post(large)).toBe('413 body-too-large');
		expect(await post('{}', 'application/json', { 'content-length': String(MAX_BODY_BYTES + 1) })).toBe(
			'413 body-too-large',
		);
		const chunks = () =>
			new ReadableStream({
				pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024).fill(0x20)),
			});
		expect(await post(chunks())).toBe('413 body-too-large');
		expect(await post(chunks(), 'application/json', { 'content-length': '2' })).toBe('413 body-too-large');
		expect(await post(`${' '.repeat(MAX_BODY_BYTES - 2)}{}`)).toBe('422 invalid-transaction');
	});

	test('depth is counted outside strings only', () => {
		expect(depthOf('[[{}],"[[[[[[",{"a\\"[[[":[]}]')).toBe(3);
		expect(depthOf('"\\\\"[')).toBe(1);
		expect(depthOf(']]]][[')).toBe(0);
	});
});

describe('an address', () => {
	test('that is none gets a problem, in JSON', async () => {
		const server = openTestServer();
		for (const path of ['/v1', '/v1/', '/v1/nothing', '/v1/programs/', '/v1/programs/cafe/nothing']) {
			const { status, body, headers } = await server.send('GET', path);
			expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
			expect(body['type']).toBe('/docs/problems#unknown-route');
		}
		expect((await server.send('POST', '/rules')).status).toBe(404);
		server.close();
	});

	test('with another method says which ones it knows', async () => {
		const server = openTestServer();
		const { status, headers, body } = await server.send('DELETE', '/v1/programs');
		expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
		expect(body['type']).toBe('/docs/problems#method-not-allowed');
		expect((await server.send('GET', '/v1/programs/cafe/evaluate')).headers.get('allow')).toBe('POST');
		server.close();
	});
});

describe('every answer', () => {
	test('carries the security headers and a request id', async () => {
		const server = openTestServer();
		for (const path of ['/v1/programs', '/v1/nothing', '/livez', '/']) {
			const { headers } = await server.app.request(path);
			expect(headers.get('content-security-policy')).toMatch(
				/^default-src 'none'; script-src 'self';.*frame-ancestors 'none'$/,
			);
			expect(headers.get('x-content-type-options')).toBe('nosniff');
			expect(headers.get('referrer-policy')).toBe('no-referrer');
			expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
			expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
			expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
			expect(headers.get('access-control-allow-origin')).toBeNull();
			expect(headers.get('cache-control')).toBe(path.startsWith('/v1') ? 'no-store' : null);
		}
		server.close();
	});

	test('keeps a fit request id, and replaces an unfit one', async () => {
		const server = openTestServer();
		const idFor = async (id: string) =>
			(await server.send('GET', '/v1/nothing', undefined, { 'x-request-id': id })).body['requestId'];
		expect(await idFor('till-7.2026_02')).toBe('till-7.2026_02');
		expect(await idFor('a b')).not.toBe('a b');
		expect(await idFor('x'.repeat(65))).toHaveLength(36);
		server.close();
	});

	test('is logged in one line that names nobody', async () => {
		const server = await openCafeServer();
		server.log.lines.length = 0;
		await server.send('PUT', '/v1/programs/cafe/members/SECRET-ID', { name: 'SECRET NAME' });
		await server.send('POST', TRANSACTIONS, sale({ id: 'SECRET-TX', member: 'SECRET-ID' }), { 'x-request-id': 'r-1' });
		await server.send('GET', '/v1/programs/cafe/members?search=SECRET');
		await server.send('GET', '/SECRET.php');
		expect(server.log.lines.map(({ method, route, status, program }) => `${method} ${route} ${status} ${program}`)).toEqual([
			'PUT /v1/programs/:program/members/:member 201 cafe',
			'POST /v1/programs/:program/transactions 201 cafe',
			'GET /v1/programs/:program/members 200 cafe',
			'GET other 404 undefined',
		]);
		expect(server.log.lines[1]).toMatchObject({ requestId: 'r-1' });
		expect(JSON.stringify(server.log.lines)).not.toContain('SECRET');
		server.close();
	});
});

describe('a failure of our own', () => {
	test('is a problem without details for the caller, and an error for the log', async () => {
		const server = await openCafeServer();
		server.database.sqlite.exec('DROP TABLE catalog_items');
		const { status, body } = await server.send('GET', '/v1/programs/cafe/catalog');
		expect(status).toBe(500);
		expect(body).toMatchObject({ type: '/docs/problems#internal-error' });
		expect(JSON.stringify(body)).not.toContain('catalog_items');
		expect(server.log.failures).toHaveLength(1);
		server.close();
	});

	test('a storage that cannot write says so, records nothing, and recovers', async () => {
		const server = await openCafeServer();
		const { sqlite } = server.database;
		const before = server.counts();
		sqlite.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true }))}`);
		const big = sale({ items: Array.from({ length: 900 }, (_, index) => ({ sku: `SKU-${index}`, amount: 1 })) });
		const full = await server.send('POST', TRANSACTIONS, big);
		expect(full).toMatchObject({ status: 503, body: { type: '/docs/problems#storage-full' } });
		expect(full.headers.get('retry-after')).toBe('60');
		expect((await server.send('GET', '/v1/programs/cafe/members/M-1')).body).toMatchObject({ balance: 0 });
		expect(server.counts()).toEqual(before);
		sqlite.pragma('max_page_count = 1000000');
		expect((await server.send('POST', TRANSACTIONS, big)).status).toBe(201);
		server.close();
	});
});

describe('who may ask', () => {
	let server: TestServer;
	beforeEach(() => {
		server = openTestServer({ hosts: ['localhost', '127.0.0.1', '[::1]'] });
	});
	afterEach(() => server.close());

	test.each(['localhost', 'LOCALHOST:4600', '127.0.0.1:80', '[::1]:4600'])('for the host %s', async (host) => {
		expect((await server.send('GET', '/v1/programs', undefined, { host })).status).toBe(200);
	});

	test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:80', 'localhost:80:80', ''])(
		'not for the host %s',
		async (host) => {
			const { status, body } = await server.send('GET', '/v1/programs', undefined, { host });
			expect([status, body['type']]).toEqual([421, '/docs/problems#foreign-host']);
		},
	);

	test.each([
		['http://localhost:4601', 422],
		['http://127.0.0.1:4600', 422],
		['http://evil.example', 403],
		['https://localhost.evil.example', 403],
		['null', 403],
		['', 403],
	])('changes from a page of %s', async (origin, expected) => {
		const headers = { host: 'localhost:4600', origin };
		expect((await server.send('POST', '/v1/programs', {}, headers)).status).toBe(expected);
		expect((await server.send('GET', '/v1/programs', undefined, headers)).status).toBe(200);
	});

	test('a server for any host still refuses changes from another site', async () => {
		const open = openTestServer();
		const send = (origin: string) => open.send('POST', '/v1/programs', {}, { host: 'points.example', origin });
		expect((await send('https://points.example')).status).toBe(422);
		expect((await send('https://evil.example')).status).toBe(403);
		open.close();
	});
});

describe('health', () => {
	test('is told to whoever watches', async () => {
		const server = openTestServer();
		expect(await server.send('GET', '/livez')).toMatchObject({ status: 200, body: { status: 'ok' } });
		expect(await server.send('GET', '/readyz')).toMatchObject({ status: 200, body: { status: 'ok' } });
		expect(await server.send('GET', '/version')).toMatchObject({ status: 200, body: { earnest: 'test' } });
		server.database.close();
		expect(await server.send('GET', '/readyz')).toMatchObject({ status: 503, body: { reason: 'the database is closed' } });
		server.close();
	});
});

describe('the editor', () => {
	let folder: string;
	let server: TestServer;
	const page = '<!doctype html><title>Earnest</title>';
	const script = 'console.log(1);'.repeat(200);
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'earnest-editor-'));
		mkdirSync(join(folder, 'assets'));
		writeFileSync(join(folder, 'index.html'), page);
		writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
		writeFileSync(join(folder, 'assets', 'index-3f2a.js'), script);
		server = openTestServer({ editor: readEditorFiles(folder) as EditorFiles });
	});
	afterEach(() => {
		server.close();
		rmSync(folder, { recursive: true, force: true });
	});
	const get = (path: string, headers: Record<string, string> = {}) => server.app.request(path, { headers });

	test.each(['/', '/index.html', '/programs/cafe/rules', '/programs/bluebird-caf%C3%A9', '/v1x'])(
		'%s is its page',
		async (path) => {
			const response = await get(path);
			expect([response.status, await response.text()]).toEqual([200, page]);
			expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
			expect(response.headers.get('cache-control')).toBe('no-cache');
		},
	);

	test('named after their content, files are kept forever, and travel compressed', async () => {
		const plain = await get('/assets/index-3f2a.js');
		expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
		expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
		expect(await plain.text()).toBe(script);
		const zipped = await get('/assets/index-3f2a.js', { 'accept-encoding': 'br, gzip' });
		expect(zipped.headers.get('content-encoding')).toBe('gzip');
		expect(gunzipSync(await zipped.arrayBuffer()).toString()).toBe(script);
	});

	test('what has not changed is not sent again', async () => {
		const etag = (await get('/')).headers.get('etag') ?? '';
		expect((await get('/', { 'if-none-match': etag })).status).toBe(304);
		expect((await get('/', { 'if-none-match': '"other"' })).status).toBe(200);
	});

	test.each([
		'/favicon.ico',
		'/assets/old-1234.js',
		'/../package.json',
		'/..%2fpackage.json',
		'/%2e%2e/%2e%2e/etc/passwd.txt',
		'/index.html%00.js',
	])('%s is not there', async (path) => {
		expect((await get(path)).status).toBe(404);
	});

	test('a favicon is', async () => {
		const response = await get('/favicon.svg');
		expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
	});

	test('where it is not built, the page says how to', async () => {
		expect(readEditorFiles(join(folder, 'nowhere'))).toBeNull();
		const bare = openTestServer();
		const response = await bare.app.request('/');
		expect(response.status).toBe(503);
		expect(await response.text()).toMatch(/npm run build/);
		bare.close();
	});
});
