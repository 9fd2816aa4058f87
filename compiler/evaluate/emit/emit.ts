/** The fast evaluator: a plan as compiled functions that agree with the reference to the last point. */
import type { MemberState } from '../../domain/member.ts';
import { ONE, rationalFromFraction } from '../../domain/rational.ts';
import { localClock } from '../../domain/timezone.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Award, type AwardSource, MAX_POINT_UNITS, type Outcome } from '../outcome.ts';
import { evaluateReference } from '../reference.ts';
import { type Units, writeEarns } from './earns.ts';
import { filterUnit } from './filters.ts';
import { ruleUnit, SharedConditions } from './rules.ts';
import { type AwardFunction, type ConditionFunction, type FilterFunction, Scene, type Stage } from './scene.ts';
import { compileUnit, type Tools, toolsFor, Unit } from './unit.ts';

/** What a transaction earns, without reasons. A member of null is a sale without one. */
export type Evaluate = (transaction: Transaction, member: MemberState | null) => Outcome;

/** A plan as units of source, each of which is compiled by itself. */
interface Program {
	readonly filters: readonly Unit[];
	readonly conditions: readonly Unit[];
	/** Enabled rules in the order of taking. */
	readonly rules: readonly Source[];
	/** By tier, null where it earns nothing of its own. */
	readonly tiers: readonly (Source | null)[];
	readonly multipliers: Stage['multipliers'];
}

interface Source {
	readonly source: AwardSource;
	readonly limitUnits: number;
	readonly unit: Unit;
}

interface Performer {
	readonly source: AwardSource;
	/** Infinity without a limit. */
	readonly limitUnits: number;
	readonly wants: AwardFunction;
}

/** Compiles a plan. Where the host forbids code from strings (a strict page) the reference answers instead, slower and the same. */
export function emit(plan: Plan): Evaluate {
	try {
		return assemble(plan);
	} catch (error) {
		if (!(error instanceof EvalError)) throw error;
		return (transaction, member) => evaluateReference(plan, transaction, member).outcome;
	}
}

/** Every piece of source that {@link emit} compiles for a plan: no text of the user is in any. */
export function emitSource(plan: Plan): string[] {
	const { filters, conditions, rules, tiers } = program(plan);
	const awards = [...rules, ...tiers.filter((tier) => tier !== null)].map(({ unit }) => unit);
	return [...filters, ...conditions, ...awards].map((unit) => unit.source());
}

function program(plan: Plan): Program {
	const multipliers = [
		...plan.tiers.steps.map(({ multiplier }) => (multiplier ? rationalFromFraction(multiplier) : ONE)),
		ONE,
	];
	const units: Units = {
		pointDecimals: plan.program.pointDecimals,
		multiplies: plan.tiers.steps.some(({ multiplier }) => multiplier !== null),
		largestScale: largest(multipliers.map(({ numerator }) => numerator)),
		largestDivisor: largest(multipliers.map(({ denominator }) => denominator)),
	};
	const shared = new SharedConditions(plan);
	const rules = plan.rules
		.map((rule, index) => ({ rule, index }))
		.filter(({ rule }) => rule.enabled && rule.earns.length > 0)
		.sort((a, b) => b.rule.priority - a.rule.priority)
		.map(({ rule, index }): Source => {
			const source = { kind: 'rule', index, name: rule.name } as const;
			return { source, limitUnits: rule.limitUnits ?? Number.POSITIVE_INFINITY, unit: ruleUnit(rule, shared, units) };
		});
	const tiers = plan.tiers.steps.map(({ name, earns }, index): Source | null => {
		if (earns.length === 0) return null;
		const unit = new Unit('t, s');
		writeEarns(earns, units, unit);
		return { source: { kind: 'tier', index, name }, limitUnits: Number.POSITIVE_INFINITY, unit };
	});
	return { filters: plan.filters.map(filterUnit), conditions: shared.units, rules, tiers, multipliers };
}

function largest(values: readonly bigint[]): bigint {
	return values.reduce((most, value) => (value > most ? value : most), 1n);
}

function assemble(plan: Plan): Evaluate {
	const { filters, conditions, rules, tiers, multipliers } = program(plan);
	const tools = toolsFor(plan.program.rounding);
	const stage: Stage = {
		filters: filters.map((unit) => compileUnit(unit, tools) as FilterFunction),
		conditions: conditions.map((unit) => compileUnit(unit, tools) as ConditionFunction),
		multipliers,
	};
	const rulePerformers = rules.map((rule) => performer(rule, tools));
	const tierPerformers = tiers.map((tier) => (tier === null ? null : performer(tier, tools)));
	// For each tier, and for none at the end, everything that may award, in the order of taking.
	const casts = multipliers.map((_, tier) => [...rulePerformers, tierPerformers[tier] ?? []].flat());
	const tierIndexes = new Map(plan.tiers.steps.map(({ name }, index) => [name, index]));
	const limit = plan.program.limitUnits ?? Number.POSITIVE_INFINITY;
	const clock = localClock(plan.program.timezone);
	if (!clock) throw new Error(`The plan's timezone ${plan.program.timezone} is unknown to this machine`);
	return (transaction, member) => {
		const tier = member?.tier ?? null;
		const tierIndex = (tier === null ? undefined : tierIndexes.get(tier)) ?? tierIndexes.size;
		const scene = new Scene(stage, transaction, member, clock(transaction.atMs), tierIndex);
		return take(casts[tierIndex] ?? [], transaction, scene, limit);
	};
}

function performer({ source, limitUnits, unit }: Source, tools: Tools): Performer {
	return { source, limitUnits, wants: compileUnit(unit, tools) as AwardFunction };
}

function take(cast: readonly Performer[], transaction: Transaction, scene: Scene, limit: number): Outcome {
	const awards: Award[] = [];
	let totalUnits = 0;
	for (const { source, limitUnits, wants } of cast) {
		const wantedUnits = wants(transaction, scene);
		if (wantedUnits > MAX_POINT_UNITS) return { kind: 'too-large', source };
		const givenUnits = Math.min(wantedUnits, limitUnits, limit - totalUnits);
		if (givenUnits <= 0) continue;
		totalUnits += givenUnits;
		if (totalUnits > MAX_POINT_UNITS) return { kind: 'too-large', source };
		awards.push({ source, wantedUnits, givenUnits });
	}
	return { kind: 'awarded', awards, totalUnits };
}
