import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { parse } from '#grammar';
import { nameOf, placesOfRules } from '../document/rule-tracking.ts';
import { useWorkspace } from '../document/workspace.tsx';
import { versionQuery } from '../queries.ts';

/** The names of the rules in the version in force, null for one without a name; null altogether while they are not known. */
export function usePublishedRules(): ReadonlySet<string | null> | null {
	const { program, document, published } = useWorkspace();
	const version = useQuery({ ...versionQuery(program, published?.version ?? 0), enabled: published !== null });
	const text = published === null ? '' : version.data?.text;
	return useMemo(() => {
		if (text === undefined) return null;
		// A draft that nobody has changed is read already.
		const { reading } = document.state();
		const read = reading.source === text ? reading.document : parse(text).document;
		return new Set(placesOfRules(read).map(({ rule }) => nameOf(rule)));
	}, [document, text]);
}
