/** Conditions as expressions over a transaction `t` and its scene `s`. */
import { WEEKDAYS } from '../../domain/calendar.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { PlanCondition, PlanDayTime, PlanTest } from '../../plan/plan.ts';
import type { KnownCondition } from '../conditions.ts';
import { intervalOf } from '../fast/interval.ts';
import { type Unit, whole } from './unit.ts';

type OfKind<K extends PlanCondition['kind']> = Extract<PlanCondition, { readonly kind: K }>;

/** Longer lists of names are looked up in a set. */
const MOST_COMPARISONS = 6;

/**
 * The expression that says whether a condition holds, or with `verdict` "fails" whether it fails; an unknown one does neither,
 * so that `not` needs no third value: it holds where every part fails.
 */
export function conditionSource(condition: PlanCondition, unit: Unit, verdict: Verdict = 'holds'): string {
	const holds = verdict === 'holds';
	switch (condition.kind) {
		case 'always':
			return String(holds);
		case 'any':
		case 'all':
		case 'not':
			return groupSource(condition, unit, verdict);
		case 'day-time': {
			const within = anyOf(condition.alternatives.map((alternative) => dayTimeSource(alternative, unit)));
			return holds ? within : `!${within}`;
		}
		case 'order-type':
			return nameSource('t.orderType', condition, holds, unit);
		case 'channel':
			return nameSource('t.channel', condition, holds, unit);
		case 'tier':
		case 'segment':
			return condition.kind === 'tier' ? nameSource('s.tier', condition, holds, unit) : askSource(condition, holds, unit);
		case 'store':
			return storeSource(condition, holds, unit);
		case 'spend':
			return amountSource(`s.amount(${whole(condition.filter)})`, condition.test, holds);
		case 'quantity':
			return amountSource(`s.units(${whole(condition.filter)})`, condition.test, holds);
		case 'birthday':
			return condition.kind === 'birthday' ? birthdaySource(condition, holds) : askSource(condition, holds, unit);
		case 'anniversary':
		case 'purchase-number':
		case 'member-fact':
		case 'attribute':
			return askSource(condition, holds, unit);
		default:
			return unreachable(condition);
	}
}

type Verdict = 'holds' | 'fails';

function groupSource({ kind, conditions }: OfKind<'any' | 'all' | 'not'>, unit: Unit, verdict: Verdict): string {
	// The verdict of the parts that is asked for, and whether one part with it is enough.
	const of = (kind === 'not') === (verdict === 'holds') ? 'fails' : 'holds';
	const parts = conditions.map((part) => conditionSource(part, unit, of));
	const isOneEnough = of === (kind === 'all' ? 'fails' : 'holds');
	return isOneEnough ? anyOf(parts) : allOf(parts);
}

/** What is asked rarely and costs little is left to the reference's own test. */
function askSource(condition: KnownCondition, holds: boolean, unit: Unit): string {
	return `s.asks(${unit.condition(condition)}) === ${holds ? '1' : '0'}`;
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

/** Expressions joined by "and"; none at all is true. */
function allOf(expressions: readonly string[]): string {
	return expressions.length === 0 ? 'true' : `(${expressions.join(' && ')})`;
}

const MINUTES_A_DAY = 1_440;

/** Minutes count from where business days begin, so that a window reaches into the next day at most. */
function dayTimeSource({ days, fromMinute, untilMinute }: PlanDayTime, { dayStartsMinute }: Unit): string {
	const weekdays = days.map((day) => WEEKDAYS.indexOf(day) + 1);
	const isWhole = fromMinute === 0 && untilMinute === MINUTES_A_DAY;
	const start = isWhole ? 0 : (fromMinute - dayStartsMinute + MINUTES_A_DAY) % MINUTES_A_DAY;
	const end = start + ((untilMinute - fromMinute + MINUTES_A_DAY - 1) % MINUTES_A_DAY) + 1;
	const started = start === 0 ? '' : ` && s.minute >= ${whole(start)}`;
	if (end === MINUTES_A_DAY) return `(${weekdaySource(weekdays)}${started})`;
	if (end < MINUTES_A_DAY) return `(${weekdaySource(weekdays)}${started} && s.minute < ${whole(end)})`;
	const dayAfter = weekdaySource(weekdays.map((day) => (day % 7) + 1));
	return `(${weekdaySource(weekdays)}${started} || ${dayAfter} && s.minute < ${whole(end - MINUTES_A_DAY)})`;
}

function weekdaySource(weekdays: readonly number[]): string {
	const mask = weekdays.reduce((bits, weekday) => bits | (1 << weekday), 0);
	return `(${whole(mask)} >> s.weekday & 1) === 1`;
}

function nameSource(
	subject: string,
	{ names, negated }: { readonly names: readonly string[]; readonly negated: boolean },
	holds: boolean,
	unit: Unit,
): string {
	const listed = isOneOf(subject, names, unit);
	return negated === holds ? `(${subject} !== null && !${listed})` : listed;
}

function storeSource({ stores, chains, negated }: OfKind<'store'>, holds: boolean, unit: Unit): string {
	const listed = anyOf([isOneOf('t.store', stores, unit), isOneOf('t.chain', chains, unit)]);
	return `(t.store !== null && ${negated === holds ? '!' : ''}${listed})`;
}

function birthdaySource({ window }: OfKind<'birthday' | 'anniversary'>, holds: boolean): string {
	const within = birthdayWithin(window);
	return holds ? within : `(s.birthMonth !== 0 && !(${within}))`;
}

function birthdayWithin(window: OfKind<'birthday' | 'anniversary'>['window']): string {
	if (window === 'today') return 's.birthday() === 0';
	if (window === 'this month') return 's.birthMonth === s.month()';
	const days = whole(window.withinDays);
	return `(s.birthday() <= ${days} && s.birthday() >= -${days})`;
}

/** A comparison over whole amounts. */
function amountSource(amount: string, test: PlanTest, holds: boolean): string {
	const { low, high, negated } = intervalOf(test);
	if (low > high) return String(negated === holds);
	const bounds = [
		...(Number.isFinite(low) ? [`${amount} >= ${whole(low)}`] : []),
		...(Number.isFinite(high) ? [`${amount} <= ${whole(high)}`] : []),
	];
	return negated === holds ? `!${allOf(bounds)}` : allOf(bounds);
}
