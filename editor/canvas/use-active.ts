import { useEffect, useState } from 'react';
import { elementsOf, type RuleView } from './view.ts';

/** The card that the Tab key reaches. */
export interface Active {
	readonly activeId: string;
	readonly setActiveId: (id: string) => void;
	/** The card that took the place of one that was removed while it was active; null until that happens. */
	readonly heirId: string | null;
}

/** Keeps track of the active card; when it goes, the nearest card of its kind takes its place. */
export function useActive(view: RuleView): Active {
	const [activeId, setActiveId] = useState(view.transaction.id);
	const [heirId, setHeirId] = useState<string | null>(null);
	const [known, setKnown] = useState(view);
	if (known !== view) {
		setKnown(view);
		const before = idsOf(known);
		const ids = idsOf(view);
		if (before.includes(activeId) && !ids.includes(activeId)) {
			const heir = heirOf(activeId, before, ids) ?? view.transaction.id;
			setActiveId(heir);
			setHeirId(heir);
		}
	}
	return { activeId, setActiveId, heirId };
}

/** Gives the focus of a removed card, which has fallen back to the page, to its heir. */
export function useHeirFocus(heirId: string | null, focusCard: (id: string) => void): void {
	useEffect(() => {
		if (heirId !== null && document.activeElement === document.body) focusCard(heirId);
	}, [heirId, focusCard]);
}

function idsOf(view: RuleView): string[] {
	return elementsOf(view).map(({ id }) => id);
}

/** The nearest card of the same kind that is still there, the next one first; failing that, of any kind. */
function heirOf(id: string, before: readonly string[], ids: readonly string[]): string | undefined {
	const place = before.indexOf(id);
	const nearest = [...before.slice(place + 1), ...before.slice(0, place).toReversed()].filter((other) =>
		ids.includes(other),
	);
	return nearest.find((other) => kindOf(other) === kindOf(id)) ?? nearest[0];
}

function kindOf(id: string): string {
	return id.replace(/-\d+$/, '');
}
