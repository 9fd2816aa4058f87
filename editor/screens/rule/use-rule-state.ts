import { localMomentOf } from '../../document/local-time.ts';
import { nameOf, placesOfRules } from '../../document/rule-tracking.ts';
import { useMinute } from '../../panels/use-minute.ts';
import { usePublishedRules } from '../../panels/use-published-rules.ts';
import { type RuleState, stateOf, windowOf, windowWithin } from '../../document/rule-window.ts';
import type { ShownRule } from './use-tracked-rule.ts';

/** Where a rule stands now; `draft` for one that would run, but that no published version has yet. */
export function useRuleState({ rule, compilation }: ShownRule): RuleState | 'draft' {
	const publishedNames = usePublishedRules();
	const campaign = placesOfRules(compilation.document).find((placed) => placed.rule === rule)?.campaign;
	const window = campaign ? windowWithin(windowOf(rule), windowOf(campaign)) : windowOf(rule);
	const state = stateOf(window, localMomentOf(compilation.document, useMinute()));
	return state === 'current' && publishedNames && !publishedNames.has(nameOf(rule)) ? 'draft' : state;
}
