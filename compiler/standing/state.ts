/** From what is kept to what a transaction is evaluated against, and from its outcome to what is kept next. */
import { dateOfEpochDay, epochDay, type LocalDate } from '../domain/calendar.ts';
import type { EvaluationState, MemberState, Usage } from '../domain/member.ts';
import { localClock } from '../domain/timezone.ts';
import { type Transaction, totalMinor } from '../domain/transaction.ts';
import { cartOf, filterAmounts } from '../evaluate/filters.ts';
import type { Award, Outcome } from '../evaluate/outcome.ts';
import type { Plan, PlanUsage } from '../plan/plan.ts';
import {
	budgetKey,
	count,
	type Counted,
	countInYear,
	type Moment,
	momentOf,
	POINTS_BY_YEAR,
	spendKey,
	usageKey,
	usedAt,
} from './counting.ts';
import type { Budgets, MemberStanding, Standing } from './standing.ts';
import { tierInYear } from './tiers.ts';

/** An outcome that may be kept. */
export type Awarded = Outcome & { readonly kind: 'awarded' };

/** What a transaction at a moment (milliseconds since 1970-01-01T00:00Z) is evaluated against. */
export function stateAt(plan: Plan, { member, referred, budgets }: Standing, atMs: number): EvaluationState {
	const moment = clockOf(plan, atMs);
	return {
		member: member && memberAt(plan, member, moment),
		referred: referred && memberAt(plan, referred, moment),
		budgetsUsedUnits: plan.campaigns.map(({ name }) => budgets[budgetKey(name)] ?? 0),
	};
}

/** What is kept after a transaction was evaluated against what was kept before it, and its outcome given. */
export function after(plan: Plan, standing: Standing, transaction: Transaction, outcome: Awarded): Standing {
	const moment = clockOf(plan, transaction.atMs);
	const { member, referred, budgets } = standing;
	const next = (who: MemberStanding, recipient: Award['recipient']) =>
		advanced(plan, who, { recipient, transaction, outcome, moment });
	return {
		member: member && next(member, 'member'),
		referred: referred && next(referred, 'referred'),
		budgets: charged(plan, budgets, outcome),
	};
}

/** A moment (milliseconds since 1970-01-01T00:00Z) on the program's clock. */
export function clockOf(plan: Plan, atMs: number): Moment {
	const clock = localClock(plan.program.timezone);
	if (!clock) throw new Error(`The plan's timezone ${plan.program.timezone} is unknown to this machine`);
	return momentOf(plan, clock(atMs));
}

function memberAt(plan: Plan, member: MemberStanding, moment: Moment): MemberState {
	// Field by field: a copy of all but some is several times as slow, and this is made for every transaction.
	return {
		id: member.id,
		tier: tierInYear(plan, member, dateOfEpochDay(moment.local.day).year)?.name ?? null,
		segments: member.segments,
		birthDate: member.birthDate,
		joinedDate: member.joinedDate,
		lastPurchaseDate: member.lastPurchaseDate,
		purchases: member.purchases,
		lifetimeUnits: member.lifetimeUnits,
		lifetimeSpendMinor: member.lifetimeSpendMinor,
		balanceUnits: member.balanceUnits,
		attributes: member.attributes,
		usages: plan.usages.map((usage) => usedAt(member.counted, usageKey(plan, usage), usage.period, moment, plan)),
		remainder: member.remainder,
	};
}

interface Happened {
	readonly recipient: Award['recipient'];
	readonly transaction: Transaction;
	readonly outcome: Awarded;
	readonly moment: Moment;
}

function advanced(plan: Plan, member: MemberStanding, happened: Happened): MemberStanding {
	const { recipient, transaction, outcome, moment } = happened;
	const { totalUnits, referredUnits, change } = outcome;
	const today = dateOfEpochDay(moment.local.day);
	const isOwn = recipient === 'member';
	const isPurchase = isOwn && transaction.event === 'purchase';
	const units = isOwn ? totalUnits : referredUnits;
	const next: MemberStanding = {
		id: member.id,
		placedTier: member.placedTier,
		heldTier: member.heldTier,
		segments: member.segments,
		attributes: member.attributes,
		birthDate: member.birthDate,
		joinedDate: member.joinedDate ?? (isOwn && transaction.event === 'registration' ? today : null),
		lastPurchaseDate: isPurchase ? later(member.lastPurchaseDate, today) : member.lastPurchaseDate,
		purchases: member.purchases + (isPurchase ? 1 : 0),
		lifetimeUnits: member.lifetimeUnits + units,
		lifetimeSpendMinor: member.lifetimeSpendMinor + (isPurchase ? totalMinor(transaction) : 0),
		balanceUnits: member.balanceUnits + units,
		remainder: (isOwn ? change.remainder : change.referredRemainder) ?? member.remainder,
		counted: countYears(
			plan,
			countUsages(plan, member.counted, happened),
			isPurchase ? transaction : null,
			units,
			today.year,
		),
	};
	const heldTier = tierInYear(plan, next, today.year)?.name ?? next.heldTier;
	return heldTier === next.heldTier ? next : { ...next, heldTier };
}

function later(before: LocalDate | null, day: LocalDate): LocalDate {
	return before && epochDay(before) > epochDay(day) ? before : day;
}

/** Counts for every limit what was finally given in its scope. */
function countUsages(plan: Plan, before: Counted, { recipient, outcome, moment }: Happened): Counted {
	const own = outcome.awards.filter((award) => award.recipient === recipient);
	const awards = own.map(({ source, givenUnits }) => ({ source, units: givenUnits }));
	// How often counts for rules alone: on a referral only the referrer's.
	const used = recipient === 'member' ? outcome.change.usedRules : [];
	return plan.usages.reduce((counted, usage) => {
		const charge = chargeOf(plan, usage, awards, used);
		return count(counted, usageKey(plan, usage), usage.period, moment, plan, charge);
	}, before);
}

/** What an award gives, in point units. */
interface Charging {
	readonly source: Award['source'];
	readonly units: number;
}

/** What some awards, and the rules that used one of their times, are to what a limit counts. */
export function chargeOf(plan: Plan, { scope }: PlanUsage, awards: readonly Charging[], used: readonly number[]): Usage {
	const isIn = ({ source }: Charging) => {
		if (scope.kind === 'program') return true;
		if (source.kind !== 'rule') return false;
		return scope.kind === 'rule' ? source.index === scope.index : plan.rules[source.index]?.campaign === scope.index;
	};
	const units = awards.reduce((sum, award) => sum + (isIn(award) ? award.units : 0), 0);
	return { units, times: scope.kind === 'rule' && used.includes(scope.index) ? 1 : 0 };
}

/** Counts by calendar years what tiers may go by. */
function countYears(plan: Plan, before: Counted, purchase: Transaction | null, units: number, year: number): Counted {
	const counted = countInYear(before, POINTS_BY_YEAR, year, units);
	const { filter } = plan.tiers;
	if (filter === null || !purchase) return counted;
	const amount = filterAmounts(plan, cartOf(purchase))[filter] ?? 0;
	return countInYear(counted, spendKey(plan.filters[filter]?.name ?? ''), year, amount);
}

function charged(plan: Plan, budgets: Budgets, { change }: Awarded): Budgets {
	const next: Record<string, number> = { ...budgets };
	for (const { campaign, units } of change.budgetUnits) {
		const key = budgetKey(plan.campaigns[campaign]?.name ?? '');
		next[key] = (next[key] ?? 0) + units;
	}
	return next;
}
