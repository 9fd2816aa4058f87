import type { AppliedMultiplier, Plan } from '#compiler';
import { isolated } from '../messages/message.ts';
import { rationalWords } from './rational-words.ts';
import { words } from './words.ts';

/** A multiplier with where it stands: `Gold × 1.5`, `Black Friday × 3 on Drinks`. */
export function multiplierWords({ source, what, on, factor }: AppliedMultiplier, plan: Plan): string {
	const values = { source: source.name, factor: rationalWords(factor) };
	if (on === null) return what === 'base' ? words.multiplierOfBase(values) : words.multiplier(values);
	const filter = plan.filters[on]?.name ?? '';
	return what === 'base' ? words.multiplierOnOfBase({ ...values, filter }) : words.multiplierOn({ ...values, filter });
}

/** Several facts in a row: `138, Gold × 1.5`. */
export function rowOf(facts: readonly string[]): string {
	return facts.map(isolated).join(words.comma);
}
