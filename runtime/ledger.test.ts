import { expect, test } from 'vitest';
import { openCafe, sale } from './fixtures/cafe.ts';
import { auditLedger, type LedgerEntry, postingsOf } from './ledger.ts';

async function someEntries(): Promise<LedgerEntry[]> {
	const { engine, stores } = await openCafe();
	for (const id of ['T-1', 'T-2', 'T-3']) await engine.record('cafe', sale({ id, store: 'dxb-mall' }));
	const entries: LedgerEntry[] = [];
	for await (const entry of stores.ledger.everyEntry('cafe')) entries.push(entry);
	return entries;
}

test('an award is two postings that sum to zero', () => {
	const receipt = {
		transaction: 'T',
		member: 'M',
		version: 1,
		versionHash: '',
		pointDecimals: 0,
		totalUnits: 12,
		awards: [
			{ source: 'rule' as const, name: 'A', wantedUnits: 12, givenUnits: 12 },
			{ source: 'tier' as const, name: 'A', wantedUnits: 5, givenUnits: 0 },
		],
	};
	expect(postingsOf(receipt, 'M')).toEqual([
		{ kind: 'earn', account: { kind: 'issued' }, units: -12, source: { kind: 'rule', name: 'A' } },
		{ kind: 'earn', account: { kind: 'member', id: 'M' }, units: 12, source: { kind: 'rule', name: 'A' } },
	]);
});

test('a sound ledger is found sound', async () => {
	const entries = await someEntries();
	expect(entries).toHaveLength(12);
	expect(await auditLedger(entries)).toEqual([]);
});

test.each<[string, (entries: LedgerEntry[]) => void, RegExp]>([
	['a gap', (entries) => entries.splice(0, 2), /Entry 3 stands where 1 was expected/],
	['a lost half of an award', (entries) => entries.splice(0, 1), /The entries of transaction T-1 sum to 20, not to 0/],
	[
		'a changed amount',
		(entries) => change(entries, 1, { units: 21 }),
		/Entry 2 says a balance of 20; its entries sum to 21/,
	],
	['a changed balance', (entries) => change(entries, 3, { balanceAfterUnits: 28 }), /Entry 4 says a balance of 28/],
	['changed lifetime points', (entries) => change(entries, 3, { lifetimeAfterUnits: 28 }), /Entry 4 says 28 lifetime units/],
	['a fraction', (entries) => change(entries, 1, { units: 20.5 }), /Entry 2 moves 20.5 units/],
])('an unsound one is found: %s', async (_, spoil, expected) => {
	const entries = await someEntries();
	spoil(entries);
	expect((await auditLedger(entries)).join('\n')).toMatch(expected);
});

function change(entries: LedgerEntry[], index: number, part: Partial<LedgerEntry>): void {
	entries.splice(index, 1, { ...(entries[index] as LedgerEntry), ...part });
}
