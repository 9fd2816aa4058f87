/** Purchases and returns: any order of partial returns ends where one does, and a return of everything is as if nothing had been earned. */
import { expect, it } from 'vitest';
import type { Transaction } from '../domain/transaction.ts';
import { Random } from '../evaluate/fixtures/random.ts';
import { randomPlan } from '../evaluate/fixtures/random-plan.ts';
import { Edges } from '../evaluate/fixtures/random-sale.ts';
import { evaluateReference } from '../evaluate/reference.ts';
import type { Plan } from '../plan/plan.ts';
import {
	allGoods,
	giveBack,
	remainsOf,
	type ReturnedGoods,
	type Settlement,
	settleReturn,
	UNSETTLED,
	type Upheld,
} from '../returns/index.ts';
import { after, afterReturn, newStanding, type Standing, stateAt } from './index.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const PLANS = 10;
const SALES_OF_EACH = 6;
/** Longer receipts say nothing more, and take long. */
const MOST_LINES = 12;

const POLICIES = ['may go negative', 'stop at zero', 'pending only'] as const;

interface Sold {
	readonly plan: Plan;
	readonly sale: Transaction;
	readonly before: Standing;
	readonly after: Standing;
}

function sold(plan: Plan, transaction: Transaction, balanceUnits: number): Sold | null {
	const before = { member: newStanding({ id: 'M-1', balanceUnits, purchases: 3 }), referred: null, budgets: {} };
	const { outcome } = evaluateReference(plan, transaction, stateAt(plan, before, transaction.atMs));
	if (outcome.kind === 'too-large') return null;
	return { plan, sale: transaction, before, after: after(plan, before, transaction, outcome) };
}

/** Where returns lead, one after the other, and what stood before the first of them and after each. */
function returning({ plan, sale, before, after: bought }: Sold, parts: readonly ReturnedGoods[]) {
	const state = stateAt(plan, before, sale.atMs);
	let standing = bought;
	let earlier: Settlement = UNSETTLED;
	const stood: Upheld[] = [];
	for (const [index, goods] of parts.entries()) {
		const back = giveBack({ plan, sale, state, returned: parts.slice(0, index) }, goods);
		if (back.kind === 'refused' || !standing.member) throw new Error(JSON.stringify(back));
		const { balanceUnits, remainder } = standing.member;
		const purse = { balanceUnits, pendingUnits: 1_000 - earlier.takenUnits, remainder };
		const settled = settleReturn(plan, back, purse, earlier);
		standing = afterReturn(plan, standing, { ...back, atMs: sale.atMs, earlier, settled });
		earlier = settled.settlement;
		stood.push(...(index === 0 ? [back.before] : []), back.after);
	}
	return { standing, settlement: earlier, stood };
}

/** Some units of some lines, each by itself, and now and then money, no more than what would remain then. */
function randomParts(random: Random, sale: Transaction): ReturnedGoods[] {
	const { lines } = sale;
	const units = [...lines.keys()]
		.filter(() => random.chance(70))
		.slice(0, 4)
		.flatMap((line) => {
			const whole = lines[line]?.quantityThousandths ?? 0;
			const first = random.between(0, whole);
			const units = first > 0 && first < whole ? [first, whole - first] : [whole];
			return units.slice(0, random.between(1, 2)).map((quantityThousandths) => ({
				lines: [{ line, quantityThousandths }],
				amountMinor: 0,
			}));
		});
	const left = random.chance(50) ? remainsOf(sale, units) : null;
	const worth = left?.transaction.lines.reduce((sum, { amountMinor }) => sum + amountMinor, -left.transaction.discountMinor);
	return worth ? [...units, { lines: [], amountMinor: random.between(1, worth) }] : units;
}

/** In all, what stands is the smaller of both, wherever the shares of a discount are no matter. */
function checkTotal({ plan, sale, before }: Sold, { cart, totalUnits }: Upheld, first: number): void {
	if (!cart || sale.discountMinor > 0 || sale.paidWithPointsMinor > 0) return;
	const { outcome } = evaluateReference(plan, cart.transaction, stateAt(plan, before, sale.atMs));
	expect(totalUnits).toBe(outcome.kind === 'awarded' ? Math.min(first, outcome.totalUnits) : first);
}

/** Everything that counts, whatever the order in which it was counted. */
function counts({ member, budgets }: Standing) {
	const counted = Object.entries(member?.counted ?? {}).filter(([, stretches]) => stretches.length > 0);
	const paid = Object.entries(budgets).filter(([, units]) => units !== 0);
	return { ...member, counted: Object.fromEntries(counted), budgets: Object.fromEntries(paid) };
}

function together(parts: readonly ReturnedGoods[]): ReturnedGoods {
	return { lines: parts.flatMap(({ lines }) => lines), amountMinor: parts.reduce((sum, each) => sum + each.amountMinor, 0) };
}

const met = { orders: 0, partial: 0, given: 0, cut: 0 };

function checkSale(random: Random, plan: Plan, transaction: Transaction): void {
	const of = sold(plan, transaction, random.pick([0, 5, 1_000_000]));
	if (!of || transaction.event !== 'purchase' || transaction.lines.length > MOST_LINES) return;
	const parts = randomParts(random, transaction);
	if (parts.length > 0) checkOrders(random, of, parts);
	checkEverything(of, parts);
}

function checkOrders(random: Random, of: Sold, parts: readonly ReturnedGoods[]): void {
	const one = returning(of, [together(parts)]);
	const many = returning(
		of,
		[...parts].sort(() => random.between(-1, 1)),
	);
	expect(counts(many.standing)).toEqual(counts(one.standing));
	expect(many.settlement).toEqual(one.settlement);
	const [first = 0, left = 0] = one.stood.map(({ totalUnits }) => totalUnits);
	const awards = many.stood.flatMap((stood) => stood.awards);
	expect(awards.filter(({ units, firstUnits }) => units < 0 || units > firstUnits)).toEqual([]);
	for (const each of many.stood) checkTotal(of, each, first);
	met.orders++;
	met.given += first > 0 ? 1 : 0;
	met.cut += left < first ? 1 : 0;
	met.partial += left > 0 ? 1 : 0;
}

/** What is left when the rest went back too: all as before, but that something was bought. */
function checkEverything(of: Sold, parts: readonly ReturnedGoods[]): void {
	const rest = allGoods(of.sale, parts);
	const isMore = rest.lines.length > 0 || of.sale.lines.length === 0;
	const { standing, stood, settlement } = returning(of, isMore ? [...parts, rest] : parts);
	const { purchases, lastPurchaseDate, heldTier, balanceUnits } = counts(of.after);
	const given = stood[0]?.totalUnits ?? 0;
	const owed = settlement.takenUnits + settlement.forgivenUnits + settlement.carriedUnits;
	expect(stood.at(-1)).toMatchObject({ totalUnits: 0, cart: null, change: { usedRules: [], budgetUnits: [] } });
	expect(owed).toBe(given);
	expect(settlement.forgivenUnits > 0 && of.plan.program.returns === 'may go negative').toBe(false);
	const forgiven = { balanceUnits: (balanceUnits ?? 0) - settlement.takenUnits };
	expect(counts(standing)).toEqual({ ...counts(of.before), purchases, lastPurchaseDate, heldTier, ...forgiven });
}

it(`any order of partial returns ends where one does, and one of everything where it began (SEED=${seed})`, () => {
	const random = new Random(seed);
	for (let count = 0; count < PLANS; count++) {
		const made = randomPlan(random, random.chance(60));
		const plan = { ...made, program: { ...made.program, returns: random.pick(POLICIES) } };
		const edges = new Edges(plan);
		for (let i = 0; i < SALES_OF_EACH; i++) checkSale(random, plan, edges.transaction(random));
	}
	expect(Object.values(met).every((count) => count > 0)).toBe(true);
});
