/** Why a condition does not hold, in a sentence or two: what it saw and what it needs. */
import { formatTime, WEEKDAYS } from '../domain/calendar.ts';
import { ATTRIBUTE_DECIMALS } from '../domain/attribute.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Plan, PlanCondition, PlanDayTime } from '../plan/plan.ts';
import type { ConditionTrace, Seen } from './outcome.ts';
import { capital, either, many, quote } from './phrases.ts';
import { describeDaysFrom, describeMissing, describeSeenBy, factDecimals, formatAttribute } from './seen-words.ts';
import { measureOf } from './filters.ts';
import { describeNeed, describeNeededCount } from './spend-words.ts';

type OfKind<K extends PlanCondition['kind']> = Extract<PlanCondition, { readonly kind: K }>;

/** Why a condition that fails, or is unknown, does not hold. */
export function describeFailure(plan: Plan, condition: PlanCondition, trace: ConditionTrace): string {
	const { seen } = trace;
	if (seen.kind === 'missing') return `${capital(describeMissing(seen))}, so the condition does not hold.`;
	switch (condition.kind) {
		case 'always':
			return 'The condition always holds.';
		case 'any':
		case 'all':
		case 'not':
			return describeGroupFailure(plan, condition, trace);
		case 'day-time': {
			const when = seen.kind === 'local-time' ? `${seen.day} ${formatTime(seen.minute)}` : 'then';
			return `It was ${when}; the rule is for ${condition.alternatives.map(describeDayTime).join(' or ')}.`;
		}
		case 'order-type':
		case 'channel':
		case 'tier':
		case 'segment':
			return describeNameFailure(condition, seen);
		case 'store': {
			const names = [...condition.stores.map(quote), ...condition.chains.map((chain) => `the chain ${quote(chain)}`)];
			return `Store ${namesSeen(seen)}, needs ${condition.negated ? 'any but ' : ''}${either(names)}.`;
		}
		case 'spend':
		case 'quantity':
			return describeAmountFailure(plan, condition, seen);
		case 'birthday':
		case 'anniversary': {
			const distance = seen.kind === 'days-from' ? describeDaysFrom(seen.of, seen.days) : `${condition.kind} on another day`;
			return `${capital(distance)}, needs ${describeWindow(condition.window)}.`;
		}
		case 'purchase-number': {
			const { isEvery, number } = condition;
			return `${capital(describeSeenBy(plan, condition, trace))}, needs ${isEvery ? `every ${ordinal(number)}` : number}.`;
		}
		case 'member-fact': {
			const { fact, test } = condition;
			const value = seen.kind === 'fact' ? seen.value : 0;
			const decimals = factDecimals(plan, fact);
			return `${capital(fact)} ${describeNeed(test, value, decimals)}`;
		}
		case 'attribute':
			return describeAttributeFailure(plan, condition, seen);
		default:
			return unreachable(condition);
	}
}

/** `any`: every part in turn. `all`: the first that is in the way. `not`: what it saw that must not be. */
function describeGroupFailure(
	plan: Plan,
	{ kind, conditions }: OfKind<'any' | 'all' | 'not'>,
	{ inner = [] }: ConditionTrace,
): string {
	const parts = inner.flatMap((trace) => {
		const condition = conditions[trace.index];
		return condition ? [{ condition, trace }] : [];
	});
	const failures = () => parts.map(({ condition, trace }) => describeFailure(plan, condition, trace));
	switch (kind) {
		case 'any':
			return `None of these holds: ${failures().join(' ')}`;
		case 'all': {
			const failed = ({ trace }: (typeof parts)[number]) => trace.verdict === 'fails';
			const first = parts.find(failed) ?? parts.find(({ trace }) => trace.verdict === 'unknown');
			return first ? describeFailure(plan, first.condition, first.trace) : 'A condition does not hold.';
		}
		case 'not': {
			const held = parts.find(({ trace }) => trace.verdict === 'holds');
			const unknown = parts.find(({ trace }) => trace.verdict === 'unknown');
			if (held) return `This must not be: ${describeSeenBy(plan, held.condition, held.trace)}.`;
			return unknown ? describeFailure(plan, unknown.condition, unknown.trace) : 'A condition does not hold.';
		}
		default:
			return unreachable(kind);
	}
}

function describeAmountFailure({ filters }: Plan, { kind, filter, test }: OfKind<'spend' | 'quantity'>, seen: Seen): string {
	if (seen.kind !== 'amount') return 'The amount does not fit.';
	const { amount, decimals } = seen;
	const named = filters[filter];
	const name = quote(named?.name ?? '');
	if (kind === 'quantity') return `Quantity of ${name} ${describeNeededCount(test, amount, decimals)}`;
	if (!named || measureOf(named) === 'money') return `${name} spend ${describeNeed(test, amount, decimals)}`;
	return `${name} ${describeNeededCount(test, amount, decimals)}`;
}

const NOUNS = { 'order-type': 'Order type', channel: 'Channel', tier: 'Tier', segment: 'Segment' } as const;

function describeNameFailure(
	{ kind, names, negated }: OfKind<'order-type' | 'channel' | 'tier' | 'segment'>,
	seen: Seen,
): string {
	const listed = either(names.map(quote));
	if (seen.kind === 'names' && seen.names.length === 0) return `The member is in no segment, needs ${listed}.`;
	return `${NOUNS[kind]} ${namesSeen(seen)}, needs ${negated ? `any but ${listed}` : listed}.`;
}

function namesSeen(seen: Seen): string {
	if (seen.kind === 'names') return seen.names.map(quote).join(', ');
	return seen.kind === 'name' ? quote(seen.name) : 'another';
}

function describeAttributeFailure({ attributes }: Plan, { attribute, test }: OfKind<'attribute'>, seen: Seen): string {
	const name = quote(attributes[attribute]?.name ?? '');
	if (seen.kind !== 'attribute') return `${name} is something else.`;
	switch (test.kind) {
		case 'flag':
			return `${name} is ${formatAttribute(seen.value)}, needs on.`;
		case 'is': {
			const listed = either(test.values.map(quote));
			return `${name} is ${formatAttribute(seen.value)}, needs ${test.negated ? 'any but ' : ''}${listed}.`;
		}
		case 'number':
			if (seen.value.kind !== 'number') return `${name} is ${formatAttribute(seen.value)}, needs a number.`;
			return `${name} is ${describeNeededCount(test.test, seen.value.millionths, ATTRIBUTE_DECIMALS)}`;
		default:
			return unreachable(test);
	}
}

function describeWindow(window: OfKind<'birthday' | 'anniversary'>['window']): string {
	if (window === 'today') return 'it today';
	return window === 'this month' ? 'it this month' : `it within ${many(window.withinDays, 'day')}`;
}

/** `1st`, `2nd`, `3rd`, `10th`, `11th`, `21st`. */
function ordinal(number: number): string {
	const isTeen = Math.floor(number / 10) % 10 === 1;
	const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
	return `${number}${ending}`;
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
