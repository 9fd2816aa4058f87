/** Steps 1 and 2 of an evaluation: the moment in the program's timezone, the cart, and the member as it was before. */
import type { EvaluationState } from '../domain/member.ts';
import { type LocalTime, localClock } from '../domain/timezone.ts';
import type { Transaction } from '../domain/transaction.ts';
import type { Plan } from '../plan/plan.ts';
import { type Cart, cartOf, filterAmounts } from './filters.ts';

/** Everything that conditions and formulas can ask about. */
export interface Facts {
	readonly plan: Plan;
	readonly transaction: Transaction;
	/** The moment on the program's wall clock: for dates and birthdays. */
	readonly local: LocalTime;
	/** The same in business days, whose minutes count from where they begin: for `on` and for limits. */
	readonly business: LocalTime;
	readonly cart: Cart;
	/** Whole amounts, by index into the plan's filters. */
	readonly amounts: readonly number[];
	readonly state: EvaluationState;
}

const MINUTES_A_DAY = 1440;

/** Gathers the facts of a transaction. */
export function gatherFacts(plan: Plan, transaction: Transaction, state: EvaluationState): Facts {
	return gatherCartFacts(plan, cartOf(transaction), state);
}

/** Gathers the facts of a transaction whose lines have their shares already. */
export function gatherCartFacts(plan: Plan, cart: Cart, state: EvaluationState): Facts {
	const { transaction } = cart;
	const clock = localClock(plan.program.timezone);
	if (!clock) throw new Error(`The plan's timezone ${plan.program.timezone} is unknown to this machine`);
	const local = clock(transaction.atMs);
	const business = businessTime(local, plan.program.dayStartsMinute);
	return { plan, transaction, local, business, cart, amounts: filterAmounts(plan, cart), state };
}

/** The moment in business days: before one begins it is still the one before. */
export function businessTime({ day, minute, weekday }: LocalTime, startsMinute: number): LocalTime {
	if (minute >= startsMinute) return { day, minute: minute - startsMinute, weekday };
	return { day: day - 1, minute: minute - startsMinute + MINUTES_A_DAY, weekday: weekday === 1 ? 7 : weekday - 1 };
}
