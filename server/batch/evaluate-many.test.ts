import { describe, expect, test } from 'vitest';
import { EMPTY_CATALOG, prepareProgram, ReplayLane, type ReplayMember, type ReplayResult, type Runnable } from '#runtime';
import { itemOf, takeMember } from '../history.ts';
import { type LinePiece, sharedBytes } from '../line-pieces.ts';
import { sha256 } from '../sha256.ts';
import { evaluateMany, lanesFor } from './evaluate-many.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);

/** What each transaction earns depends on all that the member's earlier ones did. */
const TEXT = `program "Chain" { currency USD timezone "America/New_York" points whole, rounded down per award channels app }
tiers by lifetime points {
  tier Low from 0 { earn "Total without fees, taxes and tip" * 1 }
  tier High from 100 { earn "Total without fees, taxes and tip" * 2 }
}
rule "Daily" { earn 10 limit once per day }
rule "Tenth" { when { purchase number is every 10 } earn 50 }
`;

function runnableOf(text: string): Runnable {
	const { runnable } = prepareProgram(text, sha256(text));
	if (!runnable) throw new Error('The program does not compile');
	return runnable;
}

let state = SEED;
function below(most: number): number {
	state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
	return Math.floor((state / 2 ** 32) * most);
}

const MEMBERS = ['M-1', 'M-2', 'M-3', 'M-4', 'é', 'M"5', '\uFFFD'];
/** What their file holds: not all of them, one of them twice, and two lines that are none. */
const MEMBER_LINES = [
	...MEMBERS.filter((id) => id !== 'M-3').map((id) => JSON.stringify({ joinedOn: '2020-01-01', id })),
	'{"id":"M-1","tier":"High"}',
	'{"id":"M-2"',
	'[]',
	'{"id":7}',
];

/** Some lines are broken, some have no member, and some ids come again, of the same member or of another. */
function randomLine(index: number): string {
	const member = MEMBERS[below(MEMBERS.length)];
	const at = new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString();
	const id = below(20) === 0 ? `T-${below(index + 1)}` : `T-${index}`;
	const amount = below(40) === 0 ? 'a lot' : `${below(90)}.50`;
	const record = {
		id,
		memberId: member,
		at,
		channel: 'app',
		lines: [{ sku: 'A', qty: 1, amount, note: { memberId: 'X' } }],
	};
	if (below(50) === 0) return JSON.stringify(record).slice(0, 40);
	if (below(50) === 0) return JSON.stringify({ ...record, memberId: undefined });
	return JSON.stringify(record);
}

/** Pieces of 512 lines. */
async function* piecesOf(texts: readonly string[]): AsyncGenerator<LinePiece> {
	for (let from = 0; from < texts.length; from += 512) {
		const lines = texts.slice(from, from + 512);
		yield await Promise.resolve({ bytes: sharedBytes([Buffer.from(`${lines.join('\n')}\n`)]), firstLine: from + 1 });
	}
}

describe('many transactions in threads', () => {
	test(`come to what they come to one after the other, in their order (SEED=${SEED})`, { timeout: 120_000 }, async () => {
		const texts = Array.from({ length: 5_000 }, (_, index) => randomLine(index));
		const program = runnableOf(TEXT);
		const members = new Map<string, ReplayMember>();
		const isMember = MEMBER_LINES.map((line) => takeMember(line, members));
		const lane = new ReplayLane({ program, catalog: EMPTY_CATALOG, members });
		const expected = texts.map((line, index) => lane.add(itemOf(index + 1, line)));
		const refusals = expected.flatMap((result) => (result.kind === 'refused' ? result.faults.map(({ code }) => code) : []));
		expect(new Set(refusals)).toEqual(new Set(['unreadable', 'repeated-id', 'not-an-amount', 'unknown-member']));
		const results: ReplayResult[] = [];
		const progress: number[] = [];
		const onProgress = (count: number) => progress.push(count);
		const unreadable: number[] = [];
		const file = { pieces: piecesOf(MEMBER_LINES), noteUnreadable: (lines: number) => unreadable.push(lines) };
		const options = { plan: program.plan, catalog: EMPTY_CATALOG, members: file, lanes: 2, onProgress };
		for await (const piece of evaluateMany({ ...options, pieces: piecesOf(texts) })) results.push(...piece);
		expect(results).toEqual(expected);
		expect(unreadable).toEqual([isMember.filter((is) => !is).length]);
		expect(progress).toEqual([512, 1_024, 1_536, 2_048, 2_560, 3_072, 3_584, 4_096, 4_608, 5_000]);
	});

	test('can be stopped', { timeout: 120_000 }, async () => {
		const signal = { aborted: false };
		async function* endless() {
			for (let index = 0; ; index++) {
				yield await Promise.resolve({ bytes: sharedBytes([Buffer.from(randomLine(index))]), firstLine: index + 1 });
			}
		}
		let results = 0;
		const { plan } = runnableOf(TEXT);
		const options = { plan, catalog: EMPTY_CATALOG, members: null, pieces: endless(), lanes: 1, signal };
		for await (const _ of evaluateMany(options)) {
			results += 1;
			if (results === 2_000) signal.aborted = true;
		}
		expect(results).toBeGreaterThanOrEqual(2_000);
		expect(results).toBeLessThan(20_000);
	});

	test('say what goes wrong in a thread', { timeout: 120_000 }, async () => {
		const { plan } = runnableOf(TEXT);
		const lost = { ...plan, program: { ...plan.program, timezone: 'Atlantis/Capital' } };
		const options = { plan: lost, catalog: EMPTY_CATALOG, members: null, pieces: piecesOf(['{}']), lanes: 1 };
		await expect(evaluateMany(options).next()).rejects.toThrow('timezone Atlantis/Capital is unknown');
	});

	test('are one lane where all members share a budget', () => {
		expect(lanesFor(runnableOf(TEXT).plan, 4)).toBe(4);
		const budget = `${TEXT}campaign "Gift" { budget 100 points  rule "Given" { earn 1 } }`;
		expect(lanesFor(runnableOf(budget).plan, 4)).toBe(1);
	});
});
