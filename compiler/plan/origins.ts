import type { PlanRule } from './plan.ts';

// A rule that moves with the text around it is made anew, with other spans; what it means is still the same.
const origins = new WeakMap<readonly PlanRule[], readonly object[]>();

/** Notes that the rules of a list mean what other objects stand for, wherever they stand. */
export function comeFrom(rules: readonly PlanRule[], from: readonly object[]): void {
	origins.set(rules, from);
}

/**
 * What the rules of a plan come from, by index: the same object for rules that mean the same but for their place, their campaign
 * and their usages. A rule of which nothing is known stands for itself.
 */
export function originsOf(rules: readonly PlanRule[]): readonly object[] {
	return origins.get(rules) ?? rules;
}
