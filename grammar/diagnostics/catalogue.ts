/**
 * Every problem that Earnest can report about a text: one row each, in the files beside. A row's key is its stable code.
 *
 * Style: the user's words in backticks; what was found and what was expected; never "token", "node" or "parse"; one hint, as an action.
 */
import type { Span } from '../text.ts';
import { attributeProblems } from './catalogue/attributes.ts';
import { campaignProblems } from './catalogue/campaigns.ts';
import { effectProblems } from './catalogue/effects.ts';
import { eventProblems } from './catalogue/events.ts';
import { filterProblems } from './catalogue/filters.ts';
import { formulaProblems } from './catalogue/formulas.ts';
import { nameProblems } from './catalogue/names.ts';
import { pointsProblems } from './catalogue/points.ts';
import { programProblems } from './catalogue/program.ts';
import { reachabilityProblems } from './catalogue/reachability.ts';
import { readingProblems } from './catalogue/reading.ts';
import { ruleProblems } from './catalogue/rules.ts';
import { testProblems } from './catalogue/tests.ts';
import type { Problem, ProblemExtra } from './problem.ts';
import type { Row } from './rows.ts';

export const catalogue = {
	...readingProblems,
	...nameProblems,
	...attributeProblems,
	...programProblems,
	...filterProblems,
	...ruleProblems,
	...eventProblems,
	...effectProblems,
	...campaignProblems,
	...formulaProblems,
	...pointsProblems,
	...testProblems,
	...reachabilityProblems,
} satisfies Record<string, Row<never>>;

export type ProblemCode = keyof typeof catalogue;
type Parts<C extends ProblemCode> = Parameters<(typeof catalogue)[C]['message']> extends [infer P] ? P : undefined;

/** Makes a problem from its row. `parts` are the words that the row's message needs. */
export function problem<C extends ProblemCode>(code: C, span: Span, parts: Parts<C>, extra: ProblemExtra = {}): Problem {
	const row = catalogue[code] as Row<Parts<C>>;
	const hint = row.hint?.(parts);
	return {
		code,
		severity: row.severity,
		span,
		message: row.message(parts),
		...(hint === undefined ? {} : { hint }),
		...extra,
	};
}
