/** The nearest change by which a rule would have got past the first thing that stood in its way, and its conditions one by one. */
import { dateOfEpochDay } from '../../domain/calendar.ts';
import type { EvaluationState } from '../../domain/member.ts';
import { type LocalTime, localToInstant } from '../../domain/timezone.ts';
import type { Transaction } from '../../domain/transaction.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { LocalMoment, Plan, PlanCondition, PlanDates, PlanLimit, PlanRule } from '../../plan/plan.ts';
import { placeIn } from '../../plan/places.ts';
import { type Facts, gatherFacts } from '../facts.ts';
import type { ConditionTrace, Cut, Explanation, RuleTrace, WhyNot } from '../outcome.ts';
import type { ConditionChange, RuleChange, Wanted } from './change.ts';
import { clockOf, nearestChange, partsWanted } from './conditions.ts';
import { nearestEarning } from './earns.ts';
import { firstFrom, lastUpTo, momentAt, type Search, startOfMinute } from './moments.ts';
import { renewalOf } from './periods.ts';

/** What would have changed a rule's fate. */
export interface ChangesOfRule {
	/** By which it gets past what stood in its way first; null where it awarded, and where nothing is near. */
	readonly change: RuleChange | null;
	/** One for each condition of the rule, in their order. */
	readonly conditions: readonly ChangesOfCondition[];
}

/** The nearest change of a condition; null where it is as it should be, or where another part of its group was enough. */
export interface ChangesOfCondition {
	readonly change: ConditionChange | null;
	/** Of the parts of a group. */
	readonly inner?: readonly ChangesOfCondition[];
}

/** The nearest changes of every rule of an explanation, in its order: what to change for each to get on. */
export function smallestChanges(
	plan: Plan,
	transaction: Transaction,
	state: EvaluationState,
	{ rules }: Explanation,
): readonly ChangesOfRule[] {
	const facts = gatherFacts(plan, transaction, state);
	return rules.map((trace) => {
		const rule = plan.rules[trace.index];
		if (!rule) return { change: null, conditions: [] };
		const conditions = changesInRule(rule, trace, facts);
		return { change: trace.whyNot && changeOf(rule, trace.whyNot, conditions, facts), conditions };
	});
}

/** As {@link smallestChanges} for the first thing that stood in the way of one rule. */
export function smallestChange(
	plan: Plan,
	transaction: Transaction,
	state: EvaluationState,
	trace: RuleTrace,
): RuleChange | null {
	const rule = plan.rules[trace.index];
	if (!rule || trace.whyNot === null) return null;
	const facts = gatherFacts(plan, transaction, state);
	return changeOf(rule, trace.whyNot, changesInRule(rule, trace, facts), facts);
}

function changesInRule(rule: PlanRule, trace: RuleTrace, facts: Facts): readonly ChangesOfCondition[] {
	return changesOf(rule.conditions, trace.conditions, 'holds', facts).map((changes) => placedChanges(changes, rule));
}

function placedChanges({ change, inner }: ChangesOfCondition, rule: PlanRule): ChangesOfCondition {
	const placed = { change: change && placedChange(change, rule) };
	return inner ? { ...placed, inner: inner.map((each) => placedChanges(each, rule)) } : placed;
}

function placedChange(change: ConditionChange, rule: PlanRule): ConditionChange {
	const span = placeIn(rule, change);
	if (change.kind !== 'together') return { ...change, span };
	return { ...change, span, changes: change.changes.map((each) => placedChange(each, rule)) };
}

function changesOf(
	conditions: readonly PlanCondition[],
	traces: readonly ConditionTrace[],
	wanted: Wanted,
	facts: Facts,
): readonly ChangesOfCondition[] {
	return traces.map(({ index, verdict, inner }) => {
		const condition = conditions[index];
		if (!condition || verdict === wanted) return { change: null, ...(inner && { inner: inner.map(unchanged) }) };
		const change = nearestChange(condition, wanted, facts);
		if (!('conditions' in condition) || !inner) return { change };
		return { change, inner: changesOf(condition.conditions, inner, partsWanted(condition.kind, wanted).each, facts) };
	});
}

function unchanged({ inner }: ConditionTrace): ChangesOfCondition {
	return { change: null, ...(inner && { inner: inner.map(unchanged) }) };
}

function changeOf(
	rule: PlanRule,
	whyNot: WhyNot,
	conditions: readonly ChangesOfCondition[],
	facts: Facts,
): RuleChange | null {
	const { span } = rule;
	switch (whyNot.kind) {
		case 'disabled':
			return { kind: 'enable', span, what: 'rule' };
		case 'campaign-disabled':
			return { kind: 'enable', span: campaignOf(rule, facts)?.span ?? span, what: 'campaign' };
		case 'other-event':
			return { kind: 'event', span, event: rule.event };
		case 'no-date':
			return { kind: 'date', span, attribute: whyNot.attribute, from: null, until: null };
		case 'not-started':
		case 'ended':
			return ofDates(whyNot, rule, facts);
		case 'condition':
			return conditions[whyNot.index]?.change ?? null;
		case 'used-up': {
			const limit = rule.limits[whyNot.limit];
			return limit ? { kind: 'renewal', span: placeIn(rule, limit), by: 'rule limit', renews: renewal(limit, facts) } : null;
		}
		case 'set-lost':
			return { kind: 'set', span, exclusive: whyNot.exclusive, to: whyNot.to, by: whyNot.by };
		case 'nothing-left':
			return ofCut(whyNot.cuts.at(-1), rule, facts);
		case 'divided-by-zero': {
			const earn = rule.earns[whyNot.earns[0] ?? 0];
			const filter = earn?.amount.filter ?? null;
			return { kind: 'divisor', span: earn ? placeIn(rule, earn) : span, filter, amount: facts.amounts[filter ?? -1] ?? 0 };
		}
		case 'no-effect':
		case 'nothing-to-multiply':
		case 'nobody-referred':
		case 'too-large':
			return null;
		case 'zero-points':
			return nearestEarning(rule, facts);
		default:
			return unreachable(whyNot);
	}
}

function campaignOf({ campaign }: PlanRule, { plan }: Facts) {
	return campaign === null ? undefined : plan.campaigns[campaign];
}

/** The day before and the two after a local time hold every change of clocks that could move it. */
const DATE_DAYS = 3;

function ofDates({ kind, of }: Extract<WhyNot, { of: string }>, rule: PlanRule, facts: Facts): RuleChange | null {
	const campaign = campaignOf(rule, facts);
	const dates: PlanDates | undefined = of === 'rule' ? rule.dates : campaign?.dates;
	const span = (of === 'rule' ? undefined : campaign?.span) ?? rule.span;
	if (!dates) return null;
	const { by, from, until } = dates;
	if (by !== null) return { kind: 'date', span, attribute: by, from, until };
	const { atMs } = facts.transaction;
	const clock = clockOf(facts);
	const bound = kind === 'not-started' ? from : until;
	if (!bound) return null;
	const isWithin = (local: LocalTime) =>
		(from === null || isAtOrAfter(local, from)) && (until === null || !isAtOrAfter(local, until));
	const search: Search = { clock, edges: [0, bound.minute], isWanted: isWithin, days: DATE_DAYS };
	const at = (days: number) => localToInstant(dateOfEpochDay(bound.day + days), 0, facts.plan.program.timezone) ?? atMs;
	const found =
		kind === 'not-started'
			? firstFrom(Math.max(startOfMinute(atMs), at(-1)), search)
			: lastUpTo(Math.min(startOfMinute(atMs), at(2)), search);
	// Where it ends before it begins there is no moment at all.
	if (found === null) return { kind: 'unreachable', span, because: 'every moment' };
	const moment = momentAt(found, atMs, clock);
	return kind === 'not-started'
		? { kind: 'moment', span, later: moment, earlier: null }
		: { kind: 'moment', span, later: null, earlier: moment };
}

function isAtOrAfter(a: LocalMoment, b: LocalMoment): boolean {
	return a.day > b.day || (a.day === b.day && a.minute >= b.minute);
}

/** When the limit that cut last begins anew; a budget never does. */
function ofCut(cut: Cut | undefined, rule: PlanRule, facts: Facts): RuleChange | null {
	if (!cut) return null;
	const { by, span } = cut;
	if (by === 'campaign budget') return { kind: 'renewal', span, by, renews: { kind: 'never' } };
	const own = rule.limits.map((limit) => ({ ...limit, span: placeIn(rule, limit) }));
	const limits = [...own, ...(campaignOf(rule, facts)?.limits ?? []), ...facts.plan.program.limits];
	const limit = limits.find((each) => each.span.start === span.start && each.span.end === span.end);
	return limit ? { kind: 'renewal', span, by, renews: renewal(limit, facts) } : null;
}

function renewal(limit: PlanLimit, facts: Facts) {
	const usage = limit.kind === 'formula' ? null : limit.usage;
	return renewalOf(usage === null ? null : (facts.plan.usages[usage] ?? null), facts);
}
