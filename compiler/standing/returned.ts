/** What is kept after goods of a sale went back. */
import { dateOfEpochDay } from '../domain/calendar.ts';
import { totalMinor } from '../domain/transaction.ts';
import { type Cart, filterAmounts } from '../evaluate/filters.ts';
import type { Plan } from '../plan/plan.ts';
import type { Settled, Settlement, Turn } from '../returns/index.ts';
import { budgetKey, count, type Counted, countInYear, type Moment, POINTS_BY_YEAR, spendKey, usageKey } from './counting.ts';
import type { Budgets, MemberStanding, Standing } from './standing.ts';
import { chargeOf, clockOf } from './state.ts';

/** A return that is settled. */
export interface ReturnedTurn extends Turn {
	/** When the sale was, in milliseconds since 1970-01-01T00:00Z: what is given back counts there. */
	readonly atMs: number;
	/** What the earlier returns of the sale came to. */
	readonly earlier: Settlement;
	readonly settled: Settled;
}

/**
 * What is kept after a return: what limits, budgets and tiers counted of the sale counts no more, and the balance is settled.
 * That there was a purchase stays true.
 */
export function afterReturn(plan: Plan, { member, referred, budgets }: Standing, turn: ReturnedTurn): Standing {
	return { member: member && settledMember(plan, member, turn), referred, budgets: refunded(plan, budgets, turn) };
}

function settledMember(plan: Plan, member: MemberStanding, turn: ReturnedTurn): MemberStanding {
	const { before, after, atMs, earlier, settled } = turn;
	const moment = clockOf(plan, atMs);
	const { year } = dateOfEpochDay(moment.local.day);
	const { settlement, remainder } = settled;
	// What carrying moved between balance and remainder was earned by nothing else.
	const carried = settlement.carriedUnits - earlier.carriedUnits;
	const units = before.totalUnits - after.totalUnits - carried;
	const spentMinor = paidFor(before.cart) - paidFor(after.cart);
	const counted = countInYear(uncounted(plan, member.counted, turn, moment), POINTS_BY_YEAR, year, -units);
	return {
		...member,
		lifetimeUnits: member.lifetimeUnits - units,
		lifetimeSpendMinor: member.lifetimeSpendMinor - spentMinor,
		balanceUnits: member.balanceUnits - (settlement.takenUnits - earlier.takenUnits),
		remainder,
		counted: unspent(plan, counted, turn, year),
	};
}

function paidFor(cart: Cart | null): number {
	return cart ? totalMinor(cart.transaction) : 0;
}

function uncounted(plan: Plan, counted: Counted, { before, after }: Turn, moment: Moment): Counted {
	return plan.usages.reduce((rest, usage) => {
		const [was, is] = [before, after].map(({ awards, change }) => chargeOf(plan, usage, awards, change.usedRules));
		const charge = { units: (is?.units ?? 0) - (was?.units ?? 0), times: (is?.times ?? 0) - (was?.times ?? 0) };
		return count(rest, usageKey(plan, usage), usage.period, moment, plan, charge);
	}, counted);
}

function unspent(plan: Plan, counted: Counted, { before, after }: Turn, year: number): Counted {
	const { filter } = plan.tiers;
	if (filter === null) return counted;
	const amountOf = (cart: Cart | null) => (cart ? (filterAmounts(plan, cart)[filter] ?? 0) : 0);
	return countInYear(
		counted,
		spendKey(plan.filters[filter]?.name ?? ''),
		year,
		amountOf(after.cart) - amountOf(before.cart),
	);
}

function refunded(plan: Plan, budgets: Budgets, { before, after }: Turn): Budgets {
	const next: Record<string, number> = { ...budgets };
	for (const [sign, { change }] of [
		[-1, before],
		[1, after],
	] as const) {
		for (const { campaign, units } of change.budgetUnits) {
			const key = budgetKey(plan.campaigns[campaign]?.name ?? '');
			next[key] = (next[key] ?? 0) + sign * units;
		}
	}
	return next;
}
