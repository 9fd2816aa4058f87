/** One condition of a rule against the facts of one transaction, as the language says it, with the value seen. */
import { dateOfEpochDay, type LocalDate, weekdayName } from '../domain/calendar.ts';
import { compareRationals, rationalFromFraction, rationalFromInteger } from '../domain/rational.ts';
import type { LocalTime } from '../domain/timezone.ts';
import type { Transaction } from '../domain/transaction.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Fraction, PlanCondition, PlanDayTime } from '../plan/plan.ts';
import { daysFromBirthday } from './birthdays.ts';
import type { Seen, Verdict } from './outcome.ts';

/** Everything that conditions and formulas can ask about. */
export interface Facts {
	readonly transaction: Transaction;
	readonly local: LocalTime;
	/** By index into the plan's filters. */
	readonly filtersMinor: readonly number[];
	readonly tier: string | null;
	readonly birthDate: LocalDate | null;
}

interface Tested {
	readonly verdict: Verdict;
	readonly seen: Seen;
}

type OfKind<K extends PlanCondition['kind']> = Extract<PlanCondition, { readonly kind: K }>;

/** Tests a condition: `unknown` where the fact it asks for is missing, whether it is negated or not. */
export function testCondition(condition: PlanCondition, facts: Facts): Tested {
	switch (condition.kind) {
		case 'always':
			return { verdict: 'holds', seen: { kind: 'nothing' } };
		case 'day-time':
			return testDayTime(condition, facts.local);
		case 'order-type':
			return testName(condition, facts.transaction.orderType, 'order type');
		case 'channel':
			return testName(condition, facts.transaction.channel, 'channel');
		case 'tier':
			return testName(condition, facts.tier, 'tier');
		case 'store':
			return testStore(condition, facts.transaction);
		case 'spend':
			return testSpend(condition, facts.filtersMinor[condition.filter] ?? 0);
		case 'birthday':
			return testBirthday(condition, facts);
		default:
			return unreachable(condition);
	}
}

function verdict(holds: boolean): Verdict {
	return holds ? 'holds' : 'fails';
}

function testDayTime({ alternatives }: OfKind<'day-time'>, local: LocalTime): Tested {
	const seen = { kind: 'local-time', day: weekdayName(local.day), minute: local.minute } as const;
	return { verdict: verdict(alternatives.some((alternative) => isWithin(alternative, local))), seen };
}

/** Whether a local time is in a window, which belongs to the day on which it starts. */
function isWithin({ days, fromMinute, untilMinute }: PlanDayTime, { day, minute }: LocalTime): boolean {
	const startsToday = days.includes(weekdayName(day));
	if (fromMinute < untilMinute) return startsToday && fromMinute <= minute && minute < untilMinute;
	const startedYesterday = days.includes(weekdayName(day - 1));
	return (startsToday && fromMinute <= minute) || (startedYesterday && minute < untilMinute);
}

function testName(
	{ names, negated }: { readonly names: readonly string[]; readonly negated: boolean },
	name: string | null,
	fact: 'order type' | 'channel' | 'tier',
): Tested {
	if (name === null) return { verdict: 'unknown', seen: { kind: 'missing', fact } };
	return { verdict: verdict(names.includes(name) !== negated), seen: { kind: 'name', name } };
}

function testStore({ stores, chains, negated }: OfKind<'store'>, { store, chain }: Transaction): Tested {
	if (store === null) return { verdict: 'unknown', seen: { kind: 'missing', fact: 'store' } };
	const listed = stores.includes(store) || (chain !== null && chains.includes(chain));
	const seen: Seen = chain === null ? { kind: 'name', name: store } : { kind: 'name', name: store, chain };
	return { verdict: verdict(listed !== negated), seen };
}

function testSpend({ test }: OfKind<'spend'>, minor: number): Tested {
	const against = (value: Fraction) => compareRationals(rationalFromInteger(minor), rationalFromFraction(value));
	const seen = { kind: 'amount', minor } as const;
	const { operator } = test;
	switch (operator) {
		case 'between':
			return { verdict: verdict(against(test.lowMinor) >= 0 && against(test.highMinor) <= 0), seen };
		case '=':
			return { verdict: verdict(against(test.valueMinor) === 0), seen };
		case '!=':
			return { verdict: verdict(against(test.valueMinor) !== 0), seen };
		case '<':
			return { verdict: verdict(against(test.valueMinor) < 0), seen };
		case '<=':
			return { verdict: verdict(against(test.valueMinor) <= 0), seen };
		case '>':
			return { verdict: verdict(against(test.valueMinor) > 0), seen };
		case '>=':
			return { verdict: verdict(against(test.valueMinor) >= 0), seen };
		default:
			return unreachable(operator);
	}
}

function testBirthday({ window }: OfKind<'birthday'>, { birthDate, local }: Facts): Tested {
	if (birthDate === null) return { verdict: 'unknown', seen: { kind: 'missing', fact: 'birthday' } };
	const distance = daysFromBirthday(birthDate, local.day);
	const seen = { kind: 'birthday', daysFromBirthday: distance } as const;
	if (window === 'today') return { verdict: verdict(distance === 0), seen };
	if (window === 'this month') return { verdict: verdict(birthDate.month === dateOfEpochDay(local.day).month), seen };
	return { verdict: verdict(Math.abs(distance) <= window.withinDays), seen };
}
