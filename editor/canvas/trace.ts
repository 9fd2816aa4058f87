import {
	type AwardReason,
	type Compilation,
	type ConditionTrace,
	type Explanation,
	fractionOf,
	type Plan,
	type PlanCondition,
	type RuleTrace,
	sumOfEarns,
	valueAt,
	type WhyNot,
} from '#compiler';
import type { Span } from '#grammar';
import { countPoints } from '../messages/counted.ts';
import { amountWords, unitOf } from './amounts.ts';
import { rationalWords } from './rational-words.ts';
import { listed, pointDigits, words } from './words.ts';

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
 * What a sample's explanation says about the rule that begins at a place of the text. Null without an explanation, and where it
 * belongs to another state of the text than the compilation.
 */
export function traceOf(
	{ healthyPlan: plan }: Compilation,
	{ start }: Span,
	explanation: Explanation | null,
): SampleTrace | null {
	if (!plan || !explanation || !fits(plan, explanation)) return null;
	const index = ruleIndexAt(plan, start);
	const rule = explanation.rules.find((trace) => trace.index === index) ?? null;
	const award = explanation.awards.find(({ source }) => source.kind === 'rule' && source.index === index) ?? null;
	return { plan, explanation, rule, award: rule?.awarded ? award : null };
}

/** The index in the plan of the rule that begins at a place of the text; −1 where it was left out, because it has an error. */
export function ruleIndexAt({ rules }: Plan, start: number): number {
	return rules.findIndex(({ span }) => span.start === start);
}

/** The lamp of a condition, by its path. */
export function conditionLamp(trace: SampleTrace, path: readonly number[]): Lamp {
	return conditionTrace(trace, path)?.verdict ?? 'not-tested';
}

/** The trace of a condition, by its path; null where the rule was not tested. */
export function conditionTrace(trace: SampleTrace, path: readonly number[]): ConditionTrace | null {
	let list = trace.rule?.conditions ?? [];
	let found: ConditionTrace | null = null;
	for (const index of path) {
		found = list.find((condition) => condition.index === index) ?? null;
		list = found?.inner ?? [];
	}
	return found;
}

/** The condition of the plan at a path of the rule that a trace is about. */
export function planCondition({ plan, rule }: SampleTrace, path: readonly number[]): PlanCondition | null {
	let list = (rule && plan.rules[rule.index]?.conditions) ?? [];
	let found: PlanCondition | null = null;
	for (const index of path) {
		found = list[index] ?? null;
		list = found && 'conditions' in found ? found.conditions : [];
	}
	return found;
}

const outsideKinds: ReadonlySet<WhyNot['kind']> = new Set([
	'disabled',
	'campaign-disabled',
	'other-event',
	'no-date',
	'not-started',
	'ended',
]);

/** The lamp of the rule's event, dates and status: what stands before any condition. */
export function scheduleLamp(trace: SampleTrace): Lamp {
	if (!trace.rule) return 'not-tested';
	const kind = trace.rule.whyNot?.kind;
	return kind !== undefined && outsideKinds.has(kind) ? 'fails' : 'holds';
}

/** What a cart filter comes to in the sample: `AED 64.00`; null for a filter that was not evaluated. */
export function sampleAmount({ plan, explanation }: SampleTrace, name: string): string | null {
	const index = plan.filters.findIndex((candidate) => candidate.name === name);
	const filter = plan.filters[index];
	const amount = explanation.amounts[index];
	return filter && amount !== undefined ? amountWords(amount, unitOf(filter), plan.program.currency) : null;
}

/** What one earn of the rule comes to in the sample, before multipliers and rounding; null where it was not computed. */
export function sampleValue(
	{ plan, explanation, rule }: SampleTrace,
	earn: number,
): { readonly words: string; readonly ok: boolean } | null {
	const one = rule && plan.rules[rule.index]?.earns[earn];
	if (!one) return null;
	const { amount } = one;
	const amountOf = (filter: number) => explanation.amounts[filter] ?? 0;
	const { base, dividedByZero } = sumOfEarns([one], amountOf);
	if (dividedByZero.length > 0) return { words: words.dividesByZero, ok: false };
	if (amount.kind === 'formula' && base.numerator === 0n) {
		const value = valueAt(amount, amount.filter === null ? 0 : amountOf(amount.filter));
		const isNegative = value !== 'undefined' && value.numerator < 0n;
		if (isNegative) return { words: words.countsAsZero({ value: rationalWords(fractionOf(value)) }), ok: false };
	}
	return { words: words.equals({ value: rationalWords(fractionOf(base)) }), ok: true };
}

/** What the rule's multipliers did in the sample; null where the rule was not tested. */
export function multiplierOutcome({ rule, plan, explanation }: SampleTrace): {
	readonly words: string;
	/** What it changes; empty where that is nothing. */
	readonly names: string;
} | null {
	if (!rule) return null;
	const acted = explanation.awards.filter(({ multipliers }) =>
		multipliers.some(({ source }) => source.kind === 'rule' && source.index === rule.index),
	);
	if (acted.length === 0) return { words: words.changesNothing, names: '' };
	const names = acted.map(({ source }) => (source.kind === 'tier' ? words.tierNamed({ name: source.name }) : source.name));
	const own = names.length === 1 && acted[0]?.source.name === plan.rules[rule.index]?.name;
	return { words: words.changes, names: own ? words.itsOwnAward : listed(names, 'and') };
}

/** What the rule comes to in the sample, as it is said. */
export function resultWords({ plan, award, rule }: SampleTrace): string {
	if (award) return countPoints(pointDigits(award.givenUnits, plan.program.pointDecimals));
	return rule?.awarded ? words.multipliesOthersInSample : words.noPointsForSample;
}

/** An answer may arrive when the text has moved on; only one about the same rules and filters may be shown. */
function fits(plan: Plan, { rules, amounts }: Explanation): boolean {
	if (amounts.length !== plan.filters.length) return false;
	return rules.every((trace) => {
		const rule = plan.rules[trace.index];
		return rule?.name === trace.name && trace.conditions.length <= rule.conditions.length;
	});
}
