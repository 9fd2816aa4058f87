/** An explanation as stretches of the program's text, so that whoever shows the text can light it up. */
import type { Span } from '#grammar';
import { addRationals, fractionOf, type Rational, rationalFromFraction, signOfRational, ZERO } from '../domain/rational.ts';
import type { Fraction, Plan, PlanCondition, PlanEarn, PlanLimit, PlanMultiplier, PlanRule } from '../plan/plan.ts';
import { placeIn } from '../plan/places.ts';
import type { AppliedMultiplier, ConditionTrace, Cut, Explanation, RuleTrace, Seen, Verdict } from './outcome.ts';
import { sumOfEarns } from './points.ts';

/** One stretch of the text and what a transaction made of it; what stands inside it in its order. */
export interface LitSpan {
	readonly span: Span;
	/** `tier` is the member's own. */
	readonly what: 'rule' | 'tier' | 'campaign' | 'condition' | 'earn' | 'multiplier' | 'limit';
	/**
	 * A rule or a campaign did something; a condition holds; an earn comes to something by itself; a multiplier acted on an
	 * award; a limit left everything.
	 */
	readonly verdict: Verdict;
	readonly value: LitValue;
	readonly inner: readonly LitSpan[];
}

/** The value of a stretch. */
export type LitValue =
	/** Of a condition. */
	| { readonly kind: 'seen'; readonly seen: Seen }
	/** Of an earn, before multipliers: exact points, null where it divides by zero. */
	| { readonly kind: 'points'; readonly points: Fraction | null }
	/** Of a rule, a tier or a campaign: point units that it gave at last, to everybody. */
	| { readonly kind: 'given'; readonly units: number }
	| { readonly kind: 'factor'; readonly factor: Fraction }
	/** Of a limit of points: exact point units that it took away. */
	| { readonly kind: 'cut'; readonly units: Fraction }
	/** Of a limit of times: how often it was used before, where that was too often. */
	| { readonly kind: 'times'; readonly times: number | null };

/** Every rule, the member's tier, every campaign and the program's own limits, in the order of the text. */
export function traceSpans(plan: Plan, explanation: Explanation): readonly LitSpan[] {
	const lights = new Lights(plan, explanation);
	const all = [
		...explanation.rules.flatMap((trace) => lights.rule(trace)),
		...lights.tier(),
		...plan.campaigns.map((_, index) => lights.campaign(index)),
		...plan.program.limits.map((limit) => lights.limit(limit, null)),
	];
	return all.sort((a, b) => a.span.start - b.span.start);
}

class Lights {
	readonly #plan: Plan;
	readonly #explanation: Explanation;
	/** Of awards that are given, and of those of which nothing was left. */
	readonly #cuts: readonly Cut[];
	readonly #applied: readonly AppliedMultiplier[];

	constructor(plan: Plan, explanation: Explanation) {
		this.#plan = plan;
		this.#explanation = explanation;
		const refused = explanation.rules.flatMap(({ whyNot }) => (whyNot?.kind === 'nothing-left' ? whyNot.cuts : []));
		this.#cuts = [...explanation.awards.flatMap(({ cuts }) => cuts), ...refused];
		this.#applied = explanation.awards.flatMap(({ multipliers }) => multipliers);
	}

	rule(trace: RuleTrace): LitSpan[] {
		const rule = this.#plan.rules[trace.index];
		if (!rule) return [];
		const inner = [
			...conditions(rule.conditions, trace.conditions, rule),
			...rule.earns.map((earn) => this.#earn({ ...earn, span: placeIn(rule, earn) })),
			...rule.multipliers.map((multiplier) =>
				this.#multiplier({ ...multiplier, span: placeIn(rule, multiplier) }, { kind: 'rule', index: trace.index }),
			),
			...rule.limits.map((limit, index) => this.limit({ ...limit, span: placeIn(rule, limit) }, timesUsed(trace, index))),
		].sort((a, b) => a.span.start - b.span.start);
		const units = this.#given('rule', (index) => index === trace.index);
		const verdict = trace.awarded ? 'holds' : 'fails';
		return [{ span: rule.span, what: 'rule', verdict, value: { kind: 'given', units }, inner }];
	}

	tier(): LitSpan[] {
		const { steps } = this.#plan.tiers;
		const index = steps.findIndex(({ name }) => name === this.#explanation.tier);
		const step = steps[index];
		if (!step) return [];
		const inner = [
			...step.earns.map((earn) => this.#earn(earn)),
			...step.multipliers.map((multiplier) => this.#multiplier(multiplier, { kind: 'tier', index })),
		];
		const units = this.#given('tier', (other) => other === index);
		return [{ span: step.span, what: 'tier', verdict: 'holds', value: { kind: 'given', units }, inner }];
	}

	campaign(index: number): LitSpan {
		const { span, multipliers = [], limits = [] } = this.#plan.campaigns[index] ?? { span: { start: 0, end: 0 } };
		const isOf = (rule: PlanRule | undefined) => rule?.campaign === index;
		const inner = [
			...multipliers.map((multiplier) => this.#multiplier(multiplier, { kind: 'campaign', index })),
			...limits.map((limit) => this.limit(limit, null)),
		];
		const awarded = this.#explanation.rules.some((trace) => trace.awarded && isOf(this.#plan.rules[trace.index]));
		const acted = inner.some(({ what, verdict }) => what === 'multiplier' && verdict === 'holds');
		const units = this.#given('rule', (rule) => isOf(this.#plan.rules[rule]));
		return { span, what: 'campaign', verdict: awarded || acted ? 'holds' : 'fails', value: { kind: 'given', units }, inner };
	}

	limit(limit: PlanLimit, times: number | null): LitSpan {
		const { span } = limit;
		if (limit.kind === 'times') {
			return {
				span,
				what: 'limit',
				verdict: times === null ? 'holds' : 'fails',
				value: { kind: 'times', times },
				inner: [],
			};
		}
		const own = this.#cuts.filter((cut) => cut.span.start === span.start && cut.span.end === span.end);
		const units = own.map((cut) => rationalFromFraction(cut.units)).reduce(addRationals, ZERO);
		const value = { kind: 'cut', units: fractionOf(units) } as const;
		return { span, what: 'limit', verdict: own.length === 0 ? 'holds' : 'fails', value, inner: [] };
	}

	#earn(earn: PlanEarn): LitSpan {
		const { base, dividedByZero } = sumOfEarns([earn], (filter) => this.#explanation.amounts[filter] ?? 0);
		const points: Rational | null = dividedByZero.length > 0 ? null : base;
		const verdict = points && signOfRational(points) > 0 ? 'holds' : 'fails';
		const value = { kind: 'points', points: points && fractionOf(points) } as const;
		return { span: earn.span, what: 'earn', verdict, value, inner: [] };
	}

	#multiplier({ span, what, on, factor }: PlanMultiplier, of: { readonly kind: string; readonly index: number }): LitSpan {
		const acted = this.#applied.some(
			(applied) =>
				applied.source.kind === of.kind &&
				applied.source.index === of.index &&
				applied.what === what &&
				applied.on === on &&
				isSame(applied.factor, factor),
		);
		return { span, what: 'multiplier', verdict: acted ? 'holds' : 'fails', value: { kind: 'factor', factor }, inner: [] };
	}

	#given(kind: 'rule' | 'tier', isOf: (index: number) => boolean): number {
		const own = this.#explanation.awards.filter(({ source }) => source.kind === kind && isOf(source.index));
		return own.reduce((sum, { givenUnits }) => sum + givenUnits, 0);
	}
}

function conditions(all: readonly PlanCondition[], traces: readonly ConditionTrace[], rule: PlanRule): LitSpan[] {
	return traces.flatMap(({ index, verdict, seen, inner }) => {
		const condition = all[index];
		if (!condition) return [];
		const parts = 'conditions' in condition ? conditions(condition.conditions, inner ?? [], rule) : [];
		return { span: placeIn(rule, condition), what: 'condition', verdict, value: { kind: 'seen', seen }, inner: parts };
	});
}

function timesUsed({ whyNot }: RuleTrace, limit: number): number | null {
	return whyNot?.kind === 'used-up' && whyNot.limit === limit ? whyNot.times : null;
}

function isSame(a: Fraction, b: Fraction): boolean {
	return a.numerator === b.numerator && a.denominator === b.denominator;
}
