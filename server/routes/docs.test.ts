import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../fixtures/test-server.ts';

let server: TestServer;
beforeEach(() => {
	server = openTestServer();
});
afterEach(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) => server.app.request(path, { headers });

describe('the documentation', () => {
	test.each([
		['/docs', 'Guide'],
		['/docs/', 'Guide'],
		['/docs/guide', 'Guide'],
		['/docs/reference', 'Language reference'],
		['/docs/problems', 'Problems'],
		['/docs/http', 'HTTP interface'],
	])('%s is a page', async (path, title) => {
		const answer = await get(path);
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
		expect(await answer.text()).toMatch(new RegExp(`<title>${title} · Earnest</title>.*<h1 id="`, 's'));
	});

	test('the type of a problem leads to what it means', async () => {
		const { body } = await server.send('GET', '/v1/programs/none');
		const [path = '', anchor] = String(body['type']).split('#');
		expect(await (await get(path)).text()).toContain(`<h3 id="${anchor}">`);
	});

	test.each(['/docs/nothing', '/docs/guide.md', '/docs/a/b', '/docs/..%2f..%2fpackage.json', '/docs/__proto__'])(
		'%s is not there, and a page says so',
		async (path) => {
			const answer = await get(path);
			expect(answer.status).toBe(404);
			expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
			expect(await answer.text()).toContain('<h1>There is no such page</h1>');
		},
	);

	test('it is read only', async () => {
		expect(await server.send('POST', '/docs')).toMatchObject({
			status: 405,
			body: { type: '/docs/problems#method-not-allowed' },
		});
		expect((await server.app.request('/docs', { method: 'HEAD' })).status).toBe(200);
	});

	test.each(['/docs', '/docs/docs.css'])('%s is sent again only when it is another', async (path) => {
		const etag = (await get(path)).headers.get('etag') ?? '';
		expect(etag).toMatch(/^"[\w-]{22}"$/);
		for (const known of [etag, `W/${etag}`]) {
			const again = await get(path, { 'if-none-match': known });
			expect([again.status, await again.text()]).toEqual([304, '']);
		}
		expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
	});

	test('it travels compressed', async () => {
		const plain = await (await get('/docs/problems')).text();
		const answer = await get('/docs/problems', { 'accept-encoding': 'gzip' });
		expect(answer.headers.get('content-encoding')).toBe('gzip');
		const stream = answer.body?.pipeThrough(new DecompressionStream('gzip'));
		expect(await new Response(stream).text()).toBe(plain);
	});
});
