/**
 * What is kept of members and budgets between transactions, as plain data. Everything that counts goes by meaning, by names and
 * periods and never by an index, so that it stays true when another version of the program is published.
 */
import type { AttributeValue } from '../domain/attribute.ts';
import type { LocalDate } from '../domain/calendar.ts';
import type { Fraction } from '../plan/plan.ts';

/** Everything that a transaction is evaluated against, as it is kept. */
export interface Standing {
	/** Null for a sale without a member. */
	readonly member: MemberStanding | null;
	/** On a referral, the member who was brought. */
	readonly referred: MemberStanding | null;
	readonly budgets: Budgets;
}

/** Point units that campaigns' budgets have given so far, by the key of each campaign's name. */
export type Budgets = Readonly<Record<string, number>>;

/** What is kept of a member. */
export interface MemberStanding {
	readonly id: string;
	/** The tier in which people put the member, from which thresholds move upwards only; null where nobody did. */
	readonly placedTier: string | null;
	/** The tier in which the last transaction or the last placing left the member: where nothing moves anybody, it stays. */
	readonly heldTier: string | null;
	readonly segments: readonly string[];
	/** By name. */
	readonly attributes: Readonly<Record<string, AttributeValue>>;
	readonly birthDate: LocalDate | null;
	/** Local. */
	readonly joinedDate: LocalDate | null;
	/** The local day of the latest purchase. */
	readonly lastPurchaseDate: LocalDate | null;
	readonly purchases: number;
	/** Point units ever earned. */
	readonly lifetimeUnits: number;
	/** Minor units of all purchases: what was to be paid for them. */
	readonly lifetimeSpendMinor: number;
	/** Point units. */
	readonly balanceUnits: number;
	/** What rounding left over the last time, in point units; only where it is carried. */
	readonly remainder: Fraction;
	/** What was counted, by what it was counted for, in stretches of time. */
	readonly counted: Readonly<Record<string, readonly Stretch[]>>;
}

/** What was counted in a stretch of time. */
export interface Stretch {
	/**
	 * Of a calendar period, its first day, in days since 1970-01-01; of what rolls, the local minute of one transaction, in
	 * minutes since 1970-01-01T00:00 on the program's clock.
	 */
	readonly from: number;
	/** Point units; minor units where spend is counted. */
	readonly units: number;
	readonly times: number;
}

/** A member of whom only what is given here is known: nothing was earned, bought or counted yet. */
export function newStanding(known: Pick<MemberStanding, 'id'> & Partial<MemberStanding>): MemberStanding {
	const placedTier = known.placedTier ?? null;
	// Field by field, so that all members have one form: engines work several times as long with objects of many forms.
	return {
		id: known.id,
		placedTier,
		heldTier: known.heldTier === undefined ? placedTier : known.heldTier,
		segments: known.segments ?? [],
		attributes: known.attributes ?? {},
		birthDate: known.birthDate ?? null,
		joinedDate: known.joinedDate ?? null,
		lastPurchaseDate: known.lastPurchaseDate ?? null,
		purchases: known.purchases ?? 0,
		lifetimeUnits: known.lifetimeUnits ?? 0,
		lifetimeSpendMinor: known.lifetimeSpendMinor ?? 0,
		balanceUnits: known.balanceUnits ?? 0,
		remainder: known.remainder ?? { numerator: '0', denominator: '1' },
		counted: known.counted ?? {},
	};
}

/** The member after people put them into a tier, or took them out of the one in which they were put (null). */
export function placed(member: MemberStanding, tier: string | null): MemberStanding {
	return { ...member, placedTier: tier, heldTier: tier };
}
