/** The facts of one transaction as compiled code asks for them: what costs something is computed once, when first asked. */
import { dateOfEpochDay, epochDay, isoWeekday, type LocalDate } from '../../domain/calendar.ts';
import type { EvaluationState } from '../../domain/member.ts';
import { minuteClock } from '../../domain/timezone.ts';
import type { Transaction } from '../../domain/transaction.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { Plan, PlanDates, PlanFilter, PlanTotalFilter } from '../../plan/plan.ts';
import { daysFromBirthday } from '../birthdays.ts';
import { attributeValue, type KnownCondition, testKnown } from '../conditions.ts';
import { ownValue } from '../filters.ts';
import { LineSums } from './line-sums.ts';

/** A compiled condition, or all that a rule asks for besides what its index has settled. */
export type Guard = (transaction: Transaction, scene: Scene) => boolean;

/**
 * The exact points of some earns, before multipliers: returns a numerator of at least 0 and leaves the denominator in
 * {@link Scene.under}; both are safe integers. -1 where they would not be.
 */
export type Base = (transaction: Transaction, scene: Scene) => number;

const MINUTES_A_DAY = 1_440;
const NOBODY = { member: null, referred: null, budgetsUsedUnits: [] } as const;
const NOTHING = {
	id: '',
	member: null,
	event: 'purchase',
	attributes: {},
	atMs: 0,
	store: null,
	chain: null,
	channel: null,
	orderType: null,
	lines: [],
	discountMinor: 0,
	taxesMinor: 0,
	feesMinor: 0,
	tipMinor: 0,
	paidWithPointsMinor: 0,
} as const satisfies Transaction;

/** One object for all transactions of a program, one after the other: {@link open} makes it tell of the next. */
export class Scene {
	transaction: Transaction = NOTHING;
	state: EvaluationState = NOBODY;
	/** Local days since 1970-01-01. */
	day = 0;
	/** Minutes of local time since 1970-01-01. */
	moment = 0;
	/** Minutes since the business day began, and its weekday, 1 Monday to 7 Sunday. */
	minute = 0;
	weekday = 1;
	tier: string | null = null;
	/** The member's birth month; 0, which is no month, where it is not known. */
	birthMonth = 0;
	/** Beside the numerator that a compiled award returns, its denominator. */
	under = 1;
	/** Conditions that several rules ask for. */
	readonly shared: readonly Guard[];
	readonly #plan: Plan;
	readonly #filters: readonly PlanFilter[];
	readonly #clock: (atMs: number) => number;
	readonly #dayStartsMinute: number;
	readonly #sums: LineSums;
	readonly #amounts: Float64Array;
	/** What was computed for which transaction: counted up, so that nothing has to be cleared. */
	readonly #known: Int32Array;
	readonly #held: Int32Array;
	#turn = 0;
	#summed = 0;
	#aged = 0;
	#birthday = 0;
	#dated = Number.NaN;
	#date: LocalDate = { year: 1970, month: 1, day: 1 };
	#birthDate: LocalDate | null = null;

	constructor(plan: Plan, shared: readonly Guard[]) {
		const clock = minuteClock(plan.program.timezone);
		if (!clock) throw new Error(`The plan's timezone ${plan.program.timezone} is unknown to this machine`);
		this.#clock = clock;
		this.#plan = plan;
		this.#filters = plan.filters;
		this.#dayStartsMinute = plan.program.dayStartsMinute;
		this.#sums = new LineSums(plan.filters);
		this.#amounts = new Float64Array(plan.filters.length);
		this.#known = new Int32Array(plan.filters.length);
		this.#held = new Int32Array(shared.length);
		this.shared = shared;
	}

	/** Turns to a transaction; what was computed for the one before is forgotten. */
	open(transaction: Transaction, state: EvaluationState): void {
		this.transaction = transaction;
		this.state = state;
		this.#turn += 1;
		if (this.#turn === MOST_TURNS) this.#beginAnew();
		this.moment = this.#clock(transaction.atMs);
		this.day = Math.floor(this.moment / MINUTES_A_DAY);
		// Before a business day begins it is still the one before.
		const business = this.moment - this.#dayStartsMinute;
		const businessDay = Math.floor(business / MINUTES_A_DAY);
		this.minute = business - businessDay * MINUTES_A_DAY;
		this.weekday = isoWeekday(businessDay);
		const { member } = state;
		this.tier = member === null ? null : member.tier;
		this.#birthDate = member === null ? null : member.birthDate;
		this.birthMonth = this.#birthDate === null ? 0 : this.#birthDate.month;
	}

	#beginAnew(): void {
		this.#turn = 1;
		this.#summed = 0;
		this.#aged = 0;
		this.#known.fill(0);
		this.#held.fill(0);
	}

	/** The amount of a filter by its index. */
	amount(filter: number): number {
		if (this.#known[filter] === this.#turn) return this.#amounts[filter] as number;
		const amount = this.#amountOf(this.#filters[filter] as PlanFilter, filter);
		this.#known[filter] = this.#turn;
		this.#amounts[filter] = amount;
		return amount;
	}

	/** How many thousandths of a unit an items filter chooses, by its index; one that counts units itself says its amount. */
	units(filter: number): number {
		const items = this.#filters[filter];
		if (items?.kind === 'items' && items.isQuantity) return this.amount(filter);
		return this.#lines().units(filter);
	}

	/** What the reference says of a condition: 1 it holds, 0 it fails, -1 unknown. */
	asks(condition: KnownCondition): number {
		const { day, moment, transaction, state } = this;
		const local = { day, minute: moment - day * MINUTES_A_DAY, weekday: isoWeekday(day) };
		const facts = { plan: this.#plan, transaction, local, state };
		const { verdict } = testKnown(condition, facts);
		return verdict === 'unknown' ? -1 : Number(verdict === 'holds');
	}

	/** Whether a shared condition holds, by its index: kept as twice the turn, plus one where it does. */
	holds(condition: number): boolean {
		const known = this.#held[condition] as number;
		if (known >> 1 === this.#turn) return (known & 1) === 1;
		const holds = (this.shared[condition] as Guard)(this.transaction, this);
		this.#held[condition] = this.#turn * 2 + (holds ? 1 : 0);
		return holds;
	}

	/** Says whether dates include the moment, or the day that a date attribute says. */
	isWithin({ by, from, until }: PlanDates): boolean {
		const moment = by === null ? this.moment : this.#momentOf(by);
		if (moment === null) return false;
		if (from !== null && moment < from.day * MINUTES_A_DAY + from.minute) return false;
		return until === null || moment < until.day * MINUTES_A_DAY + until.minute;
	}

	/** Days from the nearest birthday; NaN, which fails every comparison, where it is not known. */
	birthday(): number {
		if (this.#aged !== this.#turn) {
			this.#aged = this.#turn;
			this.#birthday =
				this.#birthDate === null ? Number.NaN : daysFromBirthday(this.#birthDate, this.day, this.#today().year);
		}
		return this.#birthday;
	}

	/** The local month. */
	month(): number {
		return this.#today().month;
	}

	#today(): LocalDate {
		if (this.#dated !== this.day) {
			this.#dated = this.day;
			this.#date = dateOfEpochDay(this.day);
		}
		return this.#date;
	}

	/** A date attribute is the first minute of its day. */
	#momentOf(attribute: number): number | null {
		const facts = { plan: this.#plan, transaction: this.transaction, state: this.state };
		const value = attributeValue(attribute, facts);
		return value?.kind === 'date' ? epochDay(value.date) * MINUTES_A_DAY : null;
	}

	#lines(): LineSums {
		if (this.#summed !== this.#turn) {
			this.#sums.open(this.transaction);
			this.#summed = this.#turn;
		}
		return this.#sums;
	}

	/** Both bounds refer to the unreduced amount. */
	#amountOf(filter: PlanFilter, index: number): number {
		const { above, upTo } = filter;
		let amount = this.#unreduced(filter, index);
		if (upTo !== null && amount > upTo) amount = upTo;
		if (above !== null) amount = amount > above ? amount - above : 0;
		return amount;
	}

	#unreduced(filter: PlanFilter, index: number): number {
		switch (filter.kind) {
			case 'total':
				return this.#total(filter);
			case 'items':
				return this.#lines().amount(index);
			case 'paid':
				return this.transaction.paidWithPointsMinor;
			case 'attribute': {
				const name = this.#plan.attributes[filter.attribute]?.name ?? '';
				const value = ownValue(this.transaction.attributes, name);
				return value?.kind === 'number' && value.millionths > 0 ? value.millionths : 0;
			}
			default:
				return unreachable(filter);
		}
	}

	#total({ without, beforeDiscounts }: PlanTotalFilter): number {
		const { transaction } = this;
		let sum = this.#lines().items;
		if (!beforeDiscounts) sum -= transaction.discountMinor;
		if (!without.taxes) sum += transaction.taxesMinor;
		if (!without.fees) sum += transaction.feesMinor;
		if (!without.tip) sum += transaction.tipMinor;
		if (without.points) sum -= transaction.paidWithPointsMinor;
		return sum > 0 ? sum : 0;
	}
}

/** Twice as many, plus one, must fit into 31 bits. */
const MOST_TURNS = 2 ** 29;
