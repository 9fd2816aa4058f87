/** Rules and tiers as award functions, with the conditions that several rules share taken out. */
import type { LocalMoment, Plan, PlanCondition, PlanRule } from '../../plan/plan.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { conditionSource } from './conditions.ts';
import { type Units, writeEarns } from './earns.ts';
import { Unit, whole } from './unit.ts';

/** Conditions that stand in several rules and cost more than looking up what was found before, by their meaning. */
export class SharedConditions {
	readonly units: Unit[] = [];
	readonly #slots = new Map<string, number>();

	constructor(plan: Plan) {
		const uses = new Map<string, { readonly condition: PlanCondition; readonly count: number }>();
		for (const rule of plan.rules) {
			if (!rule.enabled) continue;
			for (const condition of rule.conditions) {
				const key = meaningOf(condition);
				uses.set(key, { condition, count: (uses.get(key)?.count ?? 0) + 1 });
			}
		}
		for (const [key, { condition, count }] of uses) {
			if (count > 1 && isCostly(condition)) this.#add(key, condition);
		}
	}

	/** The expression for a condition in a rule; null where it always holds. */
	sourceFor(condition: PlanCondition, unit: Unit): string | null {
		const slot = this.#slots.get(meaningOf(condition));
		return slot === undefined ? conditionSource(condition, unit) : `s.holds(${whole(slot)})`;
	}

	#add(key: string, condition: PlanCondition): void {
		const unit = new Unit('t, s');
		unit.write(`return ${conditionSource(condition, unit) ?? 'true'};`);
		this.#slots.set(key, this.units.length);
		this.units.push(unit);
	}
}

function meaningOf(condition: PlanCondition): string {
	return JSON.stringify({ ...condition, span: null });
}

function isCostly(condition: PlanCondition): boolean {
	switch (condition.kind) {
		case 'birthday':
			return true;
		case 'day-time':
			return condition.alternatives.length > 1;
		case 'store':
			return condition.stores.length + condition.chains.length > 2;
		case 'order-type':
		case 'channel':
		case 'tier':
			return condition.names.length > 2;
		case 'always':
		case 'spend':
			return false;
		default:
			return unreachable(condition);
	}
}

/** The unit of an enabled rule's award. */
export function ruleUnit(rule: PlanRule, shared: SharedConditions, units: Units): Unit {
	const unit = new Unit('t, s');
	if (rule.from !== null) unit.write(`if (s.moment < ${momentSource(rule.from)}) return 0;`);
	if (rule.until !== null) unit.write(`if (s.moment >= ${momentSource(rule.until)}) return 0;`);
	for (const condition of [...rule.conditions].sort((a, b) => cost(a) - cost(b))) {
		const source = shared.sourceFor(condition, unit);
		if (source !== null) unit.write(`if (!(${source})) return 0;`);
	}
	writeEarns(rule.earns, units, unit);
	return unit;
}

/** Amounts are asked for last: they may have to be added up first. */
function cost({ kind }: PlanCondition): number {
	return kind === 'spend' ? 1 : 0;
}

function momentSource({ day, minute }: LocalMoment): string {
	return whole(day * 1_440 + minute);
}
