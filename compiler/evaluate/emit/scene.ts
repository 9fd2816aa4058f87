import { dateOfEpochDay, type LocalDate } from '../../domain/calendar.ts';
import type { MemberState } from '../../domain/member.ts';
import type { LocalTime } from '../../domain/timezone.ts';
import type { Transaction } from '../../domain/transaction.ts';
import { daysFromBirthday } from '../birthdays.ts';
import { discountShares } from '../filters.ts';

/** A compiled filter: its amount in minor units. */
export type FilterFunction = (transaction: Transaction, scene: Scene) => number;
/** A compiled condition that several rules share. */
export type ConditionFunction = (transaction: Transaction, scene: Scene) => boolean;
/** A compiled rule or tier: the units it wants; 0 where it does not award, Infinity where they are too many. */
export type AwardFunction = (transaction: Transaction, scene: Scene) => number;

/** What is the same for every transaction of a plan. */
export interface Stage {
	readonly filters: readonly FilterFunction[];
	readonly conditions: readonly ConditionFunction[];
	/** By tier; one more at the end for members without a tier. */
	readonly multipliers: readonly { readonly numerator: bigint; readonly denominator: bigint }[];
}

/** The facts of one transaction as generated code asks for them: what costs something is computed once, when first asked. */
export class Scene {
	/** Minutes of local time since 1970-01-01. */
	readonly moment: number;
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
	readonly #day: number;
	readonly #birthDate: LocalDate | null;
	readonly #amounts: number[];
	readonly #held: number[];
	#lines: readonly number[] | null = null;
	#items = -1;

	constructor(stage: Stage, transaction: Transaction, member: MemberState | null, local: LocalTime, tierIndex: number) {
		this.#stage = stage;
		this.#transaction = transaction;
		this.moment = local.day * 1_440 + local.minute;
		this.minute = local.minute;
		this.weekday = local.weekday;
		this.#day = local.day;
		this.tier = member === null ? null : member.tier;
		const multiplier = stage.multipliers[tierIndex];
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

	/** Days from the nearest birthday; NaN, which fails every comparison, where it is not known. */
	birthday(): number {
		return this.#birthDate === null ? Number.NaN : daysFromBirthday(this.#birthDate, this.#day);
	}

	/** The local month. */
	month(): number {
		return dateOfEpochDay(this.#day).month;
	}
}

/** The amounts of the lines after an order-level discount, in doubles where every product is exact and in big integers otherwise. */
export function linesAfterDiscount({ lines, discountMinor }: Transaction, sum: number): readonly number[] {
	const amounts = lines.map((line) => line.amountMinor);
	if (discountMinor === 0) return amounts;
	// No line is above the sum; a product beyond the safe integers is not rounded back into them.
	if (sum * discountMinor > Number.MAX_SAFE_INTEGER) {
		const shares = discountShares(amounts, discountMinor);
		return amounts.map((amount, index) => amount - (shares[index] ?? 0));
	}
	const rests = amounts.map((amount) => (amount * discountMinor) % sum);
	const net = amounts.map((amount, index) => amount - (amount * discountMinor - (rests[index] ?? 0)) / sum);
	const left = net.reduce((total, amount) => total + amount, 0) - (sum - discountMinor);
	if (left === 0) return net;
	const byRest = [...net.keys()].sort((a, b) => (rests[b] ?? 0) - (rests[a] ?? 0) || a - b);
	for (const lucky of byRest.slice(0, left)) net[lucky] = (net[lucky] ?? 0) - 1;
	return net;
}
