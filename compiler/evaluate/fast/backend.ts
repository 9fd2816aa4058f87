import type { PlanCondition, PlanDates } from '../../plan/plan.ts';
import type { Quotient } from './quotient.ts';
import type { Base, Guard } from './scene.ts';

/** How conditions and earns become functions: as closures, or as generated code. */
export interface Backend {
	/** All of some dates and conditions. */
	readonly guard: (dates: readonly PlanDates[], conditions: readonly PlanCondition[]) => Guard;
	/** One condition, for several rules to share. */
	readonly condition: (condition: PlanCondition) => Guard;
	/** The numerator of a quotient, see {@link Base}. */
	readonly base: (quotient: Quotient) => Base;
}

/** What a backend is made for. */
export interface BackendOptions {
	/** The minute at which business days begin. */
	readonly dayStartsMinute: number;
	/** The index of a condition that several rules share; null where it is tested by itself. */
	readonly sharedIndex: (condition: PlanCondition) => number | null;
}
