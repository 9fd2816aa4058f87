import { type ActiveClause, type Missing, type Moment, phrase } from '#grammar';
import { epochDay, formatIsoDate } from '../domain/calendar.ts';
import { checkAttributeOf, checkOwner, eventPlace } from './attributes.ts';
import type { Happening } from './events.ts';
import { exchange } from './places.ts';
import type { CheckContext } from './report.ts';

/** What some dates are of, and what they could never change. */
export interface DatedPart {
	readonly what: 'rule' | 'campaign';
	/** It never awards anyway, so that nothing need be said of dates that are over. */
	readonly isDisabled: boolean;
	/** What it answers to; null where nothing can be said of that. */
	readonly happening: Happening | null;
}

/** Checks the dates of a rule or a campaign and the attribute that is their clock. */
export function checkActive(active: ActiveClause, part: DatedPart, context: CheckContext): void {
	const { by } = active;
	const clock = checkAttributeOf(by, 'date', phrase('be the clock of dates'), context);
	if (clock && by?.kind === 'name' && part.happening) {
		checkOwner(by, clock, part.happening.owners, eventPlace(part.happening), context);
	}
	const { from, until } = active;
	if (isReversed(active) && from?.kind === 'moment' && until?.kind === 'moment') {
		const fix = exchange(phrase('Exchange the two dates'), context.source, from.span, until.span);
		context.report('dates-reversed', active.span, { what: phrase(part.what) }, fix);
	} else if (!part.isDisabled && isOver(active, context) && until?.kind === 'moment') {
		context.report('dates-over', until.span, { what: phrase(part.what), until: formatIsoDate(until.date) });
	}
}

/** Says whether some dates end before they start. */
export function isReversed(active: ActiveClause): boolean {
	return startMinute(active.from) >= endMinute(active.until);
}

/** Says whether some dates are over today. Dates of another clock than the present never are. */
export function isOver({ by, until }: ActiveClause, { today }: CheckContext): boolean {
	return today !== null && !by && endMinute(until) <= epochDay(today) * MINUTES_A_DAY;
}

/** Says whether two stretches of dates of the same clock have no moment in common. */
export function areApart(a: ActiveClause, b: ActiveClause): boolean {
	if (clockOf(a) === null || clockOf(a) !== clockOf(b)) return false;
	return endMinute(a.until) <= startMinute(b.from) || endMinute(b.until) <= startMinute(a.from);
}

/** The name of an attribute, '' for the moment itself, null for a hole. */
function clockOf({ by }: ActiveClause): string | null {
	if (!by) return '';
	return by.kind === 'name' ? by.text : null;
}

const MINUTES_A_DAY = 1440;

/** The first minute of a start, counted from 1970. */
function startMinute(moment: Moment | Missing | undefined): number {
	if (moment?.kind !== 'moment') return Number.NEGATIVE_INFINITY;
	return epochDay(moment.date) * MINUTES_A_DAY + (moment.time?.minute ?? 0);
}

/** The minute after the last one of an end: a day without a time is meant whole. */
function endMinute(moment: Moment | Missing | undefined): number {
	if (moment?.kind !== 'moment') return Number.POSITIVE_INFINITY;
	return epochDay(moment.date) * MINUTES_A_DAY + (moment.time?.minute ?? MINUTES_A_DAY);
}
