/** Conditions that stand in several rules and cost more than looking up what was found before, by their meaning. */
import { unreachable } from '../../domain/unreachable.ts';
import type { PlanCondition } from '../../plan/plan.ts';

/** The conditions that some rules share, each once. */
export class SharedConditions {
	/** In the order of their indexes. */
	readonly all: PlanCondition[] = [];
	readonly #indexes = new Map<string, number>();

	/** `conditions` are those of all rules, as often as they stand. */
	constructor(conditions: Iterable<PlanCondition>) {
		const uses = new Map<string, { readonly condition: PlanCondition; count: number }>();
		for (const condition of conditions) {
			if (!isCostly(condition)) continue;
			const key = meaningOf(condition);
			const use = uses.get(key);
			if (use) use.count += 1;
			else uses.set(key, { condition, count: 1 });
		}
		for (const [key, { condition, count }] of uses) {
			if (count > 1) this.#indexes.set(key, this.all.push(condition) - 1);
		}
	}

	/** The index of a condition; null where it is not shared. */
	indexOf(condition: PlanCondition): number | null {
		return isCostly(condition) ? (this.#indexes.get(meaningOf(condition)) ?? null) : null;
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
