import { unreachable } from '../domain/unreachable.ts';
import type { Plan, PlanTier } from '../plan/plan.ts';
import { POINTS_BY_YEAR, spendKey, usedEver, usedInYear } from './counting.ts';
import type { MemberStanding } from './standing.ts';

/**
 * The tier of a member in a calendar year: the highest whose threshold is reached, or the one set by hand where that is higher.
 * Where people alone move members, it is the one that the member is in. Null where there is none.
 */
export function tierInYear(plan: Plan, member: MemberStanding, year: number): PlanTier | null {
	const { steps, by, movedByHand, keptThroughNextYear } = plan.tiers;
	const named = (name: string | null) => steps.findIndex((step) => step.name === name);
	if (by === 'none') return null;
	if (by === 'hand' || movedByHand) return steps[named(member.heldTier)] ?? null;
	const years = keptThroughNextYear ? [year - 1, year] : [year];
	const reached = years.map((each) => steps.findLastIndex(({ from }) => from <= gathered(plan, member, each)));
	return steps[Math.max(named(member.placedTier), ...reached)] ?? null;
}

/** What thresholds are compared with: point units, or minor units of the tiers' filter. */
function gathered({ tiers, filters }: Plan, { lifetimeUnits, counted }: MemberStanding, year: number): number {
	const spend = spendKey(filters[tiers.filter ?? -1]?.name ?? '');
	switch (tiers.by) {
		case 'lifetime points':
			return lifetimeUnits;
		case 'lifetime spend':
			return usedEver(counted, spend);
		case 'points per year':
			return usedInYear(counted, POINTS_BY_YEAR, year);
		case 'spend per year':
			return usedInYear(counted, spend, year);
		case 'hand':
		case 'none':
			return 0;
		default:
			return unreachable(tiers.by);
	}
}
