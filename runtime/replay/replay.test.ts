import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAFE, catalogIndex, openCafe, sale, fingerprint } from '../fixtures/cafe.ts';
import { prepareProgram } from '../prepared.ts';
import type { ReplayItem } from './lane.ts';
import { replay, type ReplayOptions } from './replay.ts';

const { runnable } = prepareProgram(CAFE, fingerprint(CAFE));
if (!runnable) throw new Error('The café does not compile');
const members = new Map(['M-1', 'M-2'].map((id) => [id, { id, tier: null, birthDate: null }]));

function run(wires: readonly unknown[], change: Partial<ReplayOptions> = {}) {
	const transactions = wires.map((wire, index): ReplayItem => ({ place: `line ${index + 1}`, wire }));
	return replay({ program: runnable as ReplayOptions['program'], catalog: catalogIndex, members, transactions, ...change });
}

test('totals, points by rule and by tier', async () => {
	const cake = (amount: string) => ({ items: [{ sku: 'CAKE', amount }] });
	const report = await run([
		sale({ id: 'A', ...cake('99.00') }),
		sale({ id: 'B', ...cake('1.99') }),
		sale({ id: 'C', ...cake('10.00'), store: 'dxb-mall' }),
		sale({ id: 'D', ...cake('0.50'), member: 'M-2' }),
		sale({ id: 'E', member: undefined }),
	]);
	expect(report).toEqual({
		partial: false,
		transactions: 5,
		evaluated: 4,
		withoutMember: 1,
		refused: 0,
		refusals: [],
		pointDecimals: 0,
		totalUnits: 134n,
		membersWithPoints: 1,
		bySource: [
			{ kind: 'rule', name: 'Point a dirham', awards: 3, units: 120n },
			{ kind: 'rule', name: 'Mall', awards: 1, units: 14n },
			{ kind: 'rule', name: 'Drinks', awards: 0, units: 0n },
		],
		byTier: [
			{ tier: 'Bronze', transactions: 3, units: 100n },
			{ tier: 'Gold', transactions: 1, units: 34n },
		],
	});
});

describe('what is refused', () => {
	test('is counted by its reasons, with the first few as examples', async () => {
		const returned = {
			items: [
				{ sku: 'CAKE', quantity: -1, amount: '-20.00' },
				{ sku: 'CAKE', amount: '-1' },
			],
		};
		const wires = ['A', 'B', 'C', 'D'].map((id) => sale({ id, ...returned }));
		const report = await run([...wires, sale({ id: 'E' }), sale({ id: 'E' }), sale({ id: 'F', member: 'M-3' }), 'rubbish']);
		expect(report).toMatchObject({ transactions: 8, evaluated: 1, refused: 7 });
		expect(report.refusals.map(({ code, transactions, examples }) => [code, transactions, examples.length])).toEqual([
			['negative-amount', 4, 3],
			['negative-quantity', 4, 3],
			['not-an-object', 1, 1],
			['repeated-id', 1, 1],
			['unknown-member', 1, 1],
		]);
		expect(report.refusals[0]?.examples[0]).toMatchObject({ place: 'line 1', id: 'A', path: '/items/0/amount' });
	});

	test('may be a line that nobody can read', async () => {
		const transactions: ReplayItem[] = [{ place: 'line 1', unreadable: 'The line is no JSON object.' }];
		expect(await run([], { transactions })).toMatchObject({
			refused: 1,
			refusals: [{ code: 'unreadable', transactions: 1 }],
		});
	});
});

test('members may be taken as they come, or put into a tier by hand', async () => {
	const wires = [sale({ member: 'anybody' })];
	expect(await run(wires, { members: null })).toMatchObject({ evaluated: 1, totalUnits: 20n });
	const gold = new Map([['anybody', { id: 'anybody', tier: 'Gold', birthDate: null }]]);
	expect(await run(wires, { members: gold })).toMatchObject({ totalUnits: 40n, byTier: [{ tier: 'Gold' }] });
});

test('what members did before counts for what they do next', async () => {
	const text = `program "P" { currency AED timezone "Asia/Dubai" }
		segment Staff
		tiers by points per year { tier Low from 0 {} tier High from 100 { earn 3 } }
		rule "Weekly" { earn 60 limit 100 points per week }
		rule "First" { when { purchase number is 1 } earn 7 }
		rule "Again" { when { days since last purchase <= 3 days since joining >= 30 } earn 5 }
		rule "Staff" { when { segment is Staff } earn 2 }
		campaign "Short" { budget 10 points rule "Early" { earn 4 } }`;
	const { runnable: program } = prepareProgram(text, fingerprint(text));
	if (!program) throw new Error('The program does not compile');
	const known = {
		id: 'M-1',
		tier: null,
		birthDate: null,
		joinedDate: { year: 2026, month: 1, day: 1 },
		segments: ['Staff'],
	};
	const at = ['2026-02-03', '2026-02-04', '2026-02-09', '2027-01-01'].map((day) => `${day}T12:00:00+04:00`);
	const wires = at.map((moment, index) => sale({ id: `T-${index}`, at: moment }));
	const report = await run(wires, { program, members: new Map([['M-1', known]]) });
	// Weekly 60, 40, 60, 60; First 7; Again on the second; Staff each time; the budget 4, 4, 2; High on the third.
	const bySource = [
		['Weekly', 220n],
		['First', 7n],
		['Again', 5n],
		['Staff', 8n],
		['Early', 10n],
		['High', 3n],
	];
	expect(report.bySource.map(({ name, units }) => [name, units])).toEqual(bySource);
	expect(report).toMatchObject({
		totalUnits: 253n,
		byTier: [
			{ tier: 'Low', transactions: 3 },
			{ tier: 'High', transactions: 1 },
		],
	});
});

test('stops when it is told to, with what it has', async () => {
	const controller = { aborted: false };
	const wires = ['A', 'B', 'C'].map((id) => sale({ id }));
	const onProgress = (transactions: number) => {
		controller.aborted = transactions === 2;
	};
	expect(await run(wires, { signal: controller, onProgress })).toMatchObject({
		partial: true,
		transactions: 2,
		totalUnits: 40n,
	});
});

test('a replay gives what recording one after the other gives', async () => {
	const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
	const wire = fc.record({
		id: fc.integer({ min: 0, max: 30 }).map((number) => `T-${number}`),
		member: fc.constantFrom('M-1', 'M-2', 'M-3', '__proto__'),
		at: fc.constant('2026-02-07T08:30:00Z'),
		store: fc.constantFrom('dxb-mall', 'nowhere'),
		items: fc.array(
			fc.record({
				sku: fc.constantFrom('LATTE', 'CAKE'),
				amount: fc.integer({ min: -50, max: 9_000 }).map((cents) => cents / 100),
			}),
		),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(wire, { maxLength: 40 }), async (wires) => {
			const { engine, stores } = await openCafe();
			await stores.members.save('cafe', 'M-2', {});
			const recorded = new Set<string>();
			for (const one of wires) {
				if ((await engine.record('cafe', one)).kind === 'recorded') recorded.add(one.id);
			}
			const report = await run(wires);
			const accounts = await Promise.all(['M-1', 'M-2'].map((id) => stores.members.get('cafe', id)));
			const sum = accounts.reduce((total, account) => total + BigInt(account?.balanceUnits ?? 0), 0n);
			expect(report.totalUnits).toBe(sum);
			expect(report.evaluated).toBe(recorded.size);
		}),
		{ seed, numRuns: 150 },
	);
});
