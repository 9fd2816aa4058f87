/** What a condition saw, in a few words. */
import type { MemberFact } from '#grammar';
import type { AttributeValue } from '../domain/attribute.ts';
import { formatIsoDate, formatTime } from '../domain/calendar.ts';
import { formatMinor, formatPoints } from '../domain/money.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Plan, PlanCondition } from '../plan/plan.ts';
import type { ConditionTrace, Seen } from './outcome.ts';
import { many, quote } from './phrases.ts';
import { formatCount, formatFilterAmount } from './spend-words.ts';

/** The value that a condition of a rule saw: `` `Food` is 18.00 ``, `Sat 12:30`, `birthday in 3 days`. */
export function describeSeen(plan: Plan, rule: number, trace: ConditionTrace): string {
	const condition = plan.rules[rule]?.conditions[trace.index];
	return condition ? describeSeenBy(plan, condition, trace) : '';
}

/** As {@link describeSeen} for any condition, one in a group too. */
export function describeSeenBy(plan: Plan, condition: PlanCondition, { seen, inner }: ConditionTrace): string {
	switch (seen.kind) {
		case 'nothing':
			return inner ? describeGroup(inner) : 'always';
		case 'missing':
			return describeMissing(seen);
		case 'name':
			return seen.chain === undefined ? quote(seen.name) : `${quote(seen.name)} of ${quote(seen.chain)}`;
		case 'names':
			return seen.names.length === 0 ? 'in no segment' : seen.names.map(quote).join(', ');
		case 'amount':
			return describeAmount(plan, condition, seen.amount, seen.decimals);
		case 'local-time':
			return `${seen.day} ${formatTime(seen.minute)}`;
		case 'days-from':
			return describeDaysFrom(seen.of, seen.days);
		case 'number':
			return `purchase number ${seen.value}`;
		case 'fact':
			return `${seen.fact} ${formatFact(plan, seen.fact, seen.value)}`;
		case 'attribute':
			return seen.value.kind === 'flag' && seen.value.isSet
				? quote(seen.name)
				: `${quote(seen.name)} is ${formatAttribute(seen.value)}`;
		default:
			return unreachable(seen);
	}
}

function describeAmount({ filters }: Plan, condition: PlanCondition, amount: number, decimals: number): string {
	if (condition.kind !== 'spend' && condition.kind !== 'quantity') return formatCount(amount, decimals);
	const filter = filters[condition.filter];
	const name = quote(filter?.name ?? '');
	if (condition.kind === 'quantity') return `quantity of ${name} is ${formatCount(amount, decimals)}`;
	return `${name} is ${formatFilterAmount(filter, amount)}`;
}

/** How many of a group's parts hold. */
function describeGroup(inner: readonly ConditionTrace[]): string {
	const holding = inner.filter(({ verdict }) => verdict === 'holds').length;
	const unknown = inner.filter(({ verdict }) => verdict === 'unknown').length;
	const held = `${holding === 0 ? 'none' : holding} of ${inner.length} ${holding > 1 ? 'hold' : 'holds'}`;
	return unknown === 0 ? held : `${held}, ${unknown} unknown`;
}

/** Which fact nobody says: a clause without its full stop. */
export function describeMissing(seen: Extract<Seen, { readonly kind: 'missing' }>): string {
	const { fact } = seen;
	switch (fact) {
		case 'store':
		case 'channel':
		case 'order type':
			return `the transaction does not say its ${fact}`;
		case 'tier':
			return 'the member has no tier';
		case 'birthday':
			return "the member's birthday is not known";
		case 'anniversary':
		case 'days since joining':
			return 'it is not known when the member joined';
		case 'days since last purchase':
			return 'the member has not bought anything before';
		case 'segment':
		case 'purchase number':
		case 'lifetime points':
		case 'lifetime spend':
		case 'balance':
			return 'there is no member';
		case 'attribute':
			return `nothing says ${quote(seen.name)}`;
		default:
			return unreachable(fact);
	}
}

/** `birthday in 3 days`, `anniversary today`, `birthday 1 day ago`. */
export function describeDaysFrom(of: 'birthday' | 'anniversary', days: number): string {
	if (days === 0) return `${of} today`;
	return days < 0 ? `${of} in ${many(-days, 'day')}` : `${of} ${many(days, 'day')} ago`;
}

/** How many decimals the whole value of a fact has. */
export function factDecimals({ program }: Plan, fact: MemberFact): number {
	switch (fact) {
		case 'lifetime points':
		case 'balance':
			return program.pointDecimals;
		case 'lifetime spend':
			return program.currencyDecimals;
		case 'days since joining':
		case 'days since last purchase':
			return 0;
		default:
			return unreachable(fact);
	}
}

function formatFact(plan: Plan, fact: MemberFact, value: number): string {
	const decimals = factDecimals(plan, fact);
	return fact === 'lifetime spend' ? formatMinor(value, decimals) : formatPoints(value, decimals);
}

/** The value of an attribute: `card`, `2.5`, `2026-02-07`; a flag is `on` or `off`. */
export function formatAttribute(value: AttributeValue): string {
	switch (value.kind) {
		case 'text':
			return quote(value.text);
		case 'number':
			return formatCount(value.millionths, 6);
		case 'flag':
			return value.isSet ? 'on' : 'off';
		case 'date':
			return formatIsoDate(value.date);
		default:
			return unreachable(value);
	}
}
