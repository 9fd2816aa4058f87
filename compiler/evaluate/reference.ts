/**
 * The readable evaluator: the language's sections 3 and 6 in their order, on exact rationals, with every reason kept. It is
 * slow, and it is right; every faster one must agree with it to the last point.
 */
import { dateOfEpochDay, formatIsoDate, weekdayName } from '../domain/calendar.ts';
import type { EvaluationState } from '../domain/member.ts';
import {
	addRationals,
	ceilRational,
	compareRationals,
	divideRationals,
	floorRational,
	fractionOf,
	isZeroRational,
	multiplyRationals,
	type Rational,
	rationalFromFraction,
	rationalFromInteger,
	subtractRationals,
	ZERO,
} from '../domain/rational.ts';
import type { Transaction } from '../domain/transaction.ts';
import type { Plan, PlanProgram, PlanRule } from '../plan/plan.ts';
import { appraise, candidatesOf, type Exact, multipliersOf } from './awards.ts';
import { resolveSets } from './exclusive.ts';
import { type Facts, gatherFacts } from './facts.ts';
import { budgetParts, type Given, takeAwards, type Taken, type Wanted } from './limits.ts';
import { matchRule } from './matching.ts';
import {
	type AppliedMultiplier,
	type Award,
	type AwardReason,
	type AwardSource,
	type Explanation,
	MAX_POINT_UNITS,
	type Outcome,
	type RuleTrace,
	type StateChange,
	type WhyNot,
} from './outcome.ts';
import { carry, inUnits, roundAwards, shareBack } from './rounding.ts';

/** Evaluates a transaction with all reasons. */
export function evaluateReference(plan: Plan, transaction: Transaction, state: EvaluationState): Explanation {
	const facts = gatherFacts(plan, transaction, state);
	const matched = plan.rules.map((rule) => matchRule(rule, facts));
	const matching = [...matched.keys()].filter((index) => matched[index]?.whyNot === null);
	const { rules, lost } = resolveSets(matching, facts);
	const awarded = award(rules, facts);
	const traces = plan.rules.map(({ name }, index): RuleTrace => {
		const loss = lost.get(index);
		const whyNot: WhyNot | null =
			matched[index]?.whyNot ?? (loss ? { kind: 'set-lost', ...loss } : (awarded.whyNot.get(index) ?? null));
		return { index, name, awarded: whyNot === null, whyNot, conditions: matched[index]?.conditions ?? [] };
	});
	const { day, minute } = facts.local;
	return {
		outcome: awarded.outcome,
		awards: awarded.reasons,
		rules: traces,
		amounts: facts.amounts,
		event: transaction.event,
		tier: state.member?.tier ?? null,
		local: { date: formatIsoDate(dateOfEpochDay(day)), day: weekdayName(day), minute },
	};
}

/** What the rules that match come to: the same, without reasons. For those who have found them faster. */
export function evaluateMatching(matching: readonly number[], facts: Facts): Outcome {
	return award(resolveSets(matching, facts).rules, facts).outcome;
}

/** What one award comes to, with all that a return has to know of it. Values are point units. */
export interface Grant {
	readonly source: AwardSource;
	readonly recipient: Award['recipient'];
	/** After limits; whole unless rounding is carried. */
	readonly exact: Rational;
	/** What is posted. */
	readonly units: number;
	/** What campaigns' budgets pay of it. */
	readonly paid: readonly { readonly campaign: number; readonly units: Rational }[];
}

/** What a cart earns, award by award: those too that come to nothing. In the order of taking. */
export function evaluateGrants(facts: Facts): { readonly outcome: Outcome; readonly grants: readonly Grant[] } {
	const { rules } = facts.plan;
	const matching = [...rules.keys()].filter((index) => matchRule(rules[index] as PlanRule, facts).whyNot === null);
	const { outcome, grants } = award(resolveSets(matching, facts).rules, facts);
	return { outcome, grants: outcome.kind === 'awarded' ? grants() : [] };
}

interface Awarded {
	readonly outcome: Outcome;
	readonly grants: () => readonly Grant[];
	readonly reasons: readonly AwardReason[];
	/** By index of a rule that matched, kept its set and still did nothing. */
	readonly whyNot: ReadonlyMap<number, WhyNot>;
}

/** Steps 4, 5, 7 and 8 for the rules that match and stay. */
function award(rules: readonly number[], facts: Facts): Awarded {
	const { plan } = facts;
	const active = multipliersOf(rules, facts);
	const awards = candidatesOf(rules, facts).map((candidate) => appraise(candidate, active, facts));
	const wanted = roundAwards(awards, active, facts).map((units, index) => want(awards[index] as Exact, units, facts));
	const taken = takeAwards(wanted, facts, 'all');
	const settled = settle(wanted, taken, facts);
	const tooLarge = firstTooLarge(wanted, settled.units);
	if (tooLarge) return nothingRecorded(tooLarge, rules);
	const gives = (index: number) => (settled.units[index] ?? 0) > 0;
	const changed = changingRules(
		awards.filter((_, index) => gives(index)),
		active,
		facts,
	);
	const reasons = wanted.map((each, index) =>
		reasonOf(each, taken.given[index] as Given, settled.units[index] ?? 0, plan.program),
	);
	const used = rules.filter(
		(rule) => changed.has(rule) || reasons.some((reason) => isOf(reason, rule) && reason.givenUnits > 0),
	);
	const given = reasons.filter((_, index) => gives(index));
	const sumFor = (recipient: Award['recipient']) =>
		given.reduce((sum, reason) => sum + (reason.recipient === recipient ? reason.givenUnits : 0), 0);
	const outcome: Outcome = {
		kind: 'awarded',
		awards: given.map(({ source, recipient, wantedUnits, givenUnits }) => ({ source, recipient, wantedUnits, givenUnits })),
		totalUnits: sumFor('member'),
		referredUnits: sumFor('referred'),
		change: { usedRules: used, budgetUnits: budgetsOf(wanted, taken, settled.units, facts), ...settled.remainders },
	};
	const grants = () => wanted.map((each, index) => grantOf(each, taken.given[index] as Given, settled.units[index] ?? 0));
	return { outcome, grants, reasons: given, whyNot: whyNotOf(rules, used, reasons, facts) };
}

function grantOf({ award }: Wanted, given: Given, units: number): Grant {
	const { source, recipient } = award.candidate;
	return { source, recipient, exact: given.units, units, paid: budgetParts(rationalFromInteger(units), given, award) };
}

/** Divides what an award wants into what it would want anyway and what each campaign's multipliers add. */
function want(award: Exact, units: Rational, { plan }: Facts): Wanted {
	const extra = award.added.map(({ points }) => (points.numerator > 0n ? inUnits(points, plan.program) : ZERO));
	const sum = extra.reduce(addRationals, ZERO);
	const base = subtractRationals(inUnits(award.exact, plan.program), sum);
	const parts = [base.numerator < 0n ? ZERO : base, ...extra];
	const shared = plan.program.roundingPlace === 'carried' ? parts : shareBack(inProportion(parts, units), units);
	let left = units;
	const added = award.added.map(({ campaign }, index) => {
		const part = shared[index + 1] ?? ZERO;
		const own = compareRationals(part, left) > 0 ? left : part;
		left = subtractRationals(left, own);
		return { campaign, units: own };
	});
	return { award, units, added };
}

/** Parts as they are where rounding moved their sum by less than one; scaled to it where items were rounded one by one. */
function inProportion(parts: readonly Rational[], units: Rational): readonly Rational[] {
	const sum = parts.reduce(addRationals, ZERO);
	const moved = subtractRationals(units, sum);
	const scale = divideRationals(units, sum);
	const isClose = moved.denominator > (moved.numerator < 0n ? -moved.numerator : moved.numerator);
	return isClose || scale === null ? parts : parts.map((part) => multiplyRationals(part, scale));
}

interface Settled {
	/** What each award gives, in whole units. */
	readonly units: readonly number[];
	readonly remainders: Pick<StateChange, 'remainder' | 'referredRemainder'>;
}

/** What is left after limits as whole units; carried rounding happens only now. */
function settle(wanted: readonly Wanted[], { given }: Taken, { plan, state }: Facts): Settled {
	if (plan.program.roundingPlace !== 'carried') {
		const units = given.map((each) => Number(each.units.numerator));
		return { units, remainders: { remainder: null, referredRemainder: null } };
	}
	const units = wanted.map(() => 0);
	const settleFor = (recipient: Award['recipient']) => {
		const member = state[recipient];
		const own = [...wanted.keys()].filter((index) => wanted[index]?.award.candidate.recipient === recipient);
		const parts = own.map((index) => given[index]?.units ?? ZERO);
		// Without a member there is nobody to keep a remainder for.
		const carried = carry(parts, member ? rationalFromFraction(member.remainder) : ZERO, plan.program);
		for (const [position, index] of own.entries()) units[index] = Number(carried.units[position]?.numerator ?? 0n);
		return member ? fractionOf(carried.remainder) : null;
	};
	const remainders = { remainder: settleFor('member'), referredRemainder: settleFor('referred') };
	return { units, remainders };
}

/** In the order of taking, the first award that wants too much by itself, or that brings a recipient's total above. */
function firstTooLarge(wanted: readonly Wanted[], units: readonly number[]): AwardSource | null {
	const most = rationalFromInteger(MAX_POINT_UNITS);
	const totals = { member: 0, referred: 0 };
	for (const [index, { award, units: wants }] of wanted.entries()) {
		const { recipient, source } = award.candidate;
		totals[recipient] += units[index] ?? 0;
		if (compareRationals(wants, most) > 0 || totals[recipient] > MAX_POINT_UNITS) return source;
	}
	return null;
}

function nothingRecorded(source: AwardSource, rules: readonly number[]): Awarded {
	const whyNot = new Map(rules.map((rule) => [rule, { kind: 'too-large' } as const]));
	return { outcome: { kind: 'too-large', source }, grants: () => [], reasons: [], whyNot };
}

/** The rules without which an award that is given would have been another. */
function changingRules(given: readonly Exact[], active: readonly AppliedMultiplier[], facts: Facts): Set<number> {
	const rules = new Set(active.flatMap(({ source }) => (source.kind === 'rule' ? [source.index] : [])));
	const changes = (rule: number) => {
		const others = active.filter(({ source }) => source.kind !== 'rule' || source.index !== rule);
		return given.some(({ candidate, exact }) => compareRationals(appraise(candidate, others, facts).exact, exact) !== 0);
	};
	return new Set([...rules].filter(changes));
}

/** What campaigns' budgets pay of what is given at last. */
function budgetsOf(
	wanted: readonly Wanted[],
	{ given }: Taken,
	units: readonly number[],
	{ plan, state }: Facts,
): StateChange['budgetUnits'] {
	const paid = plan.campaigns.map(() => ZERO);
	for (const [index, { award }] of wanted.entries()) {
		for (const part of budgetParts(rationalFromInteger(units[index] ?? 0), given[index] as Given, award)) {
			paid[part.campaign] = addRationals(paid[part.campaign] ?? ZERO, part.units);
		}
	}
	return paid.flatMap((sum, campaign) => {
		const budget = plan.campaigns[campaign]?.budgetUnits ?? null;
		if (budget === null || sum.numerator <= 0n) return [];
		// Where rounding is carried a part of a unit may be on top, which no budget pays twice.
		const left = Math.max(budget - (state.budgetsUsedUnits[campaign] ?? 0), 0);
		const units = Math.min(Number(ceilRational(sum)), left);
		return units > 0 ? [{ campaign, units }] : [];
	});
}

function isOf({ source }: AwardReason, rule: number): boolean {
	return source.kind === 'rule' && source.index === rule;
}

function reasonOf({ award, units: wanted }: Wanted, { cuts }: Given, givenUnits: number, program: PlanProgram): AwardReason {
	const { source, recipient } = award.candidate;
	const { rounding: mode, roundingPlace: place } = program;
	return {
		source,
		recipient,
		base: fractionOf(award.base),
		multipliers: award.multipliers,
		exact: fractionOf(award.exact),
		rounded: { mode, place, exactUnits: fractionOf(inUnits(award.exact, program)), units: fractionOf(wanted) },
		wantedUnits: Number(floorRational(wanted)),
		givenUnits,
		cutBy: cuts.at(-1)?.by ?? null,
		cuts,
		dividedByZero: award.dividedByZero,
	};
}

/** Why rules that matched and kept their sets did nothing after all. */
function whyNotOf(
	rules: readonly number[],
	used: readonly number[],
	reasons: readonly AwardReason[],
	{ plan }: Facts,
): Map<number, WhyNot> {
	const whyNot = new Map<number, WhyNot>();
	for (const rule of rules) {
		if (used.includes(rule)) continue;
		const own = reasons.filter((reason) => isOf(reason, rule));
		const onlyMultiplies = plan.rules[rule]?.earns.length === 0;
		whyNot.set(rule, own.map(whyNothing)[0] ?? { kind: onlyMultiplies ? 'nothing-to-multiply' : 'nobody-referred' });
	}
	return whyNot;
}

function whyNothing({ base, wantedUnits, cutBy, cuts, dividedByZero }: AwardReason): WhyNot {
	if (wantedUnits > 0 && cutBy) return { kind: 'nothing-left', by: cutBy, cuts };
	const isNothing = isZeroRational(rationalFromFraction(base));
	return isNothing && dividedByZero.length > 0 ? { kind: 'divided-by-zero', earns: dividedByZero } : { kind: 'zero-points' };
}
