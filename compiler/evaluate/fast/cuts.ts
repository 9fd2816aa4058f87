/** What limits of points leave of an award, in plain numbers. */
import type { MemberState } from '../../domain/member.ts';
import { multiplyRationals, powerOfTen, rational } from '../../domain/rational.ts';
import { roundRational } from '../../domain/rounding.ts';
import { valueAt } from '../../formula/analyse.ts';
import type { PlanFormula, PlanLimit } from '../../plan/plan.ts';
import type { Scene } from './scene.ts';

/** What limits leave of some units; `taken` is what awards before took of them in this transaction. */
export function cut(
	units: number,
	limits: readonly PlanLimit[],
	taken: number,
	member: MemberState | null,
	scene: Scene,
	pointDecimals: number,
): number {
	let given = units;
	for (const limit of limits) {
		if (limit.kind === 'times') continue;
		const whole = limit.kind === 'formula' ? capOf(limit.formula, scene, pointDecimals) : leftOf(limit, member);
		const left = whole - taken;
		if (given > left) given = limit.orNothing ? 0 : Math.max(left, 0);
	}
	return given;
}

function leftOf({ units, usage }: Extract<PlanLimit, { readonly kind: 'points' }>, member: MemberState | null): number {
	return usage === null ? units : Math.max(units - (member?.usages[usage]?.units ?? 0), 0);
}

/** A cap by spend, in whole units rounded down; 0 where it is undefined or negative. */
function capOf(formula: PlanFormula, scene: Scene, pointDecimals: number): number {
	const value = valueAt(formula, formula.filter === null ? 0 : scene.amount(formula.filter));
	if (value === 'undefined' || value.numerator < 0n) return 0;
	// More than doubles hold is more than any award wants.
	return Number(roundRational(multiplyRationals(value, rational(powerOfTen(pointDecimals))), 'down'));
}
