/** Conditions as expressions over a transaction `t` and its scene `s`. An unknown fact makes them false, as in the reference. */
import { type Rational, ceilRational, floorRational, rationalFromFraction } from '../../domain/rational.ts';
import { WEEKDAYS } from '../../domain/calendar.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { MAX_FILTER_MINOR } from '../../formula/analyse.ts';
import type { PlanCondition, PlanDayTime } from '../../plan/plan.ts';
import { type Unit, whole } from './unit.ts';

type OfKind<K extends PlanCondition['kind']> = Extract<PlanCondition, { readonly kind: K }>;

/** Longer lists of names are looked up in a set. */
const MOST_COMPARISONS = 6;

/** The expression that says whether a condition holds; null where it always does. */
export function conditionSource(condition: PlanCondition, unit: Unit): string | null {
	switch (condition.kind) {
		case 'always':
			return null;
		case 'day-time':
			return anyOf(condition.alternatives.map(dayTimeSource));
		case 'order-type':
			return nameSource('t.orderType', condition, unit);
		case 'channel':
			return nameSource('t.channel', condition, unit);
		case 'tier':
			return nameSource('s.tier', condition, unit);
		case 'store':
			return storeSource(condition, unit);
		case 'spend':
			return spendSource(condition);
		case 'birthday':
			return birthdaySource(condition);
		default:
			return unreachable(condition);
	}
}

/** The expression that says whether a name (never undefined, null where missing) is one of a list. */
export function isOneOf(subject: string, names: readonly string[], unit: Unit): string {
	if (names.length > MOST_COMPARISONS) return `${unit.set(names)}.has(${subject})`;
	return anyOf(names.map((name) => `${subject} === ${unit.text(name)}`));
}

/** Expressions joined by "or"; none at all is false. */
export function anyOf(expressions: readonly string[]): string {
	return expressions.length === 0 ? 'false' : `(${expressions.join(' || ')})`;
}

function dayTimeSource({ days, fromMinute, untilMinute }: PlanDayTime): string {
	const starts = new Set(days.map((day) => WEEKDAYS.indexOf(day) + 1));
	const today = weekdaySource([...starts]);
	const started = `s.minute >= ${whole(fromMinute)}`;
	const running = `s.minute < ${whole(untilMinute)}`;
	if (fromMinute < untilMinute) return `(${today} && ${started} && ${running})`;
	const dayAfter = weekdaySource([...starts].map((day) => (day % 7) + 1));
	return `(${today} && ${started} || ${dayAfter} && ${running})`;
}

function weekdaySource(weekdays: readonly number[]): string {
	const mask = weekdays.reduce((bits, weekday) => bits | (1 << weekday), 0);
	return `(${whole(mask)} >> s.weekday & 1) === 1`;
}

function nameSource(
	subject: string,
	{ names, negated }: { readonly names: readonly string[]; readonly negated: boolean },
	unit: Unit,
): string {
	const listed = isOneOf(subject, names, unit);
	return negated ? `(${subject} !== null && !${listed})` : listed;
}

function storeSource({ stores, chains, negated }: OfKind<'store'>, unit: Unit): string {
	const listed = anyOf([isOneOf('t.store', stores, unit), isOneOf('t.chain', chains, unit)]);
	return `(t.store !== null && ${negated ? '!' : ''}${listed})`;
}

function birthdaySource({ window }: OfKind<'birthday'>): string {
	if (window === 'today') return 's.birthday() === 0';
	if (window === 'this month') return 's.birthMonth === s.month()';
	const days = whole(window.withinDays);
	return `(s.birthday() <= ${days} && s.birthday() >= -${days})`;
}

/** A spend comparison over whole amounts: the bounds, which may be fractions of a minor unit, are moved to whole ones. */
function spendSource({ filter, test }: OfKind<'spend'>): string {
	const amount = `s.amount(${whole(filter)})`;
	if (test.operator === 'between') {
		const [low, high] = [rationalFromFraction(test.lowMinor), rationalFromFraction(test.highMinor)];
		return `(${amount} >= ${bound(ceilRational(low))} && ${amount} <= ${bound(floorRational(high))})`;
	}
	const value = rationalFromFraction(test.valueMinor);
	const { operator } = test;
	switch (operator) {
		case '=':
			return isWhole(value) ? `${amount} === ${bound(value.numerator)}` : 'false';
		case '!=':
			return isWhole(value) ? `${amount} !== ${bound(value.numerator)}` : 'true';
		case '<':
			return `${amount} < ${bound(ceilRational(value))}`;
		case '<=':
			return `${amount} <= ${bound(floorRational(value))}`;
		case '>':
			return `${amount} > ${bound(floorRational(value))}`;
		case '>=':
			return `${amount} >= ${bound(ceilRational(value))}`;
		default:
			return unreachable(operator);
	}
}

function isWhole(value: Rational): boolean {
	return value.denominator === 1n;
}

/** A bound as a safe integer: beyond every amount that occurs, the next one beyond does as well. */
function bound(value: bigint): string {
	if (value < 0n) return '-1';
	const most = BigInt(MAX_FILTER_MINOR) + 1n;
	return whole(Number(value > most ? most : value));
}
