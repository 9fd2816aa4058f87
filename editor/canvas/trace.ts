import {
	type AwardReason,
	type Compilation,
	type ConditionTrace,
	type Explanation,
	fractionOf,
	type Plan,
	type RuleTrace,
	valueAt,
} from '#compiler';
import { rationalWords } from './rational-words.ts';

/** What a lamp on a card says about the sample. */
export type Lamp = 'holds' | 'fails' | 'unknown' | 'not-tested';

/** What an explanation says about one rule. */
export interface SampleTrace {
	readonly plan: Plan;
	readonly explanation: Explanation;
	/** Null where the rule was left out, because something in it is wrong. */
	readonly rule: RuleTrace | null;
	/** Null where the rule gave nothing. */
	readonly award: AwardReason | null;
}

/**
 * What a sample's explanation says about the rule at an index of the document's declarations. Null without an explanation,
 * and where it belongs to another state of the text than the compilation.
 */
export function traceOf(compilation: Compilation, declaration: number, explanation: Explanation | null): SampleTrace | null {
	const plan = compilation.healthyPlan;
	if (!plan || !explanation || !fits(plan, explanation)) return null;
	const index = compilation.healthyRules.indexOf(declaration);
	const rule = explanation.rules.find((trace) => trace.index === index) ?? null;
	const award = explanation.awards.find(({ source }) => source.kind === 'rule' && source.index === index) ?? null;
	return { plan, explanation, rule, award: rule?.awarded ? award : null };
}

/** The lamp of a condition, by its index. */
export function conditionLamp(trace: SampleTrace, index: number): Lamp {
	return conditionTrace(trace, index)?.verdict ?? 'not-tested';
}

/** The trace of a condition, by its index; null where the rule was not tested. */
export function conditionTrace(trace: SampleTrace, index: number): ConditionTrace | null {
	return trace.rule?.conditions.find((condition) => condition.index === index) ?? null;
}

/** The lamp of the rule's dates and status: what stands before any condition. */
export function scheduleLamp(trace: SampleTrace): Lamp {
	if (!trace.rule) return 'not-tested';
	const kind = trace.rule.whyNot?.kind;
	return kind === 'disabled' || kind === 'not-started' || kind === 'ended' ? 'fails' : 'holds';
}

/** The amount of a cart filter in the sample, in minor units; null for a filter that was not evaluated. */
export function sampleAmount({ plan, explanation }: SampleTrace, filter: string): number | null {
	const index = plan.filters.findIndex((candidate) => candidate.name === filter);
	return index < 0 ? null : (explanation.filtersMinor[index] ?? null);
}

/** What one earn of the rule comes to in the sample, before the tier's multiplier and rounding; null where it was not computed. */
export function sampleValue(
	{ plan, explanation, rule }: SampleTrace,
	earn: number,
): { readonly words: string; readonly ok: boolean } | null {
	const formula = rule && plan.rules[rule.index]?.earns[earn];
	if (!formula) return null;
	const amount = formula.filter === null ? 0 : (explanation.filtersMinor[formula.filter] ?? 0);
	const value = valueAt(formula, amount);
	if (value === 'undefined') return { words: 'Divides by zero: 0 points', ok: false };
	if (value.numerator < 0n) return { words: `${rationalWords(fractionOf(value))} counts as 0 points`, ok: false };
	return { words: `= ${rationalWords(fractionOf(value))}`, ok: true };
}

/** An answer may arrive when the text has moved on; only one about the same rules and filters may be shown. */
function fits(plan: Plan, { rules, filtersMinor }: Explanation): boolean {
	if (filtersMinor.length !== plan.filters.length) return false;
	return rules.every((trace) => {
		const rule = plan.rules[trace.index];
		return rule?.name === trace.name && trace.conditions.length <= rule.conditions.length;
	});
}
