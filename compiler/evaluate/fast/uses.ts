import type { Plan, PlanCondition, PlanEarn, PlanLimit, PlanRule } from '../../plan/plan.ts';
import type { Uses } from './scene.ts';

/** The filters that a plan's conditions, earns and limits ask for. */
export function usesOf({ rules, tiers, campaigns, program }: Plan): Uses {
	const amounts = new Set<number>();
	const units = new Set<number>();
	for (const rule of rules) addRule(rule, amounts, units);
	for (const { earns } of tiers.steps) for (const earn of earns) addEarn(earn, amounts);
	for (const { limits } of [...campaigns, program]) for (const limit of limits) addLimit(limit, amounts);
	return { amounts, units };
}

function addRule({ conditions, earns, limits }: PlanRule, amounts: Set<number>, units: Set<number>): void {
	for (const condition of conditions) addCondition(condition, amounts, units);
	for (const earn of earns) addEarn(earn, amounts);
	for (const limit of limits) addLimit(limit, amounts);
}

function addCondition(condition: PlanCondition, amounts: Set<number>, units: Set<number>): void {
	if ('conditions' in condition) for (const part of condition.conditions) addCondition(part, amounts, units);
	if (condition.kind === 'spend' || condition.kind === 'quantity') amounts.add(condition.filter);
	if (condition.kind === 'quantity') units.add(condition.filter);
}

function addEarn({ amount }: PlanEarn, amounts: Set<number>): void {
	if (amount.filter !== null) amounts.add(amount.filter);
}

function addLimit(limit: PlanLimit, amounts: Set<number>): void {
	if (limit.kind === 'formula' && limit.formula.filter !== null) amounts.add(limit.formula.filter);
}

/** Says whether a rule asks for no other filters than these. */
export function isWithinUses(rule: PlanRule, uses: Uses): boolean {
	const own = { amounts: new Set<number>(), units: new Set<number>() };
	addRule(rule, own.amounts, own.units);
	return isSubset(own.amounts, uses.amounts) && isSubset(own.units, uses.units);
}

function isSubset(some: ReadonlySet<number>, all: ReadonlySet<number>): boolean {
	return [...some].every((each) => all.has(each));
}
