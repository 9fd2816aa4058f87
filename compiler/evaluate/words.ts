/** Reasons in English: what a condition saw, and why a rule gave nothing. */
import { dateOfEpochDay, formatIsoDate, formatTime } from '../domain/calendar.ts';
import { formatPoints } from '../domain/money.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { LocalMoment, Plan, PlanDates, PlanLimit, PlanUsage } from '../plan/plan.ts';
import { describeFailure } from './failure-words.ts';
import type { CutBy, RuleTrace, WhyNot } from './outcome.ts';
import { describeChange, type RuleChange } from './nearest/index.ts';
import { capital, many, quote } from './phrases.ts';

export { describeSeen, describeSeenBy } from './seen-words.ts';

/**
 * Why a rule gave nothing, in a few sentences; null where it awarded. Where the nearest change is given, it is told too unless
 * the reason names it already.
 */
export function describeWhyNot(plan: Plan, trace: RuleTrace, change: RuleChange | null = null): string | null {
	if (trace.whyNot === null) return null;
	const reason = describeReason(plan, trace, trace.whyNot);
	return change && !tellsChange(plan, trace, change) ? `${reason} ${describeChange(plan, change)}` : reason;
}

/** Says whether the reason why a rule gave nothing names the nearest change already, by what it needs. */
export function tellsChange(plan: Plan, trace: RuleTrace, change: RuleChange): boolean {
	if (isOfGroup(plan, trace)) return false;
	switch (change.kind) {
		case 'name':
		case 'store':
		case 'segment':
		case 'flag':
		case 'text':
		case 'missing':
		case 'enable':
		case 'event':
		case 'date':
			return true;
		case 'tier':
			return change.climb === null;
		case 'moment':
			return trace.whyNot?.kind === 'not-started' || trace.whyNot?.kind === 'ended';
		case 'renewal':
			return change.renews.kind === 'transaction' || change.renews.kind === 'never';
		case 'amount':
		case 'day':
		case 'purchases':
		case 'fact':
		case 'number':
		case 'together':
		case 'unreachable':
		case 'set':
		case 'divisor':
			return false;
		default:
			return unreachable(change);
	}
}

/** Of a group a reason tells what is in the way, and not which part is nearest. */
function isOfGroup(plan: Plan, { index, whyNot }: RuleTrace): boolean {
	const condition = whyNot?.kind === 'condition' ? plan.rules[index]?.conditions[whyNot.index] : undefined;
	return condition !== undefined && 'conditions' in condition;
}

function describeReason(plan: Plan, trace: RuleTrace, whyNot: WhyNot): string {
	const rule = plan.rules[trace.index];
	switch (whyNot.kind) {
		case 'disabled':
			return 'The rule is disabled.';
		case 'campaign-disabled':
			return `${capital(campaignOf(plan, trace))} is disabled.`;
		case 'other-event':
			return `The rule is for ${describeEvent(plan, trace)}.`;
		case 'no-date': {
			const name = quote(plan.attributes[whyNot.attribute]?.name ?? '');
			return `The dates are those of ${name}, and nothing says it.`;
		}
		case 'not-started':
		case 'ended':
			return describeDates(plan, trace, whyNot);
		case 'condition': {
			const condition = rule?.conditions[whyNot.index];
			const failed = trace.conditions[whyNot.index];
			return condition && failed ? describeFailure(plan, condition, failed) : 'A condition does not hold.';
		}
		case 'used-up':
			return describeUsedUp(plan, rule?.limits[whyNot.limit], whyNot.times);
		case 'no-effect':
			return 'The rule has no earn, so it gives nothing.';
		case 'set-lost':
			return `${quote(plan.rules[whyNot.to]?.name ?? '')} stays in the set ${quote(plan.exclusives[whyNot.exclusive]?.name ?? '')}, and only one rule of it counts.`;
		case 'divided-by-zero':
			return 'The formula divides by zero at this amount, so it gives 0 points.';
		case 'nothing-to-multiply':
			return 'The rule only multiplies, and there was nothing to multiply.';
		case 'nobody-referred':
			return 'The rule is for a member who was referred, and there is none.';
		case 'nothing-left':
			return describeNothingLeft(plan, trace, whyNot.by);
		case 'zero-points':
			return 'The formula comes to 0 points at this amount.';
		case 'too-large':
			return 'All awards together would be more points than one transaction can hold, so none is given.';
		default:
			return unreachable(whyNot);
	}
}

function campaignOf({ rules, campaigns }: Plan, { index }: RuleTrace): string {
	const campaign = rules[index]?.campaign ?? null;
	return `the campaign ${quote(campaign === null ? '' : (campaigns[campaign]?.name ?? ''))}`;
}

function describeEvent({ rules }: Plan, { index }: RuleTrace): string {
	const event = rules[index]?.event ?? 'any';
	return `the event ${quote(typeof event === 'string' ? event : event.custom)}`;
}

function describeDates(plan: Plan, trace: RuleTrace, { kind, of }: Extract<WhyNot, { readonly of: string }>): string {
	const rule = plan.rules[trace.index];
	const campaign = rule?.campaign == null ? undefined : plan.campaigns[rule.campaign];
	const dates: PlanDates | undefined = of === 'rule' ? rule?.dates : campaign?.dates;
	const subject = of === 'rule' ? 'The rule' : capital(campaignOf(plan, trace));
	if (kind === 'not-started') return `${subject} starts on ${dates?.from ? describeStart(dates.from) : 'a later day'}.`;
	return `${subject} ended ${dates?.until ? describeEnd(dates.until) : 'before'}.`;
}

/** A whole day is named alone. */
function describeStart({ day, minute }: LocalMoment): string {
	const date = formatIsoDate(dateOfEpochDay(day));
	return minute === 0 ? date : `${date} at ${formatTime(minute)}`;
}

/** An end is excluded, so one at midnight means the whole day before. */
function describeEnd({ day, minute }: LocalMoment): string {
	if (minute === 0) return `with ${formatIsoDate(dateOfEpochDay(day - 1))}`;
	return `on ${formatIsoDate(dateOfEpochDay(day))} at ${formatTime(minute)}`;
}

function describeUsedUp(plan: Plan, limit: PlanLimit | undefined, used: number): string {
	if (limit?.kind !== 'times') return 'The rule was used as often as it may be.';
	const most = limit.times === 1 ? 'once' : many(limit.times, 'time');
	const period = describePeriod(plan.usages[limit.usage]);
	return `The rule may be used ${most} ${period}, and was used ${used === 1 ? 'once' : many(used, 'time')}.`;
}

function describePeriod(usage: PlanUsage | undefined): string {
	if (!usage) return 'per transaction';
	const { period } = usage;
	return typeof period === 'string' ? `per ${period}` : `per rolling ${many(period.rollingDays, 'day')}`;
}

function describeNothingLeft(plan: Plan, trace: RuleTrace, by: CutBy): string {
	switch (by) {
		case 'rule limit':
			return describeLimits(plan, "The rule's", plan.rules[trace.index]?.limits ?? []);
		case 'campaign limit': {
			const campaign = plan.rules[trace.index]?.campaign ?? null;
			const limits = campaign === null ? [] : (plan.campaigns[campaign]?.limits ?? []);
			return describeLimits(plan, `${capital(campaignOf(plan, trace))}'s`, limits);
		}
		case 'campaign budget':
			return 'The budget of a campaign is used up.';
		case 'program limit':
			return describeLimits(plan, "The program's", plan.program.limits);
		default:
			return unreachable(by);
	}
}

function describeLimits({ program, usages }: Plan, whose: string, limits: readonly PlanLimit[]): string {
	const cutting = limits.filter(({ kind }) => kind !== 'times');
	const [only] = cutting;
	if (!only || cutting.length > 1) return `${whose} limits leave nothing for this rule.`;
	if (only.kind !== 'points') return `${whose} limit by the amount spent leaves nothing for this rule.`;
	const period = describePeriod(only.usage === null ? undefined : usages[only.usage]);
	const most = formatPoints(only.units, program.pointDecimals);
	if (only.orNothing) return `${whose} limit of ${most} points ${period} would be exceeded, so nothing is given.`;
	return `${whose} limit of ${most} points ${period} leaves nothing for this rule.`;
}
