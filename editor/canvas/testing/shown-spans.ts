/** What a picture shows of a rule, and what it must show. */
import type { Condition, RuleDeclaration, Span } from '#grammar';
import { conditionsOf, type RuleView } from '../view.ts';

/** Everything that must be in the picture: the rule's clauses, and for its first `when` the conditions in it. */
export function clausesOf(rule: RuleDeclaration): Span[] {
	const first = rule.clauses.find(({ kind }) => kind === 'when');
	return rule.clauses.flatMap((clause) => {
		if (clause !== first) return [clause.span];
		return clause.kind === 'when' ? clause.conditions.flatMap(spansOf) : [];
	});
}

function spansOf(condition: Condition): Span[] {
	const inner = 'conditions' in condition ? condition.conditions.flatMap(spansOf) : [];
	return [condition.span, ...inner];
}

/** The stretches of the text that a picture shows. */
export function shownSpans(view: RuleView): Span[] {
	const { active, status, priority, exclusive } = view.schedule;
	const scheduled = [active, status, priority, exclusive].flatMap((clause) => clause?.span ?? []);
	const clauses = [...view.points, ...view.multipliers, ...view.limits, ...view.texts];
	const others = [...conditionsOf(view), ...clauses].map(({ span }) => span);
	return [...scheduled, ...others, ...(view.note.clause ? [view.note.clause.span] : [])];
}
