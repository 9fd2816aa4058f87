/** The fast evaluator: a plan as compiled functions that agree with the reference to the last point. */
import type { EvaluationState } from '../../domain/member.ts';
import { localClock } from '../../domain/timezone.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { Plan, PlanLimit, PlanRule } from '../../plan/plan.ts';
import { answersTo } from '../matching.ts';
import { type Award, type AwardSource, MAX_POINT_UNITS, type Outcome } from '../outcome.ts';
import { scaleOf } from '../points.ts';
import { evaluateReference } from '../reference.ts';
import { type Units, writeEarns } from './earns.ts';
import { isEmittable } from './emittable.ts';
import { filterUnit, quantityUnit } from './filters.ts';
import { ruleUnit, SharedConditions } from './rules.ts';
import { type AwardFunction, type ConditionFunction, type FilterFunction, Scene, type Stage } from './scene.ts';
import { compileUnit, type Tools, toolsFor, Unit } from './unit.ts';

/** What a transaction earns, without reasons. */
export type Evaluate = (transaction: Transaction, state: EvaluationState) => Outcome;

/** A plan as units of source, each of which is compiled by itself. */
interface Program {
	readonly filters: readonly Unit[];
	readonly quantities: readonly (Unit | null)[];
	readonly conditions: readonly Unit[];
	/** Enabled rules in the order of taking. */
	readonly rules: readonly Source[];
	/** By tier, null where it earns nothing of its own. */
	readonly tiers: readonly (Source | null)[];
	readonly multipliers: Stage['multipliers'];
}

interface Source {
	readonly source: AwardSource;
	/** Null for a tier's own. */
	readonly rule: PlanRule | null;
	readonly unit: Unit;
}

interface Performer {
	readonly source: AwardSource;
	readonly rule: PlanRule | null;
	readonly limits: readonly PlanLimit[];
	readonly wants: AwardFunction;
}

/**
 * Compiles a plan whose every construct generated code supports ({@link isEmittable}). For any other plan, and where the host
 * forbids code from strings (a strict page), the function that it answers runs the reference: slower and the same.
 */
export function emit(plan: Plan): Evaluate {
	const byReference: Evaluate = (transaction, state) => evaluateReference(plan, transaction, state).outcome;
	if (!localClock(plan.program.timezone)) {
		throw new Error(`The plan's timezone ${plan.program.timezone} is unknown to this machine`);
	}
	if (!isEmittable(plan)) return byReference;
	try {
		return assemble(plan);
	} catch (error) {
		if (!(error instanceof EvalError)) throw error;
		return byReference;
	}
}

/** Every piece of source that {@link emit} compiles for a plan: no text of the user is in any. None where it compiles nothing. */
export function emitSource(plan: Plan): string[] {
	if (!isEmittable(plan)) return [];
	const { filters, quantities, conditions, rules, tiers } = program(plan);
	const awards = [...rules, ...tiers.filter((tier) => tier !== null)].map(({ unit }) => unit);
	const counts = quantities.filter((unit) => unit !== null);
	return [...filters, ...counts, ...conditions, ...awards].map((unit) => unit.source());
}

function program(plan: Plan): Program {
	const multipliers = [...plan.tiers.steps.map((step) => scaleOf(step.multipliers)), scaleOf([])];
	const units: Units = {
		pointDecimals: plan.program.pointDecimals,
		dayStartsMinute: plan.program.dayStartsMinute,
		multiplies: plan.tiers.steps.some((step) => step.multipliers.length > 0),
		largestScale: largest(multipliers.map(({ numerator }) => numerator)),
		largestDivisor: largest(multipliers.map(({ denominator }) => denominator)),
	};
	const shared = new SharedConditions(plan);
	const rules = inOrder(plan).map(({ rule, index }): Source => {
		const campaign = rule.campaign === null ? null : (plan.campaigns[rule.campaign] ?? null);
		return { source: { kind: 'rule', index, name: rule.name }, rule, unit: ruleUnit(rule, campaign, shared, units) };
	});
	const tiers = plan.tiers.steps.map(({ name, earns }, index): Source | null => {
		if (earns.length === 0) return null;
		const unit = new Unit('t, s', units.dayStartsMinute);
		writeEarns(earns, units, unit);
		return { source: { kind: 'tier', index, name }, rule: null, unit };
	});
	const filters = plan.filters.map(filterUnit);
	return { filters, quantities: plan.filters.map(quantityUnit), conditions: shared.units, rules, tiers, multipliers };
}

/** The rules that may award, in the order of taking. */
function inOrder({ rules, campaigns }: Plan) {
	return rules
		.map((rule, index) => ({ rule, index }))
		.filter(({ rule: { enabled, earns, campaign } }) => {
			return enabled && earns.length > 0 && (campaign === null || campaigns[campaign]?.enabled === true);
		})
		.sort((a, b) => b.rule.priority - a.rule.priority);
}

function largest(values: readonly bigint[]): bigint {
	return values.reduce((most, value) => (value > most ? value : most), 1n);
}

function assemble(plan: Plan): Evaluate {
	const { filters, quantities, conditions, rules, tiers, multipliers } = program(plan);
	const tools = toolsFor(plan.program.rounding);
	const stage: Stage = {
		plan,
		filters: filters.map((unit) => compileUnit(unit, tools) as FilterFunction),
		quantities: quantities.map((unit) => unit && (compileUnit(unit, tools) as FilterFunction)),
		conditions: conditions.map((unit) => compileUnit(unit, tools) as ConditionFunction),
		multipliers,
	};
	const rulePerformers = rules.map((rule) => performer(rule, tools));
	const tierPerformers = tiers.map((tier) => (tier === null ? null : performer(tier, tools)));
	// For each tier, and for none at the end, everything that may award, in the order of taking.
	const casts = multipliers.map((_, tier) => [...rulePerformers, tierPerformers[tier] ?? []].flat());
	const tierIndexes = new Map(plan.tiers.steps.map(({ name }, index) => [name, index]));
	const clock = localClock(plan.program.timezone);
	if (!clock) throw new Error(`The plan's timezone ${plan.program.timezone} is unknown to this machine`);
	return (transaction, state) => {
		const tier = state.member?.tier ?? null;
		const tierIndex = (tier === null ? undefined : tierIndexes.get(tier)) ?? tierIndexes.size;
		const scene = new Scene(stage, transaction, state, clock(transaction.atMs), tierIndex);
		return take(casts[tierIndex] ?? [], transaction, scene, state, plan.program.limits);
	};
}

function performer({ source, rule, unit }: Source, tools: Tools): Performer {
	return { source, rule, limits: rule?.limits ?? [], wants: compileUnit(unit, tools) as AwardFunction };
}

function take(
	cast: readonly Performer[],
	transaction: Transaction,
	scene: Scene,
	state: EvaluationState,
	programLimits: readonly PlanLimit[],
): Outcome {
	const awards: Award[] = [];
	const usedRules: number[] = [];
	let totalUnits = 0;
	for (const { source, rule, limits, wants } of cast) {
		const isMeant = rule === null ? transaction.event === 'purchase' : answersTo(rule, { transaction });
		if (!isMeant || isUsedUp(limits, state)) continue;
		const wantedUnits = wants(transaction, scene);
		if (wantedUnits > MAX_POINT_UNITS) return { kind: 'too-large', source };
		const givenUnits = cut(cut(wantedUnits, limits, state, 0), programLimits, state, totalUnits);
		if (givenUnits <= 0) continue;
		totalUnits += givenUnits;
		if (totalUnits > MAX_POINT_UNITS) return { kind: 'too-large', source };
		if (rule !== null) usedRules.push(source.index);
		awards.push({ source, recipient: 'member', wantedUnits, givenUnits });
	}
	usedRules.sort((a, b) => a - b);
	const change = { usedRules, budgetUnits: [], remainder: null, referredRemainder: null };
	return { kind: 'awarded', awards, totalUnits, referredUnits: 0, change };
}

function isUsedUp(limits: readonly PlanLimit[], { member }: EvaluationState): boolean {
	return limits.some((limit) => limit.kind === 'times' && (member?.usages[limit.usage]?.times ?? 0) >= limit.times);
}

/** What limits of points leave of some units; `taken` is what awards before it took of them in this transaction. */
function cut(units: number, limits: readonly PlanLimit[], { member }: EvaluationState, taken: number): number {
	let given = units;
	for (const limit of limits) {
		if (limit.kind !== 'points') continue;
		const used = limit.usage === null ? 0 : (member?.usages[limit.usage]?.units ?? 0);
		const left = Math.max(limit.units - used, 0) - taken;
		if (given > left) given = limit.orNothing ? 0 : Math.max(left, 0);
	}
	return given;
}
