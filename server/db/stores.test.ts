/** One suite for every storage: whatever holds for one holds for all. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
	auditLedger,
	createMemoryStores,
	type Decision,
	type LedgerEntry,
	postingsOf,
	type RecordedReceipt,
	type RecordRequest,
	type Stores,
} from '#runtime';
import { openTestDatabase } from '../fixtures/test-server.ts';
import { createSqliteStores } from './stores.ts';

const storages: readonly [string, () => { stores: Stores; close: () => void }][] = [
	['memory', () => ({ stores: createMemoryStores(), close: () => {} })],
	[
		'SQLite',
		() => {
			const { database, remove } = openTestDatabase();
			return { stores: createSqliteStores(database), close: remove };
		},
	],
];

const HASH = 'a'.repeat(64);

describe.each(storages)('%s', (_, open) => {
	let stores: Stores;
	let close: () => void;
	beforeEach(() => ({ stores, close } = open()));
	afterEach(() => close());

	describe('programs', () => {
		test('are created once and listed in order', async () => {
			expect(await stores.programs.create('b', 'text of b', 5)).toBe(true);
			expect(await stores.programs.create('a', 'text of a', 6)).toBe(true);
			expect(await stores.programs.create('a', 'another', 7)).toBe(false);
			const draft = { text: 'text of a', revision: 1, savedAtMs: 6 };
			expect(await stores.programs.get('a')).toEqual({ id: 'a', draft, newest: null });
			expect((await stores.programs.list()).map(({ id }) => id)).toEqual(['a', 'b']);
			expect(await stores.programs.get('c')).toBeNull();
			expect([await stores.programs.exists('a'), await stores.programs.exists('c')]).toEqual([true, false]);
		});

		test('a draft is saved over the revision it started from only', async () => {
			await stores.programs.create('a', 'one', 1);
			const draft = { text: 'two', revision: 2, savedAtMs: 2 };
			expect(await stores.programs.saveDraft('a', { text: 'two', baseRevision: 1, nowMs: 2 })).toEqual({
				kind: 'saved',
				draft,
			});
			expect(await stores.programs.saveDraft('a', { text: 'three', baseRevision: 1, nowMs: 3 })).toEqual({
				kind: 'conflict',
				draft,
			});
			expect((await stores.programs.get('a'))?.draft).toEqual(draft);
			expect(await stores.programs.saveDraft('x', { text: '', baseRevision: 1, nowMs: 3 })).toEqual({ kind: 'no-program' });
		});

		test('versions are numbered and in force from their moments on', async () => {
			await stores.programs.create('a', 'one', 1);
			const publish = (draftRevision: number, inForceFromMs: number) =>
				stores.programs.publish('a', { draftRevision, hash: HASH, inForceFromMs, nowMs: inForceFromMs + 1 });
			const first = { version: 1, text: 'one', hash: HASH, inForceFromMs: 100, publishedAtMs: 101 };
			expect(await publish(2, 100)).toMatchObject({ kind: 'conflict', draft: { revision: 1 } });
			expect(await publish(1, 100)).toEqual({ kind: 'published', version: first });
			expect(await publish(1, 200)).toEqual({ kind: 'nothing-to-publish', version: first });
			await stores.programs.saveDraft('a', { text: 'two', baseRevision: 1, nowMs: 2 });
			expect(await publish(2, 200)).toMatchObject({ kind: 'published', version: { version: 2, inForceFromMs: 200 } });
			await stores.programs.saveDraft('a', { text: 'one', baseRevision: 2, nowMs: 3 });
			// The clock went back: the third does not take time from the second.
			expect(await publish(3, 150)).toMatchObject({ kind: 'published', version: { version: 3, inForceFromMs: 200 } });

			const inForce = async (atMs: number) => (await stores.programs.versionInForce('a', atMs))?.version ?? null;
			expect([await inForce(99), await inForce(100), await inForce(199), await inForce(200)]).toEqual([null, 1, 1, 3]);
			expect((await stores.programs.versions('a')).map(({ version }) => version)).toEqual([3, 2, 1]);
			expect(await stores.programs.version('a', 1)).toEqual(first);
			expect(await stores.programs.version('a', 4)).toBeNull();
			expect(await stores.programs.versionInForce('b', 500)).toBeNull();
			expect((await stores.programs.get('a'))?.newest).toMatchObject({ version: 3, text: 'one' });
			expect(await stores.programs.publish('b', { draftRevision: 1, hash: HASH, inForceFromMs: 0, nowMs: 0 })).toEqual({
				kind: 'no-program',
			});
		});
	});

	test('a catalogue is replaced whole and keeps its order', async () => {
		await stores.programs.create('a', '', 1);
		await stores.programs.create('b', '', 1);
		expect(await stores.catalogs.get('a')).toEqual({ revision: 0, stores: [], items: [] });
		const catalog = {
			stores: ['z', '__proto__', 'a'].map((id) => ({
				id,
				name: `Store ${id}`,
				chain: null,
				city: id === 'a' ? 'Dubai' : null,
			})),
			items: ['9', 'constructor', '1'].map((sku) => ({ sku, name: sku, category: 'C', subcategory: null, price: '1.50' })),
		};
		expect(await stores.catalogs.replace('a', catalog)).toBe(1);
		expect(await stores.catalogs.get('a')).toEqual({ revision: 1, ...catalog });
		expect(await stores.catalogs.replace('a', { stores: [], items: catalog.items.slice(1) })).toBe(2);
		expect(await stores.catalogs.get('a')).toEqual({ revision: 2, stores: [], items: catalog.items.slice(1) });
		expect([await stores.catalogs.revision('a'), await stores.catalogs.revision('b')]).toEqual([2, 0]);
	});

	describe('members', () => {
		beforeEach(() => stores.programs.create('a', '', 1));

		test('keep what is not changed', async () => {
			const birthDate = { year: 1990, month: 2, day: 7 };
			expect(await stores.members.save('a', 'M', { name: 'Mona', birthDate })).toBe('created');
			expect(await stores.members.save('a', 'M', { placedTier: 'Gold', name: null })).toBe('changed');
			expect(await stores.members.get('a', 'M')).toEqual({
				id: 'M',
				name: null,
				birthDate,
				joinedOn: null,
				placedTier: 'Gold',
				balanceUnits: 0,
				lifetimeUnits: 0,
				lastTransactionAtMs: null,
			});
			expect(await stores.members.get('a', 'm')).toBeNull();
			expect(await stores.members.get('b', 'M')).toBeNull();
		});

		test('are listed by code points, page by page', async () => {
			const ids = ['a', 'B', '\u{1F600}', '\uFF5E', 'constructor', '__proto__', 'é'];
			for (const id of ids) await stores.members.save('a', id, {});
			const sorted = ['B', '__proto__', 'a', 'constructor', 'é', '\uFF5E', '\u{1F600}'];
			const found: string[] = [];
			for (let after: string | null = null; ; ) {
				const page = await stores.members.list('a', { search: '', after, limit: 3 });
				expect(page.total).toBe(7);
				found.push(...page.members.map(({ id }) => id));
				after = page.next;
				if (after === null) break;
			}
			expect(found).toEqual(sorted);
			expect((await stores.members.list('a', { search: '', after: null, limit: 7 })).next).toBeNull();
		});

		test('are found by id or name, whatever the case, and nothing in a search is a pattern', async () => {
			const names = { 'M-1': 'Émile Zola', 'M-2': '100% Arabica', 'X-3': null };
			for (const [id, name] of Object.entries(names)) await stores.members.save('a', id, { name });
			const search = async (text: string) => {
				const { members, total } = await stores.members.list('a', { search: text, after: null, limit: 9 });
				expect(members).toHaveLength(total);
				return members.map(({ id }) => id);
			};
			expect(await search('émile')).toEqual(['M-1']);
			expect(await search('E\u0301MILE')).toEqual(['M-1']);
			expect(await search('m-')).toEqual(['M-1', 'M-2']);
			expect(await search('%')).toEqual(['M-2']);
			expect(await search('_')).toEqual([]);
			expect(await search(`' OR 1=1 --`)).toEqual([]);
		});
	});

	describe('the ledger', () => {
		beforeEach(async () => {
			for (const program of ['a', 'b']) {
				await stores.programs.create(program, 'text', 1);
				await stores.programs.publish(program, { draftRevision: 1, hash: HASH, inForceFromMs: 0, nowMs: 0 });
				for (const member of ['M', '__proto__', 'issued']) await stores.members.save(program, member, {});
			}
		});

		test('posts once, replays the same and refuses another content', async () => {
			const first = await record('T', { units: 5 });
			expect(first).toMatchObject({
				kind: 'recorded',
				transaction: { id: 'T', member: 'M', contentHash: HASH, facts: '{}' },
			});
			expect(await record('T', { units: 9 })).toEqual({ ...first, kind: 'replayed' });
			expect(await record('T', { units: 9, contentHash: 'b'.repeat(64) })).toEqual({ ...first, kind: 'conflict' });
			expect(await stores.ledger.find('a', 'T')).toEqual('transaction' in first ? first.transaction : null);
			expect(await stores.ledger.find('b', 'T')).toBeNull();
			expect(await balance('M')).toBe(5);
		});

		test('a refusal leaves nothing', async () => {
			const faults = [{ path: '', code: 'too-many-points' as const, message: '' }];
			const refused = await stores.ledger.record('a', request('T', 'M'), () => ({ kind: 'refuse', faults }));
			expect(refused).toEqual({ kind: 'refused', faults });
			expect(await stores.ledger.find('a', 'T')).toBeNull();
			expect(await record('T', { units: 1 })).toMatchObject({ kind: 'recorded' });
		});

		test("an exception in a decision is the asker's alone", async () => {
			const failing = stores.ledger.record('a', request('T-1', 'M'), () => {
				throw new Error('our own bug');
			});
			const others = [record('T-2', { units: 1 }), record('T-3', { units: 1 })];
			await expect(failing).rejects.toThrow('our own bug');
			expect((await Promise.all(others)).map(({ kind }) => kind)).toEqual(['recorded', 'recorded']);
			expect(await entriesOf('a')).toHaveLength(4);
		});

		test('decides with the state as it is, in the order of asking', async () => {
			const seen: (number | undefined)[] = [];
			const ids = Array.from({ length: 20 }, (_unused, index) => `T-${index}`);
			await Promise.all(ids.map((id) => record(id, { units: 2, seen })));
			expect(seen).toEqual(ids.map((_unused, index) => index * 2));
			const nobody = await stores.ledger.record('a', request('T', 'nobody'), (account) => {
				expect(account).toBeNull();
				return { kind: 'refuse', faults: [] };
			});
			expect(nobody.kind).toBe('refused');
		});

		test('keeps its laws, program by program', async () => {
			for (const [index, member] of ['M', '__proto__', 'issued', 'M', 'issued'].entries()) {
				for (const program of ['a', 'b']) await record(`T-${index}`, { units: index * 3 + 1, member, program });
			}
			const entries = await entriesOf('a');
			expect(await auditLedger(entries)).toEqual([]);
			expect(entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 10 }, (_unused, index) => index + 1));
			expect(await entriesOf('b')).toEqual(entries);
			for (const member of ['M', '__proto__', 'issued']) {
				const own = entries.filter(({ account }) => account.kind === 'member' && account.id === member);
				expect(await balance(member)).toBe(own.reduce((sum, { units }) => sum + units, 0));
			}
			expect(entries[0]).toEqual({
				sequence: 1,
				kind: 'earn',
				account: { kind: 'issued' },
				units: -1,
				source: { kind: 'rule', name: 'R' },
				transaction: 'T-0',
				version: 1,
				versionHash: HASH,
				atMs: 1_000,
				recordedAtMs: 2_000,
				balanceAfterUnits: null,
				lifetimeAfterUnits: null,
			});
		});

		test('knows the largest amounts to the last unit', async () => {
			await record('T', { units: 999_999_999_999_998 });
			await record('U', { units: 1 });
			await record('V', { units: 999_999_999_999_999, member: '__proto__' });
			expect(await balance('M')).toBe(999_999_999_999_999);
			expect(await auditLedger(await entriesOf('a'))).toEqual([]);
			expect(await stores.ledger.totalsBySource('a', 0, 9_999)).toEqual([
				{ kind: 'rule', name: 'R', units: 1_999_999_999_999_998, awards: 3 },
			]);
		});

		test("shows a member's entries, newest first, page by page", async () => {
			for (let index = 0; index < 5; index++) await record(`T-${index}`, { units: index + 1 });
			const first = await stores.ledger.entries('a', 'M', { before: null, limit: 3 });
			expect(first.entries.map(({ units, balanceAfterUnits }) => [units, balanceAfterUnits])).toEqual([
				[5, 15],
				[4, 10],
				[3, 6],
			]);
			const second = await stores.ledger.entries('a', 'M', { before: first.next, limit: 3 });
			expect(second.entries.map(({ units }) => units)).toEqual([2, 1]);
			expect(second.next).toBeNull();
			expect(await stores.ledger.entries('a', 'issued', { before: null, limit: 3 })).toEqual({ entries: [], next: null });
		});

		test("a transaction without points is remembered, and the latest moment is the member's last", async () => {
			await record('T-1', { units: 4, atMs: 5_000 });
			await record('T-2', { units: 0, atMs: 9_000 });
			await record('T-3', { units: 2, atMs: 7_000 });
			expect(await stores.members.get('a', 'M')).toMatchObject({
				balanceUnits: 6,
				lifetimeUnits: 6,
				lastTransactionAtMs: 9_000,
			});
			expect(await record('T-2', { units: 0, atMs: 9_000 })).toMatchObject({ kind: 'replayed' });
			const { members } = await stores.members.list('a', { search: 'm', after: null, limit: 1 });
			expect(members).toMatchObject([{ id: 'M', balanceUnits: 6, lastTransactionAtMs: 9_000 }]);
		});

		test('sums up what each source gave in a stretch of time', async () => {
			await record('T-1', { units: 4, atMs: 1_000 });
			await record('T-2', { units: 5, atMs: 2_000, source: 'tier' });
			await record('T-3', { units: 3, atMs: 2_000, member: '__proto__' });
			await record('T-4', { units: 7, atMs: 3_000 });
			await record('T-5', { units: 9, atMs: 2_000, program: 'b' });
			expect(await stores.ledger.totalsBySource('a', 1_000, 3_000)).toEqual([
				{ kind: 'rule', name: 'R', units: 7, awards: 2 },
				{ kind: 'tier', name: 'R', units: 5, awards: 1 },
			]);
		});
	});

	interface Change extends Partial<RecordRequest> {
		readonly units: number;
		readonly program?: string;
		readonly source?: 'rule' | 'tier';
		readonly seen?: (number | undefined)[];
	}

	function record(id: string, { units, program = 'a', member = 'M', source = 'rule', seen, ...change }: Change) {
		return stores.ledger.record(program, { ...request(id, member), ...change }, (account): Decision => {
			seen?.push(account?.balanceUnits);
			const receipt: RecordedReceipt = {
				transaction: id,
				member,
				version: 1,
				versionHash: HASH,
				pointDecimals: 0,
				totalUnits: units,
				awards: [{ source, name: 'R', wantedUnits: units, givenUnits: units }],
			};
			return { kind: 'post', receipt, facts: '{}', postings: postingsOf(receipt, member) };
		});
	}

	async function balance(member: string): Promise<number | undefined> {
		return (await stores.members.get('a', member))?.balanceUnits;
	}

	async function entriesOf(program: string): Promise<LedgerEntry[]> {
		const entries: LedgerEntry[] = [];
		for await (const entry of stores.ledger.everyEntry(program)) entries.push(entry);
		return entries;
	}
});

function request(id: string, member: string): RecordRequest {
	return { id, member, contentHash: HASH, atMs: 1_000, recordedAtMs: 2_000 };
}
