/** Plays a test to its end: what happens, what goes back, and what is spent, one after the other. */
import { type Phrase, phrase, type Span, type TestReturn } from '#grammar';
import type { Transaction } from '../domain/transaction.ts';
import { emit } from '../evaluate/emit/emit.ts';
import type { Evaluate } from '../evaluate/fast/evaluator.ts';
import type { Explanation } from '../evaluate/outcome.ts';
import { evaluateReference } from '../evaluate/reference.ts';
import { formatAmount } from '../evaluate/spend-words.ts';
import type { Plan } from '../plan/plan.ts';
import { type Redeemable, redeemable } from '../redemption/index.ts';
import {
	allGoods,
	giveBack,
	type ReturnedGoods,
	type ReturnedLine,
	type ReturnFault,
	type Settlement,
	settleReturn,
	UNSETTLED,
	type Upheld,
} from '../returns/index.ts';
import { after, afterReturn, type Standing } from '../standing/index.ts';
import { unitsOf } from './amounts.ts';
import { type Act, actOf, type Scene } from './scene.ts';

/** Where a test has come to. */
export interface Played {
	readonly standing: Standing;
	/** What happened last; null: nothing did yet. */
	readonly last: Happened | null;
	/** What points paid last; null: none were spent. */
	readonly spent: Redeemable | null;
	/** Point units of the member: what all events earned, returns took, and was spent. */
	readonly sums: { readonly earned: number; readonly taken: number; readonly spent: number };
}

/** An event with what came of it. */
export interface Happened {
	readonly act: Act;
	readonly explanation: Explanation;
	readonly returned: readonly ReturnedGoods[];
	readonly settlement: Settlement;
	/** What stands after what went back; null: nothing did. */
	readonly left: Upheld | null;
	/** What points paid of it afterwards, in minor units. */
	readonly paidMinor: number;
}

/** Evaluates a transaction twice, readably and fast. The two must say the same; where they do not, Earnest itself is wrong. */
export function evaluateTwice(plan: Plan, run: Evaluate, { transaction, state }: Act): Explanation {
	const explanation = evaluateReference(plan, transaction, state);
	const [readable, fast] = [JSON.stringify(explanation.outcome), JSON.stringify(run(transaction, state))];
	if (readable !== fast) throw new Error(`The evaluators disagree: ${readable} and ${fast}`);
	return explanation;
}

/** Plays the tests of a plan. */
export class Player {
	readonly #plan: Plan;
	readonly #run: Evaluate;

	constructor(plan: Plan) {
		this.#plan = plan;
		this.#run = emit(plan);
	}

	/** Plays a scene to its end, or to what keeps it from going on; its place is null where it is the whole test. */
	play(scene: Scene): Played | { readonly at: Span | null; readonly says: Phrase } {
		let played: Played = { standing: scene.before, last: null, spent: null, sums: { earned: 0, taken: 0, spent: 0 } };
		for (const step of scene.steps) {
			if (step.kind === 'happens') {
				const next = this.#happen(played, scene, step.transaction);
				if (next === null) return { at: null, says: TOO_MUCH };
				played = next;
			} else if (step.kind === 'returns') {
				const next = this.#giveBack(played, step.clause);
				if ('phrase' in next) return { at: step.clause.span, says: next };
				played = next;
			} else {
				played = this.#spend(played);
			}
		}
		return played;
	}

	#happen(played: Played, scene: Scene, transaction: Transaction): Played | null {
		const act = actOf(this.#plan, played.standing, scene, transaction);
		const explanation = evaluateTwice(this.#plan, this.#run, act);
		const { outcome } = explanation;
		if (outcome.kind === 'too-large') return null;
		const { sums } = played;
		return {
			...played,
			standing: after(this.#plan, act.standing, transaction, outcome),
			last: { act, explanation, returned: [], settlement: UNSETTLED, left: null, paidMinor: 0 },
			sums: { ...sums, earned: sums.earned + outcome.totalUnits },
		};
	}

	#giveBack(played: Played, clause: TestReturn): Played | Phrase {
		const { standing, last, sums } = played;
		const { member } = standing;
		if (!last || !member) return phrase('Nothing was bought above this, so nothing can go back.');
		const { transaction: sale, state } = last.act;
		const plan = this.#plan;
		const goods = goodsOf(clause, sale, last.returned, plan);
		const back = giveBack({ plan, sale, state, returned: last.returned }, goods);
		if (back.kind === 'refused') return phraseOfFault(back.faults[0], plan);
		const purse = { balanceUnits: member.balanceUnits, pendingUnits: 0, remainder: member.remainder };
		const settled = settleReturn(plan, back, purse, last.settlement);
		const { settlement } = settled;
		return {
			...played,
			standing: afterReturn(plan, standing, { ...back, atMs: sale.atMs, earlier: last.settlement, settled }),
			last: { ...last, returned: [...last.returned, goods], settlement, left: back.after },
			sums: { ...sums, taken: sums.taken + settlement.takenUnits - last.settlement.takenUnits },
		};
	}

	/** The points that a purchase itself earned pay for none of it. */
	#spend(played: Played): Played {
		const { standing, last, sums } = played;
		const { member } = standing;
		if (!member) return played;
		const order = last && orderOf(last);
		const own = order && last ? stillEarned(last) : 0;
		const spent = redeemable(this.#plan, member.balanceUnits - own, order);
		return {
			standing: { ...standing, member: { ...member, balanceUnits: member.balanceUnits - spent.units } },
			last: last && { ...last, paidMinor: last.paidMinor + spent.worthMinor },
			spent,
			sums: { ...sums, spent: sums.spent + spent.units },
		};
	}
}

const TOO_MUCH = phrase('All awards together are more points than one transaction can hold, so none is given.');

function stillEarned({ explanation: { outcome }, left }: Happened): number {
	if (left) return left.totalUnits;
	return outcome.kind === 'awarded' ? outcome.totalUnits : 0;
}

/** What there is to pay for what is left of a purchase; null for what is none. */
function orderOf({ act, left, paidMinor }: Happened): Transaction | null {
	const { transaction } = act;
	if (transaction.event !== 'purchase') return null;
	const nothing = { lines: [], discountMinor: 0, taxesMinor: 0, feesMinor: 0, tipMinor: 0, paidWithPointsMinor: 0 };
	const order = left ? (left.cart?.transaction ?? { ...transaction, ...nothing }) : transaction;
	return { ...order, paidWithPointsMinor: order.paidWithPointsMinor + paidMinor };
}

function goodsOf(
	{ item, amount }: TestReturn,
	sale: Transaction,
	before: readonly ReturnedGoods[],
	{ program }: Plan,
): ReturnedGoods {
	if (amount.kind !== 'number') return allGoods(sale, before);
	if (!item) return { lines: [], amountMinor: Number(unitsOf(amount, program.currencyDecimals) ?? 0n) };
	const sku = item.kind === 'name' ? item.text : '';
	let missing = Number(unitsOf(amount, 3) ?? 0n);
	const lines = allGoods(sale, before).lines.flatMap(({ line, quantityThousandths }): ReturnedLine[] => {
		if (sale.lines[line]?.sku !== sku) return [];
		const units = Math.min(missing, quantityThousandths);
		missing -= units;
		return units > 0 ? [{ line, quantityThousandths: units }] : [];
	});
	return { lines, amountMinor: 0 };
}

/** What the check of a program cannot see: how much money is left. */
function phraseOfFault(fault: ReturnFault | undefined, { program }: Plan): Phrase {
	if (fault?.kind !== 'too-much-money') return phrase('Nothing is left that could go back.');
	return phrase('left to go back', { amount: formatAmount(program, fault.leftMinor), currency: program.currency });
}
