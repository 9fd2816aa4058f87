/** How many points a member may spend at once, what they pay, and why not more: all of it on whole numbers. */
import { measureDecimals } from '../domain/measure.ts';
import { floorRational, multiplyRationals, powerOfTen, rational, rationalFromFraction } from '../domain/rational.ts';
import { MAX_AMOUNT_MINOR, totalMinor, type Transaction } from '../domain/transaction.ts';
import { cartOf, filterAmounts, measureOf } from '../evaluate/filters.ts';
import { MAX_POINT_UNITS } from '../evaluate/outcome.ts';
import type { Plan, PlanRedemption } from '../plan/plan.ts';

/** The most that may be spent: of all numbers of points that are allowed the fewest that pay most. */
export interface Redeemable {
	/** Point units. */
	readonly units: number;
	/** What they pay, in minor units; what is left of one is not paid. */
	readonly worthMinor: number;
	/** Point units that the member keeps. */
	readonly leftUnits: number;
	readonly limit: RedemptionLimit;
}

/** Why not more is spent. */
export type RedemptionLimit =
	/** The program has no `redemption`. */
	| { readonly kind: 'not-offered' }
	/** Nothing is left of the balance. */
	| { readonly kind: 'balance' }
	/** The balance is less than the least that may be spent. */
	| { readonly kind: 'least'; readonly leastUnits: number }
	/**
	 * The balance does not reach the next number of points that would pay more; null where no balance can. `stepUnits` is null
	 * where the program has no steps.
	 */
	| { readonly kind: 'step'; readonly stepUnits: number | null; readonly nextUnits: number | null }
	/** The program lets points pay no more of the order: `amount` is what the filter comes to, `mostMinor` the share of it. */
	| { readonly kind: 'share'; readonly filter: number; readonly amount: number; readonly mostMinor: number }
	/** No more is to be paid. */
	| { readonly kind: 'total'; readonly mostMinor: number }
	/** No more can be paid at once. */
	| { readonly kind: 'too-large'; readonly mostMinor: number };

/**
 * The most of a balance (point units) that may be spent on an order; null: outside any order, which bounds nothing. What was
 * paid with points already counts towards what may be.
 */
export function redeemable(plan: Plan, balanceUnits: number, order: Transaction | null): Redeemable {
	const { redemption } = plan;
	if (!redemption) return { units: 0, worthMinor: 0, leftUnits: balanceUnits, limit: { kind: 'not-offered' } };
	const room = order ? roomIn(plan, redemption, order) : BOUNDLESS;
	const balance = balanceUnits > 0 ? BigInt(balanceUnits) : 0n;
	const scale = new Scale(redemption);
	const most = scale.most(balance, BigInt(room.leftMinor));
	const worth = scale.worthOf(most);
	const units = scale.fewestWorth(worth);
	return {
		units: Number(units),
		worthMinor: Number(worth),
		leftUnits: balanceUnits - Number(units),
		limit: limitOf(redemption, { balance, units, next: scale.fewestWorth(worth + 1n) }, room),
	};
}

/** What may still be paid with points, and what says so. */
interface Room {
	readonly leftMinor: number;
	readonly limit: Extract<RedemptionLimit, { readonly mostMinor: number }>;
}

const BOUNDLESS: Room = {
	leftMinor: MAX_AMOUNT_MINOR,
	limit: { kind: 'too-large', mostMinor: MAX_AMOUNT_MINOR },
};

/** The share is one of the order as it stands before points pay for any of it. */
function roomIn(plan: Plan, { atMost }: PlanRedemption, order: Transaction): Room {
	const paid = order.paidWithPointsMinor;
	const unpaid = { ...order, paidWithPointsMinor: 0 };
	const total = totalMinor(unpaid);
	const left = (mostMinor: number) => Math.max(mostMinor - paid, 0);
	const whole: Room = { leftMinor: left(total), limit: { kind: 'total', mostMinor: total } };
	if (!atMost) return whole;
	const { filter, share } = atMost;
	const amount = filterAmounts(plan, cartOf(unpaid))[filter] ?? 0;
	const most = floorRational(multiplyRationals(rationalFromFraction(share), inMinor(plan, filter, amount)));
	if (most > BigInt(total)) return whole;
	const mostMinor = Number(most);
	return { leftMinor: left(mostMinor), limit: { kind: 'share', filter, amount, mostMinor } };
}

/** A filter's whole amount in minor units of the currency, whatever it measures. */
function inMinor({ program, filters }: Plan, filter: number, amount: number) {
	const of = filters[filter];
	const decimals = of ? measureDecimals(measureOf(of), program.currencyDecimals) : program.currencyDecimals;
	return rational(BigInt(amount) * powerOfTen(program.currencyDecimals), powerOfTen(decimals));
}

/** The numbers of points that may be spent, from the least in steps, and what they are worth. */
class Scale {
	readonly #minor: bigint;
	readonly #units: bigint;
	readonly #step: bigint;
	readonly #least: bigint;

	constructor({ worth, leastUnits, stepUnits }: PlanRedemption) {
		const { numerator, denominator } = rationalFromFraction(worth);
		this.#minor = numerator;
		this.#units = denominator;
		this.#step = BigInt(stepUnits ?? 1);
		this.#least = upTo(BigInt(leastUnits), this.#step);
	}

	worthOf(units: bigint): bigint {
		return (units * this.#minor) / this.#units;
	}

	/** The most that a balance holds and a room takes; 0 where that is less than the least. */
	most(balance: bigint, room: bigint): bigint {
		const fitting = ((room + 1n) * this.#units - 1n) / this.#minor;
		const most = fitting < balance ? fitting : balance;
		const stepped = most - (most % this.#step);
		return stepped < this.#least ? 0n : stepped;
	}

	/** The fewest that are worth so much; 0 for nothing. */
	fewestWorth(minor: bigint): bigint {
		if (minor === 0n) return 0n;
		const exact = (minor * this.#units + this.#minor - 1n) / this.#minor;
		const stepped = upTo(exact, this.#step);
		return stepped < this.#least ? this.#least : stepped;
	}
}

function upTo(units: bigint, step: bigint): bigint {
	return ((units + step - 1n) / step) * step;
}

interface Stopped {
	readonly balance: bigint;
	readonly units: bigint;
	/** The fewest that would be worth more. */
	readonly next: bigint;
}

function limitOf({ leastUnits, stepUnits }: PlanRedemption, stopped: Stopped, room: Room): RedemptionLimit {
	const { balance, units, next } = stopped;
	if (balance === units) return { kind: 'balance' };
	if (next <= balance) return room.limit;
	if (balance < BigInt(leastUnits)) return { kind: 'least', leastUnits };
	return { kind: 'step', stepUnits, nextUnits: next <= BigInt(MAX_POINT_UNITS) ? Number(next) : null };
}
