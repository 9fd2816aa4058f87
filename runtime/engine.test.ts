import { beforeEach, describe, expect, test } from 'vitest';
import { CAFE, NOON, NOW_MS, openCafe, sale, fingerprint } from './fixtures/cafe.ts';
import { createEngine } from './engine.ts';
import type { Evaluation } from './evaluate.ts';
import { auditLedger } from './ledger.ts';
import { createMemoryStores } from './memory-stores.ts';
import { PreparedPrograms } from './prepared.ts';
import type { RecordReply } from './record.ts';

let cafe: Awaited<ReturnType<typeof openCafe>>;
beforeEach(async () => {
	cafe = await openCafe();
});

const record = (wire: unknown) => cafe.engine.record('cafe', wire);
const balance = async () => (await cafe.stores.members.get('cafe', 'M-1'))?.balanceUnits;

function faultsOf(reply: RecordReply | Evaluation): string[] {
	return reply.kind === 'refused' ? reply.faults.map(({ path, code }) => `${path} ${code}`) : [];
}

describe('recording', () => {
	test('posts what the transaction earns', async () => {
		const reply = await record(sale({ store: 'dxb-mall', items: [{ sku: 'LATTE', amount: '18.00' }] }));
		expect(reply).toEqual({
			kind: 'recorded',
			receipt: {
				transaction: 'T-1',
				member: 'M-1',
				version: 1,
				versionHash: fingerprint(CAFE),
				pointDecimals: 0,
				totalUnits: 26,
				awards: [
					{ source: 'rule', name: 'Point a dirham', wantedUnits: 18, givenUnits: 18 },
					{ source: 'rule', name: 'Mall', wantedUnits: 7, givenUnits: 7 },
					{ source: 'rule', name: 'Drinks', wantedUnits: 1, givenUnits: 1 },
				],
			},
		});
		expect(await balance()).toBe(26);
		expect(await auditLedger(cafe.stores.ledger.everyEntry('cafe'))).toEqual([]);
	});

	test('the state is the one before the transaction: the first 150 points do not double themselves', async () => {
		const items = [{ sku: 'CAKE', amount: '150.00' }];
		await record(sale({ id: 'T-1', items }));
		expect(await balance()).toBe(150);
		await record(sale({ id: 'T-2', items }));
		expect(await balance()).toBe(450);
	});

	test('keeps what it was evaluated from', async () => {
		await record(sale({ id: 'T-1' }));
		await record(sale({ id: 'T-2' }));
		const facts = (await cafe.stores.ledger.find('cafe', 'T-2'))?.facts ?? '{}';
		expect(JSON.parse(facts)).toMatchObject({
			transaction: { id: 'T-2', event: 'purchase', attributes: {} },
			member: { id: 'M-1', tier: 'Bronze', lifetimeUnits: 20, balanceUnits: 20 },
			referred: null,
			budgetsUsedUnits: [],
		});
	});

	test('the same content again gives the same answer and records nothing', async () => {
		const first = await record(sale());
		const again = await record(sale({ at: '2026-02-07T08:30:00Z', items: [{ amount: 20, sku: 'CAKE' }] }));
		expect(again).toEqual({ ...first, kind: 'replayed' });
		expect(await balance()).toBe(20);
	});

	test('other content under the same id is a conflict', async () => {
		await record(sale());
		expect(await record(sale({ items: [{ sku: 'CAKE', amount: '20.01' }] }))).toEqual({ kind: 'conflict' });
		expect(await record(sale({ total: '999.00' }))).toEqual({ kind: 'conflict' });
		expect(await balance()).toBe(20);
	});

	test('a repetition is answered whatever has changed since', async () => {
		const wire = sale({ channel: 'app', store: 'dxb-mall', at: '2026-02-08T12:00:00+04:00' });
		const first = await record(wire);
		const { programs, catalogs } = cafe.stores;
		await programs.saveDraft('cafe', {
			text: CAFE.replace('channels app, pos', 'channels kiosk'),
			baseRevision: 1,
			nowMs: 1,
		});
		await programs.publish('cafe', { draftRevision: 2, hash: fingerprint('x'), inForceFromMs: NOW_MS, nowMs: NOW_MS });
		await catalogs.replace('cafe', { stores: [{ id: 'other', name: '', chain: null, city: null }], items: [] });
		cafe.clock.nowMs = 0;
		expect(await record(wire)).toEqual({ ...first, kind: 'replayed' });
	});

	test('twenty at once are recorded once', async () => {
		const replies = await Promise.all(Array.from({ length: 20 }, () => record(sale())));
		expect(replies.filter(({ kind }) => kind === 'recorded')).toHaveLength(1);
		expect(replies.filter(({ kind }) => kind === 'replayed')).toHaveLength(19);
		expect(await balance()).toBe(20);
	});

	test('ids are of their program alone', async () => {
		await cafe.stores.programs.create('other', CAFE, 0);
		await cafe.stores.programs.publish('other', { draftRevision: 1, hash: fingerprint(CAFE), inForceFromMs: 0, nowMs: 0 });
		await cafe.stores.members.save('other', 'M-1', {});
		await record(sale());
		expect(await cafe.engine.record('other', sale())).toMatchObject({ kind: 'recorded' });
		expect(await balance()).toBe(20);
	});

	test('what is wrong with the member is said with the rest', async () => {
		expect(faultsOf(await record(sale({ member: 'M-2', tip: -1 })))).toEqual([
			'/tip negative-amount',
			'/member unknown-member',
		]);
		expect(faultsOf(await record(sale({ member: undefined })))).toEqual(['/member member-missing']);
		expect(await cafe.stores.ledger.find('cafe', 'T-1')).toBeNull();
	});

	test('more points than a ledger holds are refused', async () => {
		const rich = await openCafe(CAFE.replace('earn 1 }', 'earn 999_999_999_999_999 }'));
		const drink = [{ sku: 'LATTE', amount: '0.10' }];
		expect(await rich.engine.record('cafe', sale({ items: drink }))).toMatchObject({ kind: 'recorded' });
		expect(faultsOf(await rich.engine.record('cafe', sale({ id: 'T-2', items: drink })))).toEqual([' too-many-points']);
		expect(faultsOf(await rich.engine.record('cafe', sale({ id: 'T-3' })))).toEqual([' too-many-points']);
	});

	test('the version in force at the moment of the transaction counts', async () => {
		const { programs } = cafe.stores;
		await programs.saveDraft('cafe', { text: CAFE.replace('earn 7', 'earn 70'), baseRevision: 1, nowMs: 1 });
		const inForceFromMs = Date.parse('2026-02-07T08:30:00Z');
		await programs.publish('cafe', { draftRevision: 2, hash: fingerprint('2'), inForceFromMs, nowMs: NOW_MS });
		const before = await record(sale({ id: 'T-1', at: '2026-02-07T12:29:59.999+04:00', store: 'dxb-mall' }));
		const after = await record(sale({ id: 'T-2', at: '2026-02-07T12:30:00+04:00', store: 'dxb-mall' }));
		expect(before).toMatchObject({ receipt: { version: 1, totalUnits: 27 } });
		expect(after).toMatchObject({ receipt: { version: 2, totalUnits: 90 } });
	});

	test('before the first version, and without any, nothing can be recorded', async () => {
		const stores = createMemoryStores();
		const engine = createEngine({ stores, now: () => NOW_MS, hash: fingerprint });
		await stores.programs.create('new', CAFE, 0);
		await stores.members.save('new', 'M-1', {});
		expect(await engine.record('new', sale())).toEqual({ kind: 'nothing-published' });
		await stores.programs.publish('new', {
			draftRevision: 1,
			hash: fingerprint(CAFE),
			inForceFromMs: NOW_MS,
			nowMs: NOW_MS,
		});
		const early = await engine.record('new', sale({ channel: 'fax' }));
		expect(faultsOf(early)).toEqual(['/at no-version-in-force', '/channel unknown-channel']);
	});
});

describe('evaluating', () => {
	const evaluate = (wire: unknown, change: object = {}) => {
		return cafe.engine.evaluate('cafe', { transaction: wire, against: 'published', asMember: null, ...change });
	};

	test('gives the same awards as recording, with reasons, and records nothing', async () => {
		const tried = await evaluate(sale({ store: 'dxb-mall' }));
		expect(await cafe.stores.ledger.find('cafe', 'T-1')).toBeNull();
		const recorded = await record(sale({ store: 'dxb-mall' }));
		expect(tried).toMatchObject({ kind: 'evaluated', receipt: recorded.kind === 'recorded' ? recorded.receipt : null });
		expect(tried).toMatchObject({
			explanation: { tier: 'Bronze', rules: [{ awarded: true }, { awarded: true }, { awarded: false }] },
		});
	});

	test('as a member that is made up', async () => {
		const as = async (asMember: object) => evaluate(sale(), { asMember: { tier: null, birthDate: null, ...asMember } });
		expect(await as({ tier: 'Gold' })).toMatchObject({ receipt: { totalUnits: 40, member: null } });
		expect(await as({})).toMatchObject({ receipt: { totalUnits: 20 }, explanation: { tier: 'Bronze' } });
		expect(faultsOf(await as({ tier: 'Glod' }))).toEqual(['/asMember/tier unknown-tier']);
		await record(sale({ id: 'T-9', items: [{ sku: 'CAKE', amount: '500.00' }] }));
		expect(await as({ tier: 'Bronze' })).toMatchObject({ explanation: { tier: 'Bronze' } });
	});

	test('a sale without a member has no tier', async () => {
		expect(await evaluate(sale({ member: undefined }))).toMatchObject({
			explanation: { tier: null },
			receipt: { member: null },
		});
	});

	test('against the draft, a version, or nothing', async () => {
		const text = CAFE.replace('earn 7', 'earn 70');
		await cafe.stores.programs.saveDraft('cafe', { text, baseRevision: 1, nowMs: 1 });
		const wire = sale({ store: 'dxb-mall' });
		expect(await evaluate(wire, { against: 'draft' })).toMatchObject({
			receipt: { version: null, totalUnits: 90 },
			source: text,
		});
		expect(await evaluate(wire, { against: 1 })).toMatchObject({ receipt: { version: 1, totalUnits: 27 } });
		expect(await evaluate(wire, { against: 2 })).toEqual({ kind: 'unknown-version' });
		await cafe.stores.programs.saveDraft('cafe', { text: 'rule', baseRevision: 2, nowMs: 1 });
		expect(await evaluate(wire, { against: 'draft' })).toMatchObject({ kind: 'program-has-errors' });
	});

	test('a draft that asks for what is not kept is evaluated for made-up members only', async () => {
		const text = `${CAFE}\nrule "First" { when { purchase number is 1 } earn 500 }`;
		await cafe.stores.programs.saveDraft('cafe', { text, baseRevision: 1, nowMs: 1 });
		const wire = sale({ store: 'dxb-mall' });
		const stored = await evaluate(wire, { against: 'draft' });
		expect(faultsOf(stored)).toEqual(['/transaction/member state-not-kept']);
		const madeUp = await evaluate(wire, { against: 'draft', asMember: { tier: null, birthDate: null } });
		expect(madeUp).toMatchObject({
			receipt: { awards: expect.arrayContaining([expect.objectContaining({ name: 'First' })]) },
		});
	});

	test('a version that could not be recorded is a fault of its own, never a wrong number', async () => {
		const text = `${CAFE}\nrule "First" { when { purchase number is 1 } earn 500 }`;
		await cafe.stores.programs.saveDraft('cafe', { text, baseRevision: 1, nowMs: 1 });
		await cafe.stores.programs.publish('cafe', { draftRevision: 2, hash: fingerprint(text), inForceFromMs: 0, nowMs: 1 });
		await expect(cafe.engine.record('cafe', sale())).rejects.toThrow(/cannot be recorded: `purchase number is`/);
	});

	test('faults carry the place in the request', async () => {
		const reply = await evaluate(sale({ at: 'now', member: 'M-2', tip: '1.001' }), { asMember: null });
		expect(faultsOf(reply)).toEqual([
			'/transaction/at not-a-moment',
			'/transaction/tip too-many-decimals',
			'/transaction/member unknown-member',
		]);
		expect(faultsOf(await evaluate(7, { asMember: { tier: 'X', birthDate: null } }))).toEqual([
			'/transaction not-an-object',
			'/asMember/tier unknown-tier',
		]);
	});
});

test('compiled programs are kept, the least used being dropped', () => {
	const programs = new PreparedPrograms(2);
	const text = (name: string) => `program "${name}" { currency AED timezone "Asia/Dubai" } rule "R" { earn 1 }`;
	const [a, b] = ['a', 'b'].map((name) => programs.get(text(name), name));
	expect(programs.get(text('a'), 'a')).toBe(a);
	programs.get(text('c'), 'c');
	expect(programs.get(text('a'), 'a')).toBe(a);
	expect(programs.get(text('b'), 'b')).not.toBe(b);
});

test('noon of the fixtures is before now', () => expect(Date.parse(NOON)).toBeLessThan(NOW_MS));
