import type { PlanRule } from './plan.ts';

// A rule that moves with the text around it is made anew, with other spans; what it means is still the same.
const origins = new WeakMap<PlanRule, object>();

/** Notes that a rule means what another object stands for, wherever it stands. */
export function comesFrom(rule: PlanRule, origin: object): void {
	origins.set(rule, origin);
}

/** What a rule comes from: the same object for rules that mean the same but for their place, their campaign and their usages. */
export function originOf(rule: PlanRule): object {
	return origins.get(rule) ?? rule;
}
