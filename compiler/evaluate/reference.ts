/**
 * The readable evaluator: the language's sections 3 and 6 in their order, on exact rationals, with every reason kept. It is
 * slow, and it is right; the emitted function must agree with it to the last point.
 */
import { dateOfEpochDay, formatIsoDate, weekdayName } from '../domain/calendar.ts';
import type { MemberState } from '../domain/member.ts';
import { fractionOf, multiplyRationals, isZeroRational } from '../domain/rational.ts';
import { type LocalTime, localClock } from '../domain/timezone.ts';
import type { Transaction } from '../domain/transaction.ts';
import type { LocalMoment, Plan, PlanFormula, PlanRule } from '../plan/plan.ts';
import { type Facts, testCondition } from './conditions.ts';
import { filterAmounts } from './filters.ts';
import {
	type Award,
	type AwardReason,
	type AwardSource,
	type ConditionTrace,
	type Explanation,
	MAX_POINT_UNITS,
	type Outcome,
	type RuleTrace,
	type WhyNot,
} from './outcome.ts';
import { roundToUnits, sumOfEarns, tierMultiplier } from './points.ts';

/** Evaluates a transaction with all reasons. A member of null is a sale without one: tier and birthday are then unknown. */
export function evaluateReference(plan: Plan, transaction: Transaction, member: MemberState | null): Explanation {
	const facts = gatherFacts(plan, transaction, member);
	const conditions = plan.rules.map((rule) => traceConditions(rule, facts));
	const refused = plan.rules.map((rule, index) => whyNotMatching(rule, conditions[index] ?? [], facts.local));
	const taken = takeAwards(plan, facts, candidates(plan, facts, refused));
	const rules = plan.rules.map(({ name }, index): RuleTrace => {
		const whyNot = refused[index] ?? taken.whyNot.get(index) ?? null;
		return { index, name, awarded: whyNot === null, whyNot, conditions: conditions[index] ?? [] };
	});
	const { day, minute } = facts.local;
	return {
		outcome: taken.outcome,
		awards: taken.reasons,
		rules,
		filtersMinor: facts.filtersMinor,
		tier: facts.tier,
		local: { date: formatIsoDate(dateOfEpochDay(day)), day: weekdayName(day), minute },
	};
}

/** Steps 1 and 2: the moment in the program's timezone, and the member as it was before. */
function gatherFacts(plan: Plan, transaction: Transaction, member: MemberState | null): Facts {
	const clock = localClock(plan.program.timezone);
	if (!clock) throw new Error(`The plan's timezone ${plan.program.timezone} is unknown to this machine`);
	return {
		transaction,
		local: clock(transaction.atMs),
		filtersMinor: filterAmounts(plan, transaction),
		tier: member?.tier ?? null,
		birthDate: member?.birthDate ?? null,
	};
}

function traceConditions(rule: PlanRule, facts: Facts): ConditionTrace[] {
	return rule.conditions.map((condition, index) => ({ index, ...testCondition(condition, facts) }));
}

/** Step 3: the first thing that keeps a rule from matching; null where it matches. */
function whyNotMatching(rule: PlanRule, conditions: readonly ConditionTrace[], local: LocalTime): WhyNot | null {
	if (!rule.enabled) return { kind: 'disabled' };
	if (rule.from !== null && isBefore(local, rule.from)) return { kind: 'not-started' };
	if (rule.until !== null && !isBefore(local, rule.until)) return { kind: 'ended' };
	const failed = conditions.find(({ verdict }) => verdict !== 'holds');
	if (failed) return { kind: 'condition', index: failed.index };
	return rule.earns.length === 0 ? { kind: 'no-effect' } : null;
}

function isBefore(a: LocalMoment, b: LocalMoment): boolean {
	return a.day < b.day || (a.day === b.day && a.minute < b.minute);
}

interface Candidate {
	readonly source: AwardSource;
	readonly earns: readonly PlanFormula[];
	readonly limitUnits: number | null;
}

/** What may award, in the order of taking: rules by priority, then the order of the text; the tier's own last. */
function candidates(plan: Plan, facts: Facts, refused: readonly (WhyNot | null)[]): Candidate[] {
	const rules = plan.rules
		.map(({ name, priority, earns, limitUnits }, index) => ({
			source: { kind: 'rule', index, name } as const,
			priority,
			earns,
			limitUnits,
		}))
		.filter(({ source }) => refused[source.index] === null)
		.sort((a, b) => b.priority - a.priority);
	const index = plan.tiers.steps.findIndex(({ name }) => name === facts.tier);
	const tier = plan.tiers.steps[index];
	if (!tier || tier.earns.length === 0) return rules;
	return [...rules, { source: { kind: 'tier', index, name: tier.name }, earns: tier.earns, limitUnits: null }];
}

interface Taken {
	readonly outcome: Outcome;
	readonly reasons: readonly AwardReason[];
	/** By index of a rule that matched and still gave nothing. */
	readonly whyNot: ReadonlyMap<number, WhyNot>;
}

/** Steps 4 to 8 for every candidate in turn: base, multiplier, rounding, limits. */
function takeAwards(plan: Plan, facts: Facts, inOrder: readonly Candidate[]): Taken {
	const reasons: AwardReason[] = [];
	const whyNot = new Map<number, WhyNot>();
	let totalUnits = 0;
	for (const candidate of inOrder) {
		const left = plan.program.limitUnits === null ? null : plan.program.limitUnits - totalUnits;
		const result = appraise(plan, facts, candidate, left);
		if ('kind' in result) {
			if (result.kind === 'too-large') return nothingRecorded(candidate.source, inOrder);
			if (candidate.source.kind === 'rule') whyNot.set(candidate.source.index, result);
			continue;
		}
		reasons.push(result);
		totalUnits += result.givenUnits;
		if (totalUnits > MAX_POINT_UNITS) return nothingRecorded(candidate.source, inOrder);
	}
	const awards = reasons.map(({ source, wantedUnits, givenUnits }): Award => ({ source, wantedUnits, givenUnits }));
	return { outcome: { kind: 'awarded', awards, totalUnits }, reasons, whyNot };
}

function nothingRecorded(source: AwardSource, inOrder: readonly Candidate[]): Taken {
	const rules = inOrder.filter((candidate) => candidate.source.kind === 'rule');
	const whyNot = new Map(rules.map((candidate) => [candidate.source.index, { kind: 'too-large' } as const]));
	return { outcome: { kind: 'too-large', source }, reasons: [], whyNot };
}

/** One award with its reasons, or why it is none. `left` is what the program's limit leaves, null without a limit. */
function appraise(plan: Plan, facts: Facts, candidate: Candidate, left: number | null): AwardReason | WhyNot {
	const { source, earns, limitUnits } = candidate;
	const { base, dividedByZero } = sumOfEarns(earns, (filter) => facts.filtersMinor[filter] ?? 0);
	const multiplier = tierMultiplier(plan, facts.tier);
	const exact = multiplyRationals(base, multiplier);
	const wanted = roundToUnits(exact, plan.program);
	if (wanted > BigInt(MAX_POINT_UNITS)) return { kind: 'too-large' };
	if (wanted === 0n) return { kind: isZeroRational(base) && dividedByZero.length > 0 ? 'divided-by-zero' : 'zero-points' };
	const wantedUnits = Number(wanted);
	const afterRule = limitUnits === null ? wantedUnits : Math.min(wantedUnits, limitUnits);
	const givenUnits = left === null ? afterRule : Math.min(afterRule, left);
	const cutBy = givenUnits < afterRule ? 'program limit' : afterRule < wantedUnits ? 'rule limit' : null;
	if (givenUnits === 0) return { kind: 'nothing-left', by: cutBy ?? 'rule limit' };
	return {
		source,
		base: fractionOf(base),
		multiplier: fractionOf(multiplier),
		exact: fractionOf(exact),
		wantedUnits,
		givenUnits,
		cutBy,
		dividedByZero,
	};
}
