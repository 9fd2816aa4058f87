/** What stands of the awards of a sale after goods of it went back. */
import type { EvaluationState } from '../domain/member.ts';
import {
	addRationals,
	ceilRational,
	compareRationals,
	fractionOf,
	type Rational,
	rationalFromFraction,
	rationalFromInteger,
	subtractRationals,
	ZERO,
} from '../domain/rational.ts';
import type { Transaction } from '../domain/transaction.ts';
import { gatherCartFacts } from '../evaluate/facts.ts';
import { type Cart, cartOf } from '../evaluate/filters.ts';
import type { AwardSource, Outcome, StateChange } from '../evaluate/outcome.ts';
import { evaluateGrants, type Grant } from '../evaluate/reference.ts';
import { carry } from '../evaluate/rounding.ts';
import type { Plan } from '../plan/plan.ts';
import { type ReturnedGoods, remainsOf } from './goods.ts';

/** What a sale comes to after returns: of each award what stands, and of each limit and budget what it still uses. */
export interface Upheld {
	/** Every award of the sale, in the order of taking. */
	readonly awards: readonly UpheldAward[];
	/** Point units of all awards that stand. */
	readonly totalUnits: number;
	/** Never more than at first. */
	readonly change: StateChange;
	/** The cart that remains; null: nothing does. */
	readonly cart: Cart | null;
}

/** What stands of one award, in point units. */
export interface UpheldAward {
	readonly source: AwardSource;
	readonly firstUnits: number;
	readonly units: number;
}

/** A sale with what it was evaluated against and all that went back of it. */
export interface ReturnedSale {
	readonly plan: Plan;
	readonly sale: Transaction;
	/** As it was at first, before the sale. */
	readonly state: EvaluationState;
	readonly returned: readonly ReturnedGoods[];
}

/**
 * What stands: in all the smaller of what the sale earned at first and of what the remaining cart would have earned in its
 * place; of each award no more than it was. What the remaining cart would have earned by other rules stands for what is lost,
 * so that nothing is charged to a limit or a budget that was not charged at first.
 */
export function upheld({ plan, sale, state, returned }: ReturnedSale): Upheld {
	const first = evaluatedCart(plan, cartOf(sale), state);
	const cart = returned.length === 0 ? cartOf(sale) : remainsOf(sale, returned);
	const rest = returned.length === 0 ? first : cart ? evaluatedCart(plan, cart, state) : NOTHING;
	// A formula may give more for less, even more than a transaction can hold; then all stands.
	const pairs = paired(first, rest.outcome.kind === 'too-large' ? first : rest);
	const exact = within(
		pairs.map(({ first }) => first.exact),
		pairs.map(({ rest }) => rest?.exact ?? ZERO),
		sumOf(rest.outcome.kind === 'too-large' ? first.grants.map(exactOf) : rest.grants.map(exactOf)),
	);
	const settled = settle(plan, exact, pairs, state);
	const awards = pairs.map(({ first: { source, units: firstUnits } }, index) => {
		return { source, firstUnits, units: settled.units[index] ?? 0 };
	});
	return {
		awards,
		totalUnits: settled.units.reduce((sum, units) => sum + units, 0),
		change: {
			usedRules: usedRules(first.outcome, rest.outcome, awards),
			budgetUnits: budgets(first.outcome, pairs, settled.units),
			remainder: settled.remainder,
			referredRemainder: null,
		},
		cart,
	};
}

interface Evaluated {
	readonly outcome: Outcome;
	/** Of the member: a sale brings nobody. */
	readonly grants: readonly Grant[];
}

const NO_CHANGE: StateChange = { usedRules: [], budgetUnits: [], remainder: null, referredRemainder: null };
const NOTHING: Evaluated = {
	outcome: { kind: 'awarded', awards: [], totalUnits: 0, referredUnits: 0, change: NO_CHANGE },
	grants: [],
};

function evaluatedCart(plan: Plan, cart: Cart, state: EvaluationState): Evaluated {
	const { outcome, grants } = evaluateGrants(gatherCartFacts(plan, cart, state));
	return { outcome, grants: grants.filter(({ recipient }) => recipient === 'member') };
}

/** An award of the sale, and the same of the remaining cart; null where that has none. */
interface Pair {
	readonly first: Grant;
	readonly rest: Grant | null;
}

function paired(first: Evaluated, rest: Evaluated): readonly Pair[] {
	const isSame = (a: AwardSource, b: AwardSource) => a.kind === b.kind && a.index === b.index;
	return first.grants.map((grant) => ({
		first: grant,
		rest: rest.grants.find(({ source }) => isSame(source, grant.source)) ?? null,
	}));
}

function exactOf({ exact }: Grant): Rational {
	return exact;
}

function sumOf(parts: readonly Rational[]): Rational {
	return parts.reduce(addRationals, ZERO);
}

function smaller(a: Rational, b: Rational): Rational {
	return compareRationals(a, b) <= 0 ? a : b;
}

/**
 * Parts that come to `sum`, or to all of `most` where that is less: each at most its own of `most`, and as wished where that
 * allows it; what is missing then goes to the first ones that have room.
 */
function within(most: readonly Rational[], wished: readonly Rational[], sum: Rational): readonly Rational[] {
	const parts = most.map((part, index) => smaller(part, wished[index] ?? ZERO));
	let missing = subtractRationals(smaller(sumOf(most), sum), sumOf(parts));
	return parts.map((part, index) => {
		const more = smaller(subtractRationals(most[index] ?? ZERO, part), missing);
		missing = subtractRationals(missing, more);
		return addRationals(part, more);
	});
}

/** What is posted of what stands exactly. */
function settle(plan: Plan, exact: readonly Rational[], pairs: readonly Pair[], { member }: EvaluationState) {
	const { program } = plan;
	if (program.roundingPlace !== 'carried') {
		return { units: exact.map(({ numerator }) => Number(numerator)), remainder: null };
	}
	const carried = carry(exact, member ? rationalFromFraction(member.remainder) : ZERO, program);
	const most = pairs.map(({ first }) => rationalFromInteger(first.units));
	const units = within(most, carried.units, sumOf(carried.units));
	return {
		units: units.map(({ numerator }) => Number(numerator)),
		remainder: member ? fractionOf(carried.remainder) : null,
	};
}

/** A rule has used one of its times as long as it gives something, or changes what others give. */
function usedRules(first: Outcome, rest: Outcome, awards: readonly UpheldAward[]): readonly number[] {
	const gives = (rule: number) =>
		awards.some(({ source, units }) => source.kind === 'rule' && source.index === rule && units > 0);
	const stillUsed = rest.kind === 'awarded' ? rest.change.usedRules : [];
	return changeOf(first).usedRules.filter((rule) => gives(rule) || rest.kind === 'too-large' || stillUsed.includes(rule));
}

function changeOf(outcome: Outcome): StateChange {
	return outcome.kind === 'awarded' ? outcome.change : NO_CHANGE;
}

/** What budgets still pay: of each award no more than they paid at first. */
function budgets(first: Outcome, pairs: readonly Pair[], units: readonly number[]): StateChange['budgetUnits'] {
	return changeOf(first).budgetUnits.flatMap(({ campaign, units: charged }) => {
		const paid = sumOf(pairs.map((pair, index) => paidOf(pair, campaign, units[index] ?? 0)));
		const left = Math.min(Number(ceilRational(paid)), charged);
		return left > 0 ? [{ campaign, units: left }] : [];
	});
}

function paidOf({ first, rest }: Pair, campaign: number, units: number): Rational {
	const of = (grant: Grant | null) => grant?.paid.find((part) => part.campaign === campaign)?.units ?? ZERO;
	// What stands beyond the remaining cart's own award may be what multipliers added.
	const beyond = Math.max(units - Math.min(first.units, rest?.units ?? 0), 0);
	return smaller(of(first), addRationals(of(rest), rationalFromInteger(beyond)));
}
