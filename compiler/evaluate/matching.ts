/** Step 3: which rules match a transaction, and what keeps the others from it. */
import { epochDay } from '../domain/calendar.ts';
import type { LocalMoment, PlanDates, PlanRule } from '../plan/plan.ts';
import { attributeValue, type Tested, testCondition } from './conditions.ts';
import type { Facts } from './facts.ts';
import type { ConditionTrace, WhyNot } from './outcome.ts';

/** A rule against the facts: why it does not match, null where it does, and every condition with what was seen. */
export interface Matched {
	readonly whyNot: WhyNot | null;
	readonly conditions: readonly ConditionTrace[];
}

/** Matches a rule: its status and its campaign's, its event, dates, conditions and limits of times. */
export function matchRule(rule: PlanRule, facts: Facts): Matched {
	const conditions = rule.conditions.map((condition, index) => trace(testCondition(condition, facts), index));
	return { whyNot: whyNotMatching(rule, conditions, facts), conditions };
}

function trace({ verdict, seen, inner }: Tested, index: number): ConditionTrace {
	return { index, verdict, seen, ...(inner && { inner: inner.map(trace) }) };
}

function whyNotMatching(rule: PlanRule, conditions: readonly ConditionTrace[], facts: Facts): WhyNot | null {
	if (!rule.enabled) return { kind: 'disabled' };
	const campaign = rule.campaign === null ? null : facts.plan.campaigns[rule.campaign];
	if (campaign && !campaign.enabled) return { kind: 'campaign-disabled' };
	if (!answersTo(rule, facts)) return { kind: 'other-event' };
	const outside = outsideOf(rule.dates, 'rule', facts) ?? (campaign ? outsideOf(campaign.dates, 'campaign', facts) : null);
	if (outside) return outside;
	const failed = conditions.find(({ verdict }) => verdict !== 'holds');
	if (failed) return { kind: 'condition', index: failed.index };
	if (rule.earns.length === 0 && rule.multipliers.length === 0) return { kind: 'no-effect' };
	return usedUp(rule, facts);
}

/** Says whether a rule answers to what happened. */
export function answersTo(
	{ event }: PlanRule,
	{ transaction }: { readonly transaction: Pick<Facts['transaction'], 'event'> },
): boolean {
	if (event === 'any') return true;
	if (typeof event === 'string' || typeof transaction.event === 'string') return event === transaction.event;
	return event.custom === transaction.event.custom;
}

/** Says whether a campaign counts at the moment of the transaction. */
export function isActive(
	{ enabled, dates }: { readonly enabled: boolean; readonly dates: PlanDates },
	facts: Facts,
): boolean {
	return enabled && outsideOf(dates, 'campaign', facts) === null;
}

function outsideOf({ by, from, until }: PlanDates, of: 'rule' | 'campaign', facts: Facts): WhyNot | null {
	const moment = by === null ? facts.local : dateOf(by, facts);
	if (!moment) return { kind: 'no-date', attribute: by ?? 0 };
	if (from !== null && isBefore(moment, from)) return { kind: 'not-started', of };
	return until !== null && !isBefore(moment, until) ? { kind: 'ended', of } : null;
}

/** A date attribute is the first minute of its day. */
function dateOf(attribute: number, facts: Facts): LocalMoment | null {
	const value = attributeValue(attribute, facts);
	return value?.kind === 'date' ? { day: epochDay(value.date), minute: 0 } : null;
}

function isBefore(a: LocalMoment, b: LocalMoment): boolean {
	return a.day < b.day || (a.day === b.day && a.minute < b.minute);
}

/** A limit of times is all or nothing; without a member nobody counts. */
function usedUp({ limits }: PlanRule, { state }: Facts): WhyNot | null {
	for (const [limit, each] of limits.entries()) {
		if (each.kind !== 'times') continue;
		const times = state.member?.usages[each.usage]?.times ?? 0;
		if (times >= each.times) return { kind: 'used-up', limit, times };
	}
	return null;
}
