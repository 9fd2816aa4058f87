import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { category, earn, formula, line, member, plan, rule, sale, state, times } from '../evaluate/fixtures/plans.ts';
import type { Plan } from '../plan/plan.ts';
import {
	allGoods,
	giveBack,
	type Purse,
	remainsOf,
	type ReturnedGoods,
	type Settlement,
	settleReturn,
	UNSETTLED,
	type Upheld,
	upheld,
} from './index.ts';

const HEAD =
	'program "P" { currency GBP timezone "Europe/London" channels app } filter "Net" = total excluding taxes, fees, tip';

function planOf(text: string, head = HEAD): Plan {
	const { plan: compiled, problems } = compile(`${head}\n${text}`);
	if (!compiled) throw new Error(JSON.stringify(problems));
	return compiled;
}

const lines = (...of: readonly (readonly [number, number])[]): ReturnedGoods => ({
	lines: of.map(([index, units]) => ({ line: index, quantityThousandths: units * 1_000 })),
	amountMinor: 0,
});
const money = (amountMinor: number): ReturnedGoods => ({ lines: [], amountMinor });
const of = (program: Plan) => state(member({ usages: program.usages.map(() => ({ units: 0, times: 0 })) }));
const standing = (program: Plan, bought: ReturnType<typeof sale>, ...returned: readonly ReturnedGoods[]): Upheld =>
	upheld({ plan: program, sale: bought, state: of(program), returned });
const points = ({ totalUnits }: Upheld) => totalUnits;

describe('what a return takes back', () => {
	it('V6: what the version of the sale gave, whatever a later one gives', () => {
		const [then, now] = [planOf('rule "A" { earn "Net" * 1 }'), planOf('rule "A" { earn "Net" * 2 }')];
		const bought = sale({ lines: [line('A', 5_000)] });
		const back = giveBack({ plan: then, sale: bought, state: of(then), returned: [] }, lines([0, 1]));
		expect(back).toMatchObject({ kind: 'returned', before: { totalUnits: 50 }, after: { totalUnits: 0, cart: null } });
		expect(points(standing(now, bought))).toBe(100);
	});

	it('is what the remaining cart earns less', () => {
		const program = planOf('rule "A" { when { spend "Net" >= 40 } earn "Net" * 1 + 10 }');
		const bought = sale({ lines: [line('A', 4_000, { quantityThousandths: 4_000 }), line('B', 1_000)] });
		expect(points(standing(program, bought))).toBe(60);
		expect(points(standing(program, bought, lines([1, 1])))).toBe(50);
		expect(points(standing(program, bought, lines([1, 1], [0, 1])))).toBe(0);
		expect(points(standing(program, bought, money(550)))).toBe(54);
	});

	it('never gives more than there was, and takes no more for a later return than stands', () => {
		const falling = planOf('rule "A" { earn 100 - "Net" }');
		const bought = sale({ lines: [line('A', 6_000), line('B', 3_000)] });
		expect(points(standing(falling, bought))).toBe(10);
		expect(points(standing(falling, bought, lines([0, 1])))).toBe(10);
		expect(points(standing(falling, bought, lines([0, 1], [1, 1])))).toBe(0);
	});

	it('leaves what another rule would have given, charged to the award that there was', () => {
		const program = planOf(`exclusive "E" picks highest points
rule "Big" { exclusive "E" when { spend "Net" >= 50 } earn 100 limit 300 points per day limit once per day }
rule "Small" { exclusive "E" earn 4 limit once per day }`);
		const bought = sale({ lines: [line('A', 4_000), line('B', 2_000)] });
		const left = standing(program, bought, lines([1, 1]));
		expect(left.awards).toEqual([{ source: { kind: 'rule', index: 0, name: 'Big' }, firstUnits: 100, units: 4 }]);
		expect(left.change.usedRules).toEqual([0]);
		expect(standing(program, bought, lines([0, 1], [1, 1])).change.usedRules).toEqual([]);
	});

	it('gives back what budgets paid', () => {
		const program = planOf(`campaign "C" { budget 1_000 points multiply points by 3 rule "In" { earn 5 } }
rule "Out" { earn "Net" }`);
		const bought = sale({ lines: [line('A', 1_000), line('B', 1_000)] });
		const budget = (left: Upheld) => left.change.budgetUnits.map(({ units }) => units);
		// Three times 5 are its own, and of three times 20 it adds two thirds.
		expect(budget(standing(program, bought))).toEqual([55]);
		expect(budget(standing(program, bought, lines([0, 1])))).toEqual([35]);
		expect(budget(standing(program, bought, lines([0, 1], [1, 1])))).toEqual([]);
	});

	it('lets a budget pay for what stands in place of another award', () => {
		const program = planOf(`exclusive "E" picks highest points
campaign "C" { budget 1_000 points multiply points by 3 rule "In" { when { spend "Net" >= 900 } earn 1 } }
rule "Big" { exclusive "E" when { spend "Net" >= 50 } earn 100 } rule "Small" { exclusive "E" earn 4 }`);
		const bought = sale({ lines: [line('A', 4_000), line('B', 2_000)] });
		const left = standing(program, bought, lines([1, 1]));
		expect([points(left), left.change.budgetUnits]).toEqual([12, [{ campaign: 0, units: 12 }]]);
	});

	it('is refused where it cannot be', () => {
		const program = planOf('rule "A" { earn "Net" }');
		const bought = sale({ lines: [line('A', 2_000, { quantityThousandths: 2_000 }), line('B', 1_000)] });
		const faults = (goods: ReturnedGoods, returned: readonly ReturnedGoods[] = [], event = bought.event) => {
			const back = giveBack({ plan: program, sale: { ...bought, event }, state: of(program), returned }, goods);
			return back.kind === 'refused' ? back.faults : back.kind;
		};
		expect(faults(lines([0, 2]), [], 'check_in')).toEqual([{ kind: 'no-purchase' }]);
		expect(faults(money(0))).toEqual([{ kind: 'no-goods' }]);
		expect(faults(lines([0, 1], [0, 2], [7, 1]))).toEqual([
			{ kind: 'too-many-units', index: 1, leftThousandths: 1_000 },
			{ kind: 'unknown-line', index: 2 },
		]);
		expect(faults(lines([1, 1]), [lines([1, 1])])).toEqual([{ kind: 'too-many-units', index: 0, leftThousandths: 0 }]);
		expect(faults(money(1_001), [lines([0, 2])])).toEqual([{ kind: 'too-much-money', leftMinor: 1_000 }]);
		expect(faults(money(1_000), [lines([0, 2])])).toBe('returned');
		expect(faults(money(1), [lines([0, 2], [1, 1])])).toEqual([{ kind: 'too-much-money', leftMinor: 0 }]);
	});
});

describe('what remains of a cart', () => {
	const bought = sale({
		lines: [line('A', 1_000, { quantityThousandths: 3_000 }), line('B', 2_000), line('GIFT', 0)],
		discountMinor: 100,
		taxesMinor: 150,
		feesMinor: 1,
		tipMinor: 300,
		paidWithPointsMinor: 600,
	});
	const left = (...returned: readonly ReturnedGoods[]) => {
		const cart = remainsOf(bought, returned);
		if (!cart) return null;
		const { discountMinor, taxesMinor, feesMinor, tipMinor, paidWithPointsMinor } = cart.transaction;
		return {
			lines: cart.transaction.lines.map(({ sku, amountMinor, quantityThousandths }) => [
				sku,
				amountMinor,
				quantityThousandths,
			]),
			discounts: cart.discountShares,
			besides: [discountMinor, taxesMinor, feesMinor, tipMinor, paidWithPointsMinor],
		};
	};

	it('keeps the first share of a discount, and of what has no line', () => {
		expect(left(lines([1, 1]))).toEqual({
			lines: [
				['A', 1_000, 3_000],
				['GIFT', 0, 1_000],
			],
			discounts: [33, 0],
			besides: [33, 50, 0, 100, 200],
		});
		expect(left(lines([0, 3]))?.besides).toEqual([67, 100, 1, 200, 400]);
	});

	it('loses single units, and money by value', () => {
		expect(left(lines([0, 1]))?.lines).toEqual([
			['A', 667, 2_000],
			['B', 2_000, 1_000],
			['GIFT', 0, 1_000],
		]);
		expect(left(money(290))?.lines).toEqual([
			['A', 900, 3_000],
			['B', 1_800, 1_000],
			['GIFT', 0, 1_000],
		]);
	});

	it('is empty when all units are back, or all value', () => {
		expect(left(allGoods(bought, []))).toBeNull();
		expect(left(money(500), allGoods(bought, [money(500)]))).toBeNull();
		expect(left(money(2_900))?.lines).toEqual([['GIFT', 0, 1_000]]);
		const free = sale({ lines: [line('GIFT', 0)], tipMinor: 200 });
		expect(remainsOf(free, [money(0)])?.transaction.tipMinor).toBe(200);
		expect(remainsOf(sale({ lines: [], tipMinor: 200 }), [allGoods(sale({ lines: [] }), [])])).toBeNull();
	});
});

describe('what a return does to a balance', () => {
	const turn = (was: number, is: number) => {
		const change = { usedRules: [], budgetUnits: [], remainder: null, referredRemainder: null };
		const whole = (totalUnits: number): Upheld => ({ awards: [], totalUnits, change, cart: null });
		return { before: whole(was), after: whole(is) };
	};
	const settled = (
		returns: Plan['program']['returns'],
		balances: readonly (readonly [was: number, is: number, balance: number, pending: number])[],
	) => {
		let settlement: Settlement = UNSETTLED;
		for (const [was, is, balanceUnits, pendingUnits] of balances) {
			const purse: Purse = { balanceUnits, pendingUnits, remainder: { numerator: '0', denominator: '1' } };
			({ settlement } = settleReturn(plan({ program: { returns } }), turn(was, is), purse, settlement));
		}
		return [settlement.takenUnits, settlement.forgivenUnits];
	};

	it('goes below zero, stops there, or touches only what is pending', () => {
		expect(settled('may go negative', [[50, 0, 20, 0]])).toEqual([50, 0]);
		expect(settled('stop at zero', [[50, 0, 20, 0]])).toEqual([20, 30]);
		expect(settled('stop at zero', [[50, 0, -5, 0]])).toEqual([0, 50]);
		expect(settled('pending only', [[50, 0, 70, 10]])).toEqual([10, 40]);
	});

	it('does not ask again for what was forgiven, and gives nothing back for it', () => {
		const twice = [
			[50, 40, 4, 0],
			[40, 30, 100, 0],
		] as const;
		expect(settled('stop at zero', twice)).toEqual([14, 6]);
		expect(settled('stop at zero', [...twice, [30, 34, 90, 0]])).toEqual([14, 2]);
		expect(settled('stop at zero', [...twice, [30, 40, 90, 0]])).toEqual([10, 0]);
	});

	it('moves the one remainder where rounding is carried', () => {
		const carried = plan({
			program: { roundingPlace: 'carried' },
			filters: [category('Food', 'Food')],
			rules: [rule('A', { earns: [earn(formula(2, [0, 1], [300]))], multipliers: [times('1')] })],
		});
		const bought = sale({ lines: [line('A', 250, { category: 'Food' }), line('B', 200, { category: 'Food' })] });
		const first = { plan: carried, sale: bought, state: state(member()), returned: [] };
		const back = giveBack(first, lines([0, 1]));
		if (back.kind === 'refused') throw new Error('It can go back');
		// One point and a half at first, two thirds after it.
		expect([back.before.totalUnits, back.before.change.remainder]).toEqual([1, { numerator: '1', denominator: '2' }]);
		expect([back.after.totalUnits, back.after.change.remainder]).toEqual([0, { numerator: '2', denominator: '3' }]);
		const purse = (numerator: string, denominator: string): Purse => ({
			balanceUnits: 9,
			pendingUnits: 0,
			remainder: { numerator, denominator },
		});
		expect(settleReturn(carried, back, purse('1', '2'), UNSETTLED)).toEqual({
			settlement: { takenUnits: 1, forgivenUnits: 0, carriedUnits: 0 },
			remainder: { numerator: '2', denominator: '3' },
		});
		// Later sales brought the remainder to nine tenths: with a sixth more it is a whole point, which is not owed then.
		expect(settleReturn(carried, back, purse('9', '10'), UNSETTLED)).toEqual({
			settlement: { takenUnits: 0, forgivenUnits: 0, carriedUnits: 1 },
			remainder: { numerator: '1', denominator: '15' },
		});
	});
});
