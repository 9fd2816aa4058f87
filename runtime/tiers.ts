import { type LocalDate, type MemberState, newcomer, type Plan, type PlanTier, type PlanTiers } from '#compiler';

/** What decides a member's tier, besides the program. */
export interface Standing {
	/** Everything ever earned, in point units. */
	readonly lifetimeUnits: number;
	/** The tier that was set by hand, if any. A name that the program does not know (any more) counts as none. */
	readonly placedTier: string | null;
}

/**
 * The tier of a member. By lifetime points it is the highest whose threshold is reached, or the one set by hand where that is
 * higher; by hand it is the one that was set. Null where there is none.
 */
export function tierOf(tiers: PlanTiers, standing: Standing): PlanTier | null {
	return tiers.steps[tierIndex(tiers, standing)] ?? null;
}

/** The next tier upwards and the point units missing to it; null at the top, and where points move nobody. */
export function nextTier(
	tiers: PlanTiers,
	standing: Standing,
): { readonly tier: PlanTier; readonly missingUnits: number } | null {
	if (tiers.by !== 'lifetime points') return null;
	const tier = tiers.steps[tierIndex(tiers, standing) + 1];
	return tier ? { tier, missingUnits: tier.from - standing.lifetimeUnits } : null;
}

function tierIndex(tiers: PlanTiers, { lifetimeUnits, placedTier }: Standing): number {
	const placed = tiers.steps.findIndex((step) => step.name === placedTier);
	if (tiers.by !== 'lifetime points') return placed;
	return Math.max(
		placed,
		tiers.steps.findLastIndex((step) => step.from <= lifetimeUnits),
	);
}

/** What is known of a member. */
export interface KnownMember extends Standing {
	readonly id: string;
	readonly birthDate: LocalDate | null;
	/** Null or left out where it is not known. */
	readonly joinedOn?: LocalDate | null;
	/** Point units; 0 where it is left out. */
	readonly balanceUnits?: number;
}

/** A member as the evaluators see one: with the tier as it stands before the transaction. */
export function memberState(plan: Plan, member: KnownMember): MemberState {
	const { id, birthDate, joinedOn = null, balanceUnits = 0, lifetimeUnits } = member;
	const tier = tierOf(plan.tiers, member)?.name ?? null;
	return newcomer(plan, { id, tier, birthDate, joinedDate: joinedOn, balanceUnits, lifetimeUnits });
}
