import type { EarnClause, Expression, LimitClause, Missing, MultiplyClause } from '#grammar';
import { fractionOf } from '../../domain/rational.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { normalise } from '../../formula/normalise.ts';
import type { PlanEarn, PlanFormula, PlanLimit, PlanMultiplier, PlanSteps, PlanUsage } from '../plan.ts';
import { filterDecimals } from './filters.ts';
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
		filterDecimals: (name) => filterDecimals(name, names),
		filterIndex: (name) => names.filterIndex(name),
	});
	if (!result.ok) throw new Error('A formula with an error was lowered');
	return result.formula;
}

function stepsOf(formula: Expression | Missing, every: NonNullable<EarnClause['every']>, names: Names): PlanSteps {
	const points = whole(formula);
	if (points.kind !== 'number') throw new Error('Steps of something else than a number of points were lowered');
	const decimals = filterDecimals(nameOf(every.filter), names);
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

	/** The index of a usage; the transaction itself is none. */
	index(scope: PlanUsage['scope'], per: LimitClause['per']): number | null {
		const written = whole(per);
		if (written.kind === 'word' && written.text === 'transaction') return null;
		const period = written.kind === 'rolling' ? { rollingDays: integer(written.days) } : written.text;
		if (period === 'transaction') return null;
		const usage: PlanUsage = { scope, period };
		const key = JSON.stringify(usage);
		const found = this.all.findIndex((known) => JSON.stringify(known) === key);
		return found >= 0 ? found : this.all.push(usage) - 1;
	}
}

/** The limits of a rule, a campaign or the program: those of one transaction first, then the others as they stand. */
export function lowerLimits(
	limits: readonly LimitClause[],
	scope: PlanUsage['scope'],
	names: Names,
	usages: Usages,
): PlanLimit[] {
	const all = limits.map((limit) => lowerLimit(limit, scope, names, usages));
	const isOfTransaction = (limit: PlanLimit) => limit.kind === 'formula' || limit.usage === null;
	return [...all.filter(isOfTransaction), ...all.filter((limit) => !isOfTransaction(limit))];
}

function lowerLimit(limit: LimitClause, scope: PlanUsage['scope'], names: Names, usages: Usages): PlanLimit {
	const { span } = limit;
	const most = whole(limit.most);
	const usage = usages.index(scope, limit.per);
	const orNothing = limit.orNothing !== undefined;
	switch (most.kind) {
		case 'limit-points':
			return { kind: 'points', span, units: names.points(most.points), usage, orNothing };
		case 'limit-formula':
			return { kind: 'formula', span, formula: lowerFormula(most.formula, names), orNothing };
		case 'limit-times':
			if (usage === null) throw new Error('A limit of times in one transaction was lowered');
			return { kind: 'times', span, times: most.times ? integer(most.times) : 1, usage };
		default:
			return unreachable(most);
	}
}
