import { epochDay, type LocalMoment } from '#compiler';
import type { CampaignDeclaration, Missing, Moment, RuleDeclaration } from '#grammar';

/** Where a rule stands at a moment. */
export type RuleState = 'current' | 'scheduled' | 'expired' | 'disabled';

/** When a rule runs: switched on or not, from a local moment (included) until another (excluded). */
export interface RuleWindow {
	readonly enabled: boolean;
	/** Null: no lower bound. */
	readonly from: LocalMoment | null;
	/** Null: indefinitely. */
	readonly until: LocalMoment | null;
}

type WindowClause = (RuleDeclaration | CampaignDeclaration)['clauses'][number];

/** The window that a rule's or a campaign's text says; what is missing or unreadable bounds nothing. */
export function windowOf({ clauses }: { readonly clauses: readonly WindowClause[] }): RuleWindow {
	const status = clauses.find((clause) => clause.kind === 'status')?.status;
	const active = clauses.find((clause) => clause.kind === 'active');
	return {
		enabled: !(status?.kind === 'word' && status.text === 'disabled'),
		from: startOf(active?.from),
		until: endOf(active?.until),
	};
}

/** The window of a rule that stands in a campaign: it runs only while both do. */
export function windowWithin(rule: RuleWindow, campaign: RuleWindow): RuleWindow {
	return {
		enabled: rule.enabled && campaign.enabled,
		from: rule.from && campaign.from && isBefore(rule.from, campaign.from) ? campaign.from : (rule.from ?? campaign.from),
		until:
			rule.until && campaign.until && isBefore(campaign.until, rule.until) ? campaign.until : (rule.until ?? campaign.until),
	};
}

/** Where a rule with this window stands now. A rule that is switched off is disabled whatever its dates say. */
export function stateOf({ enabled, from, until }: RuleWindow, now: LocalMoment): RuleState {
	if (!enabled) return 'disabled';
	if (until && !isBefore(now, until)) return 'expired';
	if (from && isBefore(now, from)) return 'scheduled';
	return 'current';
}

function startOf(moment: Moment | Missing | undefined): LocalMoment | null {
	if (moment?.kind !== 'moment') return null;
	return normal(epochDay(moment.date), moment.time?.minute ?? 0);
}

/** A day without a time is included whole; a time is where the window ends. */
function endOf(moment: Moment | Missing | undefined): LocalMoment | null {
	if (moment?.kind !== 'moment') return null;
	const day = epochDay(moment.date);
	return moment.time ? normal(day, moment.time.minute) : { day: day + 1, minute: 0 };
}

/** `24:00` is the next day's first minute. */
function normal(day: number, minute: number): LocalMoment {
	return minute >= 1440 ? { day: day + 1, minute: minute - 1440 } : { day, minute };
}

function isBefore(a: LocalMoment, b: LocalMoment): boolean {
	return a.day < b.day || (a.day === b.day && a.minute < b.minute);
}
