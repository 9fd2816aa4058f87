/** Rules and tiers as award functions, with the conditions that several rules share taken out. */
import type { LocalMoment, Plan, PlanCampaign, PlanCondition, PlanRule } from '../../plan/plan.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { conditionSource } from './conditions.ts';
import { type Units, writeEarns } from './earns.ts';
import { Unit, whole } from './unit.ts';

/** Conditions that stand in several rules and cost more than looking up what was found before, by their meaning. */
export class SharedConditions {
	readonly units: Unit[] = [];
	readonly #slots = new Map<string, number>();
	readonly #dayStartsMinute: number;

	constructor(plan: Plan) {
		this.#dayStartsMinute = plan.program.dayStartsMinute;
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

	/** The expression for a condition in a rule. */
	sourceFor(condition: PlanCondition, unit: Unit): string {
		const slot = this.#slots.get(meaningOf(condition));
		return slot === undefined ? conditionSource(condition, unit) : `s.holds(${whole(slot)})`;
	}

	#add(key: string, condition: PlanCondition): void {
		const unit = new Unit('t, s', this.#dayStartsMinute);
		unit.write(`return ${conditionSource(condition, unit)};`);
		this.#slots.set(key, this.units.length);
		this.units.push(unit);
	}
}

function meaningOf(condition: PlanCondition): string {
	return JSON.stringify(condition, (key, value: unknown) => (key === 'span' ? undefined : value));
}

function isCostly(condition: PlanCondition): boolean {
	switch (condition.kind) {
		case 'any':
		case 'all':
		case 'not':
		case 'birthday':
		case 'anniversary':
		case 'purchase-number':
		case 'member-fact':
		case 'attribute':
			return true;
		case 'day-time':
			return condition.alternatives.length > 1;
		case 'store':
			return condition.stores.length + condition.chains.length > 2;
		case 'order-type':
		case 'channel':
		case 'tier':
		case 'segment':
			return condition.names.length > 2;
		case 'always':
		case 'spend':
		case 'quantity':
			return false;
		default:
			return unreachable(condition);
	}
}

/** The unit of an enabled rule's award, with the dates of the campaign around it. */
export function ruleUnit(rule: PlanRule, campaign: PlanCampaign | null, shared: SharedConditions, units: Units): Unit {
	const unit = new Unit('t, s', units.dayStartsMinute);
	for (const { from, until } of campaign ? [rule.dates, campaign.dates] : [rule.dates]) {
		if (from !== null) unit.write(`if (s.moment < ${momentSource(from)}) return 0;`);
		if (until !== null) unit.write(`if (s.moment >= ${momentSource(until)}) return 0;`);
	}
	for (const condition of [...rule.conditions].sort((a, b) => cost(a) - cost(b))) {
		if (condition.kind !== 'always') unit.write(`if (!(${shared.sourceFor(condition, unit)})) return 0;`);
	}
	writeEarns(rule.earns, units, unit);
	return unit;
}

/** Amounts are asked for last: they may have to be added up first. */
function cost({ kind }: PlanCondition): number {
	return kind === 'spend' || kind === 'quantity' || kind === 'any' || kind === 'all' || kind === 'not' ? 1 : 0;
}

function momentSource({ day, minute }: LocalMoment): string {
	return whole(day * 1_440 + minute);
}
