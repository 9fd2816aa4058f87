/** Reasons in English: what a condition saw, and why a rule gave nothing, with the smallest change where it is plain. */
import { dateOfEpochDay, formatIsoDate, formatTime, WEEKDAYS } from '../domain/calendar.ts';
import { formatPoints } from '../domain/money.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { LocalMoment, Plan, PlanCondition, PlanDayTime } from '../plan/plan.ts';
import type { ConditionTrace, RuleTrace, Seen, WhyNot } from './outcome.ts';
import { describeNeededSpend, formatAmount } from './spend-words.ts';

/** The value that a condition saw, in a few words: `` `Food` is 18.00 ``, `Sat 12:30`, `birthday in 3 days`. */
export function describeSeen(plan: Plan, rule: number, trace: ConditionTrace): string {
	const condition = plan.rules[rule]?.conditions[trace.index];
	const { seen } = trace;
	switch (seen.kind) {
		case 'nothing':
			return 'always';
		case 'missing':
			return describeMissing(seen.fact);
		case 'name':
			return seen.chain === undefined ? quote(seen.name) : `${quote(seen.name)} of ${quote(seen.chain)}`;
		case 'amount': {
			const filter = condition?.kind === 'spend' ? plan.filters[condition.filter] : undefined;
			return `${quote(filter?.name ?? '')} is ${formatAmount(plan.program, seen.minor)}`;
		}
		case 'local-time':
			return `${seen.day} ${formatTime(seen.minute)}`;
		case 'birthday':
			return describeBirthday(seen.daysFromBirthday);
		default:
			return unreachable(seen);
	}
}

/** Why a rule gave nothing, in one sentence; null where it awarded. */
export function describeWhyNot(plan: Plan, trace: RuleTrace): string | null {
	return trace.whyNot === null ? null : describeReason(plan, trace, trace.whyNot);
}

function describeReason(plan: Plan, trace: RuleTrace, whyNot: WhyNot): string {
	const rule = plan.rules[trace.index];
	switch (whyNot.kind) {
		case 'disabled':
			return 'The rule is disabled.';
		case 'not-started':
			return `The rule starts on ${rule?.from ? describeStart(rule.from) : 'a later day'}.`;
		case 'ended':
			return `The rule ended ${rule?.until ? describeEnd(rule.until) : 'before'}.`;
		case 'condition': {
			const condition = rule?.conditions[whyNot.index];
			const seen = trace.conditions[whyNot.index]?.seen;
			return condition && seen ? describeFailure(plan, condition, seen) : 'A condition does not hold.';
		}
		case 'no-effect':
			return 'The rule has no earn, so it gives nothing.';
		case 'divided-by-zero':
			return 'The formula divides by zero at this amount, so it gives 0 points.';
		case 'nothing-left':
			return describeNothingLeft(plan, whyNot.by);
		case 'zero-points':
			return 'The formula comes to 0 points at this amount.';
		case 'too-large':
			return 'All awards together would be more points than one transaction can hold, so none is given.';
		default:
			return unreachable(whyNot);
	}
}

function describeNothingLeft({ program }: Plan, by: 'rule limit' | 'program limit'): string {
	if (by === 'rule limit') return "The rule's limit is 0 points.";
	const limit = formatPoints(program.limitUnits ?? 0, program.pointDecimals);
	return `The program's limit of ${limit} points per transaction was used up by what came before this rule.`;
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

function describeFailure(plan: Plan, condition: PlanCondition, seen: Seen): string {
	if (seen.kind === 'missing') return `${capital(describeMissing(seen.fact))}, so the condition does not hold.`;
	switch (condition.kind) {
		case 'always':
			return 'The condition always holds.';
		case 'day-time': {
			const when = seen.kind === 'local-time' ? `${seen.day} ${formatTime(seen.minute)}` : 'then';
			return `It was ${when}; the rule is for ${condition.alternatives.map(describeDayTime).join(' or ')}.`;
		}
		case 'order-type':
			return describeNameFailure('Order type', condition, seen);
		case 'channel':
			return describeNameFailure('Channel', condition, seen);
		case 'tier':
			return describeNameFailure('Tier', condition, seen);
		case 'store': {
			const names = [...condition.stores.map(quote), ...condition.chains.map((chain) => `the chain ${quote(chain)}`)];
			return `Store ${nameSeen(seen)}, needs ${condition.negated ? `any but ${either(names)}` : either(names)}.`;
		}
		case 'spend':
			return seen.kind === 'amount' ? describeNeededSpend(plan, condition, seen.minor) : 'The amount does not fit.';
		case 'birthday': {
			const distance = seen.kind === 'birthday' ? describeBirthday(seen.daysFromBirthday) : 'birthday on another day';
			return `${capital(distance)}, needs ${describeWindow(condition.window)}.`;
		}
		default:
			return unreachable(condition);
	}
}

function describeNameFailure(
	noun: string,
	{ names, negated }: { readonly names: readonly string[]; readonly negated: boolean },
	seen: Seen,
): string {
	const listed = either(names.map(quote));
	return `${noun} ${nameSeen(seen)}, needs ${negated ? `any but ${listed}` : listed}.`;
}

function nameSeen(seen: Seen): string {
	return seen.kind === 'name' ? quote(seen.name) : 'another';
}

function describeMissing(fact: Extract<Seen, { readonly kind: 'missing' }>['fact']): string {
	switch (fact) {
		case 'store':
		case 'channel':
		case 'order type':
			return `the transaction does not say its ${fact}`;
		case 'tier':
			return 'the member has no tier';
		case 'birthday':
			return "the member's birthday is not known";
		default:
			return unreachable(fact);
	}
}

function describeBirthday(daysFromBirthday: number): string {
	if (daysFromBirthday === 0) return 'birthday today';
	return daysFromBirthday < 0 ? `birthday in ${days(-daysFromBirthday)}` : `birthday ${days(daysFromBirthday)} ago`;
}

function describeWindow(window: Extract<PlanCondition, { readonly kind: 'birthday' }>['window']): string {
	if (window === 'today') return 'it today';
	return window === 'this month' ? 'it this month' : `it within ${days(window.withinDays)}`;
}

function days(count: number): string {
	return `${count} ${count === 1 ? 'day' : 'days'}`;
}

function describeDayTime({ days, fromMinute, untilMinute }: PlanDayTime): string {
	const named = describeDays(WEEKDAYS.filter((day) => days.includes(day)));
	if (fromMinute === 0 && untilMinute === 1_440) return named;
	return `${named} between ${formatTime(fromMinute)} and ${formatTime(untilMinute)}`;
}

/** Weekdays in their order, with three and more in a row as a range. */
function describeDays(days: readonly (typeof WEEKDAYS)[number][]): string {
	if (days.length === 7) return 'any day';
	const rows: string[][] = [];
	for (const day of days) {
		const row = rows.at(-1);
		if (row && WEEKDAYS.indexOf(day) === WEEKDAYS.findIndex((other) => other === row.at(-1)) + 1) row.push(day);
		else rows.push([day]);
	}
	return rows.map((row) => (row.length < 3 ? row.join(', ') : `${row[0]} to ${row.at(-1)}`)).join(', ');
}

function either(names: readonly string[]): string {
	return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function quote(name: string): string {
	return `\`${name}\``;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
