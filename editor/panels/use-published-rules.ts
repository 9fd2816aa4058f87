import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { parse } from '#grammar';
import { nameOf, placesOfRules } from '../document/rule-tracking.ts';
import { useWorkspace } from '../document/workspace.tsx';
import { versionQuery } from '../queries.ts';

/** The names of the rules in the version in force, null for one without a name; null altogether while they are not known. */
export function usePublishedRules(): ReadonlySet<string | null> | null {
	const { program, published } = useWorkspace();
	const version = useQuery({ ...versionQuery(program, published?.version ?? 0), enabled: published !== null });
	const text = published === null ? '' : version.data?.text;
	return useMemo(
		() => (text === undefined ? null : new Set(placesOfRules(parse(text).document).map(({ rule }) => nameOf(rule)))),
		[text],
	);
}
