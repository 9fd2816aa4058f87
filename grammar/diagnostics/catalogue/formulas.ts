/** Problems of formulas. */
import { error, warning } from '../rows.ts';
import type { Phrase } from '../saying.ts';

export const formulaProblems = {
	'two-filters': error<{ first: string; second: string }>(
		({ first, second }) => `A formula may use one cart filter; this one uses \`${first}\` and \`${second}\`.`,
		() => 'Declare one filter that covers both, or write two rules.',
	),
	'division-by-literal-zero': error<undefined>(
		() => 'This divides by zero.',
		() => 'Divide by another number.',
	),
	'formula-divides-by-zero': warning<{ at: Phrase; condition: string }>(
		({ at }) => `This formula divides by zero at ${at}; it then gives 0 points.`,
		({ condition }) => `Add a \`${condition}\` condition that keeps the amount away from there.`,
	),
	'formula-negative': warning<{ at: Phrase; condition: string }>(
		({ at }) => `This formula is negative at ${at}; it then gives 0 points.`,
		({ condition }) => `If that is not meant, add a \`${condition}\` condition.`,
	),
	'formula-too-large': error<undefined>(
		() => 'This formula has too many parts to be computed exactly.',
		() => 'Simplify it: at most 8 multiplications by the filter.',
	),
};
