/** Publishing asks whether the tests of a draft hold. */
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#grammar';
import { type Answer, CAFE, CATALOG, openTestServer, type TestServer } from '../fixtures/test-server.ts';

let server: TestServer;
beforeEach(() => {
	server = openTestServer();
});
afterEach(() => server.close());

const create = (text: string) => server.send('POST', '/v1/programs', { id: 'cafe', text });
const save = (text: string, baseRevision: number) => server.send('PUT', '/v1/programs/cafe/draft', { text, baseRevision });
const publish = (draftRevision: number, more: object = {}) =>
	server.send('POST', '/v1/programs/cafe/versions', { draftRevision, ...more });

/** A test of a cake for 20.00, which earns 20. */
const cake = (name: string, total: number, more = '') =>
	`test "${name}" { purchase at 2026-02-07 { ${more} item "CAKE" 1 x 20.00 } expect total ${total} }\n`;

/** What is wrong, each with the part of the text that it is about. */
function places(text: string, { body }: Answer): string[] {
	const problems = body['problems'] as readonly Problem[];
	return problems.map(({ code, span, message }) => `${code} at ${text.slice(span.start, span.end)}: ${message}`);
}

const kind = ({ status, body }: Answer) => `${status} ${String(body['type']).replace('/docs/problems#', '')}`;

describe('a draft whose tests hold', () => {
	test('is published', async () => {
		await create(CAFE + cake('One', 20) + cake('Two', 20));
		expect(await publish(1)).toMatchObject({ status: 201, body: { version: 1 } });
	});

	test('is tested against the catalogue of its program', async () => {
		// That this store is of the chain, and earns 7 more, is known by the catalogue alone.
		await create(CAFE + cake('In the mall', 27, 'store "dxb-mall"'));
		expect(kind(await publish(1))).toBe('422 tests-failed');
		await server.send('PUT', '/v1/programs/cafe/catalog', CATALOG);
		expect(await publish(1)).toMatchObject({ status: 201 });
	});

	test('is not published where somebody saves another one while they are run', async () => {
		const tests = Array.from({ length: 20 }, (_, index) => cake(`Test ${index}`, 20)).join('');
		await create(CAFE + tests);
		const publishing = publish(1);
		await setImmediate();
		await save(CAFE + cake('Wrong', 1), 1);
		expect(kind(await publishing)).toBe('409 draft-conflict');
		expect((await server.send('GET', '/v1/programs/cafe')).body).toMatchObject({ published: null });
	});

	test('lets others in between two tests', async () => {
		const tests = Array.from({ length: 60 }, (_, index) => cake(`Test ${index}`, 20)).join('');
		await create(CAFE + tests);
		const state = { isDone: false };
		const publishing = publish(1).finally(() => {
			state.isDone = true;
		});
		let answered = 0;
		while (!state.isDone) {
			const { status } = await server.send('GET', '/v1/programs/cafe/versions');
			expect(status).toBe(200);
			answered += 1;
			await setImmediate();
		}
		expect(await publishing).toMatchObject({ status: 201 });
		expect(answered).toBeGreaterThan(50);
	});
});

describe('a draft whose tests do not hold', () => {
	const stopped =
		'test "Twice" { purchase at 2026-02-07 { item "CAKE" 1 x 20.00 } returns all returns all expect total 0 }\n';
	const missed = `test "Two promises" { purchase at 2026-02-07 { item "CAKE" 1 x 20.00 }
  expect "Point a dirham" earns 21
  expect "Drinks" earns 0
  expect total 22
}
`;
	const text = CAFE + cake('One', 20) + missed + stopped;

	test('is refused, with every place and nothing recorded', async () => {
		await create(text);
		const before = server.counts();
		const answer = await publish(1);
		expect(server.counts()).toEqual(before);
		expect(kind(answer)).toBe('422 tests-failed');
		expect(answer.body).toMatchObject({
			title: 'Tests of the program fail',
			detail:
				'2 of 3 tests of the draft do not hold; nothing was published. The first is `Two promises`. Expected `Point a dirham` to earn 21; it earned 20. Correct the draft or its tests, or send `allowFailingTests: true` to publish it as it is.',
		});
		expect(places(text, answer)).toEqual([
			'test-failed at expect "Point a dirham" earns 21: The test `Two promises` fails: expected `Point a dirham` to earn 21; it earned 20.',
			'test-failed at expect total 22: The test `Two promises` fails: expected a total of 22; it is 20.',
			'test-not-run at returns all: The test `Twice` could not be run.',
		]);
		expect((await server.send('GET', '/v1/programs/cafe')).body).toMatchObject({ published: null });
	});

	test('is refused for a test that cannot be run', async () => {
		await create(CAFE + stopped);
		const answer = await publish(1);
		expect(kind(answer)).toBe('422 tests-failed');
		expect(answer.body['detail']).toBe(
			'The test of the draft does not hold; nothing was published. It is `Twice`. It could not be run: Nothing is left that could go back. Correct the draft or its tests, or send `allowFailingTests: true` to publish it as it is.',
		);
	});

	test('is published where that is wished', async () => {
		await create(text);
		expect(kind(await publish(1, { allowFailingTests: false }))).toBe('422 tests-failed');
		expect(await publish(1, { allowFailingTests: true })).toMatchObject({ status: 201, body: { version: 1 } });
	});

	test('is wished for by a boolean', async () => {
		await create(text);
		const { status, body } = await publish(1, { allowFailingTests: 'true' });
		expect({ status, faults: body['faults'] }).toMatchObject({
			status: 422,
			faults: [{ path: '/allowFailingTests', code: 'wrong-type' }],
		});
	});

	test('is refused for any other reason first', async () => {
		await create(text);
		await publish(1, { allowFailingTests: true });
		expect(kind(await publish(1))).toBe('409 nothing-to-publish');
		await save(text.replace('points   whole', 'points with 2 decimals'), 1);
		expect(kind(await publish(1))).toBe('409 draft-conflict');
		expect(kind(await publish(2))).toBe('422 point-precision-changed');
		await save(`${text}expiry { expires at year end }`, 2);
		expect(kind(await publish(3))).toBe('422 program-not-recorded');
		await save(text.replace('"Drinks" >=', '"Drink" >='), 3);
		expect(kind(await publish(4))).toBe('422 program-has-errors');
	});
});
