import { type AwardReason, type PlanLimit, placeIn, valueAt } from '#compiler';
import type { SampleTrace } from './trace.ts';
import type { LimitElement } from './view.ts';
import { pointsShown, shownDigits, words } from './words.ts';

/** How much of a limit the sample takes. */
export interface LimitMeter {
	/** Of the limit: 1 is all of it, more is wanted than that. */
	readonly share: number;
	/** It took points away. */
	readonly cut: boolean;
	readonly words: string;
}

/** How much the sample takes of a limit; null where nothing was given, or the limit was left out. */
export function limitMeter(trace: SampleTrace, { of, clause }: LimitElement): LimitMeter | null {
	const { start } = clause.span;
	return of === 'campaign' ? sharedMeter(trace, start) : ownMeter(trace, start);
}

function ownMeter(trace: SampleTrace, start: number): LimitMeter | null {
	const { plan, rule, award } = trace;
	const planRule = rule && plan.rules[rule.index];
	if (!planRule) return null;
	const { limits } = planRule;
	const at = planRule.limits.findIndex((each) => placeIn(planRule, each).start === start);
	const limit = limits[at];
	if (!limit) return null;
	if (limit.kind === 'times') return timesMeter(limit, rule.whyNot?.kind === 'used-up' && rule.whyNot.limit === at);
	if (!award) return null;
	const most = limit.kind === 'points' ? limit.units : mostByFormula(trace, limit);
	// Limits are taken one after the other: this one gets what those before it leave.
	const wanted = limits
		.slice(0, at)
		.reduce((units, before) => Math.min(units, before.kind === 'points' ? before.units : units), award.wantedUnits);
	return pointsMeter(trace, wanted, most);
}

/** Of a limit that the rules of a campaign share: what all of them want of it. */
function sharedMeter(trace: SampleTrace, start: number): LimitMeter | null {
	const { plan, rule, explanation } = trace;
	const index = rule && plan.rules[rule.index]?.campaign;
	const limits = typeof index === 'number' ? plan.campaigns[index]?.limits : undefined;
	const at = limits?.findIndex(({ span }) => span.start === start) ?? -1;
	const limit = limits?.[at];
	if (!limits || !limit || limit.kind === 'times') return null;
	const isBefore = ({ by, span }: AwardReason['cuts'][number]) =>
		by === 'rule limit' || (by === 'campaign limit' && limits.findIndex((each) => each.span.start === span.start) < at);
	const awards = explanation.awards.filter(
		({ source, recipient }) =>
			source.kind === 'rule' && recipient === 'member' && plan.rules[source.index]?.campaign === index,
	);
	if (awards.length === 0) return null;
	const wanted = awards
		.map(({ wantedUnits, cuts }) => cuts.filter(isBefore).reduce((units, cut) => units - wholeOf(cut.units), wantedUnits))
		.reduce((sum, units) => sum + units, 0);
	return pointsMeter(trace, wanted, limit.kind === 'points' ? limit.units : mostByFormula(trace, limit));
}

function wholeOf({ numerator, denominator }: AwardReason['cuts'][number]['units']): number {
	return Math.round(Number(numerator) / Number(denominator));
}

function pointsMeter({ plan }: SampleTrace, wanted: number, most: number): LimitMeter {
	const shown = (units: number) => pointsShown(units, plan.program.pointDecimals);
	const cut = wanted > most;
	return {
		share: most === 0 ? 1 : wanted / most,
		cut,
		words: cut ? words.meterCut({ wanted: shown(wanted) }) : words.meter({ taken: shown(wanted), most: shown(most) }),
	};
}

function timesMeter({ times }: Extract<PlanLimit, { kind: 'times' }>, isUsedUp: boolean): LimitMeter {
	if (isUsedUp) return { share: 1, cut: true, words: words.usedUp };
	return { share: 1 / times, cut: false, words: words.meter({ taken: 1, most: shownDigits(String(times)) }) };
}

/** A cap by spend in point units, rounded down for the picture. */
function mostByFormula({ plan, explanation }: SampleTrace, { formula }: Extract<PlanLimit, { kind: 'formula' }>): number {
	const value = valueAt(formula, formula.filter === null ? 0 : (explanation.amounts[formula.filter] ?? 0));
	if (value === 'undefined' || value.numerator <= 0n) return 0;
	return Number((value.numerator * 10n ** BigInt(plan.program.pointDecimals)) / value.denominator);
}
