import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { parse } from '#grammar';
import { localMomentOf } from '../../document/local-time.ts';
import { nameOf } from '../../document/rule-tracking.ts';
import { useWorkspace } from '../../document/workspace.tsx';
import { useMinute } from '../../panels/use-minute.ts';
import { versionQuery } from '../../queries.ts';
import { type RuleState, stateOf, windowOf } from '../rules/tabs.ts';
import type { ShownRule } from './use-tracked-rule.ts';

/** Where a rule stands now; `draft` for one that would run, but that no published version has yet. */
export function useRuleState({ rule, compilation }: ShownRule): RuleState | 'draft' {
	const { program, published } = useWorkspace();
	const version = useQuery({ ...versionQuery(program, published?.version ?? 0), enabled: published !== null });
	const text = published === null ? '' : version.data?.text;
	const publishedNames = useMemo(() => {
		if (text === undefined) return null;
		return new Set(parse(text).document.declarations.flatMap((each) => (each.kind === 'rule' ? [nameOf(each)] : [])));
	}, [text]);
	const state = stateOf(windowOf(rule), localMomentOf(compilation.document, useMinute()));
	return state === 'current' && publishedNames && !publishedNames.has(nameOf(rule)) ? 'draft' : state;
}
