/** The periods of limits, and which of them lie within others. */
import type { LimitClause, LimitPeriod } from '#grammar';

/** A calendar period, or the last so many days. */
export type Period = LimitPeriod | { readonly rollingDays: number };

/** The period of a limit; null while it is missing. */
export function periodOf({ per }: LimitClause): Period | null {
	if (per.kind === 'missing') return null;
	if (per.kind === 'word') return per.text;
	const days = per.days.kind === 'number' ? Number(per.days.digits) : 0;
	return Number.isInteger(days) && days > 0 ? { rollingDays: days } : null;
}

/** What each calendar period is a part of, itself and `lifetime` aside. A week may lie in two months. */
const wider: Readonly<Record<LimitPeriod, readonly LimitPeriod[]>> = {
	transaction: ['day', 'week', 'month', 'quarter', 'year'],
	day: ['week', 'month', 'quarter', 'year'],
	week: [],
	month: ['quarter', 'year'],
	quarter: ['year'],
	year: [],
	lifetime: [],
};

/** The most days of each period, and one more for the hour that a day may be too long. */
const days: Readonly<Record<LimitPeriod, number>> = {
	transaction: 1,
	day: 2,
	week: 8,
	month: 32,
	quarter: 93,
	year: 367,
	lifetime: Number.POSITIVE_INFINITY,
};

/** Says whether all that has counted in a period up to some moment counts in the other one as well. */
export function isWithin(period: Period, other: Period): boolean {
	if (other === 'lifetime' || period === other) return true;
	if (typeof other === 'string') return typeof period === 'string' && wider[period].includes(other);
	return (typeof period === 'string' ? days[period] : period.rollingDays) <= other.rollingDays;
}
