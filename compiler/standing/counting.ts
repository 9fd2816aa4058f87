/** Counting in stretches of time: calendar periods of the program's timezone, and windows that roll. */
import { type LocalDate, dateOfEpochDay, epochDay, isoWeekday } from '../domain/calendar.ts';
import type { Usage } from '../domain/member.ts';
import type { LocalTime } from '../domain/timezone.ts';
import { unreachable } from '../domain/unreachable.ts';
import { businessTime } from '../evaluate/facts.ts';
import type { Plan, PlanUsage } from '../plan/plan.ts';
import type { MemberStanding, Stretch } from './standing.ts';

/** A moment as counting sees it. */
export interface Moment {
	/** On the program's wall clock. */
	readonly local: LocalTime;
	/** In business days, by which limits count. */
	readonly business: LocalTime;
}

/** Everything that is counted of a member. */
export type Counted = MemberStanding['counted'];

const MINUTES_A_DAY = 1440;

/** A local moment, in business days too. */
export function momentOf({ program }: Plan, local: LocalTime): Moment {
	return { local, business: businessTime(local, program.dayStartsMinute) };
}

/** What a limit counts for, by the names that stay when a program is published anew. */
export function usageKey({ rules, campaigns }: Plan, { scope, period }: PlanUsage): string {
	const name = scope.kind === 'program' ? '' : ((scope.kind === 'rule' ? rules : campaigns)[scope.index]?.name ?? '');
	return JSON.stringify([scope.kind, name, period]);
}

/** What a campaign's budget counts for. */
export function budgetKey(campaign: string): string {
	return JSON.stringify(['budget', campaign]);
}

/** Points by calendar years. */
export const POINTS_BY_YEAR = JSON.stringify(['points', 'year']);

/** The amounts of a cart filter by calendar years. */
export function spendKey(filter: string): string {
	return JSON.stringify(['spend', filter, 'year']);
}

/** What was counted in the period of a moment, or in the window that ends with it. */
export function usedAt(counted: Counted, key: string, period: PlanUsage['period'], moment: Moment, plan: Plan): Usage {
	const stretches = counted[key] ?? [];
	if (typeof period === 'string') {
		const from = startOf(period, moment.business.day, plan.program.weekStarts);
		return sumOf(stretches.filter((stretch) => stretch.from === from));
	}
	const now = minuteOf(moment.local);
	const start = now - period.rollingDays * MINUTES_A_DAY;
	return sumOf(stretches.filter(({ from }) => start < from && from <= now));
}

/** Counts something in the period of a moment, or at the moment itself. */
export function count(
	counted: Counted,
	key: string,
	period: PlanUsage['period'],
	moment: Moment,
	plan: Plan,
	{ units, times }: Usage,
): Counted {
	if (units === 0 && times === 0) return counted;
	const isCalendar = typeof period === 'string';
	const from = isCalendar ? startOf(period, moment.business.day, plan.program.weekStarts) : minuteOf(moment.local);
	return { ...counted, [key]: added(counted[key] ?? [], { from, units, times }) };
}

/** Counts something in a calendar year by the program's wall clock. */
export function countInYear(counted: Counted, key: string, year: number, units: number): Counted {
	if (units === 0) return counted;
	return { ...counted, [key]: added(counted[key] ?? [], { from: yearStart(year), units, times: 0 }) };
}

/** What was counted in a calendar year. */
export function usedInYear(counted: Counted, key: string, year: number): number {
	return sumOf((counted[key] ?? []).filter(({ from }) => from === yearStart(year))).units;
}

/** What was ever counted. */
export function usedEver(counted: Counted, key: string): number {
	return sumOf(counted[key] ?? []).units;
}

/**
 * The newest stretch is met most often, so it stands last; a late one gets its place anywhere. One of which everything was
 * given back is none.
 */
function added(stretches: readonly Stretch[], more: Stretch): readonly Stretch[] {
	const index = stretches.findLastIndex(({ from }) => from === more.from);
	const before = stretches[index];
	if (!before) return [...stretches, more];
	const [units, times] = [before.units + more.units, before.times + more.times];
	return units === 0 && times === 0
		? stretches.toSpliced(index, 1)
		: stretches.with(index, { from: more.from, units, times });
}

/** The first business day of the period that a business day is in; all of a lifetime is one. */
function startOf(period: Extract<PlanUsage['period'], string>, day: number, weekStarts: number): number {
	const { year, month } = dateOfEpochDay(day);
	const first = (of: Omit<LocalDate, 'day'>) => epochDay({ ...of, day: 1 });
	switch (period) {
		case 'day':
			return day;
		case 'week':
			return day - ((isoWeekday(day) - weekStarts + 7) % 7);
		case 'month':
			return first({ year, month });
		case 'quarter':
			return first({ year, month: month - ((month - 1) % 3) });
		case 'year':
			return yearStart(year);
		case 'lifetime':
			return 0;
		default:
			return unreachable(period);
	}
}

function yearStart(year: number): number {
	return epochDay({ year, month: 1, day: 1 });
}

function minuteOf({ day, minute }: LocalTime): number {
	return day * MINUTES_A_DAY + minute;
}

function sumOf(stretches: readonly Stretch[]): Usage {
	return stretches.reduce((sum, { units, times }) => ({ units: sum.units + units, times: sum.times + times }), {
		units: 0,
		times: 0,
	});
}
