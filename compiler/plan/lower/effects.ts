import type { EarnClause, Expression, LimitClause, Missing, MultiplyClause } from '#grammar';
import { fractionOf } from '../../domain/rational.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { normalise } from '../../formula/normalise.ts';
import type { PlanEarn, PlanFormula, PlanLimit, PlanMultiplier, PlanSteps, PlanUsage } from '../plan.ts';
import { fraction, integer, nameOf, type Names, whole } from './names.ts';

/** One `earn`. */
export function lowerEarn({ span, formula, every, atLeast, exempt, recipient }: EarnClause, names: Names): PlanEarn {
	return {
		span,
		amount: every ? stepsOf(formula, every, names) : lowerFormula(formula, names),
		atLeast: atLeast ? fraction(atLeast) : null,
		exempt: exempt !== undefined,
		recipient: recipient ? whole(recipient).text : null,
	};
}

function lowerFormula(expression: Expression | Missing, names: Names): PlanFormula {
	const result = normalise(whole(expression), {
		filterDecimals: (name) => names.filterDecimals(name),
		filterIndex: (name) => names.filterIndex(name),
	});
	if (!result.ok) throw new Error('A formula with an error was lowered');
	return result.formula;
}

function stepsOf(formula: Expression | Missing, every: NonNullable<EarnClause['every']>, names: Names): PlanSteps {
	const points = whole(formula);
	if (points.kind !== 'number') throw new Error('Steps of something else than a number of points were lowered');
	const decimals = names.filterDecimals(nameOf(every.filter));
	const step = fractionOf(names.scaled(every.step, decimals));
	return { kind: 'steps', span: formula.span, filter: names.filter(every.filter), step, points: fraction(points) };
}

/** One `multiply`. */
export function lowerMultiplier({ span, what, on, factor }: MultiplyClause, names: Names): PlanMultiplier {
	return { span, what: whole(what).text, on: on ? names.filter(on) : null, factor: fraction(factor) };
}

/** Collects what limits count: each scope and period once. */
export class Usages {
	readonly all: PlanUsage[] = [];
	readonly #indexes = new Map<string, number>();

	/** The index of a usage. */
	index(scope: PlanUsage['scope'], period: PlanUsage['period']): number {
		const key = JSON.stringify([scope, period]);
		const index = this.#indexes.get(key) ?? this.all.push({ scope, period }) - 1;
		this.#indexes.set(key, index);
		return index;
	}

	/** Takes over usages that were collected by themselves, under a scope that nothing else has; the index of the first, 0 for none. */
	take(own: Usages, scope: PlanUsage['scope']): number {
		if (own.all.length === 0) return 0;
		for (const { period } of own.all) this.all.push({ scope, period });
		return this.all.length - own.all.length;
	}
}

/** Limits whose usages begin with 0, for usages that begin elsewhere. */
export function usedFrom(limits: readonly PlanLimit[], first: number): readonly PlanLimit[] {
	if (first === 0) return limits;
	return limits.map((limit): PlanLimit => {
		if (limit.kind === 'formula' || limit.usage === null) return limit;
		return limit.kind === 'times' ? { ...limit, usage: limit.usage + first } : { ...limit, usage: limit.usage + first };
	});
}

/** The period that a limit counts in; null for the transaction itself. */
function periodOf(per: LimitClause['per']): PlanUsage['period'] | null {
	const written = whole(per);
	if (written.kind === 'rolling') return { rollingDays: integer(written.days) };
	return written.text === 'transaction' ? null : written.text;
}

/** The limits of a rule, a campaign or the program: those of one transaction first, then the others as they stand. */
export function lowerLimits(
	limits: readonly LimitClause[],
	scope: PlanUsage['scope'],
	names: Names,
	usages: Usages,
): PlanLimit[] {
	const all = limits.filter((limit) => !isIdle(limit)).map((limit) => lowerLimit(limit, scope, names, usages));
	const isOfTransaction = (limit: PlanLimit) => limit.kind === 'formula' || limit.usage === null;
	return [...all.filter(isOfTransaction), ...all.filter((limit) => !isOfTransaction(limit))];
}

/** A rule awards once in a transaction anyhow; the check warns of such a limit. */
function isIdle({ most, per }: LimitClause): boolean {
	if (most.kind !== 'limit-times' || per.kind !== 'word' || per.text !== 'transaction') return false;
	return most.times === undefined || integer(most.times) > 0;
}

function lowerLimit(limit: LimitClause, scope: PlanUsage['scope'], names: Names, usages: Usages): PlanLimit {
	const { span } = limit;
	const most = whole(limit.most);
	const period = periodOf(limit.per);
	const usage = period === null ? null : usages.index(scope, period);
	const orNothing = limit.orNothing !== undefined;
	switch (most.kind) {
		case 'limit-points':
			return { kind: 'points', span, units: names.points(most.points), usage, orNothing };
		case 'limit-formula':
			return { kind: 'formula', span, formula: lowerFormula(most.formula, names), orNothing };
		case 'limit-times':
			// Only `0 times` is left of those in one transaction, and gives nothing.
			if (usage === null) return { kind: 'points', span, units: 0, usage, orNothing: false };
			return { kind: 'times', span, times: most.times ? integer(most.times) : 1, usage };
		default:
			return unreachable(most);
	}
}
