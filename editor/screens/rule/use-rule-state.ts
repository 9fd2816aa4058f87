import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { parse } from '#grammar';
import { localMomentOf } from '../../document/local-time.ts';
import { nameOf, placesOfRules } from '../../document/rule-tracking.ts';
import { useWorkspace } from '../../document/workspace.tsx';
import { useMinute } from '../../panels/use-minute.ts';
import { versionQuery } from '../../queries.ts';
import { type RuleState, stateOf, windowOf, windowWithin } from '../../document/rule-window.ts';
import type { ShownRule } from './use-tracked-rule.ts';

/** Where a rule stands now; `draft` for one that would run, but that no published version has yet. */
export function useRuleState({ rule, compilation }: ShownRule): RuleState | 'draft' {
	const { program, published } = useWorkspace();
	const version = useQuery({ ...versionQuery(program, published?.version ?? 0), enabled: published !== null });
	const text = published === null ? '' : version.data?.text;
	const publishedNames = useMemo(() => {
		if (text === undefined) return null;
		return new Set(placesOfRules(parse(text).document).map((placed) => nameOf(placed.rule)));
	}, [text]);
	const campaign = placesOfRules(compilation.document).find((placed) => placed.rule === rule)?.campaign;
	const window = campaign ? windowWithin(windowOf(rule), windowOf(campaign)) : windowOf(rule);
	const state = stateOf(window, localMomentOf(compilation.document, useMinute()));
	return state === 'current' && publishedNames && !publishedNames.has(nameOf(rule)) ? 'draft' : state;
}
