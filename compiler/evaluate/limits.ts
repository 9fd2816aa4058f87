/** Step 8: what limits and budgets leave of what awards want. Values are point units; whole unless rounding is carried. */
import { shiftSpan, type Span } from '#grammar';
import {
	addRationals,
	compareRationals,
	fractionOf,
	type Rational,
	multiplyRationals,
	powerOfTen,
	rational,
	rationalFromInteger,
	subtractRationals,
	ZERO,
} from '../domain/rational.ts';
import { roundRational } from '../domain/rounding.ts';
import { valueAt } from '../formula/analyse.ts';
import type { PlanLimit } from '../plan/plan.ts';
import type { Exact } from './awards.ts';
import type { Facts } from './facts.ts';
import type { Cut, CutBy } from './outcome.ts';

/** Units of an award, and the parts of them that campaigns' multipliers add. */
export interface Parts {
	readonly units: Rational;
	/** In the order of the text; together at most `units`. */
	readonly added: readonly { readonly campaign: number; readonly units: Rational }[];
}

/** An award with what it wants. */
export interface Wanted extends Parts {
	readonly award: Exact;
}

/** What limits leave of an award. */
export interface Given {
	readonly units: Rational;
	/** What budgets left of it, before the program's limits. */
	readonly afterBudgets: Parts;
	/** What cut it, in the order of taking. */
	readonly cuts: readonly Cut[];
}

/** What limits leave of all awards, in the order of taking. */
export interface Taken {
	readonly given: readonly Given[];
}

type Recipient = 'member' | 'referred';

/** What came up to a limit of all or nothing that several awards share: the sum that it is compared with. */
interface Arrived {
	readonly limit: PlanLimit;
	readonly recipient: Recipient;
	readonly units: Rational;
}

/** Which limits count: all of them, or those of one transaction alone, as exclusive sets are decided. */
export type Reach = 'all' | 'transaction';

/**
 * Takes awards one after the other: each through its rule's limits, its campaign's and its budget, and the program's. A limit
 * of all or nothing that several awards share is decided once all have come up to it, and then all is taken anew without them:
 * first the campaigns', then the program's, since what a campaign refuses is not the program's to count.
 */
export function takeAwards(wanted: readonly Wanted[], facts: Facts, reach: Reach): Taken {
	const { program, campaigns } = facts.plan;
	const refused = new Map<number, Refusal>();
	const refuse = ({ arrived }: Passed, limits: readonly PlanLimit[], isIn: (wanted: Wanted) => boolean, by: CutBy) => {
		for (const { limit, recipient, units } of arrived) {
			const left = leftOf(limit, recipient, facts, reach);
			if (!limits.includes(limit) || left === null || compareRationals(units, left) <= 0) continue;
			for (const [index, each] of wanted.entries()) {
				if (each.award.candidate.recipient === recipient && isIn(each)) refused.set(index, { by, span: limit.span });
			}
		}
	};
	const first = new Taking(facts, reach).take(wanted, refused);
	for (const [index, { limits }] of campaigns.entries()) {
		refuse(first, limits, ({ award }) => award.candidate.campaign === index, 'campaign limit');
	}
	const second = refused.size === 0 ? first : new Taking(facts, reach).take(wanted, refused);
	const before = refused.size;
	refuse(second, program.limits, () => true, 'program limit');
	return refused.size === before ? second : new Taking(facts, reach).take(wanted, refused);
}

/** A limit of all or nothing that an award shares with others, and that would be exceeded. */
type Refusal = Pick<Cut, 'by' | 'span'>;

/** What a limit of points leaves before this transaction; null where it does not count here. */
function leftOf(limit: PlanLimit, recipient: Recipient, facts: Facts, reach: Reach): Rational | null {
	if (limit.kind === 'times') return null;
	if (limit.kind === 'formula') return capOf(limit.formula, facts);
	if (limit.usage === null) return rationalFromInteger(limit.units);
	if (reach === 'transaction') return null;
	const used = facts.state[recipient]?.usages[limit.usage]?.units ?? 0;
	return rationalFromInteger(Math.max(limit.units - used, 0));
}

/** A cap by spend, in whole units rounded down; 0 where it is undefined or negative. */
function capOf(formula: Extract<PlanLimit, { kind: 'formula' }>['formula'], { amounts, plan }: Facts): Rational {
	const value = valueAt(formula, formula.filter === null ? 0 : (amounts[formula.filter] ?? 0));
	if (value === 'undefined' || value.numerator < 0n) return ZERO;
	const units = multiplyRationals(value, rational(powerOfTen(plan.program.pointDecimals)));
	return rationalFromInteger(roundRational(units, 'down'));
}

/** What one pass over the awards came to. */
interface Passed extends Taken {
	readonly arrived: readonly Arrived[];
}

/** One pass over the awards, with what the earlier ones have used up of every limit that several share. */
class Taking {
	readonly #facts: Facts;
	readonly #reach: Reach;
	readonly #used = new Map<PlanLimit, Map<Recipient, Rational>>();
	readonly #arrived = new Map<PlanLimit, Map<Recipient, Rational>>();
	readonly #budgets = new Map<number, Rational>();

	constructor(facts: Facts, reach: Reach) {
		this.#facts = facts;
		this.#reach = reach;
	}

	take(wanted: readonly Wanted[], refused: ReadonlyMap<number, Refusal>): Passed {
		const given = wanted.map((each, index) => this.#takeOne(each, refused.get(index) ?? null));
		const arrived = [...this.#arrived].flatMap(([limit, sums]) =>
			[...sums].map(([recipient, units]) => ({ limit, recipient, units })),
		);
		return { given, arrived };
	}

	#takeOne(wanted: Wanted, refused: Refusal | null): Given {
		const { program, rules, campaigns } = this.#facts.plan;
		const { source, recipient, campaign } = wanted.award.candidate;
		if (refused) {
			const cuts = [cutOf(refused.by, refused.span, wanted.units, ZERO)];
			return { units: ZERO, cuts, afterBudgets: { units: ZERO, added: [] } };
		}
		const rule = source.kind === 'rule' ? rules[source.index] : undefined;
		const around = campaign === null ? [] : (campaigns[campaign]?.limits ?? []);
		let given: Given = { units: wanted.units, cuts: [], afterBudgets: wanted };
		for (const limit of rule?.limits ?? []) given = this.#cut(given, limit, recipient, 'rule limit', rule?.span.start);
		for (const limit of around) given = this.#cut(given, limit, recipient, 'campaign limit');
		given = this.#cutByBudgets(given, wanted);
		for (const limit of program.limits) given = this.#cut(given, limit, recipient, 'program limit');
		for (const limit of [...around, ...program.limits]) addTo(this.#used, limit, recipient, given.units);
		this.#chargeBudgets(given, wanted);
		return given;
	}

	/** `from` is where the limit's span counts from. */
	#cut(given: Given, limit: PlanLimit, recipient: Recipient, by: CutBy, from = 0): Given {
		const whole = leftOf(limit, recipient, this.#facts, this.#reach);
		if (whole === null) return given;
		if (limit.kind !== 'times' && limit.orNothing && by !== 'rule limit') {
			addTo(this.#arrived, limit, recipient, given.units);
			return given;
		}
		const left = subtractRationals(whole, this.#used.get(limit)?.get(recipient) ?? ZERO);
		if (compareRationals(given.units, left) <= 0) return given;
		const isRefused = limit.kind !== 'times' && limit.orNothing;
		const units = isRefused || left.numerator < 0n ? ZERO : left;
		return { ...given, units, cuts: [...given.cuts, cutOf(by, shiftSpan(limit.span, from), given.units, units)] };
	}

	/** A campaign's budget pays for its rules' awards, and for what its multipliers add to others. */
	#cutByBudgets(given: Given, wanted: Wanted): Given {
		const own = wanted.award.candidate.campaign;
		const before = partsOf(given.units, wanted);
		const cuts = [...given.cuts];
		const pay = (campaign: number, units: Rational) => {
			const left = this.#budgetLeft(campaign);
			if (left === null || compareRationals(units, left) <= 0) return units;
			cuts.push(cutOf('campaign budget', this.#facts.plan.campaigns[campaign]?.span ?? NOWHERE, units, left));
			return left;
		};
		const added = before.added.map(({ campaign, units }) => ({
			campaign,
			units: campaign === own ? units : pay(campaign, units),
		}));
		const units = addRationals(subtractRationals(before.units, sumOf(before.added)), sumOf(added));
		const most = own === null ? units : pay(own, units);
		return { units: most, cuts, afterBudgets: partsOf(most, { units, added }) };
	}

	#budgetLeft(campaign: number): Rational | null {
		const budget = this.#facts.plan.campaigns[campaign]?.budgetUnits ?? null;
		if (budget === null || this.#reach === 'transaction') return null;
		const before = this.#facts.state.budgetsUsedUnits[campaign] ?? 0;
		const left = subtractRationals(rationalFromInteger(budget - before), this.#budgets.get(campaign) ?? ZERO);
		return left.numerator < 0n ? ZERO : left;
	}

	#chargeBudgets(given: Given, wanted: Wanted): void {
		for (const { campaign, units } of budgetParts(given.units, given, wanted.award)) {
			if (this.#facts.plan.campaigns[campaign]?.budgetUnits == null || units.numerator === 0n) continue;
			this.#budgets.set(campaign, addRationals(this.#budgets.get(campaign) ?? ZERO, units));
		}
	}
}

const NOWHERE: Span = { start: 0, end: 0 };

function cutOf(by: CutBy, span: Span, before: Rational, after: Rational): Cut {
	return { by, span, units: fractionOf(subtractRationals(before, after)) };
}

function addTo(
	sums: Map<PlanLimit, Map<Recipient, Rational>>,
	limit: PlanLimit,
	recipient: Recipient,
	units: Rational,
): void {
	const own = sums.get(limit) ?? new Map<Recipient, Rational>();
	own.set(recipient, addRationals(own.get(recipient) ?? ZERO, units));
	sums.set(limit, own);
}

function sumOf(parts: Parts['added']): Rational {
	return parts.reduce((sum, { units }) => addRationals(sum, units), ZERO);
}

/** The parts of what is left of some units. What multipliers add comes last, so it is what a limit cuts first. */
function partsOf(units: Rational, whole: Parts): Parts {
	let left = subtractRationals(units, subtractRationals(whole.units, sumOf(whole.added)));
	const added = whole.added.map((part) => {
		const kept = left.numerator <= 0n ? ZERO : compareRationals(part.units, left) <= 0 ? part.units : left;
		left = subtractRationals(left, kept);
		return { campaign: part.campaign, units: kept };
	});
	return { units, added };
}

/** Which campaigns pay for how much of the units that an award gives at last. */
export function budgetParts(units: Rational, { afterBudgets }: Given, { candidate }: Exact): Parts['added'] {
	const own = candidate.campaign;
	const others = partsOf(units, afterBudgets).added.filter(({ campaign }) => campaign !== own);
	return own === null ? others : [{ campaign: own, units }, ...others];
}
