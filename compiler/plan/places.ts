import { shiftSpan, type Span } from '#grammar';
import type { PlanRule } from './plan.ts';

/** Where a part of a rule stands in the text of its program. */
export function placeIn({ span: rule }: Pick<PlanRule, 'span'>, { span }: { readonly span: Span }): Span {
	return shiftSpan(span, rule.start);
}
