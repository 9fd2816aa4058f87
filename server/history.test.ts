import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReplayItem } from '#runtime';
import { type History, itemsOf, openHistory, readMembers, wireOf } from './history.ts';
import { replayCommand, type ReplayRequest } from './replay-command.ts';
import type { Terminal } from './terminal.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'earnest-history-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, lines: readonly unknown[]): void {
	const text = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
	writeFileSync(join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text);
}

async function open(): Promise<History> {
	const opening = await openHistory(folder);
	if (!opening.ok) throw new Error(opening.reason);
	return opening.history;
}

async function allItemsOf({ pieces }: History): Promise<ReplayItem[]> {
	const items: ReplayItem[] = [];
	for await (const item of itemsOf(pieces)) items.push(item);
	return items;
}

describe('a transaction of a history', () => {
	const plain = { id: 'A', memberId: 'M', at: '1997-03-04T18:05:00', timezone: 'America/Los_Angeles', total: '5.00' };

	test('comes in the form in which a till sends it', () => {
		const lines = [
			{ sku: 'X', name: 'Left out', category: 'C', subcategory: 'S', qty: 2, unitPrice: '2.50', amount: '5.00' },
		];
		expect(wireOf({ ...plain, store: '7', channel: 'online', currency: 'USD', type: 'sale', lines })).toEqual({
			id: 'A',
			member: 'M',
			at: '1997-03-05T02:05:00.000Z',
			store: '7',
			channel: 'online',
			currency: 'USD',
			total: '5.00',
			items: [{ sku: 'X', category: 'C', subcategory: 'S', quantity: 2, amount: '5.00' }],
		});
	});

	test.each([
		['a date alone is its first minute', { at: '1997-07-04' }, '1997-07-04T07:00:00.000Z'],
		['a skipped hour comes out an hour later', { at: '1997-04-06T02:30' }, '1997-04-06T10:30:00.000Z'],
		['of an hour that comes twice the first is meant', { at: '1997-10-26T01:30' }, '1997-10-26T08:30:00.000Z'],
		['one with an offset needs no timezone', { at: '1997-07-04T12:00:00Z', timezone: undefined }, '1997-07-04T12:00:00Z'],
	])('%s', (_, change, expected) => {
		expect(wireOf({ ...plain, ...change, lines: [] })).toMatchObject({ at: expected });
	});

	test.each([
		[{ at: '1997-02-29' }],
		[{ at: 'yesterday' }],
		[{ at: 7 }],
		[{ at: undefined }],
		[{ timezone: 'Atlantis/Capital' }],
		[{ timezone: undefined }],
		[{ timezone: '__proto__' }],
	])('%j has no moment', (change) => {
		expect(wireOf({ ...plain, ...change })).toMatch(/does not exist/);
	});
});

describe('a history', () => {
	test('needs its transactions only, packed or not', async () => {
		expect(await openHistory(folder)).toMatchObject({ ok: false, reason: expect.stringMatching(/no transactions\.jsonl/) });
		write('transactions.jsonl', [{ id: 'A' }, '', 'no JSON', '[]', '7']);
		const plain = await open();
		expect(plain.members).toBeNull();
		const places = (await allItemsOf(plain)).map((item) => [item.place, 'unreadable' in item]);
		expect(places).toEqual([
			['line 1', true],
			['line 3', true],
			['line 4', true],
			['line 5', true],
		]);
		expect(plain.position()).toBe(plain.size);
		expect(plain.unpackedBytes).toBe(plain.size);
		write('transactions.jsonl.gz', [{ id: 'B', at: '2020-01-01T00:00:00Z' }]);
		const packed = await open();
		expect(packed.unpackedBytes).toBeGreaterThan(4 * packed.size);
		expect(await allItemsOf(packed)).toEqual([{ place: 'line 1', wire: { id: 'B', at: '2020-01-01T00:00:00Z' } }]);
	});

	test('brings members, stores and products; what is unreadable is counted', async () => {
		write('transactions.jsonl', []);
		write('members.jsonl.gz', [
			{ id: '1', tier: 'Silver', birthDate: '1961-08-26', joinedOn: '1991-09-10', segments: ['Staff', 7] },
			{ id: '__proto__' },
			{ tier: 'X' },
			'{',
			'null',
		]);
		write('stores.jsonl', [{ id: '7', name: 'Store 7', chain: 'West' }, { id: 8 }]);
		write('products.jsonl', [{ sku: 'X', category: 'C' }, { category: 'D' }]);
		const { members, catalog, notes } = await open();
		expect(notes).toEqual([]);
		expect([...(members ? await readMembers(members) : new Map()).values()]).toEqual([
			{
				id: '1',
				tier: 'Silver',
				birthDate: { year: 1961, month: 8, day: 26 },
				joinedDate: { year: 1991, month: 9, day: 10 },
				segments: ['Staff'],
			},
			{ id: '__proto__', tier: null, birthDate: null, joinedDate: null, segments: [] },
		]);
		expect([...catalog.storeById.keys()]).toEqual(['7']);
		expect(catalog.itemBySku.get('X')).toMatchObject({ category: 'C', subcategory: null });
		expect(notes).toEqual([expect.stringMatching(/^2 lines of .*members\.jsonl\.gz are no JSON objects/)]);
	});
});

describe('earnest replay', () => {
	const PROGRAM = `program "P" { currency USD timezone "America/Los_Angeles" }
tiers by hand { tier Normal {} tier Silver { multiply points by 1.5 } }
rule "A point a dollar" { earn "Total with fees, taxes and tip" }
`;
	const sell = (id: string, memberId: string | undefined, amount: string, change: object = {}) => {
		return {
			id,
			memberId,
			at: '1997-01-02',
			timezone: 'America/Los_Angeles',
			lines: [{ sku: 'X', qty: 1, amount }],
			...change,
		};
	};

	/** Runs the command with a terminal made of strings; `stopAfter` presses Ctrl+C beforehand. */
	async function run(change: Partial<ReplayRequest> = {}, stopped = false) {
		const said = { out: '', error: '' };
		const controller = new AbortController();
		if (stopped) controller.abort();
		const terminal: Terminal = {
			print: (text) => {
				said.out += text;
			},
			fail: (text) => {
				said.error += text;
				return 1;
			},
			showsProgress: false,
			interruption: () => ({ signal: controller.signal, release: () => {} }),
		};
		const program = join(folder, 'program.earn');
		const status = await replayCommand(
			{ program, data: folder, json: false, limit: null, threads: null, ...change },
			terminal,
		);
		return { status, ...said };
	}

	beforeEach(() => {
		writeFileSync(join(folder, 'program.earn'), PROGRAM);
		write('members.jsonl', [
			{ id: '1', tier: 'Silver' },
			{ id: '2', tier: 'Normal' },
		]);
		write('transactions.jsonl.gz', [
			sell('A', '1', '1000.99'),
			sell('B', '2', '0.50'),
			sell('C', '2', '-3.00'),
			sell('D', undefined, '5.00'),
			sell('E', '9', '5.00'),
			sell('A', '1', '5.00'),
			sell('F', '2', '5.000'),
			sell('G', '2', '5.00', { timezone: 'Nowhere' }),
			'{"id":"H"',
		]);
	});

	test('says what of the program a history cannot tell', async () => {
		const more = 'attribute member vip flag\nrule "E" on check_in { earn 1 }\nexpiry { expires at year end }\n';
		writeFileSync(join(folder, 'program.earn'), PROGRAM + more);
		const { status, out } = await run();
		expect(status).toBe(0);
		const notes = ['`expiry` belongs to the language, but', 'rules of other events', 'no attributes'];
		for (const note of notes) expect(out).toContain(note);
	});

	test('prints totals, points by rule and by tier, and why what was refused', async () => {
		const { status, out, error } = await run();
		expect([status, error]).toEqual([0, '']);
		expect(out).toBe(`Transactions             9
  evaluated              2
  without a member       1
  refused                6
Points               1,501
Members with points      1

Points by rule
  A point a dollar  1,501  1 award

Points by tier of the member
  Normal      0  1 transaction
  Silver  1,501  1 transaction

Refused (a transaction counts once for each kind of fault it has)
  unreadable: 2 transactions
    line 8: Its moment \`1997-01-02\` in \`Nowhere\` does not exist.
    line 9: The line is no JSON object.
  negative-amount: 1 transaction
    line 3, C at /items/0/amount: \`-3.00\` is negative; only 0 and more are allowed here.
  repeated-id: 1 transaction
    line 6, A at /id: An earlier transaction of this history has the id \`A\` too.
  too-many-decimals: 1 transaction
    line 7, F at /items/0/amount: \`5.000\` is too precise: an amount in USD has at most 2 decimals. Round it.
  unknown-member: 1 transaction
    line 5, E at /member: There is no member \`9\` in this program. Create the member first, with PUT …/members/{id}.
`);
	});

	test('prints JSON where that is asked for', async () => {
		expect(JSON.parse((await run({ json: true })).out)).toMatchObject({
			partial: false,
			points: '1501',
			membersWithPoints: 1,
			bySource: [{ kind: 'rule', name: 'A point a dollar', awards: 1, points: '1501' }],
			byTier: [
				{ tier: 'Normal', points: '0' },
				{ tier: 'Silver', points: '1501' },
			],
			refused: 6,
		});
	});

	test('stops at a limit, and when it is interrupted says that the result is partial', async () => {
		expect((await run({ limit: 2 })).out).toMatch(/^Transactions +2\n/);
		expect((await run({ limit: 0 })).out).toMatch(/^Transactions +0\n/);
		const { status, out } = await run({}, true);
		expect(status).toBe(130);
		expect(out).toMatch(/^PARTIAL RESULT/);
	});

	test('a line nested beyond all measure is one more fault', async () => {
		const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
		write('transactions.jsonl.gz', [
			`{"id":${deep},"memberId":"1","at":"1997-01-02T00:00:00Z","lines":${deep}}`,
			`{"id":"A","memberId":"1","at":${deep}}`,
		]);
		const { status, out } = await run();
		expect(status).toBe(0);
		expect(out).toMatch(/Its moment a list in `undefined` does not exist/);
		expect(out).toMatch(/at \/id: `id` must be text; found a list/);
	});

	test('says what it cannot read, and never crashes', async () => {
		expect(await run({ program: join(folder, 'none.earn') })).toMatchObject({
			status: 1,
			error: expect.stringMatching(/cannot be read/),
		});
		expect(await run({ data: join(folder, 'none') })).toMatchObject({
			status: 1,
			error: expect.stringMatching(/no transactions/),
		});
		writeFileSync(join(folder, 'broken.earn'), PROGRAM.replace('earn "Total', 'earn "Totl'));
		const broken = await run({ program: join(folder, 'broken.earn') });
		expect(broken).toMatchObject({ status: 1, out: '', error: expect.stringMatching(/unknown-name[\s\S]*1 error/) });
		const file = join(folder, 'transactions.jsonl.gz');
		truncateSync(file, readFileSync(file).length - 20);
		expect(await run()).toMatchObject({ status: 1, out: '', error: expect.stringMatching(/cannot be read to its end/) });
		writeFileSync(file, 'not packed at all');
		expect(await run()).toMatchObject({ status: 1, error: expect.stringMatching(/cannot be read to its end/) });
		writeFileSync(join(folder, 'members.jsonl.gz'), 'not packed at all');
		expect(await run()).toMatchObject({ status: 1 });
	});
});
