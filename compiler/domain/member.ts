import type { Fraction, Plan } from '../plan/plan.ts';
import type { AttributeValue } from './attribute.ts';
import type { LocalDate } from './calendar.ts';

/** What the evaluators need to know of a member, as it was before the transaction. */
export interface MemberState {
	readonly id: string;
	/** The name of the member's tier; null where the program has no tiers. */
	readonly tier: string | null;
	readonly segments: readonly string[];
	readonly birthDate: LocalDate | null;
	/** The local day on which the member joined. */
	readonly joinedDate: LocalDate | null;
	/** The local day of the last purchase; null where there was none. */
	readonly lastPurchaseDate: LocalDate | null;
	/** Purchases so far, without this one. */
	readonly purchases: number;
	/** Point units ever earned, net of returns. */
	readonly lifetimeUnits: number;
	/** Minor units ever spent, net of returns. */
	readonly lifetimeSpendMinor: number;
	/** Point units. */
	readonly balanceUnits: number;
	/** By name. */
	readonly attributes: Readonly<Record<string, AttributeValue>>;
	/** What limits have counted so far, by index into the plan's usages. */
	readonly usages: readonly Usage[];
	/** What rounding left over the last time, in point units; only where rounding is carried. */
	readonly remainder: Fraction;
}

/** What was given in a period, and how often. */
export interface Usage {
	/** Point units. */
	readonly units: number;
	readonly times: number;
}

/** Everything that a transaction is evaluated against besides the program. */
export interface EvaluationState {
	/** Null for a sale without a member. */
	readonly member: MemberState | null;
	/** On a referral, the member who was brought. */
	readonly referred: MemberState | null;
	/** Point units that each campaign's budget has given so far, by index into the plan's campaigns. */
	readonly budgetsUsedUnits: readonly number[];
}

/** A member of whom nothing more is known: a newcomer who never bought anything. */
export function newcomer(plan: Plan, known: Pick<MemberState, 'id'> & Partial<MemberState>): MemberState {
	return {
		tier: null,
		segments: [],
		birthDate: null,
		joinedDate: null,
		lastPurchaseDate: null,
		purchases: 0,
		lifetimeUnits: 0,
		lifetimeSpendMinor: 0,
		balanceUnits: 0,
		attributes: {},
		usages: plan.usages.map(() => ({ units: 0, times: 0 })),
		remainder: { numerator: '0', denominator: '1' },
		...known,
	};
}

/** What a transaction is evaluated against when nothing but its member is known. */
export function stateOf(plan: Plan, member: MemberState | null): EvaluationState {
	return { member, referred: null, budgetsUsedUnits: plan.campaigns.map(() => 0) };
}
