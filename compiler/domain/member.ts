import type { LocalDate } from './calendar.ts';

/** What the evaluators need to know of a member, as it was before the transaction. */
export interface MemberState {
	readonly id: string;
	/** The name of the member's tier; null where the program has no tiers. */
	readonly tier: string | null;
	readonly birthDate: LocalDate | null;
}
