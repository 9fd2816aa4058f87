import { useState } from 'react';
import type { Snapshot } from '#compiler';
import { isAnother, samePath, type TrackedRule, trackRule } from '../../document/rule-tracking.ts';
import { useCalmReading, useWorkspace } from '../../document/workspace.tsx';

/** A rule with the reading of the text that it belongs to. */
export interface ShownRule extends TrackedRule {
	readonly compilation: Snapshot;
}

/**
 * The rule of a name, held on to while the text changes. `stale`: the text now has nothing readable in its place, and
 * `shown` is the rule as it last was. `shown` is null where there never was one.
 */
export function useTrackedRule(name: string): { readonly shown: ShownRule | null; readonly stale: boolean } {
	const { document } = useWorkspace();
	const reading = useCalmReading();
	const [kept, keep] = useState<ShownRule | null>(null);
	if (kept?.compilation === reading && kept.name === name) return { shown: kept, stale: false };
	const changes = kept && document.changesBetween(kept.compilation, reading);
	const tracked = trackRule(reading.document, name, kept, changes);
	if (!tracked) return kept && !isAnother(name, kept) ? { shown: kept, stale: true } : { shown: null, stale: false };
	const shown = { ...tracked, compilation: reading };
	if (kept?.compilation !== reading || !kept.names.has(name) || !samePath(kept.declaration, tracked.declaration))
		keep(shown);
	return { shown, stale: false };
}
