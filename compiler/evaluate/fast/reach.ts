/** What a rule's conditions leave of one dimension: the codes at which it may match, and the conditions that say no more than that. */
import type { PlanCondition } from '../../plan/plan.ts';

/** Codes of a dimension, one byte each: 1 where a condition may hold. */
export type Codes = Uint8Array;

/** The codes at which a condition may hold. */
export interface Reach {
	readonly codes: Codes;
	/** It holds at each of them, whatever else the transaction is. */
	readonly isExact: boolean;
}

/** The reach of a single condition along one dimension; null where it does not speak of it. */
export type LeafReach = (condition: PlanCondition) => Reach | null;

/** The reach of a condition, groups included; null where it may hold at every code. What `not` leaves is not followed. */
export function reachOf(condition: PlanCondition, leaf: LeafReach): Reach | null {
	if (condition.kind !== 'any' && condition.kind !== 'all') return leaf(condition);
	const parts = condition.conditions.map((part) => reachOf(part, leaf));
	const known = parts.filter((part) => part !== null);
	const saysAll = known.length === parts.length;
	if (known.length === 0 || (condition.kind === 'any' && !saysAll)) return null;
	const { codes, isExact } = known.reduce(condition.kind === 'any' ? union : intersection);
	return { codes, isExact: isExact && saysAll };
}

function union(a: Reach, b: Reach): Reach {
	return { codes: a.codes.map((code, at) => code | (b.codes[at] as number)), isExact: a.isExact && b.isExact };
}

/** What both leave. */
export function intersection(a: Reach, b: Reach): Reach {
	return { codes: a.codes.map((code, at) => code & (b.codes[at] as number)), isExact: a.isExact && b.isExact };
}

/** How many codes are left. */
export function countOf(codes: Codes): number {
	let count = 0;
	for (const code of codes) count += code;
	return count;
}
