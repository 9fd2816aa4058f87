import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { unreachable } from '../domain/unreachable.ts';
import { line, plan, sale, total } from '../evaluate/fixtures/plans.ts';
import type { Fraction, Plan } from '../plan/plan.ts';
import { describeRedeemable, type Redeemable, redeemable } from './index.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

function planOf(redemption: string, settings = 'currency GBP'): Plan {
	const head = `program "P" { ${settings} timezone "Europe/London" }`;
	const filters = 'filter "Net" = total excluding taxes filter "Unpaid" = total excluding points';
	const { plan: compiled, problems } = compile(`${head}\n${filters}\n${redemption}`);
	if (!compiled) throw new Error(JSON.stringify(problems));
	return compiled;
}

const shown = ({ units, worthMinor, leftUnits, limit }: Redeemable) => [units, worthMinor, leftUnits, limit.kind];

describe('what a balance pays', () => {
	const frasers = planOf('redemption { 500 points = 5 GBP at least 500 points in steps of 500 }');

	it('P22d: 1,499 points in steps of 500 pay 10 GBP', () => {
		const answer = redeemable(frasers, 1_499, null);
		expect(shown(answer)).toEqual([1_000, 1_000, 499, 'step']);
		expect(describeRedeemable(frasers, answer)).toBe(
			'1000 points pay 10.00 GBP, 499 are left. Points are spent in steps of 500: more takes 1500.',
		);
	});

	it('P28d: of 9.00 in steps of 5.00, 5.00 is issued and 4.00 carried', () => {
		const kohls = planOf(
			'redemption { 1 point = 1 USD at least 5 points in steps of 5 }',
			'currency USD points with 2 decimals',
		);
		expect(shown(redeemable(kohls, 900, null))).toEqual([500, 500, 400, 'step']);
		expect(describeRedeemable(kohls, redeemable(kohls, 499, null))).toBe(
			'No points can be spent. At least 5.00 are spent at once.',
		);
	});

	it('is nothing without points, with a debt, and where the program has no redemption', () => {
		expect(shown(redeemable(frasers, 0, null))).toEqual([0, 0, 0, 'balance']);
		expect(shown(redeemable(frasers, -20, null))).toEqual([0, 0, -20, 'balance']);
		expect(describeRedeemable(frasers, redeemable(frasers, 0, null))).toBe('No points can be spent. The balance has none.');
		expect(shown(redeemable(planOf(''), 700, null))).toEqual([0, 0, 700, 'not-offered']);
		expect(describeRedeemable(planOf(''), redeemable(planOf(''), 700, null))).toContain('has no `redemption`');
	});

	it('is all of it where nothing stands in the way', () => {
		const answer = redeemable(frasers, 1_500, null);
		expect(describeRedeemable(frasers, answer)).toBe('1500 points pay 15.00 GBP, 0 are left. That is the whole balance.');
	});

	it('leaves points that pay for nothing', () => {
		const thirds = planOf('redemption { 3 points = 0.01 GBP }');
		const answer = redeemable(thirds, 8, null);
		expect(shown(answer)).toEqual([6, 2, 2, 'step']);
		expect(describeRedeemable(thirds, answer)).toBe(
			'6 points pay 0.02 GBP, 2 are left. What is left pays for no 0.01 GBP: more takes 9.',
		);
		const never = planOf('redemption { 999_999_999_999 points = 0.01 GBP }', 'currency GBP points with 6 decimals');
		expect(describeRedeemable(never, redeemable(never, 5, null))).toContain('no balance reaches the next amount');
	});

	it('is what can be paid at once, whatever points are worth', () => {
		const dear = planOf('redemption { 1 point = 999_999_999_999 GBP }');
		expect(shown(redeemable(dear, 999_999_999_999_999, null)).slice(0, 2)).toEqual([0, 0]);
		const penny = planOf('redemption { 1 point = 1 GBP }');
		const answer = redeemable(penny, 999_999_999_999_999, null);
		expect([answer.worthMinor, answer.units, answer.limit.kind]).toEqual([10 ** 12, 10 ** 10, 'too-large']);
		expect(describeRedeemable(penny, answer)).toContain('No more than 10000000000.00 is paid at once.');
	});
});

describe('what may be paid of an order', () => {
	const order = sale({ lines: [line('A', 4_000)], taxesMinor: 200, discountMinor: 500 });

	it('is no more than there is to pay', () => {
		const free = planOf('redemption { 1 point = 1 GBP }');
		const answer = redeemable(free, 100, order);
		expect(shown(answer)).toEqual([37, 3_700, 63, 'total']);
		expect(describeRedeemable(free, answer)).toContain('There is no more to pay than 37.00.');
	});

	it('is a share of a filter', () => {
		const half = planOf('redemption { 10 points = 1 GBP at most 12.5% of "Net" }');
		const answer = redeemable(half, 1_000, order);
		// An eighth of 35.00 is 4.375: 43 points pay 4.30 of it, and a 44th would pay too much.
		expect(shown(answer)).toEqual([43, 430, 957, 'share']);
		expect(describeRedeemable(half, answer)).toBe(
			'43 points pay 4.30 GBP, 957 are left. Points pay at most 12.5% of `Net` 35.00, which is 4.37.',
		);
	});

	it('is the share of the order before points pay for it, less what they paid already', () => {
		const half = planOf('redemption { 1 point = 1 GBP at most 50% of "Unpaid" }');
		expect(shown(redeemable(half, 100, order))).toEqual([18, 1_800, 82, 'share']);
		expect(shown(redeemable(half, 100, { ...order, paidWithPointsMinor: 1_000 }))).toEqual([8, 800, 92, 'share']);
		expect(shown(redeemable(half, 100, { ...order, paidWithPointsMinor: 3_700 }))).toEqual([0, 0, 100, 'share']);
	});

	it('is nothing where the least is more than the order takes', () => {
		const least = planOf('redemption { 1 point = 1 GBP at least 20 points at most 50% of "Net" }');
		expect(shown(redeemable(least, 100, order))).toEqual([0, 0, 100, 'share']);
	});
});

/** Every multiple of the step up to the balance, tried one after the other. */
function byTrying(parts: Parts, room: number | null): [number, number] {
	const { numerator, denominator } = parts.worth;
	let best: [number, number] = [0, 0];
	for (let units = parts.stepUnits ?? 1; units <= parts.balance; units += parts.stepUnits ?? 1) {
		const worth = Math.floor((units * numerator) / denominator);
		if (units >= parts.leastUnits && (room === null || worth <= room) && worth > best[1]) best = [units, worth];
	}
	return best;
}

/** Says whether more would be spent without what is named, and is not with it. */
function isRight({ limit, worthMinor, leftUnits }: Redeemable, parts: Parts, room: number | null): boolean {
	const bestOf = (balance: number, within: number | null) => byTrying({ ...parts, balance }, within);
	switch (limit.kind) {
		case 'not-offered':
		case 'too-large':
			return false;
		case 'balance':
			return leftUnits === Math.min(parts.balance, 0);
		case 'least':
			return parts.balance < parts.leastUnits;
		case 'step':
			return bestOf(limit.nextUnits ?? 0, null)[0] === limit.nextUnits && limit.nextUnits > parts.balance;
		case 'share':
		case 'total':
			return bestOf(10_000, room)[1] === worthMinor && bestOf(parts.balance, null)[1] > worthMinor;
		default:
			return unreachable(limit);
	}
}

interface Parts {
	readonly worth: { readonly numerator: number; readonly denominator: number };
	readonly share: number | null;
	readonly leastUnits: number;
	readonly stepUnits: number | null;
	readonly balance: number;
	readonly amounts: readonly number[];
	readonly paid: number;
	readonly isOrder: boolean;
}

const over = (numerator: number, denominator: number): Fraction => ({
	numerator: `${numerator}`,
	denominator: `${denominator}`,
});
const some = (max: number, min = 0) => fc.integer({ min, max });
const parts: fc.Arbitrary<Parts> = fc.record({
	worth: fc.record({ numerator: some(40, 1), denominator: some(40, 1) }),
	share: fc.option(some(100)),
	leastUnits: some(60),
	stepUnits: fc.option(some(30, 1)),
	balance: some(300, -20),
	amounts: fc.tuple(some(300), some(50), some(20)),
	paid: some(20),
	isOrder: fc.boolean(),
});

it('is the best of all numbers that are allowed, and the reason is why the next one is not', () => {
	fc.assert(
		fc.property(parts, (random) => {
			const { worth, share, leastUnits, stepUnits, balance, amounts, paid, isOrder } = random;
			const [items = 0, taxes = 0, tip = 0] = amounts;
			const program = plan({
				filters: [total('Net', { taxes: true, tip: true })],
				redemption: {
					worth: over(worth.numerator, worth.denominator),
					atMost: share === null ? null : { share: over(share, 100), filter: 2 },
					leastUnits,
					stepUnits,
				},
			});
			const order = sale({ lines: [line('A', items)], taxesMinor: taxes, tipMinor: tip, paidWithPointsMinor: paid });
			const answer = redeemable(program, balance, isOrder ? order : null);
			const most = Math.min(items + taxes + tip, share === null ? Infinity : Math.floor((items * share) / 100));
			const room = isOrder ? Math.max(most - paid, 0) : null;
			expect([answer.units, answer.worthMinor]).toEqual(byTrying(random, room));
			expect(answer.leftUnits).toBe(balance - answer.units);
			expect({ limit: answer.limit, isRight: isRight(answer, random, room) }).toMatchObject({ isRight: true });
		}),
		{ seed, numRuns: 400 },
	);
});
