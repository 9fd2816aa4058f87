import { dateOfEpochDay, type LocalDate } from '../../domain/calendar.ts';
import type { EvaluationState } from '../../domain/member.ts';
import type { LocalTime } from '../../domain/timezone.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { Plan } from '../../plan/plan.ts';
import { daysFromBirthday } from '../birthdays.ts';
import { type KnownCondition, testKnown } from '../conditions.ts';
import { businessTime } from '../facts.ts';
import { cartOf, shares } from '../filters.ts';

/** A compiled filter: its whole amount. */
export type FilterFunction = (transaction: Transaction, scene: Scene) => number;
/** A compiled condition that several rules share. */
export type ConditionFunction = (transaction: Transaction, scene: Scene) => boolean;
/** A compiled rule or tier: the units it wants; 0 where it does not award, Infinity where they are too many. */
export type AwardFunction = (transaction: Transaction, scene: Scene) => number;

/** What is the same for every transaction of a plan. */
export interface Stage {
	readonly plan: Plan;
	readonly filters: readonly FilterFunction[];
	/** What items filters choose, in thousandths of a unit; null for other filters. */
	readonly quantities: readonly (FilterFunction | null)[];
	readonly conditions: readonly ConditionFunction[];
	/** By tier; one more at the end for members without a tier. */
	readonly multipliers: readonly { readonly numerator: bigint; readonly denominator: bigint }[];
}

/** The facts of one transaction as generated code asks for them: what costs something is computed once, when first asked. */
export class Scene {
	/** Minutes of local time since 1970-01-01. */
	readonly moment: number;
	/** Minutes since the business day began, and its weekday. */
	readonly minute: number;
	readonly weekday: number;
	readonly tier: string | null;
	/** The tier's multiplier as doubles, for code that has proven them exact, and as big integers. */
	readonly scale: number;
	readonly divisor: number;
	readonly bigScale: bigint;
	readonly bigDivisor: bigint;
	/** The member's birth month; 0, which is no month, where it is not known. */
	readonly birthMonth: number;
	readonly #stage: Stage;
	readonly #transaction: Transaction;
	readonly #state: EvaluationState;
	readonly #local: LocalTime;
	readonly #birthDate: LocalDate | null;
	readonly #amounts: number[];
	readonly #held: number[];
	#lines: readonly number[] | null = null;
	#unpaid: readonly number[] | null = null;
	#items = -1;

	constructor(stage: Stage, transaction: Transaction, state: EvaluationState, local: LocalTime, tierIndex: number) {
		const { member } = state;
		const business = businessTime(local, stage.plan.program.dayStartsMinute);
		this.#stage = stage;
		this.#transaction = transaction;
		this.#state = state;
		this.#local = local;
		this.moment = local.day * 1_440 + local.minute;
		this.minute = business.minute;
		this.weekday = business.weekday;
		this.tier = member === null ? null : member.tier;
		// Tiers multiply purchases only.
		const multiplier = transaction.event === 'purchase' ? stage.multipliers[tierIndex] : undefined;
		this.bigScale = multiplier?.numerator ?? 1n;
		this.bigDivisor = multiplier?.denominator ?? 1n;
		this.scale = Number(this.bigScale);
		this.divisor = Number(this.bigDivisor);
		this.#birthDate = member === null ? null : member.birthDate;
		this.birthMonth = this.#birthDate === null ? 0 : this.#birthDate.month;
		this.#amounts = stage.filters.map(() => -1);
		this.#held = stage.conditions.map(() => -1);
	}

	/** The amount of a filter by its index. */
	amount(filter: number): number {
		const known = this.#amounts[filter] ?? -1;
		if (known >= 0) return known;
		const amount = this.#stage.filters[filter]?.(this.#transaction, this) ?? 0;
		this.#amounts[filter] = amount;
		return amount;
	}

	/** How many thousandths of a unit an items filter chooses, by its index. */
	units(filter: number): number {
		return this.#stage.quantities[filter]?.(this.#transaction, this) ?? 0;
	}

	/** What the reference says of a condition: 1 it holds, 0 it fails, -1 unknown. */
	asks(condition: KnownCondition): number {
		const { plan } = this.#stage;
		const facts = { plan, transaction: this.#transaction, local: this.#local, state: this.#state };
		const { verdict } = testKnown(condition, facts);
		return verdict === 'unknown' ? -1 : Number(verdict === 'holds');
	}

	/** Whether a shared condition holds. */
	holds(condition: number): boolean {
		const known = this.#held[condition] ?? -1;
		if (known >= 0) return known === 1;
		const holds = this.#stage.conditions[condition]?.(this.#transaction, this) ?? false;
		this.#held[condition] = holds ? 1 : 0;
		return holds;
	}

	/** The sum of the lines, before the order's discount. */
	items(): number {
		if (this.#items < 0) this.#items = this.#transaction.lines.reduce((sum, line) => sum + line.amountMinor, 0);
		return this.#items;
	}

	/** The lines' amounts with the order's discount spread over them. */
	lines(): readonly number[] {
		this.#lines ??= linesAfterDiscount(this.#transaction, this.items());
		return this.#lines;
	}

	/** The lines' amounts without the part that was paid with points either. */
	unpaid(): readonly number[] {
		const net = this.lines();
		if (this.#transaction.paidWithPointsMinor === 0) return net;
		if (this.#unpaid) return this.#unpaid;
		const { paidShares } = cartOf(this.#transaction);
		this.#unpaid = net.map((amount, index) => amount - (paidShares[index] ?? 0));
		return this.#unpaid;
	}

	/** Days from the nearest birthday; NaN, which fails every comparison, where it is not known. */
	birthday(): number {
		return this.#birthDate === null ? Number.NaN : daysFromBirthday(this.#birthDate, this.#local.day);
	}

	/** The local month. */
	month(): number {
		return dateOfEpochDay(this.#local.day).month;
	}
}

/** The amounts of the lines after an order-level discount, in doubles where every product is exact and in big integers otherwise. */
export function linesAfterDiscount({ lines, discountMinor }: Transaction, sum: number): readonly number[] {
	const amounts = lines.map((line) => line.amountMinor);
	if (discountMinor === 0) return amounts;
	// No line is above the sum; a product beyond the safe integers is not rounded back into them.
	if (sum * discountMinor > Number.MAX_SAFE_INTEGER) {
		const borne = shares(amounts, discountMinor);
		return amounts.map((amount, index) => amount - (borne[index] ?? 0));
	}
	const rests = amounts.map((amount) => (amount * discountMinor) % sum);
	const net = amounts.map((amount, index) => amount - (amount * discountMinor - (rests[index] ?? 0)) / sum);
	const left = net.reduce((total, amount) => total + amount, 0) - (sum - discountMinor);
	if (left === 0) return net;
	const byRest = [...net.keys()].sort((a, b) => (rests[b] ?? 0) - (rests[a] ?? 0) || a - b);
	for (const lucky of byRest.slice(0, left)) net[lucky] = (net[lucky] ?? 0) - 1;
	return net;
}
