import type { AppliedMultiplier, CutBy, Plan } from '#compiler';
import { rationalWords } from './rational-words.ts';

/** A multiplier with where it stands: `Gold × 1.5`, `Black Friday × 3 on Drinks`. */
export function multiplierWords({ source, what, on, factor }: AppliedMultiplier, plan: Plan): string {
	const narrowed = on === null ? '' : ` on ${plan.filters[on]?.name ?? ''}`;
	return `${source.name} × ${rationalWords(factor)}${narrowed}${what === 'base' ? ' of the base' : ''}`;
}

/** What cut an award of a rule, as one says it of that rule. */
export const cutWords: Readonly<Record<CutBy, string>> = {
	'rule limit': 'limit',
	'campaign limit': 'campaign’s limit',
	'campaign budget': 'campaign’s budget',
	'program limit': 'program’s limit',
};
