/** A lowered rule at another place of the text. Only what has a span is made anew: this is done for every rule behind an edit. */
import { shiftSpan } from '#grammar';
import type { PlanCondition, PlanEarn, PlanLimit, PlanMultiplier, PlanRule } from '../plan.ts';

/** The same rule with every span in it further on by `by` characters. */
export function shiftRule(rule: PlanRule, by: number): PlanRule {
	if (by === 0) return rule;
	return {
		...rule,
		span: shiftSpan(rule.span, by),
		conditions: shiftConditions(rule.conditions, by),
		earns: rule.earns.map((earn) => shiftEarn(earn, by)),
		multipliers: rule.multipliers.map((multiplier) => shiftMultiplier(multiplier, by)),
		limits: rule.limits.map((limit) => shiftLimit(limit, by)),
	};
}

function shiftConditions(conditions: readonly PlanCondition[], by: number): readonly PlanCondition[] {
	return conditions.map((condition) => {
		const span = shiftSpan(condition.span, by);
		if (!('conditions' in condition)) return { ...condition, span };
		return { ...condition, span, conditions: shiftConditions(condition.conditions, by) };
	});
}

function shiftEarn(earn: PlanEarn, by: number): PlanEarn {
	const { amount } = earn;
	return { ...earn, span: shiftSpan(earn.span, by), amount: { ...amount, span: shiftSpan(amount.span, by) } };
}

function shiftMultiplier(multiplier: PlanMultiplier, by: number): PlanMultiplier {
	return { ...multiplier, span: shiftSpan(multiplier.span, by) };
}

function shiftLimit(limit: PlanLimit, by: number): PlanLimit {
	const span = shiftSpan(limit.span, by);
	if (limit.kind !== 'formula') return { ...limit, span };
	return { ...limit, span, formula: { ...limit.formula, span: shiftSpan(limit.formula.span, by) } };
}
