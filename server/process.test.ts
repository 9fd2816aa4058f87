/** The built server as a process of its own: started, stopped, and killed while it works. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditLedger } from '#runtime';
import type { Receipt } from './contract.ts';
import { openDatabase } from './db/open.ts';
import { createSqliteStores } from './db/stores.ts';
import { CAFE } from './fixtures/cafe.ts';
import { migrationsFolder } from './paths.ts';

/** Inside the project, because the built code finds its packages from where it lies. */
const built = join(import.meta.dirname, '..', '.cache', 'server-under-test', 'dist', 'server');
let folder: string;
const children = new Set<ChildProcess>();

beforeAll(async () => {
	await build({ configFile: join(import.meta.dirname, 'vite.config.ts'), build: { outDir: built }, logLevel: 'error' });
});
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'earnest-process-'));
});
afterEach(() => {
	for (const child of children) child.kill('SIGKILL');
	children.clear();
	rmSync(folder, { recursive: true, force: true });
});
afterAll(() => rmSync(join(built, '..', '..'), { recursive: true, force: true }));

interface Process {
	readonly url: string;
	readonly child: ChildProcess;
	/** The exit status, or the signal. */
	readonly ended: Promise<number | string>;
	readonly output: { text: string };
}

function run(args: readonly string[], environment: Record<string, string> = {}): Omit<Process, 'url'> {
	const child = spawn(process.execPath, args, {
		env: { PATH: process.env['PATH'] ?? '', PORT: '0', EARNEST_DATA: folder, ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	children.add(child);
	const output = { text: '' };
	const listen = (chunk: Buffer) => {
		output.text += chunk.toString();
	};
	child.stdout.on('data', listen);
	child.stderr.on('data', listen);
	const ended = new Promise<number | string>((resolve) => {
		child.on('close', (code, signal) => resolve(code ?? signal ?? ''));
	});
	return { child, ended, output };
}

/** Starts the server and waits for its address. */
async function start(environment: Record<string, string> = {}): Promise<Process> {
	const started = run([join(built, 'main.js')], { EARNEST_LOG: 'info', ...environment });
	const url = await new Promise<string>((resolve, reject) => {
		const look = () => {
			const found = /"url":"([^"]+)"/.exec(started.output.text)?.[1];
			if (found) resolve(found.replace(/\/$/, ''));
		};
		started.child.stdout?.on('data', look);
		started.child.on('close', () => reject(new Error(`It ended before it listened: ${started.output.text}`)));
	});
	return { ...started, url };
}

function send(url: string, method: string, path: string, body?: unknown): Promise<Response> {
	const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
	return fetch(url + path, { method, ...json });
}

describe('a started server', () => {
	test('shows the demo at once, keeps what is posted, and stops when asked', async () => {
		const first = await start();
		expect(await (await send(first.url, 'GET', '/readyz')).json()).toEqual({ status: 'ok' });
		const { programs } = (await (await send(first.url, 'GET', '/v1/programs')).json()) as { programs: object[] };
		expect(programs).toMatchObject([{ id: 'bluebird-cafe', publishedVersion: 1, hasUnpublishedChanges: false }]);
		const activity = await (await send(first.url, 'GET', '/v1/programs/bluebird-cafe/activity')).json();
		expect((activity as { rules: object[] }).rules.length).toBeGreaterThan(3);
		const created = await send(first.url, 'PUT', '/v1/programs/bluebird-cafe/members/NEW', { name: 'New' });
		expect(created.status).toBe(201);
		first.child.kill('SIGTERM');
		expect(await first.ended).toBe(0);
		expect(existsSync(join(folder, 'earnest.db-wal'))).toBe(false);

		const second = await start();
		expect((await send(second.url, 'GET', '/v1/programs/bluebird-cafe/members/NEW')).status).toBe(200);
		second.child.kill('SIGINT');
		expect(await second.ended).toBe(0);
	});

	test('told to stop while it works, answers what it took and loses none of it', async () => {
		const first = await start({ EARNEST_DEMO: 'off' });
		await openCafe(first.url);
		const answered = new Set<string>();
		let number = 0;
		const client = async () => {
			for (;;) {
				const id = `T-${number++}`;
				const answer = await send(first.url, 'POST', '/v1/programs/cafe/transactions', saleOf(id)).catch(() => null);
				if (!answer) return;
				expect([answer.status, (await answer.json()) as Receipt]).toMatchObject([201, { transaction: id }]);
				answered.add(id);
				if (answered.size === 200) first.child.kill('SIGTERM');
			}
		};
		await Promise.all(Array.from({ length: CLIENTS }, client));
		expect(await first.ended).toBe(0);
		const second = await start({ EARNEST_DEMO: 'off' });
		for (const id of answered) {
			expect((await send(second.url, 'GET', `/v1/programs/cafe/transactions/${id}`)).status).toBe(200);
		}
	});

	test('may begin without the demo', async () => {
		const { url } = await start({ EARNEST_DEMO: 'off' });
		expect(await (await send(url, 'GET', '/v1/programs')).json()).toEqual({ programs: [] });
	});

	test('refuses what a real connection can do wrong', async () => {
		const { url } = await start({ EARNEST_DEMO: 'off' });
		const port = Number(new URL(url).port);
		const head = 'POST /v1/programs HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';
		const chunk = `${(65_536).toString(16)}\r\n${' '.repeat(65_536)}\r\n`;
		expect(await raw(port, `${head}transfer-encoding: chunked\r\n\r\n${chunk.repeat(20)}0\r\n\r\n`)).toMatch(
			/^HTTP\/1\.1 413 /,
		);
		expect(await raw(port, `${head}content-length: 9999999\r\n\r\n{}`)).toMatch(/^HTTP\/1\.1 413 /);
		expect(await raw(port, `${head}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`)).toMatch(
			/^HTTP\/1\.1 400 /,
		);
		expect(await raw(port, 'GET /v1/programs HTTP/1.1\r\nhost: evil.example\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /);
		expect((await send(url, 'GET', '/v1/programs')).status).toBe(200);
	});

	test('does not start on a taken port, a damaged file or a wrong setting, and says why', async () => {
		const { url } = await start({ EARNEST_DEMO: 'off' });
		const taken = run([join(built, 'main.js')], { PORT: new URL(url).port, EARNEST_DATA: join(folder, 'other') });
		expect(await taken.ended).toBe(1);
		expect(taken.output.text).toMatch(/Port \d+ of 127\.0\.0\.1 is taken/);
		const wrong = run([join(built, 'main.js')], { PORT: 'many', EARNEST_DEMO: 'perhaps' });
		expect(await wrong.ended).toBe(1);
		expect(wrong.output.text).toMatch(/PORT must be a number[\s\S]*EARNEST_DEMO must be on or off/);
		const damaged = mkdtempSync(join(folder, 'damaged-'));
		writeFileSync(join(damaged, 'earnest.db'), 'not a database');
		const refused = run([join(built, 'main.js')], { EARNEST_DATA: damaged });
		expect(await refused.ended).toBe(1);
		expect(refused.output.text).toMatch(/cannot start: .*earnest\.db is not an SQLite database\. Restore it/);
	});
});

test('the command line checks a program and says what it can do', async () => {
	const file = join(folder, 'cafe.earn');
	writeFileSync(file, CAFE.replace('channels app', 'channel app'));
	const check = run([join(built, 'cli.js'), 'check', file]);
	expect(await check.ended).toBe(1);
	expect(check.output.text).toMatch(/cafe\.earn:6/);
	writeFileSync(file, CAFE);
	const sound = run([join(built, 'cli.js'), 'check', file]);
	expect(await sound.ended).toBe(0);
	const help = run([join(built, 'cli.js'), '--help']);
	expect(await help.ended).toBe(0);
	expect(help.output.text).toMatch(/serve[\s\S]*replay[\s\S]*check/);
});

test('the flags of the command line reach its commands', async () => {
	const file = join(folder, 'cafe.earn');
	const catalogue = join(folder, 'catalog.json');
	const tests = 'test "A" { purchase at 2026-02-07 expect total 1 } test "B" { check_in at 2026-02-07 expect total 0 }';
	writeFileSync(file, `${CAFE}filter "Unused" = total\n${tests}\n`);
	writeFileSync(catalogue, '{"stores":[],"items":[');
	const statusOf = (...args: string[]) => run([join(built, 'cli.js'), ...args]).ended;
	expect(
		await Promise.all([
			statusOf('check', file),
			statusOf('check', '--warnings-as-errors', file),
			statusOf('check', '--catalogue', catalogue, file),
			statusOf('test', file),
			statusOf('test', '--filter', 'B', file),
			statusOf('explain', '--json', file),
			statusOf('fmt', '--check', file),
		]),
	).toEqual([0, 1, 1, 1, 0, 0, 1]);
	for (const command of ['check', 'test', 'fmt', 'explain']) {
		const { ended, output } = run([join(built, 'cli.js'), command, '--help']);
		expect([command, await ended]).toEqual([command, 0]);
		expect(output.text).toMatch(/standard input[\s\S]*Exit status: 0 where [\s\S]*; 1 where /);
	}
});

const CYCLES = Number(process.env['KILL_CYCLES'] ?? 30);
const CLIENTS = 8;
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

test(`what was answered survives ${CYCLES} kills, and nothing is given twice`, async () => {
	const environment = { EARNEST_DEMO: 'off', EARNEST_LOG: 'info' };
	const answered = new Map<string, string>();
	const unanswered = new Set<string>();
	const chance = randomFrom(seed);
	let number = 0;
	for (let cycle = 0; cycle < CYCLES; cycle++) {
		const { url, child, ended } = await start(environment);
		if (cycle === 0) await openCafe(url);
		// What had no answer when the process died is sent again, and has to come to the same end.
		for (const id of unanswered) {
			const response = await send(url, 'POST', '/v1/programs/cafe/transactions', saleOf(id));
			expect([200, 201]).toContain(response.status);
			answered.set(id, await response.text());
			unanswered.delete(id);
		}
		const client = async () => {
			for (;;) {
				const id = `T-${number++}`;
				unanswered.add(id);
				const answer = await send(url, 'POST', '/v1/programs/cafe/transactions', saleOf(id)).then(
					async (response) => ({ status: response.status, text: await response.text() }),
					() => null,
				);
				if (!answer) return;
				expect(answer.status, `seed ${seed}: ${answer.text}`).toBe(201);
				answered.set(id, answer.text);
				unanswered.delete(id);
			}
		};
		const clients = Promise.all(Array.from({ length: CLIENTS }, client));
		setTimeout(() => child.kill('SIGKILL'), 20 + chance() * 150);
		expect(await ended).toBe('SIGKILL');
		await clients;
	}
	await expectSoundLedger(answered, unanswered);
});

async function openCafe(url: string): Promise<void> {
	await send(url, 'POST', '/v1/programs', { id: 'cafe', text: CAFE });
	expect((await send(url, 'POST', '/v1/programs/cafe/versions', { draftRevision: 1 })).status).toBe(201);
	for (let index = 0; index < 5; index++) await send(url, 'PUT', `/v1/programs/cafe/members/M-${index}`, {});
}

function saleOf(id: string): object {
	const index = Number(id.slice(2));
	// Ahead of the clock, so that the version is in force, and the same whenever it is sent again.
	const at = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000).toISOString();
	return {
		id,
		member: `M-${index % 5}`,
		at: moments.get(id) ?? remember(id, at),
		items: [{ sku: 'CAKE', amount: index % 90 }],
	};
}

const moments = new Map<string, string>();
function remember(id: string, at: string): string {
	moments.set(id, at);
	return at;
}

async function expectSoundLedger(answered: ReadonlyMap<string, string>, unanswered: ReadonlySet<string>): Promise<void> {
	const opening = openDatabase(join(folder, 'earnest.db'), migrationsFolder);
	if (!opening.ok) throw new Error(opening.reason);
	const { database } = opening;
	const { ledger, members } = createSqliteStores(database);
	expect(answered.size).toBeGreaterThan(CYCLES);
	for (const [id, text] of answered) {
		const answer = JSON.parse(text) as Receipt;
		expect((await ledger.find('cafe', id))?.receipt.totalUnits, `seed ${seed}: ${id}`).toBe(answer.points);
	}
	expect(await auditLedger(ledger.everyEntry('cafe'))).toEqual([]);
	const recorded = database.sqlite
		.prepare<[], { id: string; receipt: string }>('SELECT id, receipt FROM transactions')
		.all();
	expect(recorded.filter(({ id }) => !answered.has(id) && !unanswered.has(id))).toEqual([]);
	const earned = recorded.reduce((sum, { receipt }) => sum + (JSON.parse(receipt) as { totalUnits: number }).totalUnits, 0);
	const { members: accounts } = await members.list('cafe', { search: '', after: null, limit: 10 });
	expect(accounts.reduce((sum, { balanceUnits }) => sum + balanceUnits, 0)).toBe(earned);
	database.close();
}

/** Mulberry32: numbers from 0 to 1 that a seed repeats. */
function randomFrom(start: number): () => number {
	let state = start;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Sends bytes over a socket and answers with what comes back first. */
function raw(port: number, text: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, '127.0.0.1', () => socket.write(text));
		socket.once('data', (data) => {
			resolve(data.toString());
			socket.destroy();
		});
		socket.once('error', reject);
	});
}
