/** What the fields about using points write. */
import type {
	AtLeastClause,
	AtMostClause,
	AvailableClause,
	Duration,
	ExpiresClause,
	Missing,
	PeriodEnd,
	Plain,
	WorthClause,
} from '#grammar';
import { bareNameNode, nameNode, numberNode, wordNode } from '../../../canvas/fragments.ts';

/** The same worth with other numbers. It is meant in the program's currency, unless another one is written already. */
export function withWorth(
	clause: WorthClause,
	next: { readonly points?: string; readonly amount?: string },
	currency: string,
): Plain<WorthClause> {
	const { points, amount } = next;
	const isSaid = clause.currency.kind === 'name' || currency === '';
	return {
		...clause,
		...(points !== undefined && { points: numberNode(points) }),
		...(amount !== undefined && { amount: numberNode(amount) }),
		...(!isSaid && { currency: bareNameNode(currency) }),
	};
}

/** The same share of an order with another number of percent, or of another cart filter. */
export function withShare(
	clause: AtMostClause,
	next: { readonly percent?: string; readonly filter?: string },
): Plain<AtMostClause> {
	const { percent, filter } = next;
	return {
		...clause,
		...(percent !== undefined && { share: numberNode(percent, true) }),
		...(filter !== undefined && { filter: nameNode(filter) }),
	};
}

/** The same least with another number, or with another step; an empty one is none. */
export function withLeast(
	clause: AtLeastClause,
	next: { readonly points?: string; readonly steps?: string },
): Plain<AtLeastClause> {
	const { steps: before, ...rest } = clause;
	const points = next.points === undefined ? rest.points : numberNode(next.points);
	if (next.steps === '') return { ...rest, points };
	const steps = next.steps === undefined ? before : numberNode(next.steps);
	return { ...rest, points, ...(steps && { steps }) };
}

/** How the moment of an expiry is chosen: a time from the award or from the last activity, or the end of a month or year. */
export type MomentForm = 'duration' | 'inactive' | 'month' | 'year';
/** The units of a time. */
export type DurationUnit = 'day' | 'week' | 'month' | 'year';

/** How the moment of a clause is chosen; null where it is missing. */
export function formOf(clause: AvailableClause | ExpiresClause): MomentForm | null {
	const { moment } = clause;
	if (moment.kind === 'duration') return isByActivity(clause) ? 'inactive' : 'duration';
	return moment.kind === 'period-end' && moment.period.kind === 'word' ? moment.period.text : null;
}

function isByActivity(clause: AvailableClause | ExpiresClause): boolean {
	return clause.kind === 'expires' && clause.withoutActivity;
}

type Moment = Plain<Duration | PeriodEnd | Missing>;

/** A clause of an expiry with its moment in a form. `usual` is the time where the clause has none yet. */
export function expiryNode(
	kind: 'available' | 'expires',
	form: MomentForm,
	written: Moment | undefined,
	usual: Plain<Duration>,
): Plain<AvailableClause | ExpiresClause> {
	const isPeriod = form === 'month' || form === 'year';
	const time = written?.kind === 'duration' ? written : usual;
	const moment = isPeriod ? { kind: 'period-end' as const, period: wordNode(form) } : time;
	return kind === 'available' ? { kind, moment } : { kind, moment, withoutActivity: form === 'inactive' };
}

/** So much of a time. */
export function durationNode(count: string, unit: DurationUnit): Plain<Duration> {
	return { kind: 'duration', count: numberNode(count), unit: wordNode(unit) };
}
