/** When the periods of limits turn over: by business days, on the program's clock. */
import { dateOfEpochDay, epochDay, isoWeekday, type LocalDate } from '../../domain/calendar.ts';
import { localToInstant } from '../../domain/timezone.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { PlanUsage } from '../../plan/plan.ts';
import type { Facts } from '../facts.ts';
import type { Renewal } from './change.ts';
import { clockOf } from './conditions.ts';
import { firstFrom, momentAt, startOfMinute } from './moments.ts';

/** When what a limit counts begins anew after a transaction; `usage` null means the transaction itself. */
export function renewalOf(usage: PlanUsage | null, facts: Facts): Renewal {
	if (usage === null) return { kind: 'transaction' };
	const { period } = usage;
	if (typeof period !== 'string') return { kind: 'within', days: period.rollingDays };
	if (period === 'lifetime') return { kind: 'never' };
	const { program } = facts.plan;
	const day = firstDayAfter(period, facts.business.day, program.weekStarts);
	const clock = clockOf(facts);
	const isReached = (local: { readonly day: number; readonly minute: number }) =>
		local.day > day || (local.day === day && local.minute >= program.dayStartsMinute);
	const noonBefore = localToInstant(dateOfEpochDay(day - 1), 12 * 60, program.timezone) ?? 0;
	const from = Math.max(startOfMinute(facts.transaction.atMs), noonBefore);
	const atMs = firstFrom(from, { clock, edges: [0, program.dayStartsMinute], isWanted: isReached, days: 3 });
	return atMs === null ? { kind: 'never' } : { kind: 'at', moment: momentAt(atMs, facts.transaction.atMs, clock) };
}

type CalendarPeriod = Exclude<Extract<PlanUsage['period'], string>, 'lifetime'>;

/** The first day of the next period. */
function firstDayAfter(period: CalendarPeriod, day: number, weekStarts: number): number {
	const { year, month } = dateOfEpochDay(day);
	switch (period) {
		case 'day':
			return day + 1;
		case 'week':
			return day + 7 - ((isoWeekday(day) - weekStarts + 7) % 7);
		case 'month':
			return epochDay(firstOfMonth(year, month + 1));
		case 'quarter':
			return epochDay(firstOfMonth(year, month - ((month - 1) % 3) + 3));
		case 'year':
			return epochDay(firstOfMonth(year + 1, 1));
		default:
			return unreachable(period);
	}
}

/** Months beyond December are those of the next year. */
function firstOfMonth(year: number, month: number): LocalDate {
	return { year: year + Math.floor((month - 1) / 12), month: ((month - 1) % 12) + 1, day: 1 };
}
