import { advance, type Compilation, notRecordedYet, type Snapshot } from '#compiler';
import { type Operation, planOperations } from '#compiler/edits';
import { fresh, plainText } from '#compiler/service';
import type { Problem } from '#grammar';
import { ruleSentence } from '../../canvas/rule-sentence.ts';
import { problemsIn } from '../../document/problems.ts';
import { freeRuleName, nameOf, placesOfRules } from '../../document/rule-tracking.ts';
import { withoutMarks } from '../../messages/message.ts';
import type { Answers } from './questions.ts';
import { newFilters, type RuleTemplate, ruleText } from './templates.ts';
import { words } from './words.ts';
import { refusalWords } from '../../messages/refusal-words.ts';

/** A rule as the answers would make it, before it is added. */
export interface DraftedRule {
	/** The name that it gets. */
	readonly name: string;
	/** What adds it with all that it brings along. */
	readonly operations: readonly Operation[];
	/** The program with the rule. */
	readonly compilation: Compilation;
	/** The rule as one sentence. */
	readonly sentence: string;
	/** What the checker says of the rule, and what of it the server could not record. */
	readonly problems: readonly Problem[];
}

/** A drafted rule, or why the text cannot take it. */
export type Drafted = { readonly ok: true; readonly drafted: DraftedRule } | { readonly ok: false; readonly reason: string };

/** Drafts the rule of a template with answers that have no faults. */
export function draftRule(program: Snapshot, template: RuleTemplate, answers: Answers): Drafted {
	const { source, document, symbols } = program;
	const wished = withoutMarks(words.templates[template.id].title);
	const name = freeRuleName(document, wished);
	const campaign = fresh(wished, [...symbols.campaigns.keys()]);
	const text = ruleText(template, name, campaign, answers);
	const operations: Operation[] = [
		...newFilters(template, answers).map((filter): Operation => ({ kind: 'add-filter', text: filter })),
		text.startsWith('campaign') ? { kind: 'add-campaign', text } : { kind: 'add-rule', text },
	];
	const planned = planOperations(source, document, operations, name);
	if (!planned.ok) return { ok: false, reason: refusalWords(planned) };
	const compilation = advance(program, planned.edits);
	const placed = placesOfRules(compilation.document).find(({ rule }) => nameOf(rule) === name);
	if (!placed) return { ok: false, reason: words.unreadable };
	const { rule } = placed;
	return {
		ok: true,
		drafted: {
			name,
			operations,
			compilation,
			sentence: plainText(ruleSentence(rule, compilation.document, program.checked.options.catalog ?? null)),
			problems: problemsIn(rule.span, [...compilation.problems, ...notRecordedYet(compilation)]),
		},
	};
}
