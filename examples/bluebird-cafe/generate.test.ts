import { compile } from '#compiler';
import { indexCatalog, receiveTransaction } from '#runtime';
import { describe, expect, it } from 'vitest';
import { bluebird } from '../index.ts';
import { chanceFrom } from './chance.ts';

const DAY_MS = 86_400_000;
const nows = ['2026-11-22T14:49:45Z', '2026-01-02T22:10:00Z', '2027-08-15T05:00:00Z', '2028-02-29T20:30:00Z'].map(
	(text) => new Date(text),
);
const stores = bluebird.catalog.stores.map((store) => ({ ...store, chain: store.chain ?? null, city: store.city ?? null }));
const catalog = indexCatalog({ stores, items: [] });
const chainOf = (store: string) => bluebird.catalog.stores.find(({ id }) => id === store)?.chain;

describe.each(nows)('six weeks before %s', (now) => {
	const { members, transactions } = bluebird.generate(now);

	it('has thirty members and a plausible number of receipts', () => {
		expect(members).toHaveLength(30);
		expect(transactions.length).toBeGreaterThan(1_500);
		expect(transactions.length).toBeLessThan(2_500);
	});

	it('says of everything that it is generated, once', () => {
		for (const { id } of [...members, ...transactions]) expect(id).toMatch(/^GEN-/);
		expect(new Set([...members, ...transactions].map(({ id }) => id)).size).toBe(members.length + transactions.length);
	});

	it('is in the order of time, and wholly in the past', () => {
		const moments = transactions.map(({ at }) => Date.parse(at));
		expect(moments).toEqual([...moments].sort((a, b) => a - b));
		expect(moments.at(-1)).toBeLessThan(now.getTime());
		expect(moments[0]).toBeGreaterThan(now.getTime() - 44 * DAY_MS);
		expect(moments[0]).toBeGreaterThan(Date.parse(bluebird.inForceFrom));
	});

	it('is accepted by the till, every sum included', () => {
		const { plan } = compile(bluebird.programText);
		if (!plan) throw new Error('the demo has errors');
		const refused = transactions.flatMap((wire) => {
			const received = receiveTransaction(wire, { plan, catalog, nowMs: now.getTime() });
			return received.ok ? [] : [{ id: wire.id, faults: received.faults }];
		});
		expect(refused).toEqual([]);
	});

	it('sells nobody anything before joining, and nothing at a counter that is closed', () => {
		const joined = new Map(members.map(({ id, joinedOn }) => [id, joinedOn ?? '']));
		const tooEarly = transactions.filter(({ member, at }) => at.slice(0, 10) < (joined.get(member ?? '') ?? '~'));
		const atNight = transactions.filter(({ at }) => Number(at.slice(11, 13)) >= 22 || Number(at.slice(11, 13)) < 6);
		expect(tooEarly).toEqual([]);
		expect(new Set(atNight.map(({ store }) => chainOf(store ?? '')))).toEqual(new Set(['Bluebird Café']));
	});

	it('is the same again', () => {
		expect(bluebird.generate(new Date(now))).toEqual({ members, transactions });
	});
});

describe('the members', () => {
	const { members } = bluebird.generate(nows[0] as Date);

	it('have names that a screen must bear', () => {
		const names = members.map(({ name }) => name ?? '');
		expect(names.some((name) => /\p{Script=Arabic}/u.test(name))).toBe(true);
		expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(80);
		expect(new Set(names).size).toBe(30);
	});

	it('have a leapling among them, and somebody without a birthday', () => {
		expect(members.some(({ birthDate }) => birthDate?.endsWith('-02-29'))).toBe(true);
		expect(members.some(({ birthDate }) => birthDate === null)).toBe(true);
	});

	it('have birthdays on days that exist', () => {
		const given = members.flatMap(({ birthDate }) => birthDate ?? []);
		expect(given.map((date) => new Date(date).toISOString().slice(0, 10))).toEqual(given);
	});
});

describe('chance', () => {
	it('is the same for the same seed and another for another', () => {
		const draw = (seed: number) => Array.from({ length: 8 }, chanceFrom(seed).next);
		expect(draw(7)).toEqual(draw(7));
		expect(draw(7)).not.toEqual(draw(8));
	});

	it('keeps to its bounds', () => {
		const chance = chanceFrom(1);
		const rolls = Array.from({ length: 2_000 }, () => chance.between(1, 6));
		expect(new Set(rolls)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
		const bells = Array.from({ length: 2_000 }, chance.bell);
		expect(Math.max(...bells.map(Math.abs))).toBeLessThanOrEqual(1);
	});

	it('weighs', () => {
		const chance = chanceFrom(2);
		const picks = Array.from({ length: 4_000 }, () => chance.weighted({ often: 3, seldom: 1, never: 0 }));
		const share = picks.filter((pick) => pick === 'often').length / picks.length;
		expect(share).toBeCloseTo(0.75, 1);
		expect(picks).not.toContain('never');
	});
});
