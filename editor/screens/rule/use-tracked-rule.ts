import { useState } from 'react';
import type { Compilation } from '#compiler';
import { type TrackedRule, trackRule } from '../../document/rule-tracking.ts';
import { useCalmReading } from '../../document/workspace.tsx';

/** A rule with the reading of the text that it belongs to. */
export interface ShownRule extends TrackedRule {
	readonly compilation: Compilation;
}

/**
 * The rule of a name, held on to while the text changes. `stale`: the text now has nothing readable in its place, and
 * `shown` is the rule as it last was. `shown` is null where there never was one.
 */
export function useTrackedRule(name: string): { readonly shown: ShownRule | null; readonly stale: boolean } {
	const reading = useCalmReading();
	const [kept, keep] = useState<ShownRule | null>(null);
	if (kept?.compilation === reading && kept.name === name) return { shown: kept, stale: false };
	const tracked = trackRule(reading.document, name, kept);
	if (!tracked) return { shown: kept, stale: kept !== null };
	const shown = { ...tracked, compilation: reading };
	if (kept?.compilation !== reading || kept.declaration !== tracked.declaration) keep(shown);
	return { shown, stale: false };
}
