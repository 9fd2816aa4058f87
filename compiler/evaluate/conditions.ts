/** One condition of a rule against the facts of one transaction, as the language says it, with the value seen. */
import type { AttributeValue } from '../domain/attribute.ts';
import { dateOfEpochDay, epochDay, type LocalDate, weekdayName } from '../domain/calendar.ts';
import { compareRationals, type Rational, rationalFromFraction, rationalFromInteger } from '../domain/rational.ts';
import { QUANTITY_DECIMALS, type Transaction } from '../domain/transaction.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { PlanCondition, PlanDayTime, PlanTest } from '../plan/plan.ts';
import { daysFromBirthday } from './birthdays.ts';
import type { Facts } from './facts.ts';
import { itemUnits, ownValue } from './filters.ts';
import type { MissingFact, Seen, Verdict } from './outcome.ts';

/** What a condition came to; a group's parts in their order. */
export interface Tested {
	readonly verdict: Verdict;
	readonly seen: Seen;
	readonly inner?: readonly Tested[];
}

type OfKind<K extends PlanCondition['kind']> = Extract<PlanCondition, { readonly kind: K }>;

/** Tests a condition: `unknown` where the fact it asks for is missing, whether it is negated or not. */
export function testCondition(condition: PlanCondition, facts: Facts): Tested {
	switch (condition.kind) {
		case 'always':
			return { verdict: 'holds', seen: { kind: 'nothing' } };
		case 'any':
		case 'all':
		case 'not':
			return testGroup(condition.kind, condition.conditions, facts);
		case 'day-time':
			return testDayTime(condition, facts);
		case 'store':
			return testStore(condition, facts.transaction);
		case 'spend':
		case 'quantity':
			return condition.kind === 'spend' ? testSpend(condition, facts) : testQuantity(condition, facts);
		case 'order-type':
		case 'channel':
		case 'tier':
		case 'segment':
		case 'birthday':
		case 'anniversary':
		case 'purchase-number':
		case 'member-fact':
		case 'attribute':
			return testKnown(condition, facts);
		default:
			return unreachable(condition);
	}
}

/** Conditions that ask for what is known of the member or said besides the cart. */
export type KnownCondition =
	| OfKind<'order-type' | 'channel' | 'tier' | 'segment'>
	| OfKind<'birthday' | 'anniversary'>
	| OfKind<'purchase-number' | 'member-fact' | 'attribute'>;

/** What such conditions need to know. */
export type KnownFacts = Pick<Facts, 'plan' | 'transaction' | 'local' | 'state'>;

/** Tests a condition that asks for no amount of the cart. */
export function testKnown(condition: KnownCondition, facts: KnownFacts): Tested {
	switch (condition.kind) {
		case 'order-type':
			return testName(condition, facts.transaction.orderType, 'order type');
		case 'channel':
			return testName(condition, facts.transaction.channel, 'channel');
		case 'tier':
			return testName(condition, facts.state.member?.tier ?? null, 'tier');
		case 'segment':
			return testSegment(condition, facts);
		case 'birthday':
			return testYearly(condition, facts.state.member?.birthDate ?? null, facts);
		case 'anniversary':
			return testYearly(condition, facts.state.member?.joinedDate ?? null, facts);
		case 'purchase-number':
			return testPurchaseNumber(condition, facts);
		case 'member-fact':
			return testMemberFact(condition, facts);
		case 'attribute':
			return testAttribute(condition, facts);
		default:
			return unreachable(condition);
	}
}

function verdict(holds: boolean): Verdict {
	return holds ? 'holds' : 'fails';
}

function missing(fact: MissingFact): Tested {
	return { verdict: 'unknown', seen: { kind: 'missing', fact } };
}

/** Unknown stays unknown where it decides: `any` is known once one holds, `all` once one fails, `not` once one holds. */
function testGroup(kind: 'any' | 'all' | 'not', conditions: readonly PlanCondition[], facts: Facts): Tested {
	const inner = conditions.map((condition) => testCondition(condition, facts));
	const has = (verdict: Verdict) => inner.some((tested) => tested.verdict === verdict);
	const seen = { kind: 'nothing' } as const;
	const decisive = kind === 'all' ? 'fails' : 'holds';
	if (has(decisive)) return { verdict: verdict(kind === 'any'), seen, inner };
	if (has('unknown')) return { verdict: 'unknown', seen, inner };
	return { verdict: verdict(kind !== 'any'), seen, inner };
}

function testDayTime({ alternatives }: OfKind<'day-time'>, facts: Facts): Tested {
	const { local } = facts;
	const seen = { kind: 'local-time', day: weekdayName(local.day), minute: local.minute } as const;
	return { verdict: verdict(alternatives.some((alternative) => isWithin(alternative, facts))), seen };
}

const MINUTES_A_DAY = 1440;

/**
 * A window begins on a business day that is listed; whatever of it lies beyond that day's end is still its. Minutes are
 * counted from where business days begin, so that a window never wraps twice.
 */
function isWithin({ days, fromMinute, untilMinute }: PlanDayTime, { business, plan }: Facts): boolean {
	const isWhole = fromMinute === 0 && untilMinute === MINUTES_A_DAY;
	const start = isWhole ? 0 : (fromMinute - plan.program.dayStartsMinute + MINUTES_A_DAY) % MINUTES_A_DAY;
	const length = ((untilMinute - fromMinute + MINUTES_A_DAY - 1) % MINUTES_A_DAY) + 1;
	const covers = (minute: number) => start <= minute && minute < start + length;
	const isListed = (day: number) => days.some((name) => name === weekdayName(day));
	const isYesterdays = isListed(business.day - 1) && covers(business.minute + MINUTES_A_DAY);
	return isYesterdays || (isListed(business.day) && covers(business.minute));
}

function testName(
	{ names, negated }: { readonly names: readonly string[]; readonly negated: boolean },
	name: string | null,
	fact: MissingFact,
): Tested {
	if (name === null) return missing(fact);
	return { verdict: verdict(names.includes(name) !== negated), seen: { kind: 'name', name } };
}

function testSegment(
	{ names, negated }: { readonly names: readonly string[]; readonly negated: boolean },
	{ state }: KnownFacts,
): Tested {
	if (!state.member) return missing('segment');
	const { segments } = state.member;
	const isIn = names.some((name) => segments.includes(name));
	return { verdict: verdict(isIn !== negated), seen: { kind: 'names', names: segments } };
}

function testStore({ stores, chains, negated }: OfKind<'store'>, { store, chain }: Transaction): Tested {
	if (store === null) return missing('store');
	const listed = stores.includes(store) || (chain !== null && chains.includes(chain));
	const seen: Seen = chain === null ? { kind: 'name', name: store } : { kind: 'name', name: store, chain };
	return { verdict: verdict(listed !== negated), seen };
}

function testSpend({ filter, test }: OfKind<'spend' | 'quantity'>, { amounts, plan }: Facts): Tested {
	return testAmount(test, amounts[filter] ?? 0, plan.filters[filter]?.decimals ?? 0);
}

/** Units are counted whatever the filter itself counts; a filter that counts units says how many, with its bounds. */
function testQuantity({ filter, test }: OfKind<'spend' | 'quantity'>, { amounts, cart, plan }: Facts): Tested {
	const items = plan.filters[filter];
	if (items?.kind !== 'items') throw new Error('Units were asked of what is no items filter');
	return testAmount(test, items.isQuantity ? (amounts[filter] ?? 0) : itemUnits(items, cart), QUANTITY_DECIMALS);
}

/** Quantities are counted in thousandths of a unit. */

function testAmount(test: PlanTest, amount: number, decimals: number): Tested {
	return { verdict: verdict(passes(test, rationalFromInteger(amount))), seen: { kind: 'amount', amount, decimals } };
}

/** Says whether an exact value passes a comparison. */
export function passes(test: PlanTest, value: Rational): boolean {
	if (test.operator === 'between') {
		return (
			compareRationals(value, rationalFromFraction(test.low)) >= 0 &&
			compareRationals(value, rationalFromFraction(test.high)) <= 0
		);
	}
	const order = compareRationals(value, rationalFromFraction(test.value));
	const { operator } = test;
	switch (operator) {
		case '=':
			return order === 0;
		case '!=':
			return order !== 0;
		case '<':
			return order < 0;
		case '<=':
			return order <= 0;
		case '>':
			return order > 0;
		case '>=':
			return order >= 0;
		default:
			return unreachable(operator);
	}
}

function testYearly(
	{ kind, window }: OfKind<'birthday' | 'anniversary'>,
	date: LocalDate | null,
	{ local }: KnownFacts,
): Tested {
	if (date === null) return missing(kind);
	const distance = daysFromBirthday(date, local.day);
	const seen = { kind: 'days-from', of: kind, days: distance } as const;
	if (window === 'today') return { verdict: verdict(distance === 0), seen };
	if (window === 'this month') return { verdict: verdict(date.month === dateOfEpochDay(local.day).month), seen };
	return { verdict: verdict(Math.abs(distance) <= window.withinDays), seen };
}

function testPurchaseNumber({ isEvery, number }: OfKind<'purchase-number'>, { state }: KnownFacts): Tested {
	if (!state.member) return missing('purchase number');
	const current = state.member.purchases + 1;
	const holds = isEvery ? current % number === 0 : current === number;
	return { verdict: verdict(holds), seen: { kind: 'number', value: current } };
}

function testMemberFact({ fact, test }: OfKind<'member-fact'>, facts: KnownFacts): Tested {
	const value = memberFact(fact, facts);
	if (value === null) return missing(fact);
	return { verdict: verdict(passes(test, rationalFromInteger(value))), seen: { kind: 'fact', fact, value } };
}

/** Points in units, spend in minor units, days as they are; null where the member has no such fact. */
function memberFact(fact: OfKind<'member-fact'>['fact'], { state, local }: KnownFacts): number | null {
	const { member } = state;
	if (!member) return null;
	const daysSince = (date: LocalDate | null) => (date === null ? null : local.day - epochDay(date));
	switch (fact) {
		case 'lifetime points':
			return member.lifetimeUnits;
		case 'lifetime spend':
			return member.lifetimeSpendMinor;
		case 'balance':
			return member.balanceUnits;
		case 'days since joining':
			return daysSince(member.joinedDate);
		case 'days since last purchase':
			return daysSince(member.lastPurchaseDate);
		default:
			return unreachable(fact);
	}
}

function testAttribute({ attribute, test }: OfKind<'attribute'>, facts: KnownFacts): Tested {
	const value = attributeValue(attribute, facts);
	const name = facts.plan.attributes[attribute]?.name ?? '';
	if (value === null) return { verdict: 'unknown', seen: { kind: 'missing', fact: 'attribute', name } };
	const seen = { kind: 'attribute', name, value } as const;
	switch (test.kind) {
		case 'flag':
			return { verdict: verdict(value.kind === 'flag' && value.isSet), seen };
		case 'is':
			return { verdict: verdict(value.kind === 'text' && test.values.includes(value.text) !== test.negated), seen };
		case 'number':
			return { verdict: verdict(value.kind === 'number' && passes(test.test, rationalFromInteger(value.millionths))), seen };
		default:
			return unreachable(test);
	}
}

/** The value of a plan's attribute: the member's own, or what the transaction or event says; null where nobody says it. */
export function attributeValue(
	attribute: number,
	{ plan, transaction, state }: Pick<Facts, 'plan' | 'transaction' | 'state'>,
): AttributeValue | null {
	const declared = plan.attributes[attribute];
	if (!declared) return null;
	const record = declared.owner === 'member' ? state.member?.attributes : transaction.attributes;
	return (record && ownValue(record, declared.name)) ?? null;
}
