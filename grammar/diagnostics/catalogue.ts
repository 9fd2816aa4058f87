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
import { inEnglish } from './phrases.ts';
import type { Problem, ProblemExtra } from './problem.ts';
import type { Row } from './rows.ts';
import type { InEnglish } from './saying.ts';

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
/** What the row of a problem needs to know. */
export type PartsOf<C extends ProblemCode> = (typeof catalogue)[C] extends Row<infer P> ? P : never;

/** Makes a problem from its row. `parts` are what the row's sentences need to know. */
export function problem<C extends ProblemCode>(code: C, span: Span, parts: PartsOf<C>, extra: ProblemExtra = {}): Problem {
	const row = catalogue[code] as Row<PartsOf<C>>;
	const said = inEnglish(parts ?? {}) as InEnglish<PartsOf<C>>;
	const hint = row.hint?.(said);
	return {
		code,
		severity: row.severity,
		span,
		parts: parts ?? {},
		message: row.message(said),
		...(hint === undefined ? {} : { hint }),
		...extra,
	};
}
