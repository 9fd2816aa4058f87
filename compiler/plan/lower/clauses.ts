/** What a campaign and a rule have in common: when they are active, whether they are enabled, and their limits. */
import { type ActiveClause, type CampaignDeclaration, type LimitClause, type Moment, type RuleDeclaration } from '#grammar';
import { epochDay } from '../../domain/calendar.ts';
import type { LocalMoment, PlanDates } from '../plan.ts';
import { type Names, whole } from './names.ts';

/** The clauses that are limits. */
export function limitsOf(clauses: readonly { readonly kind: string }[]): LimitClause[] {
	return clauses.filter((clause): clause is LimitClause => clause.kind === 'limit');
}

type DatedClauses = RuleDeclaration['clauses'] | CampaignDeclaration['clauses'];

/** Says whether it is enabled, which it is where nothing is said. */
export function isEnabled(clauses: DatedClauses): boolean {
	for (const clause of clauses) if (clause.kind === 'status') return whole(clause.status).text === 'enabled';
	return true;
}

/** The dates of the one active clause; always where there is none. */
export function datesOf(clauses: DatedClauses, names: Names): PlanDates {
	for (const clause of clauses) {
		if (clause.kind !== 'active') continue;
		return {
			by: clause.by ? names.attribute(clause.by) : null,
			from: clause.from ? startOf(clause) : null,
			until: clause.until ? endOf(clause) : null,
		};
	}
	return { by: null, from: null, until: null };
}

function startOf(active: ActiveClause): LocalMoment {
	const moment: Moment = whole(active.from);
	return { day: epochDay(moment.date), minute: moment.time?.minute ?? 0 };
}

/** The end is excluded: a whole last day ends with the next day's first minute. */
function endOf(active: ActiveClause): LocalMoment {
	const moment: Moment = whole(active.until);
	const day = epochDay(moment.date);
	if (!moment.time || moment.time.minute === MINUTES_A_DAY) return { day: day + 1, minute: 0 };
	return { day, minute: moment.time.minute };
}

const MINUTES_A_DAY = 1440;
